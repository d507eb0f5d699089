/// Replaces HTML character references that are left over in text.
enum EntityPass {
  /// Returns `text` with references replaced: numbers, and the names of HTML 4.
  ///
  /// The semicolon may be missing after numbers and after names of letters with accents, `nbsp`, `quot`, `laquo` and
  /// `raquo`; other names without it are words too often (`&copy`, `&not`, `R&D`). In addresses such references are
  /// parameters, and stay. `&amp;` in front of another reference was escaped twice and goes with it.
  static func replaced(_ text: String) -> RewrittenText {
    let bytes = text.utf8Span.span
    var rewriter = TextRewriter(text)
    var index = 0
    // Where the word in which the ampersand stands began, and whether it is an address.
    var address = AddressScan()
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "&") else {
        index += 1
        continue
      }
      var end = index + 1
      // `&amp;amp;eacute;`: each layer of escaping adds one.
      while starts("amp;", at: end, in: bytes), isReference(at: end + 4, in: bytes) { end += 4 }
      guard let reference = reference(at: end, in: bytes), reference.isClosed || !address.contains(index, in: bytes)
      else {
        index += 1
        continue
      }
      rewriter.replace(TextRange(index..<reference.end), with: String(Character(reference.scalar)))
      index = reference.end
    }
    return rewriter.finish()
  }

  /// A reference that was read.
  private struct Reference {
    let scalar: Unicode.Scalar
    let end: Int
    let isClosed: Bool
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
  private static func reference(at start: Int, in bytes: Span<UInt8>) -> Reference? {
    if start < bytes.count, bytes[start] == UInt8(ascii: "#") { return number(at: start + 1, in: bytes) }
    var end = start
    while end < bytes.count, end - start <= EntityNames.longest, isAlphanumeric(bytes[end]) { end += 1 }
    var name = ""
    for index in start..<end { name.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";") {
      guard let scalar = EntityNames.scalar(name) ?? EntityNames.scalar(shouted: name) else { return nil }
      return Reference(scalar: scalar, end: end + 1, isClosed: true)
    }
    // Without a semicolon the name may run into the rest of the word.
    while !name.isEmpty {
      let next = start + name.utf8.count
      if EntityNames.isSureUnclosed(name), next == bytes.count || bytes[next] != UInt8(ascii: "="),
        let scalar = EntityNames.scalar(name)
      {
        return Reference(scalar: scalar, end: next, isClosed: false)
      }
      name.removeLast()
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// Reads the number behind `&#`.
  private static func number(at start: Int, in bytes: Span<UInt8>) -> Reference? {
    guard start < bytes.count else { return nil }
    let isHex = bytes[start] | 0x20 == UInt8(ascii: "x")
    let first = isHex ? start + 1 : start
    var end = first
    var code: UInt32 = 0
    while end < bytes.count, end - first < 8 {
      let byte = bytes[end]
      if byte &- 0x30 < 10 {
        code = code * (isHex ? 16 : 10) + UInt32(byte - 0x30)
      } else if isHex, (byte | 0x20) &- 0x61 < 6 {
        code = code * 16 + UInt32((byte | 0x20) - 0x57)
      } else {
        break
      }
      end += 1
    }
    guard end > first, let scalar = scalar(numbered: code) else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";") {
      return Reference(scalar: scalar, end: end + 1, isClosed: true)
    }
    // `&#8217` may run into a word, but `&#39` of a longer number or `&#1` may mean anything.
    let isEnded = end == bytes.count || !isAlphanumeric(bytes[end]) || (!isHex && bytes[end] &- 0x30 >= 10)
    guard isEnded, end - first > 1, code >= 0x20 else { return nil }
    return Reference(scalar: scalar, end: end, isClosed: false)
  }

  /// The character of a number; pages number 0x80 to 0x9F as windows-1252 does.
  private static func scalar(numbered code: UInt32) -> Unicode.Scalar? {
    if code < 0x20, code != 9, code != 10, code != 13 { return nil }
    if code == 0x7F || code & 0xFFFE == 0xFFFE { return nil }
    if (0x80...0x9F).contains(code) { return Windows1252.scalar(of: code) }
    return Unicode.Scalar(code)
  }
}

/// Tells whether a place lies in an address of the web; asked for places in order, it reads each word once.
private struct AddressScan {
  private var read = 0
  private var isAddress = false

  /// Whether the word at `index` is an address up to there.
  mutating func contains(_ index: Int, in bytes: Span<UInt8>) -> Bool {
    while read < index {
      let byte = bytes[read]
      if byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") {
        isAddress = false
      } else if byte == UInt8(ascii: "/"), read > 0, bytes[read - 1] == byte {
        isAddress = true
      } else if byte == UInt8(ascii: "?"), read + 1 < bytes.count, bytes[read + 1] > 0x40, bytes[read + 1] < 0x7F {
        // `page?a=1&copy=2`
        isAddress = true
      } else if byte == UInt8(ascii: "."), read > 2,
        (read - 3..<read).allSatisfy({ bytes[$0] | 0x20 == UInt8(ascii: "w") })
      {
        isAddress = true
      }
      read += 1
    }
    return isAddress
  }
}
