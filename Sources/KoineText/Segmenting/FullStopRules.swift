/// What a full stop means, by the word before it and the one after it.
extension SentenceRules {
  /// Whether the full stop of `place` ends a sentence.
  func isEndByWord(_ place: Place, in bytes: Span<UInt8>) -> Bool {
    let stop = place.mark.start
    let isClosed = place.mark.isClosed
    let lower = startOfWord(before: stop, place.sentence, in: bytes)
    guard lower < stop else { return true }
    let nextIsDigit = Letters.isDigit(at: place.look, in: bytes)
    let nextIsStart = isStart(place.look, place.limit, in: bytes)
    if isFirst(lower, from: place.sentence, in: bytes), isMarker(lower, stop, in: bytes) { return false }
    if isNumber(lower..<stop, in: bytes) {
      return isClosed || nextIsStart || isEndBehindNumber(lower, place, nextIsDigit, in: bytes)
    }
    let kinds = kinds(lower..<stop, place.sentence, in: bytes)
    // In quotes or brackets the word belongs to what they hold, and the sentence is over.
    if kinds.contains(.leading) { return isClosed }
    if kinds.contains(.numbering),
      nextIsDigit || isRoman(place.look..<endOfWord(place.look, place.limit, in: bytes), bytes)
    {
      return false
    }
    if isHour(lower..<stop, in: bytes) { return isEndBehindHour(place, nextIsDigit, in: bytes) }
    if kinds.contains(.closing) { return isClosed || !nextIsDigit }
    if kinds.contains(.trailing) {
      return isClosed || nextIsStart || !nextIsDigit && isEndBehindUnit(lower, place, in: bytes)
    }
    if isLetter(lower, stop, in: bytes) {
      if isClosed { return true }
      if !Letters.isUpper(at: lower, in: bytes) {
        if nextIsDigit { return false }
        // `z. B.`, and the letters that stand for words where there are no capitals.
        return !isLetterWithStop(place.look, place.limit, in: bytes) && !isUncasedInitial(lower, in: bytes)
      }
      return nextIsStart && isEndBehindInitial(lower, place, in: bytes)
    }
    if isAcronym(lower, stop, in: bytes) || isHyphenated(lower, stop, in: bytes) { return isClosed || nextIsStart }
    if nextIsDigit, !isClosed, stop - lower < 4, !words[lower..<stop, bytes].contains(.starter) { return false }
    if isRoman(lower..<stop, bytes), traits.ordinals != .bare { return isClosed || nextIsStart }
    if traits.wordsHaveVowels, isWithoutVowel(lower, stop, in: bytes) { return isClosed || nextIsStart }
    return true
  }

  // MARK: The word before

  /// Returns where the word before `stop` starts: letters, digits, full stops; apostrophes and dashes part words.
  private func startOfWord(before stop: Int, _ sentence: Int, in bytes: Span<UInt8>) -> Int {
    var lower = stop
    let limit = max(sentence, stop - Self.longestWord)
    while lower > limit,
      Letters.isDigit(at: lower - 1, in: bytes) || bytes[lower - 1] == UInt8(ascii: ".")
        || Letters.isWord(at: lower - 1, in: bytes)
    { lower -= 1 }
    while lower < stop, bytes[lower] == UInt8(ascii: ".") || bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    return lower
  }

  /// What the word is, also with the parts before it: `z. B`, `s. r. o`.
  private func kinds(_ word: Range<Int>, _ sentence: Int, in bytes: Span<UInt8>) -> WordTable.Kinds {
    var parts = [word]
    while parts.count < 3, let first = parts.first, first.count <= 6 {
      var stop = first.lowerBound
      if stop > sentence + 2, bytes[stop - 1] == 0xA0, bytes[stop - 2] == 0xC2 {
        stop -= 2
      } else if stop > sentence + 3, bytes[stop - 1] == 0xAF, bytes[stop - 2] == 0x80, bytes[stop - 3] == 0xE2 {
        stop -= 3
      } else if stop > sentence + 1, bytes[stop - 1] == 0x20 {
        stop -= 1
      } else {
        break
      }
      guard stop > sentence, bytes[stop - 1] == UInt8(ascii: ".") else { break }
      let lower = startOfWord(before: stop - 1, sentence, in: bytes)
      guard lower < stop - 1, stop - 1 - lower <= 6 else { break }
      parts.insert(lower..<(stop - 1), at: 0)
    }
    while parts.count > 1 {
      var key = WordKey()
      for (number, part) in parts.enumerated() {
        if number > 0 { key.append([UInt8(ascii: ".")].span) }
        key.append(part, of: bytes)
      }
      let kinds = words.kinds(of: key).intersection(.abbreviation)
      if !kinds.isEmpty { return kinds }
      parts.removeFirst()
    }
    return words[word, bytes].intersection(.abbreviation)
  }

