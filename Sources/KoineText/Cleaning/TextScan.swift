/// One fast look at the bytes of a text, which tells what may need to be mended.
struct TextScan {
  /// Whether something looks like an HTML character reference.
  var hasReferences = false
  /// Whether something looks like half a surrogate pair that is written out as an escape.
  var hasEscapes = false
  /// Whether a line ends in a hyphen.
  var hasLineHyphens = false
  /// Whether there are control characters other than tab, line feed and carriage return.
  var hasControls = false
  /// Whether there are characters that cannot be seen, or that turn the direction of writing.
  var hasInvisibles = false
  /// Whether there are characters that text in NFC may not have.
  var mayNeedNormalizing = false
  /// The offsets behind which UTF-8 may stand that was read in another encoding.
  var suspects: [Int] = []

  /// Scans `bytes`, which are valid UTF-8.
  init(_ bytes: Span<UInt8>) {
    let raw = unsafe bytes.bytes
    let count = bytes.count
    let entries = ScanTable.shared.entries
    let table = entries.span
    let none = ScanTable.Entry()
    // The two characters before.
    var last = none
    var lastButOne = none
    var flags: UInt8 = 0
    var index = 0
    while index < count {
      while index + 8 <= count {
        // Within bounds: eight bytes are left.
        let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
        guard Self.isPlain(word) else { break }
        if last.flags & ScanTable.losesSpace != 0, word & 0xFF == 0x20 { suspects.append(index - 2) }
        last = none
        lastButOne = none
        index += 8
      }
      guard index < count else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F {
          if byte == 0x0A {
            if index > 0, !hasLineHyphens { hasLineHyphens = Self.isHyphen(before: index, in: bytes) }
          } else if byte != 0x09 && byte != 0x0D {
            hasControls = true
          }
        } else if byte == 0x26, index + 1 < count {
          let next = bytes[index + 1]
          if next == 0x23 || (next | 0x20) &- 0x61 < 26 { hasReferences = true }
        } else if byte == 0x5C {
          hasEscapes = hasEscapes || (index + 2 < count && bytes[index + 1] == 0x75 && bytes[index + 2] | 0x20 == 0x64)
        } else if byte == 0x20, last.flags & ScanTable.losesSpace != 0 {
          suspects.append(index - 2)
        }
        last = none
        lastButOne = none
        index += 1
        continue
      }
      var entry = none
      var width = 2
      if byte < 0xE0 {
        entry = table[Int(byte & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)]
      } else if byte < 0xF0 {
        let scalar = Int(byte & 0x0F) << 12 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F)
        width = 3
        if scalar < table.count {
          entry = table[scalar]
        } else {
          entry.flags = ScanTable.flags(of: UInt32(scalar))
          if scalar == 0xFFFD { entry.trail = .max }
        }
      } else {
        width = 4
        if byte == 0xF3 { entry.flags = ScanTable.isInvisible }
      }
      let isShort = last.shortLead & entry.trail != 0
      let isLong = lastButOne.longLead & last.trail & entry.trail != 0
      if isShort || isLong { suspects.append(index) }
      flags |= entry.flags
      lastButOne = last
      last = entry
      index += width
    }
    // A control character of the upper half is suspected of being windows-1252.
    hasControls = hasControls || flags & ScanTable.isControl != 0
    hasInvisibles = flags & ScanTable.isInvisible != 0
    mayNeedNormalizing = flags & ScanTable.mayNeedNormalizing != 0
  }

  /// Whether nothing at all needs a closer look.
  var isClean: Bool {
    !hasReferences && !hasEscapes && !hasLineHyphens && !hasControls && !hasInvisibles && !mayNeedNormalizing
      && suspects.isEmpty
  }

  /// Whether a hyphen stands at the end of a line; any blanks behind it are skipped.
  private static func isHyphen(before end: Int, in bytes: Span<UInt8>) -> Bool {
    var last = end - 1
    while last > 0, end - last < 4, bytes[last] == 0x20 || bytes[last] == 0x0D { last -= 1 }
    let byte = bytes[last]
    return byte == 0x2D || byte == 0xAD || (byte == 0x90 && last > 1 && bytes[last - 1] == 0x80)
  }

  /// Whether eight bytes are ASCII without control characters, ampersands and backslashes.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    let controls = (word &- ones &* 0x20) & ~word
    let ampersands = word ^ ones &* 0x26
    let slashes = word ^ ones &* 0x5C
    let deletes = word ^ ones &* 0x7F
    let zeros =
      (ampersands &- ones) & ~ampersands | (deletes &- ones) & ~deletes | (slashes &- ones) & ~slashes
    return (word | controls | zeros) & highs == 0
  }
}
