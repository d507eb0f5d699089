/// Finds the ends of sentences in UTF-8 bytes.
struct SentenceScanner {
  let bytes: [UInt8]
  let language: Language
  let abbreviations: Abbreviations

  /// Quotations and parentheses up to this size, in bytes, stay within one sentence.
  static let asideLimit = 200

  private var found: [TextRange] = []
  private var start = 0

  init(bytes: [UInt8], language: Language, abbreviations: Abbreviations) {
    self.bytes = bytes
    self.language = language
    self.abbreviations = abbreviations
  }

  /// Returns the sentences, trimmed.
  mutating func sentences() -> [TextRange] {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 10 || byte == 13 {
        if isLineEnd(index) { end(at: index) }
        index += 1
      } else if let close = asideEnd(from: index) {
        // What stands in quotes or brackets ends a sentence only at its own end.
        let last = lastMark(before: close.lowerBound)
        if last != nil, endsSentence(mark: last ?? close.lowerBound, after: close.upperBound) {
          end(at: close.upperBound)
        }
        index = close.upperBound
      } else if let mark = mark(at: index) {
        var after = mark.end
        while let next = self.mark(at: after), !next.isIdeographic || mark.isIdeographic { after = next.end }
        after = closersEnd(from: after)
        if mark.isIdeographic || endsSentence(mark: index, after: after) { end(at: after) }
        index = after
      } else {
        index += width(index)
      }
    }
    end(at: bytes.count)
    return found
  }

  /// Ends the sentence at `index` and starts the next there; white space on both sides is left out.
  private mutating func end(at index: Int) {
    var lower = start
    while lower < index, let space = spaceWidth(lower) { lower += space }
    var upper = index
    while upper > lower {
      var previous = upper - 1
      while previous > lower, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      guard spaceWidth(previous) == upper - previous else { break }
      upper = previous
    }
    if lower < upper { found.append(TextRange(lower..<upper)) }
    start = index
  }

  // MARK: decisions

  /// Whether the mark at `index`, with all that belongs to it up to `after`, ends a sentence.
  private func endsSentence(mark index: Int, after: Int) -> Bool {
    var next = after
    var isSpaced = false
    while next < bytes.count, let space = spaceWidth(next) {
      if bytes[next] == 10 || bytes[next] == 13 { return isLineEnd(next) || startsUpper(skippingOpeners(next + 1)) }
      isSpaced = true
      next += space
    }
    if next >= bytes.count { return true }
    let word = skippingOpeners(next)
    let isFullStop = bytes[index] == 46 && !(index > 0 && bytes[index - 1] == 46)
    if !isSpaced { return isFullStop && after == index + 1 && joinsWords(at: index) }
    guard startsUpper(word) || isDigit(word) || startsItem(next) else { return false }
    guard isFullStop else { return true }
    return !isAbbreviation(endingAt: index, next: word)
  }

  /// Whether two sentences were run together without a space: `world.Today is`.
  private func joinsWords(at index: Int) -> Bool {
    var lower = index
    while lower > 0, isLetter(bytes[lower - 1]) { lower -= 1 }
    guard index - lower >= 4, bytes[lower..<index].allSatisfy({ $0 >= 97 }), lower == 0 || bytes[lower - 1] <= 32 else {
      return false
    }
    var upper = index + 1
    guard upper < bytes.count, (65...90).contains(bytes[upper]) else { return false }
    while upper < bytes.count, isLetter(bytes[upper]) { upper += 1 }
    let word = bytes[(index + 2)..<upper]
    guard word.allSatisfy({ $0 >= 97 }) else { return false }
    return upper < bytes.count && (bytes[upper] <= 32 || bytes[upper] == 44)
  }

  /// Whether the full stop at `index` belongs to a word and does not end the sentence.
  private func isAbbreviation(endingAt index: Int, next: Int) -> Bool {
    var lower = index
    while lower > start, !isBreak(before: lower) { lower -= 1 }
    while lower < index, let opener = openerWidth(lower) { lower += opener }
    // An elided article is no part of the abbreviation: `l'ing. Rossi`.
    if let apostrophe = bytes[lower..<index].lastIndex(where: { $0 == 39 || $0 == 0x99 }) { lower = apostrophe + 1 }
    let word = String(decoding: bytes[lower..<index], as: UTF8.self)
    if word.isEmpty { return false }
    let key = word.lowercased()
    let isAtStart = isBlank(start..<lower)
    let following = self.word(at: next)
    // `1. First item` and, in German, `3. Mai`.
    if key.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return (isAtStart && key.count <= 3) || abbreviations.months.contains(following.lowercased())
    }
    let startsNew = abbreviations.starters.contains(following.lowercased())
    if abbreviations.numbering.contains(key), isDigit(next) || isRoman(following) { return true }
    if abbreviations.leading.contains(key) { return true }
    // After a time of day only a new sentence starts with a capital letter.
    if key == "a.m" || key == "p.m" { return false }
    if abbreviations.trailing.contains(key) { return !startsNew }
    let letters = word.split(separator: ".", omittingEmptySubsequences: false)
    // Initials and dotted acronyms: `J. Smith`, `U.S. Senate`.
    if letters.allSatisfy({ $0.count == 1 && $0.allSatisfy(\.isLetter) }) {
      if letters.count == 1, isAtStart, word.first?.isUppercase == true { return true }
      return !startsNew && (word.first?.isUppercase == true || letters.count > 1)
    }
    return false
  }

  /// Whether a line end at `index` also ends a sentence: always before an empty line or a new start, never inside running text.
  private func isLineEnd(_ index: Int) -> Bool {
    var next = index
    var lines = 0
    while next < bytes.count, let space = spaceWidth(next) {
      if bytes[next] == 10 { lines += 1 }
      next += space
    }
    if lines > 1 || next >= bytes.count { return true }
    let word = skippingOpeners(next)
    guard word < bytes.count else { return true }
    return !startsLower(word)
  }

  // MARK: marks and asides

  private struct Mark {
    let end: Int
    let isIdeographic: Bool
  }

  /// A mark that may end a sentence.
  private func mark(at index: Int) -> Mark? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x21, 0x2E, 0x3F: return Mark(end: index + 1, isIdeographic: false)
    case 0xE2 where matches(index, 0x80, 0xA6) || matches(index, 0x80, 0xBC) || matches(index, 0x81, 0x87):
      return Mark(end: index + 3, isIdeographic: false)
    case 0xE3 where matches(index, 0x80, 0x82): return Mark(end: index + 3, isIdeographic: true)
    case 0xEF where matches(index, 0xBC, 0x81) || matches(index, 0xBC, 0x9F) || matches(index, 0xBD, 0xA1):
      return Mark(end: index + 3, isIdeographic: true)
    case 0xE0 where matches(index, 0xA5, 0xA4) || matches(index, 0xA5, 0xA5):
      return Mark(end: index + 3, isIdeographic: true)
    case 0xD8 where index + 1 < bytes.count && bytes[index + 1] == 0x9F:
      return Mark(end: index + 2, isIdeographic: false)
    default: return nil
    }
  }

  /// The closing mark of a short quotation or parenthesis that opens at `index`.
  private func asideEnd(from index: Int) -> Range<Int>? {
    let closer: [UInt8]
    let opener: Int
    switch bytes[index] {
    case 0x28: (closer, opener) = ([0x29], 1)
    case 0x5B: (closer, opener) = ([0x5D], 1)
    case 0x22 where index == 0 || spaceWidth(index - 1) != nil || bytes[index - 1] == 0x28:
      (closer, opener) = ([0x22], 1)
    case 0xE2 where matches(index, 0x80, 0x9C): (closer, opener) = ([0xE2, 0x80, 0x9D], 3)
    case 0xE2 where matches(index, 0x80, 0x9E): (closer, opener) = ([0xE2, 0x80, 0x9C], 3)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xAB: (closer, opener) = ([0xC2, 0xBB], 2)
    default: return nil
    }
    var place = index + opener
    let limit = min(bytes.count - closer.count, index + Self.asideLimit)
    while place <= limit {
      if bytes[place] == 10 { return nil }
      if bytes[place] == closer[0], closer.indices.allSatisfy({ bytes[place + $0] == closer[$0] }) {
        return place..<closersEnd(from: place)
      }
      place += 1
    }
    return nil
  }

  /// The last mark before a closing quote or bracket, if one stands right there.
  private func lastMark(before index: Int) -> Int? {
    guard index > 0 else { return nil }
    if mark(at: index - 1) != nil { return index - 1 }
    if index >= 3, mark(at: index - 3)?.end == index { return index - 3 }
    return nil
  }

  // MARK: characters

  private func matches(_ index: Int, _ second: UInt8, _ third: UInt8) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == second && bytes[index + 2] == third
  }

  private func width(_ index: Int) -> Int {
    let byte = bytes[index]
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// The size of a white-space character at `index`, the ideographic and no-break spaces among them.
  private func spaceWidth(_ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 9...13, 32: return 1
    case 0xC2 where index + 1 < bytes.count && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85): return 2
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      let last = bytes[index + 2]
      return last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : nil
    case 0xE3 where matches(index, 0x80, 0x80): return 3
    default: return nil
    }
  }

  private func closersEnd(from index: Int) -> Int {
    var index = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x22, 0x27, 0x29, 0x5D: index += 1
      case 0xE2 where matches(index, 0x80, 0x9D) || matches(index, 0x80, 0x99): index += 3
      // German closes with what English opens with; it closes only where no space lies before it.
      case 0xE2 where matches(index, 0x80, 0x9C) && language == "de": index += 3
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xBB: index += 2
      case 0xE3 where matches(index, 0x80, 0x8D) || matches(index, 0x80, 0x8F): index += 3
      default: return index
      }
    }
    return index
  }

  private func openerWidth(_ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x22, 0x27, 0x28, 0x5B: return 1
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80
      && [0x9C, 0x98, 0x9E, 0x93, 0x94].contains(bytes[index + 2]):
      return 3
    case 0xC2 where index + 1 < bytes.count && [0xAB, 0xBF, 0xA1].contains(bytes[index + 1]): return 2
    default: return nil
    }
  }

  private func skippingOpeners(_ index: Int) -> Int {
    var index = index
    while index < bytes.count, let size = openerWidth(index) ?? spaceWidth(index) { index += size }
    return index
  }

  private func isDigit(_ index: Int) -> Bool { index < bytes.count && bytes[index] &- 48 < 10 }

  private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 97 < 26 }

  private func startsItem(_ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    return bytes[index] == 0x2D || bytes[index] == 0x2A || matches(index, 0x80, 0xA2) && bytes[index] == 0xE2
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let end = min(bytes.count, index + width(index))
    return String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
  }

  /// Whether a letter stands at `index` that is not lower case: scripts without case count as capital.
  private func startsUpper(_ index: Int) -> Bool {
    guard let scalar = scalar(index) else { return false }
    return scalar.properties.isAlphabetic && !scalar.properties.isLowercase
  }

  private func startsLower(_ index: Int) -> Bool { scalar(index)?.properties.isLowercase ?? false }

  /// Whether a word can start at `index`: white space or the start of the text lies before it.
  private func isBreak(before index: Int) -> Bool {
    bytes[index - 1] <= 32 || (index >= 2 && spaceWidth(index - 2) == 2) || (index >= 3 && spaceWidth(index - 3) == 3)
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      guard let size = spaceWidth(index) ?? openerWidth(index) else { return false }
      index += size
    }
    return true
  }

  private func word(at index: Int) -> String {
    var upper = index
    while upper < bytes.count, isLetter(bytes[upper]), openerWidth(upper) == nil, closersEnd(from: upper) == upper,
      spaceWidth(upper) == nil
    {
      upper += 1
    }
    return String(decoding: bytes[index..<upper], as: UTF8.self)
  }

  private func isRoman(_ word: String) -> Bool { !word.isEmpty && word.allSatisfy { "IVXLC".contains($0) } }
}
