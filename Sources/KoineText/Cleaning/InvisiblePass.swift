/// Removes control characters and what cannot be seen but changes how text is read, compared or ordered.
enum InvisiblePass {
  /// Returns `text` without control characters, byte order marks, hidden tags and turns of direction.
  ///
  /// Control characters of windows-1252 become the characters they were meant to be, U+0085 among them; the five that it
  /// does not have stay, since something was lost there. Commands of terminals go as a whole; form feeds and vertical tabs
  /// between words become line feeds. Joiners stay between the letters and emoji that need them; `DirectionControls` tells
  /// what stays of the marks of direction. Zero-width spaces are places where a line may break, no damage: they go with
  /// the house form only, and never in scripts without spaces.
  static func cleaned(_ text: String, house: Bool) -> RewrittenText {
    let bytes = text.utf8Span.span
    var directions = DirectionControls.superfluous(in: bytes)[...]
    var rewriter = TextRewriter(text)
    var index = 0
    var before: UInt32 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        before = UInt32(byte)
        index += 1
        continue
      }
      let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
      let end = scalar == 0x1B ? endOfCommand(at: index, in: bytes) : index + width
      let after = end < bytes.count ? ScalarReader.scalar(in: bytes, at: end).scalar : 0
      let range = TextRange(index..<end)
      index = end
      if directions.first == Int(range.lower) {
        directions.removeFirst()
        rewriter.replace(range, with: "")
      } else if scalar == 0x0B || scalar == 0x0C {
        let isInside = before > 0x20 && after > 0x20
        rewriter.replace(range, with: isInside ? "\n" : "")
        if isInside { before = 0x0A }
      } else if (0x80...0x9F).contains(scalar) {
        if let meant = Windows1252.scalar(of: scalar) { rewriter.replace(range, with: String(Character(meant))) }
        before = scalar
      } else if isSuperfluous(scalar, after: before, before: after)
        || (house && scalar == 0x200B && !separatesWords(before) && !separatesWords(after))
      {
        rewriter.replace(range, with: "")
      } else {
        before = scalar
      }
    }
    return rewriter.finish()
  }

  /// The end of an escape character with the command of ECMA-48 that it begins, such as a colour.
  private static func endOfCommand(at start: Int, in bytes: Span<UInt8>) -> Int {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return start + 1 }
    var end = start + 2
    while end < bytes.count, end - start < 32, (0x20...0x3F).contains(bytes[end]) { end += 1 }
    guard end < bytes.count, (0x40...0x7E).contains(bytes[end]) else { return start + 1 }
    return end + 1
  }

  private static func isSuperfluous(_ scalar: UInt32, after: UInt32, before: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F: true
    case 0x200C, 0x200D: !isJoined(after) || (scalar == 0x200D && !isJoined(before))
    case 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    // Tags spell the flags of regions behind a black flag, and hide text elsewhere.
    case 0xE0000...0xE007F: after != 0x1F3F4 && !(0xE0020...0xE007E).contains(after)
    default: false
    }
  }

  /// Scripts without spaces, where a zero-width space is one: Thai, Lao, Myanmar, Khmer and their neighbours.
  private static func separatesWords(_ scalar: UInt32) -> Bool {
    (0x0E00...0x0EFF).contains(scalar) || (0x1000...0x109F).contains(scalar) || (0x1780...0x17FF).contains(scalar)
      || (0x1950...0x1AAF).contains(scalar) || (0x0F00...0x0FFF).contains(scalar)
  }

  /// Characters whose form a joiner decides: Arabic to Sinhala, emoji and their modifiers.
  private static func isJoined(_ scalar: UInt32) -> Bool {
    (0x0600...0x0DFF).contains(scalar) || separatesWords(scalar) || (0x1800...0x18AF).contains(scalar)
      || (0x2190...0x2BFF).contains(scalar) || scalar == 0xFE0F || (0x1F000...0x1FAFF).contains(scalar)
  }
}
