/// A text rewritten from another, with the way back.
public struct RewrittenText: Hashable, Sendable {
  /// The text as it became.
  public var string: String
  /// The way from `string` back to the text that it was made from.
  public var map: OffsetMap

  /// Pairs a text with its way back.
  public init(string: String, map: OffsetMap) {
    self.string = string
    self.map = map
  }

  /// A text that nothing has changed yet.
  public init(unchanged string: String) { self.init(string: string, map: .identity) }
}

/// Copies a text while replacing, dropping and adding stretches, and keeps the way back.
///
/// Stretches are given in order; what lies between them is copied unchanged.
public struct TextRewriter: Sendable {
  private let source: String
  private var output: [UInt8] = []
  private var edits: [OffsetMap.Edit] = []
  private var copied = 0

  /// Starts to rewrite `source`.
  public init(_ source: String) {
    self.source = source
    output.reserveCapacity(source.utf8.count)
  }

  /// Whether nothing has been replaced so far.
  public var isIdentity: Bool { edits.isEmpty }

  /// Puts `replacement` in the place of `range`; an empty replacement drops it, an empty range adds.
  ///
  /// - Precondition: `range` starts at or after the end of the stretch before it.
  public mutating func replace(_ range: TextRange, with replacement: some StringProtocol) {
    precondition(Int(range.lower) >= copied, "stretches must come in order")
    copy(upTo: Int(range.lower))
    let lower = UInt32(output.count)
    output.append(contentsOf: replacement.utf8)
    copied = Int(range.upper)
    edits.append(
      OffsetMap.Edit(source: range, target: TextRange(lower: lower, upper: UInt32(output.count)))
    )
  }

  /// Copies the rest and returns the text with its map.
  public consuming func finish() -> RewrittenText {
    if edits.isEmpty { return RewrittenText(unchanged: source) }
    copy(upTo: source.utf8.count)
    return RewrittenText(string: String(decoding: output, as: UTF8.self), map: OffsetMap(edits: edits))
  }

  private mutating func copy(upTo end: Int) {
    guard copied < end else { return }
    unsafe source.utf8Span.span.extracting(copied..<end).withUnsafeBufferPointer {
      unsafe output.append(contentsOf: $0)
    }
    copied = end
  }
}
