import KoineText
import SystemPackage
import TestTables
import Testing

#if canImport(Glibc)
import Glibc
#endif

@Suite struct LanguageIdentifierTests {
  private static let path = Fixture.lexicons() + "/languages/model.bin"
  private let identifier: LanguageIdentifier

  init() throws { identifier = try LanguageIdentifier(path: Self.path) }

  @Test("tells the language of a text", arguments: Table("text/languages.tsv").rows)
  func identifies(row: Table.Row) {
    let guess = identifier.identify(row["text"])
    #expect(guess.language.rawValue == row["language"])
    #expect((0.5...1).contains(guess.confidence))
  }

  @Test("chooses among the languages asked for, and refuses text that is in none of them")
  func restricts() {
    #expect(identifier.identify("un problema", among: ["en", "es"]).language == "es")
    #expect(identifier.identify("un problema", among: ["en", "it"]).language == "it")
    let norwegian = "Anlegget stenger den andre ovnen sin før slutten av året, sier ledelsen."
    #expect(identifier.identify(norwegian).language == "no")
    #expect(identifier.identify(norwegian, among: ["en", "it"]).language == .undetermined)
    let japanese = "この工場は年末までに二号炉を閉鎖する。"
    #expect(identifier.identify(japanese, among: ["en", "it"]) == .init(language: .undetermined, confidence: 1))
    #expect(identifier.identify("il forno", among: []).language == .undetermined)
    #expect(identifier.identify("il forno", among: ["tlh"]).language == .undetermined)
  }

  @Test("knows a hundred languages, and tells seventy of them in a sentence each")
  func knowsMany() {
    #expect(identifier.languages.count >= 100)
    #expect(Set(Table("text/languages.tsv").rows.map { $0["language"] }).count > 70)
    #expect(identifier.languages.contains(.italian))
    #expect(!identifier.languages.contains("zxx"))
  }

  @Test("finds where the language of a text changes", arguments: Table("text/mixed.tsv").rows)
  func segments(row: Table.Row) throws {
    let text = row["text"]
    for among in [["en", "it"], nil] as [[Language]?] {
      let segments = identifier.segments(text, among: among)
      #expect(segments.map(\.language.rawValue) == row.list("segments"))
      #expect(segments.allSatisfy { (0...1).contains($0.confidence) && text[$0.range] != nil })
      #expect(zip(segments, segments.dropFirst()).allSatisfy { $0.range.upper < $1.range.lower })
    }
  }

  @Test("puts the change at the quotation marks")
  func segmentBounds() throws {
    let text = "La nota dice: “The second furnace will not start before the end of March”, secondo i sindacati."
    let segments = identifier.segments(text, among: ["en", "it"])
    #expect(segments.count == 3)
    let middle = try #require(segments.dropFirst().first)
    #expect(text[middle.range] == "“The second furnace will not start before the end of March”,")
  }

  @Test("calls a long stretch foreign when it is in none of the languages asked for")
  func foreignSegments() {
    let text = "Il forno resta spento.\n\nЗавод закроет вторую печь до конца года, сообщили в компании."
    #expect(identifier.segments(text, among: [.english, .italian]).map(\.language.rawValue) == ["it", "und"])
    #expect(identifier.segments("", among: nil).isEmpty)
  }

  @Test("gives the same answer to many tasks at once")
  func concurrent() async {
    let texts = Table("text/languages.tsv").rows.map { $0["text"] }
    let expected = texts.map { identifier.identify($0) }
    await withTaskGroup(of: [LanguageGuess].self) { group in
      for _ in 0..<8 { group.addTask { texts.map { identifier.identify($0) } } }
      for await guesses in group { #expect(guesses == expected) }
    }
  }

  @Test("survives any bytes, however long")
  func survives() {
    var generator = Numbers(state: 7)
    for _ in 0..<200 {
      let bytes = (0..<Int(generator.next() % 300)).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 32) }
      let text = String(decoding: bytes, as: UTF8.self)
      _ = identifier.identify(text)
      for segment in identifier.segments(text) { #expect(text[segment.range] != nil) }
    }
    _ = identifier.identify(String(repeating: "a", count: 100_000))
    #expect(identifier.identify(String(repeating: "il forno ", count: 10_000)).language == .italian)
  }

