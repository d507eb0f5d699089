/// What has been found of a date while its text is read.
struct DateParts {
  /// A number that is a day or a year, with what shows which.
  struct Number {
    var value: Int
    var digits: Int
    var isBeforeMonth: Bool
    /// Whether it carries the mark of a day, as `3rd` and `3.` do.
    var isDay: Bool
    /// Whether it carries the mark of a year, as `'25` and `2025年` do.
    var isYear: Bool
  }

  /// One way of reading a date in numbers.
  struct Reading {
    var year: Int
    var month: Int
    var day: Int
    var order: FeedDate.Order?
  }

  /// The ways in which a date in numbers can be read.
  var readings: [Reading] = []
  /// Whether the date's numbers stand in an order that other texts do not share.
  var hasOpenOrder = false
  var month: Int?
  /// The month that the same name stands for in another language.
  var otherMonth: Int?
  var numbers: [Number] = []
  /// The days of the week that the text can name, as bits from Monday.
  var weekdays: UInt8?
  var hour = 0
  var minute = 0
  var second = 0
  var hasTime = false
  var zone: Int?
  var hasAmericanSummer = false
  /// Where texts without a zone come from if their writing is that of one country.
  var homeOffset = 0
  /// The year before the first one of the era that the text names.
  var era: Int?
  /// Whether the text is written as in Thailand, where 2568 is 2025.
  var isThai = false

  /// Whether no number can belong to the date any more.
  var isDated: Bool { !readings.isEmpty || month != nil && numbers.count == 2 }

  /// Whether nothing of the date was found.
  var isEmpty: Bool { readings.isEmpty && month == nil && numbers.isEmpty }

  /// The date that all parts together say; `nil` when they leave a choice.
  func date(order: FeedDate.Order?) -> (date: FeedDate, order: FeedDate.Order?)? {
    var candidates = readings.isEmpty ? [month, otherMonth].compactMap { $0.flatMap(worded) } : readings
    for index in candidates.indices { candidates[index].year = yearOfEra(candidates[index].year) }
    candidates.removeAll { !FeedDate(year: $0.year, month: $0.month, day: $0.day).isPossible }
    guard let first = candidates.first else { return nil }
    var chosen = first
    var seen = candidates.count == 1 && hasOpenOrder ? first.order : nil
    if candidates.contains(where: { ($0.year, $0.month, $0.day) != (first.year, first.month, first.day) }) {
      let onDay = candidates.filter { candidate in
        let date = FeedDate(year: candidate.year, month: candidate.month, day: candidate.day)
        return weekdays.map { $0 & 1 << UInt8(date.weekday) != 0 } ?? false
      }
      // The day of the week tells the readings apart, or other dates of the same feed do.
      if let match = onDay.first,
        onDay.allSatisfy({ ($0.year, $0.month, $0.day) == (match.year, match.month, match.day) })
      {
        chosen = match
        seen = onDay.count == 1 ? match.order : nil
      } else if hasOpenOrder, let order, let match = candidates.first(where: { $0.order == order }) {
        chosen = match
      } else {
        return nil
      }
    }
    var date = FeedDate(year: chosen.year, month: chosen.month, day: chosen.day)
    (date.hour, date.minute, date.second) = (hour, minute, second)
    guard let offset = offset(on: date) else { return nil }
    date.offset = offset
    return date.isPossible ? (date, seen) : nil
  }

  private func offset(on date: FeedDate) -> Int? {
    guard let zone else { return hasTime ? homeOffset : 0 }
    if !hasAmericanSummer { return zone }
    return date.isAmericanSummer.map { $0 ? zone + 60 : zone }
  }

  private func yearOfEra(_ year: Int) -> Int {
    if let era { return era + year }
    return isThai && year >= 2400 ? year - 543 : year
  }

  /// The date that a month's name and two numbers make.
  private func worded(_ month: Int) -> Reading? {
    guard numbers.count == 2 else { return nil }
    let (a, b) = (numbers[0], numbers[1])
    func reading(_ day: Number, _ year: Number) -> Reading? {
      guard day.digits <= 2, !day.isYear, !year.isDay else { return nil }
      let isShort = year.digits == 2 && era == nil
      // Two digits of a year in Thai may count from Buddha or from Christ.
      if isShort, isThai { return nil }
      return Reading(year: isShort ? FeedDate.fullYear(year.value) : year.value, month: month, day: day.value)
    }
    if a.isYear || a.digits == 4 { return b.isYear || b.digits == 4 ? nil : reading(b, a) }
    if b.isYear || b.digits == 4 { return reading(a, b) }
    // Two digits of a year stand behind the month, and the day before it.
    return b.digits == 2 && a.isBeforeMonth && !b.isBeforeMonth ? reading(a, b) : nil
  }
}
