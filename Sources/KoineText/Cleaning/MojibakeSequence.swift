/// A few characters that read as one UTF-8 sequence in a legacy encoding.
struct MojibakeSequence {
  /// The characters, as indices into the scalars of the text.
  let range: Range<Int>
  /// What the bytes stand for; U+FFFD when one of them was lost.
  let scalar: UInt32
  /// Whether a byte was lost: it reads as U+FFFD.
  let isLost: Bool
  /// Whether a no-break space, which is the byte 0xA0 in most encodings, has become a space.
  let hasSpace: Bool
  /// How many bytes there are.
  var length: Int { range.count }

  /// Reads the sequence that starts at `start`, or returns `nil`.
  init?(_ scalars: [UInt32], at start: Int, in charset: LegacyCharset) {
    let lead = charset.byte(of: scalars[start])
    guard (0xC2...0xF4).contains(lead) else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead & (0x7F >> UInt8(length)))
    var isLost = false
    var hasSpace = false
    var goodTrails = 0
    var end = start + 1
    while end < start + length, end < scalars.count {
      let scalar = scalars[end]
      let byte = charset.byte(of: scalar)
      if (0x80...0xBF).contains(byte) {
        value = value << 6 | UInt32(byte & 0x3F)
        goodTrails += 1
      } else if scalar == 0xFFFD {
        isLost = true
        value <<= 6
      } else if scalar == 0x3F, end == start + 2, lead == 0xE2, value == 0x80 {
        // The third byte of most quotes and dashes has no character in windows-1252, or one that became `?`.
        isLost = true
        value <<= 6
      } else if scalar == 0x20, !hasSpace, charset.hasNoBreakSpace {
        hasSpace = true
        value = value << 6 | 0x20
      } else {
        break
      }
      end += 1
    }
    if end < start + length {
      // A sequence may also have lost its last bytes without leaving U+FFFD for each of them.
      guard isLost, end - start > 1, scalars[end - 1] == 0xFFFD else { return nil }
    }
    if isLost {
      guard !hasSpace, length == 2 || goodTrails > 0 else { return nil }
      self.init(range: start..<end, scalar: 0xFFFD, isLost: true, hasSpace: false)
      return
    }
    if (0xD800...0xDBFF).contains(value), end + 2 < scalars.count,
      charset.byte(of: scalars[end]) == 0xED
    {
      // Each half of a surrogate pair was written as if it were a character.
      let (second, third) = (charset.byte(of: scalars[end + 1]), charset.byte(of: scalars[end + 2]))
      guard (0xB0...0xBF).contains(second), (0x80...0xBF).contains(third) else { return nil }
      let low = UInt32(second & 0x0F) << 6 | UInt32(third & 0x3F)
      self.init(
        range: start..<(end + 3),
        scalar: 0x10000 + (value - 0xD800) << 10 + low,
        isLost: false,
        hasSpace: false
      )
      return
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, Unicode.Scalar(value) != nil, !(0x80..<0xA0).contains(value) || length == 2 else {
      return nil
    }
    self.init(range: start..<end, scalar: value, isLost: false, hasSpace: hasSpace)
  }

  private init(range: Range<Int>, scalar: UInt32, isLost: Bool, hasSpace: Bool) {
    self.range = range
    self.scalar = scalar
    self.isLost = isLost
    self.hasSpace = hasSpace
  }
}
