/// Stretches in quotes or brackets, which stay in one piece.
enum KeptSpans {
  /// Longer ones hold several sentences that readers take one by one.
  static let limit = 300

  /// Returns the stretches between the marks of each pair, in order; none is inside another.
  static func spans(in block: Range<Int>, of bytes: Span<UInt8>) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var index = block.lowerBound
    while index < block.upperBound {
      let byte = bytes[index]
      guard byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0x28 || byte == 0x5B || byte == 0xC2 || byte == 0xE2
      else {
        index += 1
        continue
      }
      let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
      if let end = end(of: scalar, at: index, width, before: block.upperBound, in: bytes) {
        spans.append((index + width)..<end)
        index = end
      } else {
        index += width
      }
    }
    return spans
  }

  /// Returns the offset of the mark that closes the one at `start`, if it does open.
  private static func end(
    of opener: UInt32,
    at start: Int,
    _ width: Int,
    before limit: Int,
    in bytes: Span<UInt8>
  ) -> Int? {
    let closers: [UInt32]
    switch opener {
    case 0x28: closers = [0x29]
    case 0x5B: closers = [0x5D]
    case 0x22: closers = [0x22]
    case 0x27, 0x60: closers = [0x27]
    case 0xAB: closers = [0xBB]
    case 0x201C: closers = [0x201D]
    case 0x201E: closers = [0x201C, 0x201D]
    case 0x2018: closers = [0x2019]
    case 0x2039: closers = [0x203A]
    default: return nil
    }
    let isStraight = opener == 0x22 || opener == 0x27 || opener == 0x60
    // A straight quote opens where nothing or a space or a bracket stands before it, and something right behind.
    if isStraight || opener == 0x2018 {
      if start > 0, bytes[start - 1] > 0x20, bytes[start - 1] != 0x28, !isJoined(start, in: bytes) { return nil }
      guard start + width < limit, bytes[start + width] > 0x20 else { return nil }
    }
    var index = start + width
    var depth = 0
    let last = min(limit, start + Self.limit)
    while index < last {
      let (scalar, size) = ScalarReader.scalar(in: bytes, at: index)
      if closers.contains(scalar) {
        if depth == 0, !isStraight && opener != 0x2018 || closes(at: index, size, limit, in: bytes, opener) {
          return index
        }
        if depth > 0 { depth -= 1 }
      } else if scalar == opener, opener == 0x28 || opener == 0x5B {
        depth += 1
      }
      index += size
    }
    return nil
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
    // A single one may be the apostrophe of a plural: it closes behind a mark.
    return [0x21, 0x2C, 0x2E, 0x3F].contains(bytes[index - 1]) || (next < limit && [0x2C, 0x2E].contains(bytes[next]))
  }

  /// Whether an article with an apostrophe stands before, as in `l'"Avvenire"`, or a dash.
  private static func isJoined(_ start: Int, in bytes: Span<UInt8>) -> Bool {
    let byte = bytes[start - 1]
    return byte == 0x27 || byte == 0x2D || byte == 0x22 || byte >= 0x80 && !Letters.isWord(at: start - 1, in: bytes)
  }
}
