/// A date's text as numbers, words and signs.
struct DateTokens {
  enum Token: Hashable {
    /// A run of digits, with how many there are.
    case number(Int, digits: Int)
    /// A run of letters, folded.
    case word(String)
    /// Any other character; a blank stands for any run of them.
    case sign(Unicode.Scalar)
  }

  private(set) var tokens: [Token] = []
  var at = 0
  /// What a text without a zone is in, where its language has but one.
  var homeOffset = 0
  /// The order of day and month where a text could have either.
  var order: FeedDate.Order?
  /// The order that the numbers of the date read last can only have.
  var seenOrder: FeedDate.Order?

  init(_ text: String) {
    var digits = ""
    var letters = ""
    func flush(_ tokens: inout [Token]) {
      if !digits.isEmpty {
        tokens.append(.number(digits.count > 18 ? Int.max : Int(digits) ?? 0, digits: digits.count))
      }
      if !letters.isEmpty { tokens.append(.word(CalendarWords.folded(letters))) }
      digits = ""
      letters = ""
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        if !letters.isEmpty { flush(&tokens) }
        digits.unicodeScalars.append(scalar)
      case "년", "月", "월", "年":
        flush(&tokens)
        if scalar == "년" { homeOffset = 540 }
        tokens.append(.sign("-"))
      case "일", "日": flush(&tokens)
      case _ where scalar.properties.isWhitespace:
        flush(&tokens)
        if let last = tokens.last, last != .sign(" "), last != .sign("-") || homeOffset == 0 {
          tokens.append(.sign(" "))
        }
      case _ where scalar.properties.isAlphabetic || scalar.properties.isDiacritic && scalar.value > 0x7F:
        if !digits.isEmpty { flush(&tokens) }
        letters.unicodeScalars.append(scalar)
      default:
        flush(&tokens)
        tokens.append(.sign(scalar))
      }
    }
    flush(&tokens)
    while tokens.last == .sign(" ") { tokens.removeLast() }
    if tokens.contains(.word("오전")) || tokens.contains(.word("오후")) { homeOffset = 540 }
  }

  // MARK: taking tokens

  var isAtEnd: Bool { at >= tokens.count }

  func peek(_ ahead: Int = 0) -> Token? { at + ahead < tokens.count ? tokens[at + ahead] : nil }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek() == .sign(sign) else { return false }
    at += 1
    return true
  }

  mutating func takeNumber(_ digits: ClosedRange<Int>) -> Int? {
    guard case .number(let value, let count) = peek(), digits.contains(count) else { return nil }
    at += 1
    return value
  }

  // MARK: times and zones

  /// Reads `10:30`, `10:30:15.123`, `14h30`, each with `am` or `pm`; nothing is taken when there is none.
  mutating func takeTime(into date: inout FeedDate, dotted: Bool = false) -> Bool {
    let start = at
    var half: String?
    if case .word(let word) = peek(), ["오전", "오후", "上午", "下午", "am", "pm"].contains(word) {
      half = word
      at += 1
      _ = take(" ")
    }
    guard let hour = takeNumber(1...2) else {
      at = start
      return false
    }
    let isColon = take(":")
    if !isColon {
      let blank = peek() == .sign(" ") ? 1 : 0
      if peek(blank) == .word("h"),
        case .number(_, let digits) = peek(blank + 1 + (peek(blank + 1) == .sign(" ") ? 1 : 0)),
        digits == 2
      {
        // French has blanks around the letter.
        at += blank + 1
        _ = take(" ")
      } else if dotted && peek() == .sign(".") {
        at += 1
      } else {
        at = start
        return false
      }
    }
    guard let minute = takeNumber(1...2) else {
      at = start
      return false
    }
    date.hour = hour
    date.minute = minute
    if isColon, take(":") {
      guard let second = takeNumber(1...2), peek() != .sign(":") else {
        at = start
        return false
      }
      date.second = second
      if peek() == .sign(".") || peek() == .sign(","), case .number = peek(1) { at += 2 }
    }
    let mark = at
    _ = take(" ")
    if half == nil, case .word(let word) = peek(), word == "am" || word == "pm" || word == "p" || word == "a" {
      if word.count == 2 {
        half = word
        at += 1
      } else if peek(1) == .sign("."), peek(2) == .word("m") {
        half = word + "m"
        at += 3
        _ = take(".")
      } else {
        at = mark
      }
    } else {
      at = mark
    }
    return apply(half, to: &date)
  }

  private func apply(_ half: String?, to date: inout FeedDate) -> Bool {
    guard let half else { return true }
    let isAfternoon = half == "pm" || half == "오후" || half == "下午"
    guard (1...12).contains(date.hour) || date.hour == 0 else { return isAfternoon }
    if isAfternoon {
      if date.hour < 12 { date.hour += 12 }
    } else if date.hour == 12 {
      date.hour = 0
    }
    return true
  }

  /// Reads a zone: `Z`, `+01:00`, `-0500`, `GMT+2`, `EST`, `Etc/GMT`; `nil` when something else stands there.
  mutating func takeZone() -> Int? {
    _ = take(" ")
    if take("(") {
      let inner = takeZone()
      return take(")") ? inner : nil
    }
    var base = 0
    if case .word(let name) = peek() {
      if name == "etc", peek(1) == .sign("/") {
        at += 2
        return takeZone()
      }
      guard let minutes = CalendarWords.zone(name) else { return nil }
      at += 1
      base = minutes
      guard name == "gmt" || name == "utc" || name == "ut", peek() == .sign("+") || peek() == .sign("-") else {
        return base
      }
    }
    let isWest = peek() == .sign("-") || peek() == .sign("\u{2212}")
    guard isWest || peek() == .sign("+") else { return nil }
    at += 1
    guard case .number(let value, let digits) = peek(), digits <= 4 else { return nil }
    at += 1
    var minutes = value * 60
    switch digits {
    case 1, 2:
      if take(":") {
        guard let more = takeNumber(2...2), more < 60 else { return nil }
        minutes += more
      }
    case 3, 4:
      guard value % 100 < 60 else { return nil }
      minutes = value / 100 * 60 + value % 100
    default: return nil
    }
    // A name in brackets repeats the offset.
    if peek() == .sign(" "), peek(1) == .sign("("), case .word = peek(2), peek(3) == .sign(")") { at += 4 }
    return base + (isWest ? -minutes : minutes)
  }
}
