import KoineText
import TestTables
import Testing

@Suite struct CleanerTests {
  @Test("mends damage and leaves good text alone", arguments: Table("text/clean.tsv").rows)
  func cleans(row: Table.Row) {
    let cleaned = Cleaner().cleaned(row["text"])
    #expect(cleaned.text.string == row["cleaned"])
    #expect(Array(cleaned.text.string.utf8) == Array(row["cleaned"].utf8))
    let kinds = CleanedText.Change.Kind.allCases.filter { kind in cleaned.changes.contains { $0.kind == kind } }
    #expect(kinds.map(\.rawValue) == row.list("kinds"))
    #expect(cleaned.isRepaired == kinds.contains(.mojibake))
  }

  @Test("changes nothing the second time", arguments: Table("text/clean.tsv").rows)
  func isStable(row: Table.Row) {
    for house in [false, true] {
      let once = Cleaner(house: house).cleaned(row["text"]).text.string
      #expect(Cleaner(house: house).cleaned(once).changes.isEmpty)
    }
  }

  @Test("writes typographic variants in one plain form", arguments: Table("text/house.tsv").rows)
  func house(row: Table.Row) {
    let cleaned = Cleaner(house: true).cleaned(row["text"])
    #expect(cleaned.text.string == row["house"])
    #expect(Cleaner(house: true).cleaned(row["house"]).changes.isEmpty)
  }

  @Test("keeps the way back to the text as it was")
  func wayBack() {
    let text = "Ecco: lâ€™altoforno “Ã¨” &egrave; spento\u{200B} — fine"
    let cleaned = Cleaner(house: true).cleaned(text)
    #expect(cleaned.text.string == "Ecco: l'altoforno \"è\" è spento – fine")
    for (word, source) in [
      ("l'altoforno", "lâ€™altoforno"), ("\"è\"", "“Ã¨”"), (" è ", " &egrave; "), ("fine", "fine"),
    ] {
      let target = range(of: word, in: cleaned.text.string)
      #expect(text[cleaned.text.map.source(of: target)] == source[...])
    }
    #expect(cleaned.changes.first { $0.kind == .entity }.flatMap { text[$0.range] } == "&egrave;")
    #expect(cleaned.changes.first { $0.kind == .mojibake }.flatMap { text[$0.range] } == "â€™")
    #expect(
      cleaned.changes.filter { $0.kind == .house }.compactMap { text[$0.range] } == ["â€™", "“", "”", " — "]
    )
  }

  @Test("leads every unchanged character back to itself, whatever the text")
  func property() throws {
    var generator = Numbers(state: 3)
    let pieces = Table("text/clean.tsv").rows.map { $0["text"] } + Table("text/house.tsv").rows.map { $0["text"] }
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    for round in 0..<300 {
      var text = ""
      for _ in 0..<Int(generator.next() % 6) {
        text += pieces[Int(generator.next() % UInt64(pieces.count))]
        text.append(letters[Int(generator.next() % UInt64(letters.count))])
      }
      for house in [false, true] {
        let cleaned = Cleaner(house: house).cleaned(text)
        let output = Array(cleaned.text.string.utf8)
        let source = Array(text.utf8)
        var last: UInt32 = 0
        var at = cleaned.text.map.edits.startIndex
        for offset in output.indices {
          let target = TextRange(offset..<(offset + 1))
          let from = cleaned.text.map.source(of: target)
          try #require(Int(from.upper) <= source.count && from.lower >= last, "round \(round)")
          last = from.lower
          while at < cleaned.text.map.edits.count, Int(cleaned.text.map.edits[at].target.upper) <= offset { at += 1 }
          let isInEdit = at < cleaned.text.map.edits.count && Int(cleaned.text.map.edits[at].target.lower) <= offset
          if !isInEdit { try #require(from.count == 1 && source[Int(from.lower)] == output[offset], "round \(round)") }
        }
      }
    }
  }

  @Test("joins words at the ends of lines as the word test says")
  func hyphens() {
    let line = { (word: String) in
      "La fonderia ha chiuso ieri sera dopo una trattativa \(word) con gli operai della valle."
    }
    for (words, joined) in [
      (["internazionale"], "internazionale"), (["inter", "nazionale"], "inter-\nnazionale"),
      ([], "internazionale"),
    ] {
      let cleaner = Cleaner(isWord: { words.contains($0) })
      #expect(cleaner.cleaned(line("inter-\nnazionale")).text.string == line(joined))
    }
  }

  @Test("tells of halves of surrogate pairs that it leaves")
  func findings() {
    let text = "Ã¨ \\ud83d e \\ud83d\\ude00"
    let cleaned = Cleaner().cleaned(text)
    #expect(cleaned.text.string == "è \\ud83d e 😀")
    #expect(cleaned.findings.map(\.code) == ["clean.lone-surrogate"])
    #expect(cleaned.findings.first?.range.flatMap { text[$0] } == "\\ud83d")
  }

  @Test(
    "takes hostile text as it comes",
    arguments: [
      "Ã", "&amp;", "&", "&#", "\u{202E}", "א\u{2067}", "א\u{2069}", "\u{301}", "-\n", "aa-\n", "\u{1B}[", "\\ud800",
      "Ã\u{A0}", "http://a?b&", "\u{AD}\n", "â€",
    ]
  )
  func hostile(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    for house in [false, true] {
      let cleaned = Cleaner(house: house).cleaned(text)
      #expect(cleaned.text.map.source(of: TextRange(0..<cleaned.text.string.utf8.count)).upper <= text.utf8.count)
    }
  }

  @Test("survives random bytes")
  func survives() {
    var generator = Numbers(state: 5)
    let alphabet: [UInt32] = [
      0xC3, 0xA9, 0xE2, 0x20AC, 0x2122, 0xED, 0xA0, 0xBD, 0xB8, 0x8D, 0xFFFD, 0x20, 0x3F, 0x26, 0x23, 0x3B, 0x410,
      0x420,
      0x251C, 0x2524, 0x221A, 0x61, 0x41, 0xF0, 0x178, 0x1C, 0x200D, 0x202E, 0xE0041, 0x301, 0x10FFFF, 0x0A, 0x2D, 0xAD,
      0x5C, 0x75, 0x64, 0x38, 0x2067, 0x2069, 0x5D0, 0x1B, 0x5B, 0x0C,
      0x200B, 0x3BE,
    ]
    for _ in 0..<2000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int(generator.next() % 30) {
        guard let scalar = Unicode.Scalar(alphabet[Int(generator.next() % UInt64(alphabet.count))]) else { continue }
        view.append(scalar)
      }
      let text = String(view)
      for house in [false, true] {
        let cleaned = Cleaner(house: house).cleaned(text)
        for change in cleaned.changes { #expect(text[change.range] != nil) }
      }
    }
  }

  private func range(of word: String, in text: String) -> TextRange {
    let bytes = Array(text.utf8)
    let pattern = Array(word.utf8)
    let lower = bytes.indices.first { bytes[$0...].starts(with: pattern) } ?? 0
    return TextRange(lower..<(lower + pattern.count))
  }
}
