/// Removes control characters and what cannot be seen but changes how text is read, compared or ordered.
enum InvisiblePass {
  /// Returns `text` without control characters, byte order marks, hidden tags and turns of direction.
  ///
  /// Control characters of windows-1252 become the characters they were meant to be; the five that it does not have
  /// stay, since something was lost there. Joiners stay between the letters and emoji that need them, and marks of
  /// direction stay in text that has letters written from right to left, overrides apart. Zero-width spaces are places
  /// where a line may break, no damage: they go with the house form only, and never in scripts without spaces.
  static func cleaned(_ text: String, house: Bool) -> RewrittenText {
    let bytes = text.utf8Span.span
    let hasRightToLeft = hasRightToLeft(bytes)
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
      let after = index + width < bytes.count ? ScalarReader.scalar(in: bytes, at: index + width).scalar : 0
      let range = TextRange(index..<(index + width))
      if (0x80...0x9F).contains(scalar) {
        if let meant = Windows1252.scalar(of: scalar) { rewriter.replace(range, with: String(Character(meant))) }
      } else if isSuperfluous(scalar, after: before, before: after, hasRightToLeft: hasRightToLeft)
        || (house && scalar == 0x200B && !separatesWords(before) && !separatesWords(after))
      {
        rewriter.replace(range, with: "")
        index += width
        continue
      }
      before = scalar
      index += width
    }
    return rewriter.finish()
  }

  private static func isSuperfluous(
    _ scalar: UInt32,
    after: UInt32,
    before: UInt32,
    hasRightToLeft: Bool
  ) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F: true
    case 0x200C, 0x200D: !isJoined(after) || (scalar == 0x200D && !isJoined(before))
    case 0x200E, 0x200F, 0x202A...0x202C, 0x2066...0x2069: !hasRightToLeft
    case 0x202D, 0x202E: true
    case 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    // Tags spell the flags of regions behind a black flag, and hide text elsewhere.
    case 0xE0000...0xE007F: after != 0x1F3F4 && !(0xE0020...0xE007E).contains(after)
    default: false
    }
  }

  /// Scripts without spaces, where a zero-width space is one: Thai, Lao, Myanmar, Khmer and their neighbours.
  static func separatesWords(_ scalar: UInt32) -> Bool {
    (0x0E00...0x0EFF).contains(scalar) || (0x1000...0x109F).contains(scalar) || (0x1780...0x17FF).contains(scalar)
      || (0x1950...0x1AAF).contains(scalar) || (0x0F00...0x0FFF).contains(scalar)
  }

  /// Characters whose form a joiner decides: Arabic to Sinhala, emoji and their modifiers.
  private static func isJoined(_ scalar: UInt32) -> Bool {
    (0x0600...0x0DFF).contains(scalar) || separatesWords(scalar) || (0x1800...0x18AF).contains(scalar)
      || (0x2190...0x2BFF).contains(scalar) || scalar == 0xFE0F || (0x1F000...0x1FAFF).contains(scalar)
  }

  private static func hasRightToLeft(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // U+0590 to U+08FF, and the presentation forms of Hebrew and Arabic.
      if (0xD6...0xDF).contains(byte) || (byte == 0xE0 && bytes[index + 1] < 0xA4) { return true }
      if byte == 0xEF, (0xAC...0xBB).contains(bytes[index + 1]), bytes[index + 1] != 0xB8 {
        let scalar = ScalarReader.scalar(in: bytes, at: index).scalar
        if (0xFB1D...0xFDFF).contains(scalar) || (0xFE70...0xFEFE).contains(scalar) { return true }
      }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return false
  }
}
