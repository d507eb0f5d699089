/// Puts a sentence that was broken over lines into one.
enum SentenceLine {
  /// Returns `sentence` without line breaks.
  static func joined(_ sentence: String) -> String {
    let bytes = sentence.utf8Span.span
    guard hasBreak(bytes) else { return sentence }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard TextBlocks.spaceWidth(at: index, in: bytes) != nil else {
        out.append(bytes[index])
        index += 1
        continue
      }
      let start = index
      var isBreak = false
      while index < bytes.count, let width = TextBlocks.spaceWidth(at: index, in: bytes) {
        isBreak = isBreak || isLineBreak(at: index, in: bytes)
        index += width
      }
      if !isBreak {
        for place in start..<index { out.append(bytes[place]) }
      } else if !isTight(start, index, in: bytes) {
        out.append(0x20)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func hasBreak(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where isLineBreak(at: index, in: bytes) { return true }
    return false
  }

  /// Whether a line ends at `index`: LF, VT, FF, CR, U+0085, U+2028 or U+2029.
  private static func isLineBreak(at index: Int, in bytes: Span<UInt8>) -> Bool {
    switch bytes[index] {
    case 0x0A...0x0D: true
    case 0xC2: bytes[index + 1] == 0x85
    case 0xE2: bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
    default: false
    }
  }

  /// Whether no space belongs between what ends at `start` and what begins at `end`.
  private static func isTight(_ start: Int, _ end: Int, in bytes: Span<UInt8>) -> Bool {
    guard start > 0, end < bytes.count else { return true }
    switch bytes[end] {
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D: return end + 1 == bytes.count || bytes[end + 1] <= 0x20
    default: break
    }
    let before = ScalarReader.scalar(in: bytes, at: Letters.lead(before: start, in: bytes)).scalar
    return isWide(before) && isWide(ScalarReader.scalar(in: bytes, at: end).scalar)
  }

  /// Whether a character is written without spaces around it: Han, kana and their punctuation.
  private static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3000...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF9F, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
