/// Turns UTF-8 offsets of one text into offsets in Unicode scalars, as JSON output gives them.
public struct ScalarOffsets: Sendable {
  // Scalars before every 64th byte; empty when the text is ASCII and the two offsets are the same.
  private let marks: [UInt32]
  private let bytes: [UInt8]

  /// Indexes `text`.
  public init(_ text: String) {
    let span = text.utf8Span.span
    var ascii = true
    for index in span.indices where span[index] >= 0x80 {
      ascii = false
      break
    }
    if ascii {
      marks = []
      bytes = []
      return
    }
    bytes = Array(text.utf8)
    var marks: [UInt32] = []
    var scalars: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      if index & 63 == 0 { marks.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    marks.append(scalars)
    self.marks = marks
  }

  /// Returns how many scalars start before the UTF-8 `offset`.
  public func scalars(before offset: Int) -> Int {
    if marks.isEmpty { return offset }
    let offset = min(offset, bytes.count)
    var count = Int(marks[offset >> 6])
    var index = offset & ~63
    while index < offset {
      if bytes[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  /// Returns `range` in scalars.
  public func scalars(_ range: TextRange) -> Range<Int> {
    scalars(before: Int(range.lower))..<scalars(before: Int(range.upper))
  }
}
