extension DateTokens {
  /// Reads the whole text: every token must be understood, and together they must say one date.
  mutating func date(order: FeedDate.Order?) -> (date: FeedDate, order: FeedDate.Order?)? {
    if let date = epochDate ?? shortenedDate { return (date, nil) }
    at = 0
    takeLabel()
    var strangers = 0
    while !isAtEnd {
      if takePart() { continue }
      // The one word that may be unknown is the weekday's name: before the date, or in Turkish before the time.
      guard case .word = peek(), digitCount(1) == 0, strangers == 0,
        parts.isEmpty || parts.isDated && !parts.hasTime && at + 1 < tokens.count
      else { return nil }
      strangers += 1
      at += 1
      _ = take(".")
    }
    return parts.date(order: order)
  }

  /// Skips what names the date: all before the first colon, or a place before the first comma.
  private mutating func takeLabel() {
    var words = 0
    for index in tokens.indices.prefix(16) {
      switch tokens[index] {
      case .number: return
      case .word(let word):
        words += 1
        if CalendarWords.month(word) != nil || CalendarWords.half(word) != nil || CalendarWords.era(word) != nil {
          return
        }
      case .sign(":"):
        if words > 0, words <= 6 { at = index + 1 }
        return
      case .sign(","):
        // `New York, 3 March 2025`: a weekday needs no skipping, it is understood.
        if words == 2 || words == 3 { at = index + 1 }
        return
      case .sign: continue
      }
    }
  }

  /// Takes the next part of the date, if it is one.
  private mutating func takePart() -> Bool {
    guard let token = peek() else { return false }
    switch token {
    case .number: return takeTime() || takeNumericDate() || takeBareNumber()
    case .word(let word): return takeTime() || takeWord(word)
    case .sign(let sign): return takeSign(sign)
    }
  }

  // MARK: signs

  private mutating func takeSign(_ sign: Unicode.Scalar) -> Bool {
    if parts.hasTime, parts.zone == nil, takeZone() { return true }
    switch sign {
    case " ", ",", ";", "|", "(", ")", "[", "]", "\"", "@", "!": at += 1
    case "'":
      at += 1
      if parts.month != nil, digitCount() == 2, case .number(let value, let digits) = peek() {
        at += 1
        parts.numbers.append(
          .init(value: FeedDate.fullYear(value), digits: digits + 2, isBeforeMonth: false, isDay: false, isYear: true)
        )
      }
    case "-":
      // Between blanks a dash separates; what two dates or times span is not one of them.
      guard parts.isEmpty && isWord(before: at) || peek(1) == .sign(" "), !parts.hasTime || !parts.isDated,
        parts.numbers.isEmpty || parts.month != nil || digitCount(next(1)) == 0
      else {
        return false
      }
      at += 1
    case ".":
      guard peek(1) == nil || peek(1) == .sign(" ") || peek(1) == .sign(",") || isWord(before: at) else { return false }
      at += 1
    case ":":
      // `ore: 9.30`, `03/Mar/2025:09:30:00`
      guard isWord(before: at) || parts.isDated && !parts.hasTime && digitCount(1) == 2 else { return false }
      at += 1
    case "/":
      guard peek(1) == .sign(" ") else { return false }
      at += 1
    case "年", "月", "日":
      // Units behind numbers that are understood already.
      guard parts.isDated else { return false }
      at += 1
    default: return false
    }
    return true
  }

  private func isWord(before index: Int) -> Bool {
    var index = index - 1
    if index >= 0, tokens[index] == .sign(" ") { index -= 1 }
    guard index >= 0, case .word = tokens[index] else { return false }
    return true
  }

  // MARK: numbers

  private mutating func takeBareNumber() -> Bool {
    guard !parts.isDated, case .number(let value, let digits) = peek(), digits <= 4, digits != 3 || parts.era != nil
    else {
      return false
    }
    at += 1
    var number = DateParts.Number(
      value: value,
      digits: digits,
      isBeforeMonth: parts.month == nil,
      isDay: false,
      isYear: digits >= 3 || parts.era != nil && parts.numbers.allSatisfy { !$0.isYear }
    )
    switch peek() {
    case .sign("."), .sign("º"), .sign("°"):
      // An ordinal's dot, or the one behind a year in Hungarian.
      number.isDay = digits <= 2
      at += 1
    case .sign("-"), .sign("/"):
      // The dashes of `13-Feb-2012` and `Feb-13-2012`.
      if CalendarWords.month(word(1)) != nil || parts.month != nil && digits <= 2 && digitCount(1) == 4 { at += 1 }
    case .sign("年"):
      number.isYear = true
      at += 1
    case .sign("日"):
      number.isDay = true
      at += 1
    case .word(let word) where Self.ordinals.contains(word):
      number.isDay = digits <= 2
      at += 1
    default: break
    }
    // Swedish and Finnish hang the ending on with a colon, Russian and others with a dash.
    if peek() == .sign(":") || peek() == .sign("-"), Self.ordinals.contains(word(1)) {
      number.isDay = digits <= 2
      at += 2
    }
    parts.numbers.append(number)
    return true
  }

