import KoineText
import TestTables
import Testing

@Suite struct SegmenterTests {
  @Test("splits into sentences", arguments: Table("text/segment.tsv").rows)
  func splits(row: Table.Row) {
    let segmenter = Segmenter(unit: .sentence, language: Language(tag: row["language"]))
    #expect(segmenter.strings(in: row["text"]) == row.list("sentences"))
  }

  @Test("finds words without punctuation")
  func words() {
    let words = Segmenter(unit: .word, language: .italian).strings(in: "L’acciaio, a 1.250,5 euro: sì!")
    #expect(words == ["L’acciaio", "a", "1.250,5", "euro", "sì"])
  }

  @Test("gives ranges in order that lose no letter, whatever the text", arguments: 0..<300 as Range<UInt64>)
  func covers(seed: UInt64) throws {
    let pieces = [
      "a", "B", ".", "!", "?", "…", "\n", " ", "“", "”", "«", "»", "\"", "(", ")", "è", "。", "Dr", "1", "\u{A0}", "-",
      "'", "🜁",
      "\u{2028}", "[", "]",
    ]
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    var text = ""
    for _ in 0..<80 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    let ranges = Segmenter(unit: .sentence, language: .english).ranges(in: text)
    var last: UInt32 = 0
    var letters = 0
    for range in ranges {
      #expect(range.lower >= last && !range.isEmpty)
      letters += try #require(text[range]).filter(\.isLetter).count
      last = range.upper
    }
    #expect(letters == text.filter(\.isLetter).count)
  }
}
