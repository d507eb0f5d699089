/// An instant as feeds give it, read from the many ways in which they write it.
///
/// A text that can be read in two ways is not read at all; a text without a zone counts as UTC.
struct FeedDate: Hashable, Sendable {
  var year: Int
  var month: Int
  var day: Int
  var hour = 0
  var minute = 0
  var second = 0
  /// Minutes east of Greenwich.
  var offset = 0

  /// The order of the three numbers of a date.
  enum Order: Sendable {
    case dayFirst, monthFirst, yearFirst
  }

  /// The longest text that is looked at, in bytes.
  private static let longestText = 200

  /// The order that a date such as `25/03/2024` can only have; `nil` for every other text.
  static func order(in text: String) -> Order? {
    guard text.utf8.count <= longestText else { return nil }
    var tokens = DateTokens(text)
    return tokens.date(order: nil)?.order
  }

  /// Reads a date; `nil` when it is none, or not clear.
  ///
  /// - Parameters:
  ///   - text: the date as a feed has it.
  ///   - order: the order of day, month and year where the text alone does not say.
  init?(_ text: String, order: Order? = nil) {
    guard text.utf8.count <= Self.longestText else { return nil }
    var tokens = DateTokens(text)
    guard let date = tokens.date(order: order)?.date else { return nil }
    self = date
  }

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The instant so many seconds after 1970 began in UTC.
  init(secondsSinceEpoch seconds: Int) {
    let date = Self.civil(seconds / 86_400)
    self.init(year: date.year, month: date.month, day: date.day)
    (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
  }

  /// The instant in UTC as RFC 3339 has it.
  var rfc3339: String {
    let seconds = daysSinceEpoch * 86_400 + (hour * 60 + minute - offset) * 60 + second
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - days * 86_400
    let date = Self.civil(days)
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
      + "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
  }

  /// How many days a month has.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether there is such a date and such a time.
  var isPossible: Bool {
    // The calendar of RFC 3339 began in 1582; years far ahead are those of other calendars, or mistakes.
    guard (1583...2199).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day),
      (0...59).contains(minute), (0...60).contains(second), (-840...840).contains(offset)
    else { return false }
    return (0...23).contains(hour) || hour == 24 && minute == 0 && second == 0
  }

  /// The day of the week, 0 for Monday.
  var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 }

  /// Whether clocks of the United States and Canada show summer time; `nil` for years of other rules.
  var isAmericanSummer: Bool? {
    func sunday(_ number: Int, of month: Int) -> Int {
      let first = FeedDate(year: year, month: month, day: 1)
      return 1 + (6 - first.weekday) + 7 * (number - 1)
    }
    if month < 3 || month == 12 { return false }
    let (start, end): ((Int, Int), (Int, Int))
    if year >= 2007 {
      (start, end) = ((3, sunday(2, of: 3)), (11, sunday(1, of: 11)))
    } else if year >= 1987 {
      let last = FeedDate(year: year, month: 10, day: 31)
      (start, end) = ((4, sunday(1, of: 4)), (10, 31 - (last.weekday + 1) % 7))
    } else {
      return nil
    }
    let now = (month, day, hour)
    return now >= (start.0, start.1, 2) && now < (end.0, end.1, 2)
  }

  // Days from 1970-01-01 in the Gregorian calendar, and back (after Howard Hinnant's public-domain algorithms).
  private var daysSinceEpoch: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The year that two digits stand for, after RFC 5322.
  static func fullYear(_ short: Int) -> Int { short < 50 ? 2000 + short : 1900 + short }

  /// The day of ISO 8601's week date, counted from 1 for Monday.
  static func inWeek(_ week: Int, day: Int, of year: Int) -> FeedDate? {
    guard (1...53).contains(week), (1...7).contains(day), (1583...2199).contains(year) else { return nil }
    // The first week is that of 4 January.
    let fourth = FeedDate(year: year, month: 1, day: 4)
    let days = fourth.daysSinceEpoch - fourth.weekday + (week - 1) * 7 + day - 1
    let date = civil(days)
    // A year without a week 53 has none of its own Thursday.
    let thursday = civil(days - day + 4)
    return thursday.year == year ? FeedDate(year: date.year, month: date.month, day: date.day) : nil
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
