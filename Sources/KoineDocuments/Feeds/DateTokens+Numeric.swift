extension DateTokens {
  /// Reads dates written in numbers: ISO 8601 and W3CDTF, `2006/09/15`, `15.9.2006`, and a time behind them.
  mutating func numericDate() -> FeedDate? {
    at = 0
    // A weekday may stand before the numbers.
    if case .word = peek(), case .number(_, let digits) = peek(1) ?? .sign(" "), digits == 4 { at += 1 }
    if case .word = peek(), peek(1) == .sign(",") || peek(1) == .sign(" ") {
      var ahead = 1
      while peek(ahead) == .sign(",") || peek(ahead) == .sign(" ") || peek(ahead) == .sign(".") { ahead += 1 }
      at += ahead
    }
    let isAfterWord = at > 0
    // `March 2024` is no date of numbers, and a year alone behind a word says nothing.
    if case .word(let word)? = tokens.first, CalendarWords.month(word) != nil, word != "mar" { return nil }
    guard var date = takeDate(), !isAfterWord || !isYearAlone else { return nil }
    if isAtEnd { return date }
    guard takeSeparator(), takeTime(into: &date) || takeCompactTime(into: &date) else { return nil }
    if peek() == .sign(" "), peek(1) == .word("uhr") || peek(1) == .word("hrs") { at += 2 }
    if isAtEnd {
      date.offset = homeOffset
      return date
    }
    guard let zone = takeZone(), isAtEnd else { return nil }
    date.offset = zone
    return date
  }

  /// Whether what was taken last is a number at the end, and the only one.
  private var isYearAlone: Bool {
    isAtEnd
      && tokens.count(where: {
        if case .number = $0 { true } else { false }
      }) == 1
  }

  private mutating func takeSeparator() -> Bool {
    var found = false
    while !isAtEnd {
      if take(" ") || take(",") {
        found = true
      } else if peek() == .word("t") {
        at += 1
        found = true
      } else if case .word(let word) = peek(), CalendarWords.fillers.contains(word) {
        at += 1
      } else {
        break
      }
    }
    return found
  }

  private mutating func takeCompactTime(into date: inout FeedDate) -> Bool {
    guard case .number(let value, let digits) = peek(), digits == 4 || digits == 6 else { return false }
    at += 1
    date.hour = digits == 4 ? value / 100 : value / 10_000
    date.minute = digits == 4 ? value % 100 : value / 100 % 100
    date.second = digits == 4 ? 0 : value % 100
    return true
  }

  private mutating func takeDate() -> FeedDate? {
    if take("-") { return takeShortened() }
    guard case .number(let value, let digits) = peek() else { return nil }
    at += 1
    switch digits {
    case 4: return takeAfterYear(value)
    case 6:
      // `200312` may be a year and a month, `031231` can only be ISO 8601's short form.
      let year = value / 10_000
      guard year != 19, year != 20 else { return nil }
      return FeedDate(year: FeedDate.fullYear(year), month: value / 100 % 100, day: value % 100)
    case 7: return ordinal(value % 1000, in: value / 1000)
    case 8: return FeedDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    case 12, 14:
      let full = digits == 12 ? value * 100 : value
      var date = FeedDate(year: full / 10_000_000_000, month: full / 100_000_000 % 100, day: full / 1_000_000 % 100)
      date.hour = full / 10_000 % 100
      date.minute = full / 100 % 100
      date.second = full % 100
      return date
    case 1, 2: return takeBeforeYear(value)
    default: return nil
    }
  }

  /// ISO 8601's forms without a century: `-0312`, `-03-12`.
  private mutating func takeShortened() -> FeedDate? {
    guard case .number(let value, let digits) = peek() else { return nil }
    at += 1
    if digits == 4, isAtEnd { return FeedDate(year: FeedDate.fullYear(value / 100), month: value % 100, day: 1) }
    guard digits == 2, take("-"), let month = takeNumber(2...2), isAtEnd else { return nil }
    return FeedDate(year: FeedDate.fullYear(value), month: month, day: 1)
  }

  private mutating func takeAfterYear(_ year: Int) -> FeedDate? {
    guard let sign = dateSign else { return isAtEnd ? FeedDate(year: year, month: 1, day: 1) : nil }
    at += 1
    _ = take(" ")
    let month: Int
    if case .word(let name) = peek(), let number = CalendarWords.month(name) {
      at += 1
      month = number
    } else if case .number(let value, let digits) = peek() {
      at += 1
      if digits == 3, dateSign != sign { return ordinal(value, in: year) }
      guard digits <= 3 else { return nil }
      month = value
    } else {
      return nil
    }
    guard peek() == .sign(sign) else {
      return sign == "-" && isAtEnd ? FeedDate(year: year, month: month, day: 1) : nil
    }
    at += 1
    _ = take(" ")
    guard let day = takeNumber(1...2), dateSign != "-" else { return nil }
    if peek() == .sign("."), sign == "." { at += 1 }
    return FeedDate(year: year, month: month, day: day)
  }

  /// Reads `15/09/2006` and its kind where only one order of day and month is possible; dots mean the day comes first.
  private mutating func takeBeforeYear(_ first: Int) -> FeedDate? {
    guard let sign = dateSign else { return nil }
    at += 1
    _ = sign == "." && take(" ")
    guard let second = takeNumber(1...2), peek() == .sign(sign) else { return nil }
    at += 1
    _ = sign == "." && take(" ")
    guard let year = takeNumber(4...4) else { return nil }
    if sign == "." || first == second { return FeedDate(year: year, month: second, day: first) }
    if first > 12 { seenOrder = .dayFirst } else if second > 12 { seenOrder = .monthFirst }
    switch seenOrder ?? order {
    case .dayFirst: return FeedDate(year: year, month: second, day: first)
    case .monthFirst: return FeedDate(year: year, month: first, day: second)
    case nil: return nil
    }
  }

  private var dateSign: Unicode.Scalar? {
    if case .sign(let sign) = peek(), sign == "-" || sign == "/" || sign == "." { return sign }
    return nil
  }

  private func ordinal(_ dayOfYear: Int, in year: Int) -> FeedDate? {
    var day = dayOfYear
    guard day >= 1 else { return nil }
    for month in 1...12 {
      let length = FeedDate.days(in: month, of: year)
      if day <= length { return FeedDate(year: year, month: month, day: day) }
      day -= length
    }
    return nil
  }
}