  /// Whether only bullets, brackets and spaces stand before a word.
  private func isFirst(_ lower: Int, from start: Int, in bytes: Span<UInt8>) -> Bool {
    if lower - start > 8 { return false }
    return (start..<lower).allSatisfy { !Letters.isWord(at: $0, in: bytes) && !Letters.isDigit(at: $0, in: bytes) }
  }

  /// `1.`, `b.` or `IV.` at the start numbers what follows.
  private func isMarker(_ lower: Int, _ stop: Int, in bytes: Span<UInt8>) -> Bool {
    if isNumber(lower..<stop, in: bytes) { return stop - lower < 4 }
    return stop - lower == 1 || stop - lower < 6 && isRoman(lower..<stop, bytes)
  }

  private func isNumber(_ word: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    word.allSatisfy { bytes[$0] &- 0x30 < 10 }
  }

  private func isRoman(_ word: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    (2...7).contains(word.count) && word.allSatisfy { "IVXLCDM".utf8.contains(bytes[$0]) }
  }

  /// Whether a sentence ends behind `number.` where no word tells.
  private func isEndBehindNumber(_ lower: Int, _ place: Place, _ nextIsDigit: Bool, in bytes: Span<UInt8>) -> Bool {
    let digits = place.mark.start - lower
    let isPart = lower > place.sentence && [0x2C, 0x3A, 0x2F, 0x24].contains(bytes[lower - 1])
    switch traits.ordinals {
    case .bare: return !nextIsDigit || digits > 2 || isPart
    case .stopped:
      if isPart { return true }
      return !isMonth(place, in: bytes) && !(nextIsDigit && digits < 3)
    case .stoppedBeforeNouns:
      if isMonth(place, in: bytes) { return false }
      if digits > 2 || isPart { return true }
      if nextIsDigit { return false }
      // `auf Seite 3. Petra` against `der 3. Platz`.
      guard lower > place.sentence, bytes[lower - 1] == 0x20 else { return false }
      var before = lower - 1
      while before > max(place.sentence, lower - Self.longestWord), Letters.isWord(at: before - 1, in: bytes) {
        before -= 1
      }
      return before > place.sentence && Letters.isUpper(at: before, in: bytes)
    }
  }

  private func isHour(_ word: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard word.count == 3, bytes[word.lowerBound + 1] == UInt8(ascii: "."),
      bytes[word.lowerBound + 2] | 0x20 == UInt8(ascii: "m")
    else { return false }
    return [UInt8(ascii: "a"), UInt8(ascii: "p")].contains(bytes[word.lowerBound] | 0x20)
  }

  /// Behind `p.m.` only a time zone, a number, or a title after a phrase of time goes on: `At 5 p.m. Mr. Smith`.
  private func isEndBehindHour(_ place: Place, _ nextIsDigit: Bool, in bytes: Span<UInt8>) -> Bool {
    if nextIsDigit || isTimeZone(place, in: bytes) { return false }
    let end = endOfWord(place.look, place.limit, in: bytes)
    let isTitle =
      end < place.limit && bytes[end] == UInt8(ascii: ".") && words[place.look..<end, bytes].contains(.leading)
    guard isTitle else { return true }
    let first = place.sentence..<endOfWord(place.sentence, place.limit, in: bytes)
    let isPhrase = ["at", "on", "by", "around", "about", "until", "before", "after", "from", "since", "in"].contains {
      $0.utf8.count == first.count && zip($0.utf8, first).allSatisfy { $0 == bytes[$1] | 0x20 }
    }
    return !isPhrase || place.mark.start - place.sentence > 40
  }

  /// `15 cm. Peter`, but not `W 1990 r. Polska`, which only tells when.
  private func isEndBehindUnit(_ lower: Int, _ place: Place, in bytes: Span<UInt8>) -> Bool {
    guard Letters.isLower(at: lower, in: bytes), Letters.isUpper(at: place.look, in: bytes),
      lower > place.sentence + 1, bytes[lower - 1] == 0x20
    else { return false }
    var before = lower - 1
    while before > max(place.sentence, lower - 12), bytes[before - 1] > 0x20 { before -= 1 }
    let isAmount = Letters.isDigit(at: lower - 2, in: bytes) || isRoman(before..<(lower - 1), bytes)
    guard isAmount else { return false }
    var blanks = 0
    for index in place.sentence..<before where bytes[index] == 0x20 { blanks += 1 }
    return blanks > 3
  }

  private func isLetter(_ lower: Int, _ stop: Int, in bytes: Span<UInt8>) -> Bool {
    ScalarReader.scalar(in: bytes, at: lower).width == stop - lower && !Letters.isDigit(at: lower, in: bytes)
  }

