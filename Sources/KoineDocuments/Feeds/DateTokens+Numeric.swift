extension DateTokens {
  /// Takes a date in numbers: ISO 8601 and W3CDTF, `2006/09/15`, `15.9.2006`, `2025年3月3日`.
  mutating func takeNumericDate() -> Bool {
    guard parts.isEmpty || parts.era != nil && parts.isEmpty, case .number(let value, let digits) = peek() else {
      return false
    }
    let start = at
    at += 1
    let found: Bool
    switch digits {
    case 1, 2: found = takeEra(value) || takeBeforeYear(value, digits)
    case 3: found = takeEra(value)
    case 4: found = takeAfterYear(value)
    default: found = takeCompact(value, digits)
    }
    if found, !parts.readings.isEmpty || parts.month != nil { return true }
    parts.readings = []
    at = start
    return false
  }

  private mutating func read(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    parts.readings = [.init(year: year, month: month, day: day)]
    return true
  }

  private mutating func read(_ date: FeedDate?) -> Bool {
    guard let date else { return false }
    return read(date.year, date.month, date.day)
  }

  // MARK: in one run of digits

  private mutating func takeCompact(_ value: Int, _ digits: Int) -> Bool {
    switch digits {
    case 6:
      // `200312` may be a year and a month, `031231` can only be ISO 8601's short form.
      let year = value / 10_000
      guard isAtEnd || word() == "t", year != 19, year != 20 else { return false }
      return read(FeedDate.fullYear(year), value / 100 % 100, value % 100)
    case 7: return read(ordinal(value % 1000, in: value / 1000))
    case 8: return read(value / 10_000, value / 100 % 100, value % 100)
    case 12, 14, 17:
      let full = digits == 12 ? value * 100 : digits == 17 ? value / 1000 : value
      // Twelve digits that begin with 20 may as well be a year of two digits and seconds.
      if digits == 12, isClockTime(value % 1_000_000, digits: 6),
        FeedDate(
          year: FeedDate.fullYear(value / 10_000_000_000),
          month: value / 100_000_000 % 100,
          day: value / 1_000_000 % 100
        )
        .isPossible
      {
        return false
      }
      guard isClockTime(full % 1_000_000, digits: 6) else { return false }
      parts.hasTime = true
      (parts.hour, parts.minute, parts.second) = (full / 10_000 % 100, full / 100 % 100, full % 100)
      return read(full / 10_000_000_000, full / 100_000_000 % 100, full / 1_000_000 % 100)
    default: return false
    }
  }

  /// Whether digits can be a time such as `0930` or `093000`.
  func isClockTime(_ value: Int, digits: Int) -> Bool {
    let full = digits == 4 ? value * 100 : value
    return full / 10_000 < 24 && full / 100 % 100 < 60 && full % 100 <= 60
  }

  /// Seconds or milliseconds since 1970, where the digits can be no date in one run.
  var epochDate: FeedDate? {
    let hasFraction = tokens.count == 3 && tokens[1] == .sign(".") && digitCount(2) > 0
    guard tokens.count == 1 || hasFraction, case .number(let value, let digits) = tokens[0],
      digits == 10 || digits == 13 && !hasFraction
    else { return nil }
    let seconds = digits == 10 ? value : value / 1000
    guard (1_000_000_000...1_999_999_999).contains(seconds) else { return nil }
    if digits == 13 { return FeedDate(secondsSinceEpoch: seconds) }
    func isDate(_ year: Int, _ rest: Int, hour: Int, minute: Int) -> Bool {
      FeedDate(year: year, month: rest / 100, day: rest % 100).isPossible && hour < 24 && minute < 60
    }
    // `1912010930` is 1 December 2019 or an instant of 2030, `1999123123` an hour of 1999 or an instant of 2033.
    if isDate(2000 + value / 100_000_000, value / 10_000 % 10_000, hour: value / 100 % 100, minute: value % 100)
      || isDate(value / 1_000_000, value / 100 % 10_000, hour: value % 100, minute: 0)
    {
      return nil
    }
    return FeedDate(secondsSinceEpoch: seconds)
  }

  /// ISO 8601's forms without a century, `-0312` and `-03-12`; a year alone.
  var shortenedDate: FeedDate? {
    if tokens.count == 1, case .number(let year, digits: 4) = tokens[0] { return possible(year, 1) }
    guard tokens.first == .sign("-"), tokens.count == 2 || tokens.count == 4,
      case .number(let value, let digits) = tokens[1]
    else { return nil }
    if tokens.count == 2 { return digits == 4 ? possible(FeedDate.fullYear(value / 100), value % 100) : nil }
    guard digits == 2, tokens[2] == .sign("-"), case .number(let month, digits: 2) = tokens[3] else { return nil }
    return possible(FeedDate.fullYear(value), month)
  }

  private func possible(_ year: Int, _ month: Int) -> FeedDate? {
    let date = FeedDate(year: year, month: month, day: 1)
    return date.isPossible ? date : nil
  }

  // MARK: with the year first

  private mutating func takeAfterYear(_ year: Int) -> Bool {
    if takeUnit("年") { return takeAfterMarkedYear(year) }
    let blank = peek() == .sign(" ")
    let signAt = blank ? 1 : 0
    guard let sign = dateSign(signAt) ?? (blank && digitCount(1) > 0 && digitCount(1) <= 2 ? " " : nil) else {
      return takeOrdinalOrWeek(year, sign: nil)
    }
    at += sign == " " ? 1 : signAt + 1
    if sign == "-", takeOrdinalOrWeek(year, sign: sign) { return true }
    if sign != " " { _ = take(" ") }
    let month: Int
    if let (named, length) = self.month(at: 0) {
      at += length
      month = named
    } else if case .number(let value, let digits) = peek(), digits <= 3 {
      at += 1
      month = value
    } else {
      return false
    }
    if sign != " ", peek() == .sign(" "), peek(1) == .sign(sign) { at += 1 }
    guard take(sign) else {
      // A year and a month, as W3CDTF has them.
      return sign == "-" && isAtEnd && tokens.count == 3 && read(year, month, 1)
    }
    if sign != " " { _ = take(" ") }
    guard let day = takeNumber(1...2) else { return false }
    if sign == " " { return read(year, month, day) }
    if sign == "." { _ = take(".") }
    // `2013-01-27-01` is no date; a zone has its colon, or a time before it.
    if dateSign(0) == sign, sign != "-" || !isZoneAhead { return false }
    guard read(year, month, day) else { return false }
    if isZoneAhead || word() == "z" { _ = takeZone() }
    return true
  }

  /// Whether `+01:00` and its kind stand right here.
  private var isZoneAhead: Bool {
    (peek() == .sign("-") || peek() == .sign("+")) && digitCount(1) == 2 && peek(2) == .sign(":") && digitCount(3) == 2
  }

  private mutating func takeOrdinalOrWeek(_ year: Int, sign: Unicode.Scalar?) -> Bool {
    let start = at
    if word() == "w" {
      at += 1
      if case .number(let value, let digits) = peek(), digits == 2 || digits == 3 && sign == nil {
        at += 1
        if digits == 3 { return read(FeedDate.inWeek(value / 10, day: value % 10, of: year)) }
        guard sign == "-", take("-") else { return read(FeedDate.inWeek(value, day: 1, of: year)) }
        if let day = takeNumber(1...1) { return read(FeedDate.inWeek(value, day: day, of: year)) }
      }
    } else if sign == "-", case .number(let value, digits: 3) = peek(), dateSign(1) != "-" {
      at += 1
      return read(ordinal(value, in: year))
    }
    at = start
    return false
  }

  private mutating func takeEra(_ year: Int) -> Bool {
    guard parts.era != nil, takeUnit("年") else { return false }
    return takeAfterMarkedYear(year)
  }

  private mutating func takeAfterMarkedYear(_ year: Int) -> Bool {
    _ = take(" ")
    guard let month = takeNumber(1...2), takeUnit("月") else { return false }
    _ = take(" ")
    guard let day = takeNumber(1...2) else { return false }
    _ = takeUnit("日")
    return read(year, month, day)
  }

  /// Takes a unit, with or without a blank before it.
  mutating func takeUnit(_ unit: Unicode.Scalar) -> Bool {
    let ahead = next()
    guard peek(ahead) == .sign(unit) else { return false }
    at += ahead + 1
    return true
  }

  // MARK: with the year last

  /// Reads `15/09/2006` and its kind in every order in which it is a date; dots mean that the day comes first.
  private mutating func takeBeforeYear(_ first: Int, _ firstDigits: Int) -> Bool {
    guard let sign = dateSign(0) else { return false }
    at += 1
    if sign == "." { _ = take(" ") }
    guard case .number(let second, let secondDigits) = peek(), secondDigits <= 2 else { return false }
    at += 1
    guard take(sign) else { return false }
    if sign == "." { _ = take(" ") }
    guard case .number(let third, let digits) = peek(), digits == 4 || digits == 2 else { return false }
    at += 1
    if dateSign(0) == sign, !isZoneAhead {
      guard sign == ".", digitCount(1) == 0 else { return false }
      at += 1
    }
    func isPossible(_ reading: DateParts.Reading) -> Bool {
      FeedDate(
        year: parts.isThai && reading.year > 2400 ? reading.year - 543 : reading.year,
        month: reading.month,
        day: reading.day
      )
      .isPossible
    }
    let isFull = digits == 4
    let year = isFull ? third : FeedDate.fullYear(third)
    var readings: [DateParts.Reading] = [.init(year: year, month: second, day: first, order: .dayFirst)]
    if isFull, sign == ".", isPossible(readings[0]) {
      parts.readings = readings
      return true
    }
    readings.append(.init(year: year, month: first, day: second, order: .monthFirst))
    if !isFull, firstDigits == 2 {
      readings.append(.init(year: FeedDate.fullYear(first), month: second, day: third, order: .yearFirst))
    }
    parts.readings = readings
    parts.hasOpenOrder = true
    return true
  }

  private func dateSign(_ ahead: Int) -> Unicode.Scalar? {
    guard case .sign(let sign) = peek(ahead) else { return nil }
    switch sign {
    case "-", "/", ".", "_": return sign
    // As cameras write: `2025:03:03 09:30:00`.
    case ":": return digitCount(ahead - 1) == 4 && digitCount(ahead + 1) == 2 || digitCount(ahead - 3) == 4 ? sign : nil
    default: return nil
    }
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
