extension DateTokens {
  /// Reads dates with the month's name: RFC 822, `asctime`, `30 aprile 2015 ore 10.30`, `April 30, 2015`.
  mutating func wordedDate() -> FeedDate? {
    at = 0
    var numbers: [(value: Int, digits: Int, isBeforeMonth: Bool)] = []
    var month: Int?
    var date = FeedDate(year: 0, month: 0, day: 0)
    var hasTime = false
    var zone: Int?
    var lastFiller = ""
    var strangers = 0
    while !isAtEnd {
      if take(" ") || take(",") { continue }
      if case .number = peek() {
        let isDotted = lastFiller == "ore" || lastFiller == "alle" || lastFiller == "um" || isBeforeUhr
        let start = at
        if !hasTime, takeTime(into: &date, dotted: isDotted) {
          hasTime = true
          // `10:15 h` is a time as Spaniards write it; `10:15:00 H` has the zone of that letter.
          if tokens[start..<at].count(where: { $0 == .sign(":") }) < 2, peek() == .sign(" "), peek(1) == .word("h") {
            at += 2
          }
          continue
        }
        guard case .number(let value, let digits) = peek(), digits <= 4 else { return nil }
        at += 1
        numbers.append((value, digits, month == nil))
        // An ordinal's dot or sign, and the dash of `13-Feb-2012`.
        if peek() == .sign(".") || peek() == .sign("º") || peek() == .sign("°") || peek() == .sign("-") && zoneIsNotNext
        {
          at += 1
        }
        continue
      }
      if hasTime, zone == nil {
        let mark = at
        if let found = takeZone() {
          zone = found
          continue
        }
        at = mark
      }
      // Portuguese weekdays are of two words; a dash between blanks separates the time.
      if peek() == .sign("-"), numbers.isEmpty && month == nil || peek(1) == .sign(" ") {
        at += 1
        if peek() == .word("feira") { at += 1 }
        continue
      }
      guard case .word(let word) = peek() else { return nil }
      at += 1
      if peek() == .sign(".") { at += 1 }
      if let found = CalendarWords.month(word), month == nil, !isWeekday(word, numbers: numbers.count) {
        month = found
        if peek() == .sign("-") || peek() == .sign("/") { at += 1 }
      } else if CalendarWords.fillers.contains(word) || ordinalMark(word) {
        lastFiller = word
      } else if numbers.isEmpty && month == nil || numbers.count == 2 && month != nil && !hasTime && !isAtEnd {
        // The weekday stands before the date, in Turkish between it and the time.
        strangers += 1
      } else {
        return nil
      }
    }
    // The one word that may be unknown is the weekday's name.
    guard strangers <= 1, let month, numbers.count == 2 else { return nil }
    guard let (day, year) = dayAndYear(numbers) else { return nil }
    date.month = month
    date.day = day
    date.year = year
    date.offset = zone ?? homeOffset
    return date
  }

  /// Whether a German time such as `14.30 Uhr` is ahead.
  private var isBeforeUhr: Bool {
    peek(1) == .sign(".") && (peek(3) == .word("uhr") || peek(3) == .sign(" ") && peek(4) == .word("uhr"))
  }

  /// Whether the dash ahead joins the date rather than starts a zone.
  private var zoneIsNotNext: Bool {
    if case .word = peek(1) { return true }
    return false
  }

  /// "mar" is March and, in Italian and Spanish, Tuesday: the weekday stands first and a month follows.
  private func isWeekday(_ word: String, numbers: Int) -> Bool {
    guard word == "mar", numbers == 0 else { return false }
    var ahead = 0
    while let token = peek(ahead) {
      if case .word(let next) = token, CalendarWords.month(next) != nil { return true }
      ahead += 1
    }
    return false
  }

  private func ordinalMark(_ word: String) -> Bool { word == "º" || word == "ª" || word == "o" }

  private func dayAndYear(
    _ numbers: [(value: Int, digits: Int, isBeforeMonth: Bool)]
  ) -> (day: Int, year: Int)? {
    let (a, b) = (numbers[0], numbers[1])
    if a.digits == 4, b.digits <= 2 { return (b.value, a.value) }
    guard a.digits <= 2 else { return nil }
    if b.digits == 4 { return (a.value, b.value) }
    // Two digits of a year stand behind the month, and the day before it.
    guard b.digits == 2, a.isBeforeMonth, !b.isBeforeMonth else { return nil }
    return (a.value, FeedDate.fullYear(b.value))
  }
}