  /// Hebrew, Arabic, Indic and Thai letters alone are initials; Han and Hangul are words.
  private func isUncasedInitial(_ lower: Int, in bytes: Span<UInt8>) -> Bool {
    (0x590...0xE7F).contains(ScalarReader.scalar(in: bytes, at: lower).scalar)
  }

  /// `vitamin C. It`, but neither `John F. May` nor `J. R. In`.
  private func isEndBehindInitial(_ lower: Int, _ place: Place, in bytes: Span<UInt8>) -> Bool {
    guard lower > place.sentence + 1, bytes[lower - 1] == 0x20 else { return false }
    var before = lower - 1
    while before > max(place.sentence, lower - Self.longestWord), bytes[before - 1] > 0x20 { before -= 1 }
    guard Letters.isUpper(at: before, in: bytes) else { return true }
    // After a name, only words that are no surnames say that the sentence is over.
    if bytes[lower - 2] == UInt8(ascii: ".") { return false }
    let next = place.look..<endOfWord(place.look, place.limit, in: bytes)
    let surnames = [
      "may", "will", "an", "so", "do", "no", "many", "such", "just", "still", "even", "early", "over", "yes",
    ]
    return next.count > 1
      && !surnames.contains { $0.utf8.count == next.count && zip($0.utf8, next).allSatisfy { $0 == bytes[$1] | 0x20 } }
  }

  /// Whether there are full stops between letters, as in `U.S.A`, the last left out.
  private func isAcronym(_ lower: Int, _ stop: Int, in bytes: Span<UInt8>) -> Bool {
    var index = lower
    var letters = 0
    while index < stop {
      guard Letters.isWord(at: index, in: bytes) else { return false }
      index += ScalarReader.scalar(in: bytes, at: index).width
      letters += 1
      guard index < stop else { break }
      guard bytes[index] == UInt8(ascii: ".") else { return false }
      index += 1
    }
    return letters > 1 && index == stop && bytes[stop - 1] != UInt8(ascii: ".")
  }

  /// Whether the parts of a word in hyphens are short too: `c.-à-d`, `J.-C`, `Dipl.-Ing`.
  private func isHyphenated(_ lower: Int, _ stop: Int, in bytes: Span<UInt8>) -> Bool {
    lower > 1 && stop - lower <= 4 && bytes[lower - 1] == UInt8(ascii: "-") && bytes[lower - 2] == UInt8(ascii: ".")
  }

  /// Whether a short word of Latin letters, not all capitals, has no vowel.
  private func isWithoutVowel(_ lower: Int, _ stop: Int, in bytes: Span<UInt8>) -> Bool {
    guard (2...5).contains(stop - lower) else { return false }
    var hasLower = false
    for index in lower..<stop {
      let letter = bytes[index] | 0x20
      guard letter &- 0x61 < 26, !"aeiouy".utf8.contains(letter) else { return false }
      hasLower = hasLower || bytes[index] >= 0x61
    }
    return hasLower
  }

  // MARK: The word after

  /// Whether a capitalized word stands at `index` that sentences start with.
  func isStart(_ index: Int, _ limit: Int, in bytes: Span<UInt8>) -> Bool {
    guard Letters.isUpper(at: index, in: bytes) else { return false }
    return words[index..<endOfWord(index, limit, in: bytes), bytes].contains(.starter)
  }

  private func isMonth(_ place: Place, in bytes: Span<UInt8>) -> Bool {
    words[place.look..<endOfWord(place.look, place.limit, in: bytes), bytes].contains(.month)
  }

  /// Whether `ET` or the like follows, or a word for the time of a region.
  private func isTimeZone(_ place: Place, in bytes: Span<UInt8>) -> Bool {
    let word = place.look..<endOfWord(place.look, place.limit, in: bytes)
    if (2...4).contains(word.count), word.allSatisfy({ bytes[$0] &- 0x41 < 26 }) { return true }
    return ["eastern", "central", "pacific", "mountain"].contains {
      $0.utf8.count == word.count && zip($0.utf8, word).allSatisfy { $0 == bytes[$1] | 0x20 }
    }
  }

  /// Whether the other half of `z. B.` follows.
  private func isLetterWithStop(_ next: Int, _ limit: Int, in bytes: Span<UInt8>) -> Bool {
    guard Letters.isWord(at: next, in: bytes) else { return false }
    let end = next + ScalarReader.scalar(in: bytes, at: next).width
    return end < limit && bytes[end] == UInt8(ascii: ".")
  }

  /// Returns where the word at `start` ends.
  func endOfWord(_ start: Int, _ limit: Int, in bytes: Span<UInt8>) -> Int {
    var end = start
    let last = min(limit, start + Self.longestWord)
    while end < last, Letters.isWord(at: end, in: bytes) { end += 1 }
    return end
  }
}
