extension DateTokens {
  /// Takes `10:30`, `10:30:15.123`, `14h30`, `9.30` behind `ore`, `9 Uhr`, `9時30分`, each with its half of the day.
  mutating func takeTime() -> Bool {
    guard !parts.hasTime else { return false }
    let start = at
    var half = takeHalf()
    if half != nil { _ = take(" ") }
    guard digitCount() > 0, takeClock() else { return leave(start) }
    if half == nil {
      let mark = at
      _ = take(" ")
      half = takeHalf()
      if half == nil { at = mark }
    }
    guard apply(half) else { return leave(start) }
    parts.hasTime = true
    takeClockWord()
    return true
  }

  /// Goes back to where no time was found.
  private mutating func leave(_ start: Int) -> Bool {
    at = start
    (parts.hour, parts.minute, parts.second) = (0, 0, 0)
    return false
  }

  // MARK: hours, minutes, seconds

  private mutating func takeClock() -> Bool {
    (parts.minute, parts.second) = (0, 0)
    if let time = takeCompactTime() { return time }
    guard let hour = takeNumber(1...2) else { return false }
    parts.hour = hour
    let isMarked = timeMarkEnd == at - 1
    if take(":") { return takeMinutes(separator: ":") }
    if takeUnit("時") { return takeEastAsianMinutes() }
    if peek() == .sign("."), digitCount(1) == 2, isMarked || parts.isDated || isClockBehindDots {
      at += 1
      return takeMinutes(separator: ".")
    }
    let behind = next()
    if ["h", "u", "ч", "g"].contains(word(behind)), digitCount(next(behind + 1)) == 2 {
      // French has blanks around the letter.
      at += next(behind + 1)
      guard let minute = takeNumber(2...2) else { return false }
      parts.minute = minute
      let mark = next()
      if CalendarWords.minuteMarks.contains(word(mark)) { at += mark + 1 }
      return true
    }
    // An hour alone needs a word that says so.
    if CalendarWords.clocks.contains(word(behind)) {
      at += behind + 1
      _ = take(".")
      return digitCount(next()) == 0 || parts.isDated == false
    }
    if isHalf(at: behind) { return true }
    return (isMarked || isBehindT) && parts.isDated && dotsOrWordsFollow == false
  }

  /// Whether a number is joined to more of them, so that it cannot be an hour alone.
  private var dotsOrWordsFollow: Bool {
    switch peek() {
    case .sign("."): digitCount(1) > 0
    case .sign("/"): true
    case .sign("-"): !isBehindT
    default: false
    }
  }

  /// Whether a time with a point, such as `14.30 Uhr`, has its word behind it.
  private var isClockBehindDots: Bool {
    let behind = next(2)
    return CalendarWords.clocks.contains(word(behind)) || isHalf(at: behind)
  }

  private mutating func takeMinutes(separator: Unicode.Scalar) -> Bool {
    guard let minute = takeNumber(1...2) else { return false }
    parts.minute = minute
    if peek() == .sign(separator), digitCount(1) > 0 {
      at += 1
      guard let second = takeNumber(1...2) else { return false }
      parts.second = second
      // Some programs write milliseconds behind a colon.
      if peek() == .sign(":"), digitCount(1) == 3 { at += 2 }
      if peek() == .sign(":") { return false }
      if peek() == .sign(".") || peek() == .sign(","), digitCount(1) > 0 { at += 2 }
    }
    return true
  }

  private mutating func takeEastAsianMinutes() -> Bool {
    let mark = next()
    if word(mark) == "半" {
      at += mark + 1
      parts.minute = 30
      return true
    }
    guard digitCount(mark) > 0 else { return true }
    at += mark
    guard let minute = takeNumber(1...2), takeUnit("分") else { return false }
    parts.minute = minute
    let behind = next()
    guard digitCount(behind) > 0 else { return true }
    at += behind
    guard let second = takeNumber(1...2), takeUnit("秒") else { return false }
    parts.second = second
    return true
  }

  /// Takes `T0930` and `T093015`, or the same behind a complete date; `nil` when there is nothing of the kind.
  private mutating func takeCompactTime() -> Bool? {
    guard case .number(let value, let digits) = peek(), digits == 4 || digits == 6 else { return nil }
    let isYearKnown = !parts.readings.isEmpty || parts.numbers.contains { $0.isYear }
    guard parts.isDated, isBehindT || isYearKnown, isClockTime(value, digits: digits) else { return false }
    at += 1
    let full = digits == 4 ? value * 100 : value
    (parts.hour, parts.minute, parts.second) = (full / 10_000, full / 100 % 100, full % 100)
    if digits == 6, peek() == .sign(".") || peek() == .sign(","), digitCount(1) > 0 { at += 2 }
    return true
  }

  /// Takes the word behind a time: `Uhr`, `Hrs`, the `h` of `10:15 h`; that of `10:15:00 H` is a zone.
  private mutating func takeClockWord() {
    let ahead = next()
    let name = word(ahead)
    if name == "o", peek(ahead + 1) == .sign("'"), word(ahead + 2) == "clock" {
      at += ahead + 3
    } else if CalendarWords.clocks.contains(name), name != "h" || parts.second == 0 && !isSecondBehind {
      at += ahead + 1
      _ = take(".")
    }
  }

  private var isSecondBehind: Bool {
    at >= 4 && tokens[at - 2] == .sign(":") && tokens[at - 4] == .sign(":")
  }

  // MARK: halves of the day

  private func isHalf(at ahead: Int) -> Bool {
    var copy = self
    copy.at = at + ahead
    return copy.takeHalf() != nil
  }

  /// Takes `am`, `p.m.`, `p. m.`, `下午`.
  private mutating func takeHalf() -> CalendarWords.Half? {
    let first = word()
    if first.isEmpty { return nil }
    let second = peek(1) == .sign(".") ? next(2) : peek(1) == .sign(" ") ? 2 : 0
    if second > 0, first.unicodeScalars.count <= 2, let half = CalendarWords.half(first + "." + word(second)) {
      at += second + 1
      _ = take(".")
      return half
    }
    guard let half = CalendarWords.half(first) else { return nil }
    if first == "오전" || first == "오후" || first == "정오" { parts.homeOffset = 540 }
    at += 1
    _ = take(".")
    return half
  }

  private mutating func apply(_ half: CalendarWords.Half?) -> Bool {
    guard let half else { return true }
    switch half {
    case .morning:
      guard parts.hour <= 12 else { return false }
      if parts.hour == 12 { parts.hour = 0 }
    case .afternoon: if parts.hour < 12 { parts.hour += 12 }
    case .evening:
      // Twelve in the evening is midnight, of which day is not said.
      guard parts.hour != 12 else { return false }
      if parts.hour < 12 { parts.hour += 12 }
    case .noon:
      guard (11...13).contains(parts.hour) || (1...2).contains(parts.hour) else { return false }
      if parts.hour < 11 { parts.hour += 12 }
    }
    return true
  }
}
