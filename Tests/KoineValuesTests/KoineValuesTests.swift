import KoineLexicon
import KoineText
import KoineValues
import TestTables
import Testing

private let store = LexiconStore(directory: Fixture.lexicons(), cache: nil)

@Suite struct ValueFinderTests {
  @Test("finds each value whole, with its kind, value, unit and English", arguments: Table("values/values.tsv").rows)
  func finds(row: Table.Row) throws {
    let finder = try #require(try ValueFinder(store: store, language: Language(tag: row["language"])))
    let text = row["text"]
    let value = try #require(finder.values(in: text).first { text[$0.range].map(String.init) == row["found"] })
    #expect(value.kind.rawValue == row["kind"])
    #expect(value.value == row["value"])
    #expect(value.unit ?? "" == row["unit"])
    #expect(value.english == row["english"])
  }

  @Test(
    "leaves alone what only looks like a value",
    arguments: ["il modello RX-7800", "alle 12:30", "la serie 3.1.4", "tel. 02-555123", "ISO9001", "31/02/2024"]
  )
  func leavesCodes(text: String) throws {
    let finder = try #require(try ValueFinder(store: store, language: .italian))
    #expect(finder.values(in: text).filter { $0.kind != .number } == [])
  }

  @Test("stays inside the text whatever it holds", arguments: 0..<200)
  func survives(seed: UInt64) throws {
    let pieces = [
      "12", "€", " ", "marzo", "2024", ",", ".", "’", "%", "per", "cento", "\u{A0}", "é", "º", "🜁", "-", "/", "milioni",
      "di", "1.2.3",
    ]
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    let finder = try #require(try ValueFinder(store: store, language: .italian))
    var last: UInt32 = 0
    for value in finder.values(in: text) {
      #expect(value.range.lower >= last && !value.range.isEmpty && text[value.range] != nil)
      last = value.range.upper
    }
  }
}
