/// Replaces HTML character references that are left over in text.
enum EntityPass {
  /// Returns `text` with references replaced: numbers, and the names of HTML 4 that end in a semicolon.
  ///
  /// `&amp;` in front of another reference was escaped twice and goes with it.
  static func replaced(_ text: String) -> RewrittenText {
    let bytes = text.utf8Span.span
    var rewriter = TextRewriter(text)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "&") else {
        index += 1
        continue
      }
      var end = index + 1
      // `&amp;amp;eacute;`: each layer of escaping adds one.
      while starts("amp;", at: end, in: bytes), isReference(at: end + 4, in: bytes) { end += 4 }
      guard let reference = reference(at: end, in: bytes) else {
        index += 1
        continue
      }
      rewriter.replace(TextRange(index..<reference.end), with: String(Character(reference.scalar)))
      index = reference.end
    }
    return rewriter.finish()
  }

  private static func isReference(at start: Int, in bytes: Span<UInt8>) -> Bool {
    reference(at: start, in: bytes) != nil || starts("amp;", at: start, in: bytes)
  }

  private static func starts(_ word: String, at start: Int, in bytes: Span<UInt8>) -> Bool {
    guard start + word.utf8.count <= bytes.count else { return false }
    for (offset, byte) in word.utf8.enumerated() where bytes[start + offset] != byte { return false }
    return true
  }

  /// Reads the reference whose name or number starts at `start`, behind the ampersand.
  private static func reference(at start: Int, in bytes: Span<UInt8>) -> (scalar: Unicode.Scalar, end: Int)? {
    var end = start
    while end < bytes.count, end - start <= EntityNames.longest + 2, bytes[end] != UInt8(ascii: ";") {
      let byte = bytes[end]
      let isName = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || (byte == UInt8(ascii: "#") && end == start)
      guard isName else { return nil }
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), end > start else { return nil }
    var name = ""
    for index in start..<end { name.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      guard let code = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else { return nil }
      return scalar(numbered: code).map { ($0, end + 1) }
    }
    return EntityNames.scalar(name).map { ($0, end + 1) }
  }

  /// The character of a number; pages number 0x80 to 0x9F as windows-1252 does.
  private static func scalar(numbered code: UInt32) -> Unicode.Scalar? {
    if code < 0x20, code != 9, code != 10, code != 13 { return nil }
    if code == 0x7F || code & 0xFFFE == 0xFFFE { return nil }
    if (0x80...0x9F).contains(code) { return Windows1252.scalar(of: code) }
    return Unicode.Scalar(code)
  }
}

/// The characters that windows-1252 has where Unicode and ISO 8859-1 have control characters.
enum Windows1252 {
  /// Returns the character of a code from 0x80 to 0x9F, or `nil` for the five that have none.
  static func scalar(of code: UInt32) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(code) else { return nil }
    let value = values[Int(code - 0x80)]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  private static let values: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}
