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
    return (bytes[index] | 0x20) &- 0x61 < 26 || (bytes[index] >= 0x80 && !isPunctuation(around: index, in: bytes))
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
    case 0x80...0xBF: break
    default: return nil
    }
    let lead = lead(before: index, in: bytes)
    guard lead >= start else { return nil }
    switch ScalarReader.scalar(in: bytes, at: lead).scalar {
    case 0xBB, 0x2018...0x201F, 0x203A, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09, 0xFF3D, 0xFF63:
      return index - lead
    default: return nil
    }
  }

  /// The width of the opening quote or bracket at `index`; straight quotes open too.
  static func openerWidth(at index: Int, in bytes: Span<UInt8>) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B: return 1
    case 0xC2, 0xE2, 0xE3, 0xEF: break
    default: return nil
    }
    let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
    switch scalar {
    case 0xA1, 0xAB, 0xBB, 0xBF, 0x2018...0x201F, 0x2039, 0x203A, 0x3008, 0x300A, 0x300C, 0x300E: return width
    case 0x3010, 0x3014, 0xFF08, 0xFF3B, 0xFF62: return width
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
    case 0x80...0xBF: break
    default: return false
    }
    let scalar = ScalarReader.scalar(in: bytes, at: lead(before: end, in: bytes)).scalar
    return scalar == 0x2026 || scalar == 0x37E || scalar == 0xFF1A || SentenceMark.isTerminal(scalar)
  }

  /// Where the character that ends at `index` starts.
  static func lead(before index: Int, in bytes: Span<UInt8>) -> Int {
    var lead = index - 1
    while lead > 0, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    return lead
  }

  private static func isPunctuation(around index: Int, in bytes: Span<UInt8>) -> Bool {
    var start = index
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = ScalarReader.scalar(in: bytes, at: start).scalar
    if scalar == 0xAA || scalar == 0xB0 || scalar == 0xB5 || scalar == 0xBA { return false }
    switch scalar {
    case 0xA0...0xBF, 0x37E, 0x387, 0x589, 0x60C, 0x61B, 0x61F, 0x6D4, 0x964, 0x965, 0x2000...0x206F: return true
    case 0x3000...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0x30FB: return true
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3D, 0xFF5B...0xFF65: return true
    default: return false
    }
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
