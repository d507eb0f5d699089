import KoineText

/// Reads one value that starts at a token.
struct ValueReader {
  typealias Found = (value: Value, end: Int)

  let tokens: [ValueToken]
  let start: Int
  let vocabulary: ValueVocabulary
  let decimal: Character
  let group: Character
  let isItalian: Bool

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  // MARK: pieces

  func word(_ index: Int, _ kind: String) -> ValueVocabulary.Entry? {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return nil }
    return vocabulary.entry(String(tokens[index].text), kind)
  }

  func number(_ index: Int) -> DecimalNumber? {
    guard tokens.indices.contains(index), tokens[index].kind == .number else { return nil }
    return DecimalNumber(tokens[index].text, decimal: decimal, group: group)
  }

  func integer(_ index: Int, _ range: ClosedRange<Int>, digits: ClosedRange<Int>) -> Int? {
    guard tokens.indices.contains(index), tokens[index].kind == .number, digits.contains(tokens[index].text.count),
      let value = Int(tokens[index].text), range.contains(value)
    else { return nil }
    return value
  }

  func year(_ index: Int) -> Int? { integer(index, 1800...2199, digits: 4...4) }

  func day(_ index: Int) -> Int? { integer(index, 1...31, digits: 1...2) }

  func mark(_ index: Int, _ text: String) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .mark && tokens[index].text == text
  }

  func range(upTo end: Int) -> TextRange {
    TextRange(lower: tokens[start].range.lower, upper: tokens[end - 1].range.upper)
  }

  func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The index after an optional *of*: `metà del 2025`.
  func afterOf(_ index: Int) -> Int { word(index, "of") == nil ? index : index + 1 }

  // MARK: dates

  func date() -> Found? { isoDate() ?? dayFirst() ?? monthFirst() ?? partOfYear() ?? yearAlone() }

  private func date(_ value: String, _ english: String, end: Int) -> Found {
    (Value(range: range(upTo: end), kind: .date, value: value, english: english), end)
  }

  private func isoDate() -> Found? {
    if let year = year(start), mark(start + 1, "-"), let month = integer(start + 2, 1...12, digits: 2...2),
      mark(start + 3, "-"), let day = integer(start + 4, 1...31, digits: 2...2), isDay(day, month, year)
    {
      return date("\(year)-\(padded(month))-\(padded(day))", english(day, month, year), end: start + 5)
    }
    // Day and month are told apart only where a language always writes the day first.
    if isItalian, let day = day(start), mark(start + 1, "/"), let month = integer(start + 2, 1...12, digits: 1...2),
      mark(start + 3, "/"), let year = year(start + 4), isDay(day, month, year)
    {
      return date("\(year)-\(padded(month))-\(padded(day))", english(day, month, year), end: start + 5)
    }
    return nil
  }

  /// `12 marzo 2024`, `1º marzo`, `12 March 2024`.
  private func dayFirst() -> Found? {
    guard let day = day(start) else { return nil }
    var next = start + 1
    if mark(next, "º") || mark(next, "°") || word(next, "ordinal")?.value == "day" { next += 1 }
    guard let name = word(next, "month"), let month = Int(name.value) else { return nil }
    next += 1
    let yearAt = afterOf(next)
    if let year = year(yearAt), isDay(day, month, year) {
      return date("\(year)-\(padded(month))-\(padded(day))", english(day, month, year), end: yearAt + 1)
    }
    guard isDay(day, month, 2000) else { return nil }
    return date("XXXX-\(padded(month))-\(padded(day))", "\(Self.months[month - 1]) \(day)", end: next)
  }

  /// `March 12, 2024`, `March 2024`, `marzo del 2024`.
  private func monthFirst() -> Found? {
    guard let name = word(start, "month"), let month = Int(name.value) else { return nil }
    if !isItalian, let day = day(start + 1) {
      var next = start + 2
      if word(next, "ordinal")?.value == "day" { next += 1 }
      let yearAt = mark(next, ",") ? next + 1 : next
      if let year = year(yearAt), isDay(day, month, year) {
        return date("\(year)-\(padded(month))-\(padded(day))", english(day, month, year), end: yearAt + 1)
      }
      if isDay(day, month, 2000) {
        return date("XXXX-\(padded(month))-\(padded(day))", "\(Self.months[month - 1]) \(day)", end: next)
      }
    }
    let yearAt = afterOf(start + 1)
    guard let year = year(yearAt) else { return nil }
    return date("\(year)-\(padded(month))", "\(Self.months[month - 1]) \(year)", end: yearAt + 1)
  }

  /// `prima metà del 2025`, `third quarter of 2024`, `Q3 2024`.
  private func partOfYear() -> Found? {
    if tokens[start].text.count == 1,
      tokens[start].text == "q" || tokens[start].text == "h" || tokens[start].text == "t",
      let number = integer(start + 1, 1...4, digits: 1...1), !tokens[start + 1].isSpaced, let year = year(start + 2)
    {
      let isHalf = tokens[start].text == "h"
      guard !isHalf || number <= 2 else { return nil }
      return part(number, isHalf ? "half" : "quarter", year, end: start + 3)
    }
    guard let ordinal = word(start, "ordinal").flatMap({ Int($0.value) }), let name = word(start + 1, "part") else {
      return nil
    }
    let yearAt = afterOf(start + 2)
    guard let year = year(yearAt), ordinal <= (name.value == "half" ? 2 : 4) else { return nil }
    return part(ordinal, name.value, year, end: yearAt + 1)
  }

  private func part(_ number: Int, _ part: String, _ year: Int, end: Int) -> Found {
    let ordinals = ["first", "second", "third", "fourth"]
    let code = part == "half" ? 39 + number : 32 + number
    return date("\(year)-\(code)", "\(ordinals[number - 1]) \(part) of \(year)", end: end)
  }

  private func yearAlone() -> Found? {
    guard let year = year(start), year >= 1900, year < 2100, word(start - 1, "before-year") != nil,
      !(mark(start + 1, "-") && number(start + 2) != nil), word(start + 1, "unit") == nil,
      word(start + 1, "currency") == nil
    else { return nil }
    return date("\(year)", "\(year)", end: start + 1)
  }

  private func english(_ day: Int, _ month: Int, _ year: Int) -> String { "\(Self.months[month - 1]) \(day), \(year)" }

  private func isDay(_ day: Int, _ month: Int, _ year: Int) -> Bool {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day >= 1 && day <= days[month - 1]
  }
}
