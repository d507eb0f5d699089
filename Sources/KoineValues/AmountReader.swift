import KoineText

extension ValueReader {
  /// A number with what it counts: money, percent, a quantity, a duration; or the number alone.
  func amount() -> Found? {
    if let currency = sign(start), number(start + 1) != nil {
      return money(currency, numberAt: start + 1)
    }
    guard let number = number(start), !isPartOfCode(start) else { return nil }
    var next = start + 1
    var scaled = number
    var scaleWord = ""
    if let scale = word(next, "scale"), let tens = Int(scale.value) {
      scaled = number.scaled(byTens: tens)
      scaleWord = " \(scale.english)"
      next += 1
    }
    let said = number.english + scaleWord
    if mark(next, "%") { return value(.percent, scaled, unit: "%", said + "%", end: next + 1) }
    if let percent = percentEnd(next) { return value(.percent, scaled, unit: "%", said + "%", end: percent) }
    if let currency = sign(next) ?? word(afterOf(next), "currency") {
      let end = sign(next) == nil ? afterOf(next) + 1 : next + 1
      return value(.money, scaled, unit: currency.value, "\(said) \(currency.english)", end: end)
    }
    if let unit = word(afterOf(next), "unit"), scaleWord.isEmpty || afterOf(next) > next || !isItalian {
      return value(.quantity, scaled, unit: unit.value, "\(said) \(unit.english)", end: afterOf(next) + 1)
    }
    if scaleWord.isEmpty, let period = word(next, "period") {
      return (
        Value(
          range: range(upTo: next + 1),
          kind: .duration,
          value: "P\(number.plain)\(period.value)",
          english: "\(said) \(period.english)"
        ), next + 1
      )
    }
    return value(.number, scaled, unit: nil, said, end: next)
  }

  private func money(_ currency: ValueVocabulary.Entry, numberAt: Int) -> Found? {
    guard let number = number(numberAt) else { return nil }
    let scale = word(numberAt + 1, "scale")
    let scaled = number.scaled(byTens: scale.flatMap { Int($0.value) } ?? 0)
    let said = "\(number.english)\(scale.map { " \($0.english)" } ?? "") \(currency.english)"
    return value(.money, scaled, unit: currency.value, said, end: numberAt + (scale == nil ? 1 : 2))
  }

  private func value(_ kind: Value.Kind, _ number: DecimalNumber, unit: String?, _ english: String, end: Int) -> Found {
    (Value(range: range(upTo: end), kind: kind, value: number.plain, unit: unit, english: english), end)
  }

  /// The index after `per cento`, or after `percent`.
  private func percentEnd(_ index: Int) -> Int? {
    if word(index, "percent")?.value == "%" { return index + 1 }
    if word(index, "percent")?.value == "per", word(index + 1, "percent")?.value == "cent" { return index + 2 }
    return nil
  }

  private func sign(_ index: Int) -> ValueVocabulary.Entry? {
    guard tokens.indices.contains(index), tokens[index].kind == .mark else { return nil }
    return vocabulary.entry(String(tokens[index].text), "currency")
  }

  /// Whether the number is a piece of an identifier, a version, a clock time or a telephone number.
  private func isPartOfCode(_ index: Int) -> Bool {
    let token = tokens[index]
    if index > 0, !token.isSpaced {
      let before = tokens[index - 1]
      if before.kind == .word, !before.text.hasSuffix("'") { return true }
      if before.kind == .mark, ["-", "/", ".", ":", "_", "#", "+", "&", "@"].contains(before.text) { return true }
    }
    guard index + 1 < tokens.count, !tokens[index + 1].isSpaced else { return false }
    let after = tokens[index + 1]
    if after.kind == .word { return word(index + 1, "unit") == nil && word(index + 1, "scale") == nil }
    return after.kind == .mark && ["-", "/", ":", "_", "@"].contains(after.text) && index + 2 < tokens.count
      && !tokens[index + 2].isSpaced
  }
}
