import KoineLexicon

/// What of a name is neither legal form nor remark in parentheses.
extension NamePreparer {
  // `Foo (Japan)` drops the country, `Foo Bar (FB)` drops the acronym and remembers it.
  func dropParentheses(
    _ folded: FoldedName,
    _ numbers: [Int32],
    _ kept: inout [Int],
    _ out: inout PreparedName
  ) {
    let inside = kept.filter { folded.tokens[$0].isParenthetical }
    guard let first = inside.first, let last = inside.last, inside.count < kept.count else { return }
    let outside = kept.filter { !folded.tokens[$0].isParenthetical }
    if last == kept.last, last - first == inside.count - 1,
      tables.places.known(folded.bytes.span.extracting(folded.extent(of: first..<(last + 1)))) != nil
    {
      kept = outside
      return
    }
    // An exchange with a ticker, `(NYSE: ABC)`, says nothing about the name.
    if inside.count == 2, facts[Int(numbers[first])].flags.contains(.isExchange) {
      kept = outside
      return
    }
    // An acronym of what comes before it says nothing new; one of the whole name is remembered.
    var dropped: Set<Int> = []
    for index in inside where isAlone(index, folded) && (2...10).contains(folded.tokens[index].count) {
      let word = Array(folded.bytes[folded.tokens[index].range])
      let isWhole = inside.count == 1
      let before = isWhole ? outside : outside.filter { $0 < index }
      let initials = before.map { folded.bytes[Int(folded.tokens[$0].lower)] }
      let telling = before.filter { facts[Int(numbers[$0])].flags.isDisjoint(with: [.isStop, .isLegalForm]) }
        .map { folded.bytes[Int(folded.tokens[$0].lower)] }
      if AcronymRule.fit(word, initials) || AcronymRule.fit(word, telling)
        || word.count >= 3 && word.first == telling.first && AcronymRule.runs(word, through: telling)
      {
        if isWhole { out.acronym = folded.tokens[index].hash }
        dropped.insert(index)
      } else if word.count >= 3, telling.suffix(word.count).elementsEqual(word) {
        dropped.insert(index)
      }
    }
    if !dropped.isEmpty { kept.removeAll { dropped.contains($0) } }
  }

  // Whether the word is alone in its parentheses, as far as the words around it tell.
  private func isAlone(_ index: Int, _ folded: FoldedName) -> Bool {
    (index == 0 || !folded.tokens[index - 1].isParenthetical)
      && (index + 1 == folded.tokens.count || !folded.tokens[index + 1].isParenthetical)
  }

  private static let the = NameHash.of("the".utf8)

  /// What is left of `kept` after legal forms at either end are taken away.
  func coreRange(_ folded: FoldedName, _ numbers: [Int32], _ kept: [Int], _ out: inout PreparedName)
    -> Range<Int>
  {
    var core = 0..<kept.count
    while core.count > 1 {
      // `Acme Inc., The` and `Acme Inc/the`.
      if folded.tokens[kept[core.upperBound - 1]].hash == Self.the {
        core = core.lowerBound..<(core.upperBound - 1)
      } else if let (length, form) = formAtEnd(folded, numbers, kept, core) {
        core = core.lowerBound..<(core.upperBound - length)
        out.legalForm = out.legalForm ?? form
      } else if let (length, form) = formAtStart(folded, numbers, kept, core) {
        core = (core.lowerBound + length)..<core.upperBound
        out.legalForm = out.legalForm ?? form
      } else {
        break
      }
    }
    return core
  }

  @inline(__always)
  private func formAtEnd(_ folded: FoldedName, _ numbers: [Int32], _ kept: [Int], _ core: Range<Int>)
    -> (Int, LegalForm)?
  {
    let last = kept[core.upperBound - 1]
    // Most words neither begin nor end a legal form, and one look tells.
    var length = min(Int(facts[Int(numbers[last])].endLength), core.count - 1)
    while length > 0 {
      if let form = fact(folded, kept[core.upperBound - length], last, length)?.endForm { return (length, form) }
      length -= 1
    }
    // A long form mistyped: `Aktiengeselschaft`.
    let token = folded.tokens[last]
    if numbers[last] == 0, token.count >= 8, core.count > 1, let form = MistypedForms.form(folded.bytes, token.range) {
      return (1, form)
    }
    return nil
  }

  @inline(__always)
  private func formAtStart(_ folded: FoldedName, _ numbers: [Int32], _ kept: [Int], _ core: Range<Int>)
    -> (Int, LegalForm)?
  {
    let first = kept[core.lowerBound]
    var length = min(Int(facts[Int(numbers[first])].startLength), core.count - 1)
    while length > 0 {
      if let form = fact(folded, first, kept[core.lowerBound + length - 1], length)?.startForm { return (length, form) }
      length -= 1
    }
    return nil
  }
}
