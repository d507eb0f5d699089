/// What a look at every byte says about text in UTF-8.
struct UTF8Check {
  /// How many well-formed sequences of two bytes or more there are.
  var sequences = 0
  /// How many surrogates there are among the ill-formed stretches.
  var surrogates = 0
  /// The ill-formed stretches, as the Unicode Standard cuts them (3.9, maximal subparts), but for surrogates, whose three
  /// bytes are one stretch.
  var errors: [Range<Int>] = []

  /// Whether the text is UTF-8, but for some bytes: text in other encodings has such sequences by chance only.
  var isMostlyUTF8: Bool {
    errors.isEmpty || good > bad * 4 || (good > 2 && good >= bad)
  }
  /// Whether a label that says UTF-8 may be right.
  var mayBeUTF8: Bool { good >= bad }

  // Surrogates are not allowed, but only programs that mean UTF-8 write them.
  private var good: Int { sequences + surrogates }
  private var bad: Int { errors.count - surrogates }

  /// Tells of text that is valid as a whole whether there is anything but ASCII.
  init(valid text: String) {
    let bytes = text.utf8Span.span
    sequences = bytes.indices.contains { bytes[$0] >= 0x80 } ? 1 : 0
  }

  /// Checks `bytes`; beyond `limit` ill-formed stretches it stops to look.
  init(_ bytes: Span<UInt8>, limit: Int = .max) {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let (length, least, most): (Int, UInt8, UInt8)
      switch lead {
      case 0xC2...0xDF: (length, least, most) = (2, 0x80, 0xBF)
      case 0xE0: (length, least, most) = (3, 0xA0, 0xBF)
      case 0xED: (length, least, most) = (3, 0x80, 0x9F)
      case 0xE1...0xEF: (length, least, most) = (3, 0x80, 0xBF)
      case 0xF0: (length, least, most) = (4, 0x90, 0xBF)
      case 0xF1...0xF3: (length, least, most) = (4, 0x80, 0xBF)
      case 0xF4: (length, least, most) = (4, 0x80, 0x8F)
      default: (length, least, most) = (0, 0, 0)
      }
      if lead == 0xED, index + 2 < bytes.count, bytes[index + 1] & 0xE0 == 0xA0, bytes[index + 2] & 0xC0 == 0x80 {
        errors.append(index..<(index + 3))
        surrogates += 1
        index += 3
        if errors.count >= limit { return }
        continue
      }
      var end = index + 1
      while end < bytes.count, end - index < length {
        let byte = bytes[end]
        guard end == index + 1 ? (least...most).contains(byte) : byte & 0xC0 == 0x80 else { break }
        end += 1
      }
      if end - index == length {
        sequences += 1
      } else {
        errors.append(index..<end)
        if errors.count >= limit { return }
      }
      index = end
    }
  }
}
