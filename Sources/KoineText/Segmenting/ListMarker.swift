/// The number or letter in front of an item of a list: `1.`, `2)`, `b.)`, `(iv)`.
struct ListMarker {
  /// How a marker is written.
  struct Style: Equatable {
    /// Whether it is a letter.
    var isLetter: Bool
    /// Whether a bracket opens it.
    var isBracketed: Bool
    /// Whether a full stop follows.
    var hasStop: Bool
    /// Whether a bracket closes it.
    var isClosed: Bool
  }

  /// How it is written.
  let style: Style
  /// Its number, or the place of its letter in the alphabet.
  let value: Int
  /// The offset of the text behind it.
  let end: Int

  /// Reads the marker that starts at `start`, in a stretch that ends at `limit`.
  init?(at start: Int, before limit: Int, in bytes: Span<UInt8>) {
    var index = start
    var style = Style(isLetter: false, isBracketed: false, hasStop: false, isClosed: false)
    if index < limit, bytes[index] == UInt8(ascii: "(") {
      style.isBracketed = true
      index += 1
    }
    let first = index
    var value = 0
    while index < limit, index - first < 3, Letters.isDigit(at: index, in: bytes) {
      value = value * 10 + Int(bytes[index] & 15)
      index += 1
    }
    if index == first, index < limit, (bytes[index] | 0x20) &- 0x61 < 26 {
      style.isLetter = true
      value = Int(bytes[index] | 0x20) - 0x60
      index += 1
    }
    guard index > first else { return nil }
    if index < limit, bytes[index] == UInt8(ascii: ".") {
      style.hasStop = true
      index += 1
    }
    if index < limit, bytes[index] == UInt8(ascii: ")") {
      style.isClosed = true
      index += 1
    }
    // A capital with a full stop is an initial rather than a marker.
    let isCapital = style.isLetter && bytes[first] < 0x61
    guard style.hasStop || style.isClosed, !(isCapital && !style.isClosed), style.isClosed || !style.isBracketed,
      index < limit, bytes[index] == 0x20 || bytes[index] == 0x09
    else { return nil }
    self.style = style
    self.value = value
    end = index + 1
  }

  /// The next item of a list in one line is never further away than this.
  private static let reach = 400

  /// Returns where the items of a list start that runs on in one line, the first at `start`; empty if there is none.
  static func items(from start: Int, before limit: Int, in bytes: Span<UInt8>) -> [Int] {
    guard let first = ListMarker(at: start, before: limit, in: bytes) else { return [] }
    var items = [start]
    var last = first
    var index = first.end
    while index < min(limit, last.end + reach) {
      if bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09,
        let next = ListMarker(at: index, before: limit, in: bytes), next.style == first.style,
        next.value == last.value + 1
      {
        items.append(index)
        last = next
        index = next.end
      } else if bytes[index] == 0x31, index > first.end, bytes[index - 1] == 0x20,
        let other = ListMarker(at: index, before: limit, in: bytes), other.style == first.style, other.value == 1
      {
        // Another list starts.
        break
      } else {
        index += 1
      }
    }
    return items.count > 1 ? items : []
  }

  /// Returns where items start, the first of a block left out, of lists that run on in one line.
  ///
  /// A list starts a block or a line, or follows a mark; one that starts anew with 1 may follow another.
  static func listItems(in block: Range<Int>, of bytes: Span<UInt8>) -> [Int] {
    var result: [Int] = []
    var last = block.lowerBound
    var isBehindList = false
    var index = block.lowerBound
    while index + 1 < block.upperBound {
      let byte = bytes[index]
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")"),
        bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09,
        let start = start(ofMarkerThatEndsAt: index, from: last, in: bytes)
      else {
        index += 1
        continue
      }
      index += 1
      guard mayStart(at: start, block, in: bytes) || isBehindList && start - last < reach && bytes[start] == 0x31 else {
        continue
      }
      let items = items(from: start, before: block.upperBound, in: bytes)
      guard let end = items.last else { continue }
      result += items.filter { $0 > block.lowerBound }
      isBehindList = true
      last = end
      index = max(index, end + 1)
    }
    guard Letters.isBullet(at: block.lowerBound, in: bytes) else { return result }
    let bullet = ScalarReader.scalar(in: bytes, at: block.lowerBound).scalar
    for index in (block.lowerBound + 1)..<block.upperBound where bytes[index] & 0xC0 == 0xC0 && bytes[index - 1] == 0x20
    {
      if ScalarReader.scalar(in: bytes, at: index).scalar == bullet { result.append(index) }
    }
    return result.sorted()
  }

  /// Returns the offset of the number or letter that the mark at `end` closes, with the bracket before it.
  private static func start(ofMarkerThatEndsAt end: Int, from limit: Int, in bytes: Span<UInt8>) -> Int? {
    var start = end
    if bytes[end] == UInt8(ascii: ")"), start > limit, bytes[start - 1] == UInt8(ascii: ".") { start -= 1 }
    let last = start
    while start > limit, last - start < 3, Letters.isDigit(at: start - 1, in: bytes) { start -= 1 }
    if start == last, start > limit, (bytes[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
    guard start < last else { return nil }
    if start > limit, bytes[start - 1] == UInt8(ascii: "(") { start -= 1 }
    return start
  }

  /// Whether the start of the block, of a line, or a space behind a mark is before `start`.
  private static func mayStart(at start: Int, _ block: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    var index = start
    while index > block.lowerBound, bytes[index - 1] <= 0x20 {
      index -= 1
      if bytes[index] == 0x0A { return true }
    }
    if index == block.lowerBound { return true }
    return index < start && [0x21, 0x2E, 0x3A, 0x3F].contains(bytes[index - 1])
  }
}
