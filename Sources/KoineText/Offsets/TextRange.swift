/// A half-open range of UTF-8 offsets into one text.
public struct TextRange: Hashable, Sendable, Codable, BitwiseCopyable {
  /// The offset of the first byte.
  public var lower: UInt32
  /// The offset after the last byte.
  public var upper: UInt32

  /// Makes a range of offsets.
  ///
  /// - Precondition: `lower` is not greater than `upper`.
  public init(lower: UInt32, upper: UInt32) {
    precondition(lower <= upper, "a range must not end before it starts")
    self.lower = lower
    self.upper = upper
  }

  /// Makes a range of offsets that fit in 32 bits.
  public init(_ range: Range<Int>) {
    lower = UInt32(range.lowerBound)
    upper = UInt32(range.upperBound)
  }

  /// The size in bytes.
  public var count: Int { Int(upper - lower) }

  /// Whether the range covers nothing.
  public var isEmpty: Bool { lower == upper }

  /// The range as indices of a span or an array of bytes.
  public var indices: Range<Int> { Int(lower)..<Int(upper) }

  /// Whether every byte of `other` is in this range.
  public func contains(_ other: TextRange) -> Bool { lower <= other.lower && other.upper <= upper }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: TextRange) -> Bool { lower < other.upper && other.lower < upper }

  /// Returns the range moved towards the end by `offset` bytes.
  public func shifted(by offset: Int) -> TextRange {
    TextRange((Int(lower) + offset)..<(Int(upper) + offset))
  }
}

extension TextRange: Comparable {
  /// Orders by start, then by end.
  public static func < (a: TextRange, b: TextRange) -> Bool { (a.lower, a.upper) < (b.lower, b.upper) }
}

extension String {
  /// Returns the text in `range`, or `nil` if `range` does not fall on scalar boundaries of this text.
  public subscript(range: TextRange) -> Substring? {
    let view = utf8
    guard Int(range.upper) <= view.count else { return nil }
    let lower = view.index(view.startIndex, offsetBy: Int(range.lower))
    let upper = view.index(lower, offsetBy: range.count)
    guard let start = lower.samePosition(in: unicodeScalars), let end = upper.samePosition(in: unicodeScalars) else {
      return nil
    }
    return self[start..<end]
  }

  /// The whole text as a range of UTF-8 offsets.
  public var textRange: TextRange { TextRange(0..<utf8.count) }
}

extension Substring {
  /// The UTF-8 offsets of this piece in `base`, the text that it was cut from.
  public var textRange: TextRange {
    let view = base.utf8
    let lower = view.distance(from: view.startIndex, to: startIndex)
    return TextRange(lower..<(lower + utf8.count))
  }
}
