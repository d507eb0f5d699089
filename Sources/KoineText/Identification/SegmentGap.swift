/// What lies between two tokens, as far as it makes a change of language likely.
enum SegmentGap: Float {
  case none = 0
  case paragraph = 0.5
  case line = 1
  case sentence = 2
  case phrase = 4
  case word = 6

  init(between left: TokenShape, and right: TokenShape, in bytes: Span<UInt8>) {
    var lines = 0
    for index in left.upper..<right.lower where bytes[index] == 0x0A { lines += 1 }
    if lines > 0 {
      self = lines > 1 ? .paragraph : .line
      return
    }
    var end = left.upper
    var quoted = false
    while end > left.lower, let width = Self.closing(before: end, from: left.lower, in: bytes) {
      end -= width
      quoted = true
    }
    let last = end > left.lower ? bytes[end - 1] : 0
    let isEllipsis = end - left.lower >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && last == 0xA6
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): self = .sentence
    case _ where isEllipsis: self = .sentence
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): self = .phrase
    default: self = quoted || Self.opens(right, in: bytes) ? .phrase : .word
    }
  }

  private static func closing(before end: Int, from start: Int, in bytes: Span<UInt8>) -> Int? {
    switch bytes[end - 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return 1
    case 0xBB where end - start >= 2 && bytes[end - 2] == 0xC2: return 2
    case 0x9D where end - start >= 3 && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE2: return 3
    default: return nil
    }
  }

  private static func opens(_ token: TokenShape, in bytes: Span<UInt8>) -> Bool {
    switch bytes[token.lower] {
    case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "["): true
    case 0xC2: token.upper - token.lower > 1 && bytes[token.lower + 1] == 0xAB
    case 0xE2: token.upper - token.lower > 2 && bytes[token.lower + 1] == 0x80
    default: false
    }
  }
}
