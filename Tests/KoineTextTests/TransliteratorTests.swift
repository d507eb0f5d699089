import KoineText
import TestTables
import Testing

@Suite struct TransliteratorTests {
  @Test("rewrites what its kind is for, and nothing else", arguments: Table("text/transliterate.tsv").rows)
  func rewrites(row: Table.Row) throws {
    let kind = try #require(Transliterator.Kind(rawValue: row["kind"]))
    let language = row["language"].isEmpty ? Language.undetermined : Language(rawValue: row["language"])
    let result = try Transliterator(kind, language: language).rewritten(row["text"])
    #expect(result.string == row["result"])
    #expect(result.map.isIdentity == (row["text"] == row["result"]))
  }

  @Test("leads each word, and each Chinese character, back to itself")
  func wayBack() throws {
    let text = "La 北京大学 e la Сбербанк: 삼성전자"
    let result = try Transliterator(.latin).rewritten(text)
    #expect(result.string == "La běijīng dàxué e la Sberbank: samseongjeonja")
    for (word, source) in [
      ("La ", "La "), ("běi", "北"), ("jīng", "京"), ("dà", "大"), ("xué", "学"), (" e la ", " e la "),
      ("Sberbank", "Сбербанк"), ("berb", "Сбербанк"), (": ", ": "), ("samseongjeonja", "삼성전자"),
    ] {
      let target = try #require(result.string.range(of: word))
      #expect(text[result.map.source(of: target)] == source[...], "\(word)")
    }
  }

  @Test("leads through marks and script at once into ASCII")
  func wayBackToASCII() throws {
    let text = "Già 北京: “Хрущёв”"
    let result = try Transliterator(.latinASCII).rewritten(text)
    #expect(result.string == "Gia beijing: \"Khrushchev\"")
    for (word, source) in [("a", "à"), ("bei", "北"), ("jing", "京"), ("\"Khru", "“Хрущёв"), ("v\"", "Хрущёв”")] {
      let target = try #require(result.string.range(of: word))
      #expect(text[result.map.source(of: target)] == source[...], "\(word)")
    }
  }

  @Test("opens any of ICU's transforms, and says which it does not know")
  func byIdentifier() throws {
    #expect(try Transliterator("Any-Latin; Latin-ASCII; Upper").transliterated("Москва 1") == "MOSKVA 1")
    #expect(try Transliterator("Lower").rewritten("ABC").map.source(of: TextRange(0..<1)) == TextRange(0..<3))
    #expect(throws: TextError.self) { try Transliterator("No-Such-Transform") }
  }

  @Test("serves several threads at once")
  func concurrency() async throws {
    let transliterator = Transliterator(.latinASCII)
    let rows = Table("text/transliterate.tsv").rows.filter { $0["kind"] == "latin-ascii" }
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<8 {
        group.addTask { try (0..<20).flatMap { _ in try rows.map { try transliterator.transliterated($0["text"]) } } }
      }
      for try await results in group {
        for (result, row) in zip(results, (0..<20).flatMap { _ in rows }) { #expect(result == row["result"]) }
      }
    }
  }

  @Test("survives any text, and leaves ASCII where it was", arguments: Transliterator.Kind.allCases)
  func survives(kind: Transliterator.Kind) throws {
    let seed: UInt64 = 7
    var texts = RandomText(seed: seed)
    let transliterator = Transliterator(kind)
    for round in 0..<150 {
      let text = texts.next(upTo: 30)
      let result = try transliterator.rewritten(text)
      let source = Array(text.utf8)
      let target = Array(result.string.utf8)
      var (from, to) = (0, 0)
      for edit in result.map.edits {
        try #require(source[from..<Int(edit.source.lower)] == target[to..<Int(edit.target.lower)], "\(seed) \(round)")
        #expect(text[edit.source] != nil && result.string[edit.target] != nil, "seed \(seed), round \(round)")
        (from, to) = (Int(edit.source.upper), Int(edit.target.upper))
      }
      try #require(source[from...] == target[to...], "seed \(seed), round \(round)")
    }
  }

  @Test("takes a long run without spaces in its stride")
  func longRun() throws {
    let text = String(repeating: "щ", count: 20_000) + String(repeating: "北", count: 20_000)
    let result = try Transliterator(.latin).rewritten(text)
    #expect(result.string.hasPrefix("ŝŝ") && result.string.hasSuffix("běi"))
  }
}

extension String {
  /// The UTF-8 offsets of the first `word`.
  fileprivate func range(of word: String) -> TextRange? {
    let (bytes, pattern) = (Array(utf8), Array(word.utf8))
    return bytes.indices.first { bytes[$0...].starts(with: pattern) }.map { TextRange($0..<($0 + pattern.count)) }
  }
}
