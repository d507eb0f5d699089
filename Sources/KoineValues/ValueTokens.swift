import KoineText

/// A piece of text as the value finder sees it.
struct ValueToken {
  enum Kind { case number, word, mark }
  let kind: Kind
  let range: TextRange
  /// Words in lower case, with the apostrophe of an elision at their end; everything else as it stands.
  let text: Substring
  /// Whether white space lies before it.
  let isSpaced: Bool
}

extension ValueToken {
  /// Cuts a text into numbers (digits with their separators), words and single marks.
  static func tokens(in text: String) -> [ValueToken] {
    var tokens: [ValueToken] = []
    let bytes = text.utf8Span.span
    var index = 0
    var isSpaced = true
    func isDigit(_ at: Int) -> Bool { at < bytes.count && bytes[at] &- 48 < 10 }
    func isLetter(_ at: Int) -> Bool {
      at < bytes.count && (bytes[at] >= 0x80 || (bytes[at] | 0x20) &- 97 < 26)
    }
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      var kind = ValueToken.Kind.mark
      if isDigit(index) {
        kind = .number
        index += 1
        while isDigit(index)
          || ((index < bytes.count && (bytes[index] == 44 || bytes[index] == 46)) && isDigit(index + 1))
        {
          index += 1
        }
      } else if byte <= 32 || isNoBreakSpace(bytes, index) {
        index += byte <= 32 ? 1 : (byte == 0xC2 ? 2 : 3)
        isSpaced = true
        continue
      } else if isCurrencySign(bytes, index) {
        index += byte == 0x24 ? 1 : (byte == 0xC2 ? 2 : 3)
      } else if isApostrophe(bytes, index) > 0 {
        index += isApostrophe(bytes, index)
      } else if isLetter(index), !isPunctuation(bytes, index) {
        kind = .word
        while isLetter(index), isApostrophe(bytes, index) == 0, !isPunctuation(bytes, index),
          !isCurrencySign(bytes, index),
          !isNoBreakSpace(bytes, index)
        {
          index += 1
        }
        index += isApostrophe(bytes, index)
      } else {
        index += 1
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      }
      let range = TextRange(start..<index)
      guard let piece = text[range] else { continue }
      let token =
        kind == .word
        ? Self.folded(piece) : piece
      tokens.append(ValueToken(kind: kind, range: range, text: token, isSpaced: isSpaced))
      isSpaced = false
    }
    return tokens
  }

  /// A word in lower case, with straight apostrophes.
  private static func folded(_ word: Substring) -> Substring {
    let lower = word.lowercased()
    // Searching a text for a character costs more than all else here, and few words have one.
    return Substring(lower.utf8.contains(0xE2) ? lower.replacing("’", with: "'") : lower)
  }

  private static func isNoBreakSpace(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < bytes.count else { return false }
    if bytes[at] == 0xC2, bytes[at + 1] == 0xA0 { return true }
    return at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80
      && (bytes[at + 2] & 0xF0 == 0x80 || bytes[at + 2] == 0xAF)
      && bytes[at + 2] <= 0xAF && (bytes[at + 2] <= 0x8A || bytes[at + 2] == 0xAF)
  }

  private static func isCurrencySign(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    guard at < bytes.count else { return false }
    if bytes[at] == 0x24 { return true }
    if at + 1 < bytes.count, bytes[at] == 0xC2, bytes[at + 1] == 0xA3 || bytes[at + 1] == 0xA5 { return true }
    return at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x82 && bytes[at + 2] >= 0xA0
      && bytes[at + 2] <= 0xBF
  }

  /// The length of an apostrophe, straight or curly, or 0.
  private static func isApostrophe(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    guard at < bytes.count else { return 0 }
    if bytes[at] == 0x27 { return 1 }
    return at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99 ? 3 : 0
  }

  /// Whether a general punctuation mark (U+2000 to U+206F) or « or » or ° stands here.
  private static func isPunctuation(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < bytes.count else { return false }
    if bytes[at] == 0xC2 {
      return bytes[at + 1] >= 0xA0 && bytes[at + 1] != 0xB5
    }
    return bytes[at] == 0xE2 && (bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81)
  }
}
