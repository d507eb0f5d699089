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
      } else {
        index += 1
      }
    }
    return items.count > 1 ? items : []
  }
}
