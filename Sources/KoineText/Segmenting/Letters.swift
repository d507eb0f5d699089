/// What stands at a place in UTF-8, as far as sentences care.
enum Letters {
  /// Whether a lower-case letter starts at `index`, one that no capital follows as in `iPhone`.
  static func isLower(at index: Int, in bytes: Span<UInt8>) -> Bool {
    guard index < bytes.count else { return false }
    let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
    guard ScalarKind.isLowerCase(scalar) else { return false }
    guard index + width < bytes.count else { return true }
    return !ScalarKind.isUpperCase(ScalarReader.scalar(in: bytes, at: index + width).scalar)
  }

  /// Whether a lower-case letter ends at `index`.
  static func isLower(before index: Int, in bytes: Span<UInt8>) -> Bool {
    guard index > 0 else { return false }
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return ScalarKind.isLowerCase(ScalarReader.scalar(in: bytes, at: start).scalar)
  }

  /// Whether an upper-case letter starts at `index`.
  static func isUpper(at index: Int, in bytes: Span<UInt8>) -> Bool {
    index < bytes.count && ScalarKind.isUpperCase(ScalarReader.scalar(in: bytes, at: index).scalar)
  }

  /// Whether a digit stands at `index`.
  static func isDigit(at index: Int, in bytes: Span<UInt8>) -> Bool {
    index >= 0 && index < bytes.count && bytes[index] &- 0x30 < 10
  }

  /// Whether an ASCII letter or a character beyond ASCII that is no punctuation stands at `index`.
  static func isWord(at index: Int, in bytes: Span<UInt8>) -> Bool {
    guard index >= 0, index < bytes.count else { return false }
    return (bytes[index] | 0x20) &- 0x61 < 26 || (bytes[index] >= 0x80 && !isQuote(around: index, in: bytes))
  }

  /// Whether a bullet stands at `index`.
  static func isBullet(at index: Int, in bytes: Span<UInt8>) -> Bool {
    guard index < bytes.count else { return false }
    switch ScalarReader.scalar(in: bytes, at: index).scalar {
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x25AA, 0x25CF, 0x25E6, 0x2219, 0xB7: return true
    case 0x2A, 0x2D, 0x2013: return index + 1 < bytes.count && bytes[index + 1] == 0x20
    default: return false
    }
  }

  /// The width of the closing quote or bracket that ends at `index`; straight quotes close too.
  static func closerWidth(before index: Int, from start: Int, in bytes: Span<UInt8>) -> Int? {
    guard index > start else { return nil }
    switch bytes[index - 1] {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D: return 1
    case 0xBB where index - start > 1 && bytes[index - 2] == 0xC2: return 2
    case 0x98...0x9F, 0xBA:
      guard index - start > 2, bytes[index - 2] == 0x80, bytes[index - 3] == 0xE2 else { return nil }
      return 3
    default: return nil
    }
  }

  /// The width of the opening quote or bracket at `index`; straight quotes open too.
  static func openerWidth(at index: Int, in bytes: Span<UInt8>) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B: return 1
    case 0xC2 where bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBF || bytes[index + 1] == 0xA1: return 2
    case 0xE2 where bytes[index + 1] == 0x80 && (0x98...0x9F).contains(bytes[index + 2]): return 3
    case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0xB9: return 3
    default: return nil
    }
  }

  /// Whether text that ends at `end` ends a sentence, a clause or a headline with a mark.
  static func endsSentence(_ end: Int, from start: Int, in bytes: Span<UInt8>) -> Bool {
    var end = end
    while let width = closerWidth(before: end, from: start, in: bytes) { end -= width }
    guard end > start else { return true }
    switch bytes[end - 1] {
    case 0x21, 0x2E, 0x3A, 0x3B, 0x3F: return true
    case 0xA6: return end - start > 2 && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE2
    case 0x81, 0x82, 0x8E, 0x9F, 0xA1, 0xA4:
      guard end - start > 2 else { return false }
      var lead = end - 1
      while lead > start, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
      return [0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x0964, 0x061F].contains(
        ScalarReader.scalar(in: bytes, at: lead).scalar
      )
    default: return false
    }
  }

  private static func isQuote(around index: Int, in bytes: Span<UInt8>) -> Bool {
    var start = index
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = ScalarReader.scalar(in: bytes, at: start).scalar
    if scalar == 0xAA || scalar == 0xB0 || scalar == 0xB5 || scalar == 0xBA { return false }
    return (0x2010...0x205E).contains(scalar) || (0xA0...0xBF).contains(scalar)
  }
}

extension ScalarKind {
  /// Whether a character is a lower-case letter of any script.
  static func isLowerCase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x61 < 26 }
    return Unicode.Scalar(scalar).map { $0.properties.isLowercase && scalar != 0xAA && scalar != 0xBA } ?? false
  }

  /// Whether a character is an upper-case letter of any script.
  static func isUpperCase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x41 < 26 }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }
}
