/// What one run of bytes without white space looks like, as far as language identification cares.
struct TokenShape: Hashable, Sendable, BitwiseCopyable {
  /// The offset of the first byte.
  var lower: Int
  /// The offset after the last byte.
  var upper: Int
  /// Whether it is a code, an address or a handle: nothing that belongs to a language.
  var isCode: Bool
  /// Whether it holds a word, so that a language can be told from it.
  var hasWord: Bool

  /// Returns the shape of the next token at or after `start`, or `nil` at the end.
  @inline(__always)
  static func next(in bytes: Span<UInt8>, from start: Int) -> TokenShape? {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    if index == bytes.count { return nil }
    let lower = index
    var letters = 0
    var lowerCase = 0
    var hasDigit = false
    var hasAddressMark = false
    var isASCII = true
    var hasForeignLetter = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 { break }
      if byte >= 0x80 {
        isASCII = false
        if isLetterLead(byte, index + 1 < bytes.count ? bytes[index + 1] : 0) { hasForeignLetter = true }
      } else if byte &- 0x61 < 26 {
        letters += 1
        lowerCase += 1
      } else if byte &- 0x41 < 26 {
        letters += 1
      } else if byte &- 0x30 < 10 {
        hasDigit = true
      } else if byte == 0x40 {
        hasAddressMark = true
      } else if byte == 0x3A, index + 2 < bytes.count, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
        hasAddressMark = true
      }
      index += 1
    }
    if index - lower > 4, bytes[lower] | 0x20 == 0x77, bytes[lower + 1] | 0x20 == 0x77, bytes[lower + 2] | 0x20 == 0x77,
      bytes[lower + 3] == 0x2E
    {
      hasAddressMark = true
    }
    let isCode = isASCII && (hasAddressMark || (hasDigit && letters > 0))
    // Short words in capitals only are mostly symbols and acronyms.
    let isWord = hasForeignLetter || (letters > 0 && (lowerCase > 0 || letters > 4))
    return TokenShape(lower: lower, upper: index, isCode: isCode, hasWord: isWord && !isCode)
  }

  // Leads of punctuation, symbols and emoji say nothing: U+0080...BF, U+2000...2BFF, U+3000...303F, U+1F000 on.
  @inline(__always)
  private static func isLetterLead(_ lead: UInt8, _ trail: UInt8) -> Bool {
    switch lead {
    case 0xC3...0xE1, 0xE4...0xED: true
    case 0xE2: trail >= 0xB0
    case 0xE3: trail > 0x80
    case 0xEF: trail >= 0xA4 && trail < 0xB8 || trail == 0xBC || trail == 0xBD
    case 0xF0: trail < 0x9F || trail >= 0xA0
    default: false
    }
  }
}
