/// Stretches in quotes or brackets, which stay in one piece.
enum KeptSpans {
  /// Longer ones, in characters, hold several sentences that readers take one by one.
  static let limit = 300

  /// No stretch has more marks of its kind inside.
  private static let most = 16

  /// Returns the stretches between the marks of each pair, in order; none is inside another.
  static func spans(in block: Range<Int>, of bytes: Span<UInt8>) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var index = block.lowerBound
    while index < block.upperBound {
      let byte = bytes[index]
      guard mayOpen(byte) else {
        index += 1
        continue
      }
      let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
      if let end = end(of: scalar, at: index, width, before: block.upperBound, in: bytes) {
        spans.append((index + width)..<end)
        index = end + ScalarReader.scalar(in: bytes, at: end).width
      } else {
        index += width
      }
    }
    return spans
  }

  @inline(__always)
  private static func mayOpen(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x28, 0x5B, 0x60, 0xC2, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  /// Returns the offset of the mark that closes the one at `start`, if it does open.
  private static func end(
    of opener: UInt32,
    at start: Int,
    _ width: Int,
    before limit: Int,
    in bytes: Span<UInt8>
  ) -> Int? {
    guard let (closer, other) = closers(of: opener) else { return nil }
    let isStraight = opener == 0x22 || opener == 0x27 || opener == 0x60
    // A straight quote opens where nothing or a space or a bracket stands before it, and something right behind.
    if isStraight || [0x2018, 0x201D, 0xBB, 0x203A].contains(opener) {
      if start > 0, bytes[start - 1] > 0x20, bytes[start - 1] != 0x28, !isJoined(start, in: bytes) { return nil }
      guard start + width < limit, bytes[start + width] > 0x20 else { return nil }
    }
    var index = start + width
    var depth = 0
    var refused = 0
    var count = 0
    while index < limit, count < Self.limit {
      count += 1
      let (scalar, size) = ScalarReader.scalar(in: bytes, at: index)
      if scalar == closer || scalar == other {
        if depth == 0, !isStraight && opener != 0x2018 || closes(at: index, size, limit, in: bytes, opener) {
          return index
        }
        if depth > 0 { depth -= 1 }
        refused += 1
      } else if scalar == opener {
        refused += 1
        if opener == 0x28 || opener == 0x5B { depth += 1 }
      }
      // Nobody reads so many quotes or brackets within each other; the work stays proportional to the text.
      if refused > most { return nil }
      index += size
    }
    return nil
  }

  /// What closes a mark; two where habits differ.
  private static func closers(of opener: UInt32) -> (UInt32, UInt32)? {
    switch opener {
    case 0x22: (0x22, 0x22)
    case 0x27, 0x60: (0x27, 0x27)
    case 0x28: (0x29, 0x29)
    case 0x5B: (0x5D, 0x5D)
    case 0xAB: (0xBB, 0xBB)
    case 0xBB: (0xAB, 0xAB)
    case 0x2018: (0x2019, 0x2019)
    case 0x201A: (0x2018, 0x2019)
    case 0x201C, 0x201D: (0x201D, 0x201D)
    case 0x201E: (0x201C, 0x201D)
    case 0x2039: (0x203A, 0x203A)
    case 0x203A: (0x2039, 0x2039)
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014: (opener + 1, opener + 1)
    case 0xFF08: (0xFF09, 0xFF09)
    case 0xFF62: (0xFF63, 0xFF63)
    default: nil
    }
  }

  /// Whether the quote at `index` stands behind something and before a space, a mark or the end; an apostrophe does not.
  private static func closes(
    at index: Int,
    _ width: Int,
    _ limit: Int,
    in bytes: Span<UInt8>,
    _ opener: UInt32
  ) -> Bool {
    let next = index + width
    if next < limit, Letters.isWord(at: next, in: bytes) || Letters.isDigit(at: next, in: bytes) { return false }
    if opener == 0x22 { return bytes[index - 1] > 0x20 || next == limit }
    // A single one may be the apostrophe of a plural: it closes behind a mark, or a letter that ends none.
    if opener == 0x2018, bytes[index - 1] | 0x20 != UInt8(ascii: "s") { return true }
    return [0x21, 0x2C, 0x2E, 0x3F].contains(bytes[index - 1]) || (next < limit && [0x2C, 0x2E].contains(bytes[next]))
  }

  /// Whether an article with an apostrophe stands before, as in `l'"Avvenire"`, or a dash.
  private static func isJoined(_ start: Int, in bytes: Span<UInt8>) -> Bool {
    let byte = bytes[start - 1]
    return byte == 0x27 || byte == 0x2D || byte == 0x22 || byte >= 0x80 && !Letters.isWord(at: start - 1, in: bytes)
  }
}
