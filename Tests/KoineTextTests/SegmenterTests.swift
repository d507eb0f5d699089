@testable import KoineText
import TestTables
import Testing

@Suite struct SegmenterTests {
  @Test("splits into sentences", arguments: Table("text/segment.tsv").rows)
  func splits(row: Table.Row) {
    let segmenter = Segmenter(unit: .sentence, language: Language(tag: row["language"]))
    #expect(segmenter.strings(in: row["text"]) == row.list("sentences"))
  }

  @Test("knows the habits of many languages", arguments: Table("text/segment-languages.tsv").rows)
  func languages(row: Table.Row) {
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

  @Test("gives words and numbers, and nothing in between")
  func wordsAlone() {
    let segmenter = Segmenter(unit: .word, language: .italian)
    let words = segmenter.strings(in: "Il 3,5 % dell’acciaio — già venduto (S.p.A.)!")
    #expect(words == ["Il", "3,5", "dell’acciaio", "già", "venduto", "S.p.A"])
    #expect(segmenter.ranges(in: "… — !").isEmpty)
    #expect(segmenter.strings(in: "info@esempio.it, dell'acqua") == ["info@esempio.it", "dell'acqua"])
  }

  @Test("writes each sentence as one line on demand")
  func lines() {
    let segmenter = Segmenter(unit: .sentence, language: .english)
    #expect(
      segmenter.lines(in: "It was a cold \r\n night.  It was\u{A0}very  late.")
        == ["It was a cold night.", "It was\u{A0}very  late."]
    )
    #expect(Segmenter.line("これは父の\n家です。") == "これは父の家です。")
    #expect(Segmenter.line("It ends here\n.") == "It ends here.")
    #expect(Segmenter.line("one line") == "one line")
  }

  @Test("goes by the abbreviations that it is given")
  func abbreviations() {
    let text = "Vide app. Ferrum est. Finis."
    let own = Abbreviations(leading: ["app"])
    let segmenter = Segmenter(unit: .sentence, language: "la", abbreviations: own)
    #expect(segmenter.strings(in: text) == ["Vide app. Ferrum est.", "Finis."])
    let plain = Segmenter(unit: .sentence, language: "la", abbreviations: Abbreviations())
    #expect(plain.strings(in: text) == ["Vide app.", "Ferrum est.", "Finis."])
    #expect(Abbreviations.standard(for: .italian).trailing.contains("s.p.a"))
    #expect(Abbreviations.standard(for: .italian).starters.contains("perché"))
  }

  @Test("keeps to the text whatever it is: ranges in order, trimmed, nothing but space left out")
  func property() throws {
    var generator = Numbers(state: 13)
    let rows = Table("text/segment.tsv").rows.map { $0["text"] }
    let marks = [
      "\n", "\n\n", " ", ".", "\"", "«", "»", "(", ")", "1. ", "…", "’", "a) ", "\u{2028}", "é", "🚀", "!", "[2]",
      "\r\n",
    ]
    let segmenter = Segmenter(unit: .sentence, language: .italian)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int(generator.next() % 8) {
        if generator.next() % 2 == 0 { text += rows[Int(generator.next() % UInt64(rows.count))] }
        text += marks[Int(generator.next() % UInt64(marks.count))]
      }
      var last: UInt32 = 0
      for range in segmenter.ranges(in: text) {
        let piece = try #require(text[range])
        #expect(range.lower >= last && !piece.isEmpty)
        #expect(piece.first?.isWhitespace == false && piece.last?.isWhitespace == false)
        let gap = try #require(text[TextRange(lower: last, upper: range.lower)])
        #expect(gap.allSatisfy { $0.isWhitespace || $0 == "\u{200B}" })
        last = range.upper
      }
      let rest = try #require(text[TextRange(lower: last, upper: UInt32(text.utf8.count))])
      #expect(rest.allSatisfy { $0.isWhitespace })
    }
  }

  @Test(
    "does not hang on odd text",
    .timeLimit(.minutes(10)),
    arguments: [
      "(", "\"", "1. ", "a.A.", "«", "a) ", ".", "x", "\n", "... ", "!?", "’", "[1]", "A. ", "x.\n", "'", "„", "「",
      "z. B. ",
      "a.Ab", "• ", ". ", "(a. B) ", "\u{202F}", "。", "x \n",
    ]
  )
  func endsOnOddText(piece: String) {
    let segmenter = Segmenter(unit: .sentence, language: .english)
    let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
    let ranges = segmenter.ranges(in: text)
    #expect(ranges.allSatisfy { !$0.isEmpty } && (ranges.last?.upper ?? 0) <= text.utf8.count)
  }

  @Test("knows every character that Unicode calls a sentence terminal")
  func terminals() throws {
    let listed = try UnicodeData.lines("PropList.txt").compactMap { line -> ClosedRange<UInt32>? in
      let fields = line.prefix { $0 != "#" }.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      guard fields.count == 2, fields[1] == "Sentence_Terminal" else { return nil }
      let codes = fields[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
      return try #require(codes.first)...#require(codes.last)
    }
    #expect(listed.count > 70)
    for scalar in UInt32(0)...0x10FFFF {
      let isTerminal = SentenceMark.isTerminal(scalar)
      if isTerminal != listed.contains(where: { $0.contains(scalar) }) {
        Issue.record("U+\(String(scalar, radix: 16))")
      }
    }
  }

  @Test("keeps its words in order, apart from each other and in lower case", arguments: Abbreviations.languages)
  func words(of language: Language) {
    let words = Abbreviations.standard(for: language)
    let all = words.leading.union(words.trailing).union(words.closing).union(words.numbering).union(words.starters)
    #expect(!all.isEmpty)
    for word in all {
      #expect(word == word.lowercased() && !word.hasSuffix(".") && !word.hasPrefix("."))
      #expect(word.utf8.count <= 48)
    }
    #expect(words.leading.isDisjoint(with: words.starters))
  }

  @Test("gives the same answer to many tasks at once")
  func concurrent() async {
    let segmenter = Segmenter(unit: .sentence, language: .italian)
    let texts = Table("text/segment.tsv").rows.map { $0["text"] }
    let expected = texts.map { segmenter.ranges(in: $0) }
    await withTaskGroup(of: [[TextRange]].self) { group in
      for _ in 0..<8 { group.addTask { texts.map { segmenter.ranges(in: $0) } } }
      for await ranges in group { #expect(ranges == expected) }
    }
  }
}
