/// The stretches of a text that no sentence leaves: paragraphs, headlines, lines of lists.
enum TextBlocks {
  /// Returns the blocks of `bytes` in order.
  static func blocks(in bytes: Span<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A || isSeparator(at: index, in: bytes) {
      lines.append(start..<index)
      start = index + (bytes[index] == 0x0A ? 1 : 3)
    }
    lines.append(start..<bytes.count)
    // Lines without an empty one between.
    var blocks: [Range<Int>] = []
    var paragraph: [Range<Int>] = []
    for line in lines {
      if let trimmed = trimmed(line, in: bytes) {
        paragraph.append(trimmed)
      } else {
        blocks += joined(paragraph, in: bytes)
        paragraph = []
      }
    }
    return blocks + joined(paragraph, in: bytes)
  }

  /// Joins the lines of a paragraph that go on in the next.
  private static func joined(_ lines: [Range<Int>], in bytes: Span<UInt8>) -> [Range<Int>] {
    guard var block = lines.first else { return [] }
    let isWrapped = isWrapped(lines)
    var blocks: [Range<Int>] = []
    for (number, line) in lines.enumerated().dropFirst() {
      let goesOn = continues(lines[number - 1], in: line, bytes, isWrapped: isWrapped) {
        endsSentence(lines[number...], bytes)
      }
      if goesOn {
        block = block.lowerBound..<line.upperBound
      } else {
        blocks.append(block)
        block = line
      }
    }
    return blocks + [block]
  }

  /// Whether lines were broken at a fixed width, as in letters and plain text files: all but the last are about as long.
  private static func isWrapped(_ lines: [Range<Int>]) -> Bool {
    let full = lines.dropLast().map(\.count)
    guard full.count > 1, let least = full.min(), let most = full.max(), let last = lines.last else { return false }
    return least >= 45 && most <= 90 && most - least <= 25 && last.count <= most
  }

  /// Returns `range` without white space at its ends, or `nil` if there is nothing else.
  static func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int>? {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, let width = spaceWidth(at: lower, in: bytes) { lower += width }
    while upper > lower, let width = spaceWidth(before: upper, in: bytes) { upper -= width }
    return lower < upper ? lower..<upper : nil
  }

  /// The width of the white space at `index`.
  static func spaceWidth(at index: Int, in bytes: Span<UInt8>) -> Int? {
    let byte = bytes[index]
    if byte <= 0x20 { return 1 }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 else { return nil }
    let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
    return isSpace(scalar) ? width : nil
  }

  private static func spaceWidth(before index: Int, in bytes: Span<UInt8>) -> Int? {
    if bytes[index - 1] <= 0x20 { return 1 }
    guard bytes[index - 1] >= 0x80 else { return nil }
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (scalar, width) = ScalarReader.scalar(in: bytes, at: start)
    return isSpace(scalar) ? width : nil
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// U+2028 and U+2029 end lines too.
  private static func isSeparator(at index: Int, in bytes: Span<UInt8>) -> Bool {
    bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
  }

  /// Whether `line` goes on in `next`: it stops in the middle of a sentence, or was broken at a fixed width.
  private static func continues(
    _ line: Range<Int>,
    in next: Range<Int>,
    _ bytes: Span<UInt8>,
    isWrapped: Bool,
    comesToEnd: () -> Bool
  ) -> Bool {
    // Marks alone at the start of a line belong to the one before.
    if [0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F].contains(bytes[next.lowerBound]) {
      return next.count == 1 || bytes[next.lowerBound + 1] <= 0x20
    }
    // A broken line may end where a sentence does; the rules for sentences then see to it.
    if ListMarker(at: next.lowerBound, before: next.upperBound, in: bytes) != nil { return false }
    if Letters.isBullet(at: next.lowerBound, in: bytes) { return false }
    if isWrapped { return true }
    if Letters.endsSentence(line.upperBound, from: line.lowerBound, in: bytes) { return false }
    if asksForMore(line, in: bytes) { return true }
    guard Letters.isLower(at: next.lowerBound, in: bytes) || isAside(next, in: bytes) else { return false }
    // A list of things in lower case has no full stops; a broken sentence comes to its end.
    return [UInt8(ascii: ","), UInt8(ascii: "-")].contains(bytes[line.upperBound - 1]) || comesToEnd()
  }

  /// Whether a line ends with a Japanese particle or a comma of China, Japan or the Arabic script.
  private static func asksForMore(_ line: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard bytes[line.upperBound - 1] >= 0x80 else { return false }
    switch ScalarReader.scalar(in: bytes, at: Letters.lead(before: line.upperBound, in: bytes)).scalar {
    case 0x3001, 0xFF0C, 0xFF64, 0x60C: return true
    // は の を が に と で へ も
    case 0x306F, 0x306E, 0x3092, 0x304C, 0x306B, 0x3068, 0x3067, 0x3078, 0x3082: return true
    default: return false
    }
  }

  /// Whether a line begins with something in brackets that does not start with a capital.
  private static func isAside(_ line: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard bytes[line.lowerBound] == UInt8(ascii: "(") else { return false }
    // A line that is all in brackets stands for itself.
    if bytes[line.upperBound - 1] == UInt8(ascii: ")") { return false }
    let inside = trimmed((line.lowerBound + 1)..<line.upperBound, in: bytes)
    return inside.map { !Letters.isUpper(at: $0.lowerBound, in: bytes) } ?? true
  }

  /// Whether `lines` come to the end of a sentence soon.
  private static func endsSentence(_ lines: ArraySlice<Range<Int>>, _ bytes: Span<UInt8>) -> Bool {
    for line in lines.prefix(8) {
      for index in line where [0x2E, 0x21, 0x3F].contains(bytes[index]) {
        let isLast = index + 1 == line.upperBound || bytes[index + 1] <= 0x22
        if isLast { return true }
      }
    }
    return false
  }
}