  @Test("helps short strings with word lists", arguments: Table("text/short-strings.tsv").rows)
  func wordLists(row: Table.Row) throws {
    var lists: [Language: [String]] = [:]
    for item in row.list("words") {
      let parts = item.split(separator: ":").map(String.init)
      lists[Language(rawValue: parts[0]), default: []].append(parts[1])
    }
    let helped = try LanguageIdentifier(path: Self.path, wordLists: lists)
    let among = row.list("among").map { Language(rawValue: $0) }
    #expect(identifier.identify(row["text"], among: among).language.rawValue == row["without"])
    #expect(helped.identify(row["text"], among: among).language.rawValue == row["with"])
  }

  @Test("shares the confidence among the languages that a text may be in")
  func shares() throws {
    for row in Table("text/languages.tsv").rows {
      for among in [nil, ["en", "it", "de", "es", "pt"]] as [[Language]?] {
        let best = identifier.identify(row["text"], among: among)
        let guesses = identifier.guesses(row["text"], among: among, least: 0)
        #expect(guesses.first == (best.language == .undetermined ? nil : best))
        #expect(guesses.allSatisfy { (0...1).contains($0.confidence) })
        #expect(guesses.reduce(0) { $0 + $1.confidence } < 1.0001)
        #expect(zip(guesses, guesses.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
        if let among { #expect(guesses.allSatisfy { among.contains($0.language) }) }
      }
    }
  }

  @Test("is less sure the less there is to go by")
  func confidence() {
    let long = identifier.identify("La fabbrica chiude il secondo forno prima della fine dell'anno.")
    #expect(long.language == .italian && long.confidence > 0.99)
    #expect(identifier.identify("la fabbrica").confidence < long.confidence)
    #expect(identifier.identify("no").confidence < 0.5)
  }

  @Test("refuses what is in none of the languages asked for")
  func foreign() {
    for row in Table("text/languages.tsv").rows where row["text"].utf8.count > 40 {
      let language = identifier.identify(row["text"], among: [.english, .italian]).language.rawValue
      #expect(language == (["en", "it"].contains(row["language"]) ? row["language"] : "und"))
    }
  }

  @Test("takes time in proportion to the text, also without blanks and with scripts that alternate")
  func hostile() {
    for unit in ["a", "é", "aя", "字a", "a ", "“", "\u{301}", "aя字 "] {
      let text = String(repeating: unit, count: (1 << 16) / unit.utf8.count)
      _ = identifier.identify(text)
      for segment in identifier.segments(text, among: ["en", "it", "ru"]) { #expect(text[segment.range] != nil) }
    }
  }

  @Test("refuses a model that is missing, cut off or damaged")
  func damagedModels() throws {
    #expect(throws: TextError.self) { try LanguageIdentifier(path: "/nowhere/model.bin") }
    let whole = try #require(Fixture.bytes("../../Lexicons/languages/model.bin"))
    var offset = whole
    // The byte model is the last part, behind three counts and its classes.
    let model = whole[20..<24].reversed().reduce(0) { $0 << 8 | Int($1) }
    let start = model + 12 + 16 * Int(whole[model])
    for index in (start + 12 * 500)..<(start + 12 * 501) { offset[index] = 0xFF }
    var counts = whole
    counts[4] = 200
    var rows = whole
    rows[28..<32] = [0xFF, 0xFF, 0xFF, 0xFF]
    var cases: [[UInt8]] = [[], [1, 2, 3], Array(whole.prefix(16)), Array(whole.dropLast(2)), offset, counts, rows]
    cases.append(Array(whole.prefix(200)))
    for (index, bytes) in cases.enumerated() {
      let path = FilePath("/tmp/koine-model-\(getpid())-\(index)")
      let file = try FileDescriptor.open(
        path,
        .writeOnly,
        options: [.create, .truncate],
        permissions: .ownerReadWrite
      )
      defer { _ = unsafe unlink(path.string) }
      _ = try file.closeAfter { try file.writeAll(bytes) }
      #expect(throws: TextError.self) { try LanguageIdentifier(path: path.string) }
    }
  }
}
