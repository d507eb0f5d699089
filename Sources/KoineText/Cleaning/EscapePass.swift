/// Replaces surrogate pairs that are written out as escapes, such as `\ud83d\ude00`.
///
/// A pair of escapes is damage wherever it stands, since no one writes half characters. A half alone stays, because what it
/// belonged to is lost, and is reported; so do escapes of whole characters, which texts about programs write on purpose.
enum EscapePass {
  /// Returns `text` with pairs replaced, and the places of halves that stand alone.
  static func replaced(_ text: String) -> (text: RewrittenText, halves: [TextRange]) {
    let bytes = text.utf8Span.span
    var rewriter = TextRewriter(text)
    var halves: [TextRange] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\"), let unit = unit(at: index, in: bytes), unit & 0xF800 == 0xD800 else {
        index += 1
        continue
      }
      if unit < 0xDC00, let low = self.unit(at: index + 6, in: bytes), low & 0xFC00 == 0xDC00,
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        rewriter.replace(TextRange(index..<(index + 12)), with: String(Character(scalar)))
        index += 12
      } else {
        halves.append(TextRange(index..<(index + 6)))
        index += 6
      }
    }
    return (rewriter.finish(), halves)
  }

  /// The number of an escape of four digits that starts at `index`.
  private static func unit(at index: Int, in bytes: Span<UInt8>) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var unit: UInt32 = 0
    for offset in 2..<6 {
      let byte = bytes[index + offset]
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return unit
  }
}
