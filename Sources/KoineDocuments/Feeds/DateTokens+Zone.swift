extension DateTokens {
  /// Takes a zone: `Z`, `+01:00`, `-0500`, `GMT+2`, `EST`, `(CET)`, `Etc/GMT`; nothing when something else stands there.
  mutating func takeZone() -> Bool {
    let start = at
    let isSpaced = take(" ")
    if take("("), let zone = takeName() ?? takeOffset(isSpaced: true).map({ Zone(offset: $0) }), take(")") {
      set(zone)
      return true
    }
    at = isSpaced ? start + 1 : start
    if let zone = takeName() {
      set(zone)
      takeComment(zone.offset)
      return true
    }
    if let offset = takeOffset(isSpaced: isSpaced || start > 0 && tokens[start - 1] == .sign(" ")) {
      set(Zone(offset: offset))
      takeComment(offset)
      return true
    }
    at = start
    return false
  }

  private struct Zone {
    /// Minutes east of Greenwich.
    var offset: Int
    var hasAmericanSummer = false
  }

  private mutating func set(_ zone: Zone) {
    parts.zone = zone.offset
    parts.hasAmericanSummer = zone.hasAmericanSummer
  }

  // MARK: names

  private mutating func takeName() -> Zone? {
    guard case .word(let name) = peek() else { return nil }
    if let zone = takeLongName() { return zone }
    if name == "etc", peek(1) == .sign("/") { return takeEtc() }
    // `EST5EDT` follows the rule of America.
    if digitCount(1) == 1, let standard = CalendarWords.americanZones[name], standard.summer == word(2) {
      at += 3
      return Zone(offset: standard.offset, hasAmericanSummer: true)
    }
    if let offset = CalendarWords.generalZones[name] {
      // Words of two letters are many other things.
      guard isAtTextEnd(1) else { return nil }
      at += 1
      return Zone(offset: offset, hasAmericanSummer: true)
    }
    guard let offset = CalendarWords.zone(name), name.utf8.count > 1 || name == "z" || isAtTextEnd(1) else {
      return nil
    }
    let start = at
    at += 1
    let isUniversal = name == "gmt" || name == "utc" || name == "ut"
    let ahead = isUniversal ? next() : 0
    guard peek(ahead) == .sign("+") || peek(ahead) == .sign("-") else { return Zone(offset: offset) }
    if peek(ahead + 1) == .sign(" ") { return Zone(offset: offset) }
    at += ahead
    guard let more = takeOffset(isSpaced: true), isUniversal || more == offset else {
      at = start
      return nil
    }
    return Zone(offset: more)
  }

  private func isAtTextEnd(_ ahead: Int) -> Bool {
    at + ahead >= tokens.count || peek(ahead) == .sign(")")
      || peek(ahead) == .sign(".") && at + ahead + 1 >= tokens.count
  }

  /// The zones of POSIX, which count to the west.
  private mutating func takeEtc() -> Zone? {
    let start = at
    at += 2
    guard let offset = CalendarWords.zone(word()), offset == 0, word().utf8.count > 1 else {
      at = start
      return nil
    }
    at += 1
    guard peek() == .sign("+") || peek() == .sign("-") else { return Zone(offset: 0) }
    guard let west = takeOffset(isSpaced: true) else {
      at = start
      return nil
    }
    return Zone(offset: -west)
  }

  /// Takes `Pacific Standard Time`, `Eastern Time`, `Central European Time`.
  private mutating func takeLongName() -> Zone? {
    var names: [String] = []
    var end = at
    while names.count < 4, end < tokens.count, case .word(let name) = tokens[end] {
      names.append(name)
      end += 1
      if name == "time" { break }
      guard end < tokens.count, tokens[end] == .sign(" ") else { return nil }
      end += 1
    }
    guard names.last == "time",
      let (offset, isGeneral) = CalendarWords.longZone(names.dropLast().joined(separator: " "))
    else { return nil }
    at = end
    return Zone(offset: offset, hasAmericanSummer: isGeneral)
  }

  // MARK: offsets

  private mutating func takeOffset(isSpaced: Bool) -> Int? {
    let start = at
    let isWest = peek() == .sign("-")
    guard isWest || peek() == .sign("+") else { return nil }
    at += 1
    guard let minutes = takeOffsetDigits(), !isWest || isSpaced || !isSpan(start) else {
      at = start
      return nil
    }
    return isWest ? -minutes : minutes
  }

  private mutating func takeOffsetDigits() -> Int? {
    guard case .number(let value, let digits) = peek(), digits <= 4 else { return nil }
    at += 1
    if digits >= 3 { return value % 100 < 60 ? value / 100 * 60 + value % 100 : nil }
    guard peek() == .sign(":") else { return value * 60 }
    at += 1
    guard let minutes = takeNumber(2...2), minutes < 60 else { return nil }
    if peek() == .sign(":"), case .number(0, digits: 2) = peek(1) { at += 2 }
    return value * 60 + minutes
  }

  /// Whether `09:30-10:30` may mean the time from the one to the other.
  private func isSpan(_ start: Int) -> Bool {
    guard !isBehindT, !isSecond(before: start), case .number(let hour, let digits) = tokens[start + 1], digits <= 2,
      start + 2 < tokens.count, tokens[start + 2] == .sign(":"), case .number(let minute, _) = tokens[start + 3]
    else { return false }
    return hour * 60 + minute > parts.hour * 60 + parts.minute
  }

  private func isSecond(before start: Int) -> Bool {
    start >= 4 && tokens[start - 2] != .sign(" ") && tokens[start - 4] == .sign(":")
  }

  /// Takes what repeats the zone in words: `+0100 (CET)`, `+01:00[Europe/Rome]`, `+0100 CET`.
  private mutating func takeComment(_ offset: Int) {
    let start = at
    _ = take(" ")
    if peek() == .sign("(") || peek() == .sign("[") {
      var end = at + 1
      while end < tokens.count, tokens[end] != .sign(")"), tokens[end] != .sign("]") {
        if case .number = tokens[end] { break }
        end += 1
      }
      if end < tokens.count, end > at + 1, tokens[end] == .sign(")") || tokens[end] == .sign("]") {
        at = end + 1
        return
      }
    } else if word().utf8.count > 2, CalendarWords.zone(word()) == offset {
      at += 1
      return
    }
    at = start
  }
}
