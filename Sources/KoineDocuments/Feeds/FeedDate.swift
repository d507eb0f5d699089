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

  /// Which of the two small numbers of a date stands first.
  enum Order: Sendable {
    case dayFirst, monthFirst
  }

  /// The order that a date such as `25/03/2024` can only have; `nil` for every other text.
  static func order(in text: String) -> Order? {
    guard text.utf8.count <= 200, FeedDate(text) != nil else { return nil }
    var tokens = DateTokens(text)
    return tokens.numericDate() == nil ? nil : tokens.seenOrder
  }

  /// Reads a date; `nil` when it is none, or not clear.
  ///
  /// - Parameters:
  ///   - text: the date as a feed has it.
  ///   - order: the order of day and month where the text alone does not say.
  init?(_ text: String, order: Order? = nil) {
    guard text.utf8.count <= 200 else { return nil }
    var tokens = DateTokens(text)
    tokens.order = order
    if let date = tokens.numericDate() ?? tokens.wordedDate() { self = date } else { return nil }
    guard isPossible else { return nil }
  }

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
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

  private var isPossible: Bool {
    // The calendar of RFC 3339 began in 1582; a year before that is a mistake.
    guard (1583...9998).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day),
      (0...59).contains(minute), (0...60).contains(second), (-840...840).contains(offset)
    else { return false }
    return (0...23).contains(hour) || hour == 24 && minute == 0 && second == 0
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

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
