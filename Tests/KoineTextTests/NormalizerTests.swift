import KoineText
import TestTables
import Testing

@Suite struct NormalizerTests {
  @Test("writes each form", arguments: Table("text/normalize.tsv").rows)
  func forms(row: Table.Row) throws {
    for form in Normalizer.Form.allCases {
      let normalizer = Normalizer(form: form)
      let result = try normalizer.normalized(row["text"])
      #expect(Array(result.string.utf8) == Array(row[form.rawValue].utf8), "\(form)")
      #expect(normalizer.isNormalized(row[form.rawValue]), "\(form)")
      #expect(normalizer.isNormalized(row["text"]) == result.map.isIdentity, "\(form)")
    }
  }

  @Test("tells what became what", arguments: Table("text/normalize-edits.tsv").rows)
  func edits(row: Table.Row) throws {
    let form = try #require(Normalizer.Form(rawValue: row["form"]))
    let result = try Normalizer(form: form).normalized(row["text"])
    let edits = result.map.edits.map { "\(row["text"][$0.source] ?? "?")>\(result.string[$0.target] ?? "?")" }
    #expect(edits.map { Array($0.utf8) } == row.list("edits").map { Array($0.utf8) })
  }

  @Test("leads every character back to exactly what it came from", arguments: Normalizer.Form.allCases)
  func wayBack(form: Normalizer.Form) throws {
    let seed: UInt64 = 15
    var texts = RandomText(seed: seed)
    let normalizer = Normalizer(form: form)
    for round in 0..<1500 {
      let text = texts.next(upTo: 24)
      let result = try normalizer.normalized(text)
      let place: Comment = "seed \(seed), round \(round): \(text.unicodeScalars.map { String($0.value, radix: 16) })"
      try #require(normalizer.isNormalized(result.string), place)
      let (source, target) = (Array(text.utf8), Array(result.string.utf8))
      var (from, to) = (0, 0)
      for edit in result.map.edits + [.init(source: end(source), target: end(target))] {
        // What lies between two edits is the same in both.
        try #require(edit.source.indices.lowerBound >= from && edit.target.indices.lowerBound >= to, place)
        try #require(source[from..<Int(edit.source.lower)] == target[to..<Int(edit.target.lower)], place)
        for offset in to..<Int(edit.target.lower) {
          let range = TextRange((from + offset - to)..<(from + offset - to + 1))
          try #require(result.map.source(of: TextRange(offset..<(offset + 1))) == range, place)
        }
        (from, to) = (Int(edit.source.upper), Int(edit.target.upper))
        if edit.source.isEmpty { continue }
        try expectsExact(edit, text, result, place, normalizer)
      }
      try #require(from == source.count && to == target.count, place)
    }
  }

  @Test("composes the ways back of two forms", arguments: [Normalizer.Form.nfc, .nfd, .nfkc, .nfkd])
  func composes(form: Normalizer.Form) throws {
    let seed: UInt64 = 29
    var texts = RandomText(seed: seed)
    for round in 0..<500 {
      let text = texts.next(upTo: 16)
      let first = try Normalizer(form: .nfd).normalized(text)
      let second = try Normalizer(form: form).normalized(first.string)
      let map = second.map.following(first.map)
      var at: UInt32 = 0
      for scalar in second.string.unicodeScalars {
        let target = TextRange(lower: at, upper: at + UInt32(UTF8.width(scalar)))
        at = target.upper
        let stepwise = first.map.source(of: second.map.source(of: target))
        #expect(map.source(of: target).contains(stepwise), "seed \(seed), round \(round)")
        #expect(text[map.source(of: target)] != nil, "seed \(seed), round \(round)")
      }
      for edit in map.edits {
        let again = try Normalizer(form: form).normalized(String(text[edit.source] ?? "?"))
        #expect(Array(again.string.utf8) == Array((second.string[edit.target] ?? "?").utf8), "round \(round)")
      }
    }
  }

  @Test("hands back what is in the form already as it is")
  func isIdentity() throws {
    for text in ["", "plain", "perché", "北方华创", "삼성전자", "Σωκράτης"] {
      let result = try Normalizer(form: .nfc).normalized(text)
      #expect(result == RewrittenText(unchanged: text))
    }
  }

  private func end(_ bytes: [UInt8]) -> TextRange { TextRange(bytes.count..<bytes.count) }

  /// An edit's source becomes its target by itself, and no part of it becomes a part of the target by itself.
  private func expectsExact(
    _ edit: OffsetMap.Edit,
    _ text: String,
    _ result: RewrittenText,
    _ place: Comment,
    _ normalizer: Normalizer
  ) throws {
    let old = try #require(text[edit.source], place)
    let new = try #require(result.string[edit.target], place)
    try #require(try normalizer.normalized(String(old)).string.utf8.elementsEqual(new.utf8), place)
    for index in new.utf8.indices {
      let lower = result.string.utf8.distance(from: result.string.startIndex, to: index)
      try #require(result.map.source(of: TextRange(lower..<(lower + 1))) == edit.source, place)
    }
    if new.isEmpty { return }
    for cut in old.unicodeScalars.indices.dropFirst() {
      let head = try normalizer.normalized(String(old.unicodeScalars[..<cut])).string
      let tail = try normalizer.normalized(String(old.unicodeScalars[cut...])).string
      let isSplit = (Array(head.utf8) + Array(tail.utf8)).elementsEqual(new.utf8)
      try #require(!isSplit, "\(place) can be cut: \(old.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }
}
