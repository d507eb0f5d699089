/// Repairs misread UTF-8 in the paragraphs of a text where something speaks for it.
enum MojibakePass {
  /// Longer paragraphs are cut, so that the work stays proportional to what is suspicious.
  private static let windowLimit = 8192

  /// Returns `text` with misread stretches turned back; `suspects` are offsets from a `TextScan` of it.
  static func repaired(_ text: String, suspects: [Int]) -> RewrittenText {
    let bytes = text.utf8Span.span
    var rewriter = TextRewriter(text)
    var done = 0
    for suspect in suspects where suspect >= done {
      let window = window(around: suspect, from: done, in: bytes)
      rewrite(window, of: bytes, with: &rewriter)
      done = window.upperBound
    }
    return rewriter.finish()
  }

  /// The lines around an offset, as far as they are not done yet.
  private static func window(around offset: Int, from done: Int, in bytes: Span<UInt8>) -> Range<Int> {
    var lower = offset
    while lower > done, offset - lower < windowLimit, bytes[lower - 1] != 0x0A { lower -= 1 }
    while lower > done, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    var upper = min(offset + 1, bytes.count)
    while upper < bytes.count, upper - offset < windowLimit, bytes[upper] != 0x0A { upper += 1 }
    while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return lower..<upper
  }

  private static func rewrite(_ window: Range<Int>, of bytes: Span<UInt8>, with rewriter: inout TextRewriter) {
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var index = window.lowerBound
    while index < window.upperBound {
      let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
      scalars.append(scalar)
      offsets.append(index)
      index += width
    }
    offsets.append(window.upperBound)
    var repair = MojibakeRepair(scalars)
    repair.repair()
    var at = 0
    while at < repair.scalars.count {
      let source = repair.sources[at]
      var end = at + 1
      while end < repair.scalars.count, repair.sources[end] == source { end += 1 }
      let isSame = end == at + 1 && source.count == 1 && scalars[source.lowerBound] == repair.scalars[at]
      if !isSame {
        var replacement = String.UnicodeScalarView()
        replacement.append(contentsOf: repair.scalars[at..<end].compactMap(Unicode.Scalar.init))
        let range = TextRange(offsets[source.lowerBound]..<offsets[source.upperBound])
        rewriter.replace(range, with: String(replacement))
      }
      at = end
    }
  }
}

/// Reads scalars from valid UTF-8.
enum ScalarReader {
  /// Returns the scalar that starts at `index` and how many bytes it takes.
  @inline(__always)
  static func scalar(in bytes: Span<UInt8>, at index: Int) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2) }
    if lead < 0xF0 {
      return ((lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F), 3)
    }
    let high = (lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
    return (high | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F), 4)
  }
}