  private static let ordinals: Set<String> = [
    "st", "nd", "rd", "th", "er", "re", "ere", "\u{1D49}\u{2B3}", "e", "º", "ª", "o", "a", "ste", "de", "го", "е", "η",
    "eko",
    "na", "an",
  ]

  // MARK: words

  private mutating func takeWord(_ word: String) -> Bool {
    if word == "t", parts.isDated, !parts.hasTime, digitCount(next(1)) > 0 {
      at += 1
      isBehindT = true
      return true
    }
    if parts.hasTime, parts.zone == nil, takeZone() { return true }
    if takeMonth() || takeWeekday() { return true }
    if let era = CalendarWords.era(word), parts.era == nil {
      parts.era = era
      at += 1
      return true
    }
    if CalendarWords.timeMarks.contains(word), word.utf8.count > 1 || digitCount(1) != 4 {
      at += 1
      _ = take(".")
      timeMarkEnd = at + next()
      // `o'clock` stands behind its number and is understood there.
      return true
    }
    guard
      CalendarWords.fillers.contains(word)
        || CalendarWords.labels.contains(word) && parts.isEmpty && !parts.hasTime
    else { return false }
    at += 1
    // Portuguese weekdays are of two words, `l'` and `d'` stand before vowels.
    _ = take(".")
    return true
  }

  private mutating func takeMonth() -> Bool {
    guard parts.month == nil, parts.readings.isEmpty, let (month, length) = month(at: 0), !isWeekday(length) else {
      return false
    }
    parts.month = month
    parts.otherMonth = CalendarWords.otherMonth(word())
    at += length
    _ = take(".")
    if peek() == .sign("-") || peek() == .sign("/"), digitCount(1) > 0 { at += 1 }
    return true
  }

  /// The month that is named `ahead`, and by how many tokens.
  func month(at ahead: Int) -> (month: Int, length: Int)? {
    let first = word(ahead)
    guard !first.isEmpty else { return nil }
    if peek(ahead + 1) == .sign("."), let month = CalendarWords.month(first + "." + word(ahead + 2)) {
      return (month, 3)
    }
    if first == "thang", case .number(let month, let digits) = peek(next(ahead + 1)), digits <= 2 {
      return (month, next(ahead + 1) + 1 - ahead)
    }
    return CalendarWords.month(first).map { ($0, 1) }
  }

  private mutating func takeWeekday() -> Bool {
    let name = word()
    if name == "thu", peek(1) == .sign(" "), let day = Self.vietnameseDays[word(2)] {
      parts.weekdays = 1 << UInt8(day)
      at += 3
      return true
    }
    guard let days = CalendarWords.weekday(name), parts.weekdays == nil || !CalendarWords.fillers.contains(name) else {
      return false
    }
    at += 1
    if !CalendarWords.fillers.contains(name) { parts.weekdays = days }
    _ = take(".")
    if peek() == .sign("-") || peek() == .sign(" "), word(1) == "feira" { at += 2 }
    return true
  }

  private static let vietnameseDays = ["hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5]

  /// "mar" is March and, in Italian, French and Spanish, Tuesday: the weekday stands first and a month follows.
  private func isWeekday(_ length: Int) -> Bool {
    guard length == 1, CalendarWords.weekday(word()) != nil, parts.numbers.isEmpty else { return false }
    var separators = 0
    for ahead in 1..<max(1, tokens.count - at) {
      switch peek(ahead) {
      case .word: if month(at: ahead) != nil { return true }
      case .sign("/"), .sign("-"), .sign("."):
        // `mar 25/03/2025`; the dot of an abbreviation has no numbers around it.
        if digitCount(ahead - 1) > 0, digitCount(ahead + 1) > 0 { separators += 1 }
      default: break
      }
      if separators == 2 { return true }
    }
    return false
  }
}
