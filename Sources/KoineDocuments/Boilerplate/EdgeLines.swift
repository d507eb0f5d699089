package import KoineText

/// The lines at the start and the end of an article, where sites put what stands around all of theirs.
package struct EdgeLines {
  /// One such line.
  package struct Line: Hashable, Sendable {
    /// The UTF-8 offsets in the text, without the blanks around the line.
    package var range: TextRange
    /// The hash of its bytes.
    package var hash: UInt64
  }

  /// How many lines of an article count, from the start and from the end.
  static let atStart = 2
  static let atEnd = 4
  /// Shorter lines, in characters, such as a place or a heading, say too little to be judged.
  private static let shortest = 12

  /// The lines in the order of the text.
  package private(set) var lines: [Line] = []
  /// How many lines the article has that are not blank.
  package private(set) var lineCount = 0

  /// Finds the lines of `text`; its title, and a line that only tells place and day, belong to the article.
  package init(_ text: String, title: String) {
    let bytes = text.utf8Span.span
    let found = Self.lines(of: bytes)
    lineCount = found.count
    // What would leave no article is none of its frame.
    guard found.count > 2 else { return }
    let name = title.utf8Span.span
    let nameHash = StableHash.of(name, Self.trimmed(name.indices, of: name))
    for index in found.indices where index < Self.atStart || index >= found.count - Self.atEnd {
      let range = found[index]
      guard range.count(where: { bytes[$0] & 0xC0 != 0x80 }) >= Self.shortest else { continue }
      let hash = StableHash.of(bytes, range)
      if hash == nameHash || DayLine.isOne(String(decoding: bytes, range)) { continue }
      lines.append(Line(range: TextRange(range), hash: hash))
    }
  }

  private static func lines(of bytes: Span<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 10 { end += 1 }
      let line = trimmed(start..<end, of: bytes)
      if !line.isEmpty { found.append(line) }
      start = end + 1
    }
    return found
  }

  private static func trimmed(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower].isMarkupSpace { lower += 1 }
    while lower < upper, bytes[upper - 1].isMarkupSpace { upper -= 1 }
    return lower..<upper
  }
}

extension String {
  /// The text of a stretch of bytes.
  fileprivate init(decoding bytes: Span<UInt8>, _ range: Range<Int>) {
    self.init(decoding: range.map { bytes[$0] }, as: UTF8.self)
  }
}

/// A hash that is the same in every process and on every machine.
///
/// Source: FNV-1a with 64 bits (Fowler, Noll, Vo), its bits mixed as SplitMix64 does (Steele, Lea, Flood 2014).
enum StableHash {
  /// The hash of a stretch of bytes.
  static func of(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return mixed(hash)
  }

  /// The hash of a text.
  static func of(_ text: String) -> UInt64 {
    let bytes = text.utf8Span.span
    return of(bytes, bytes.indices)
  }

  /// Spreads what tells two numbers apart over all bits.
  static func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
