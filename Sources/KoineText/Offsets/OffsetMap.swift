/// Where each stretch of a rewritten text came from.
///
/// Only the stretches that changed are stored, so a text that a rewrite leaves alone costs nothing.
public struct OffsetMap: Hashable, Sendable {
  /// One replaced stretch.
  public struct Edit: Hashable, Sendable, Codable, BitwiseCopyable {
    /// The stretch as it was.
    public var source: TextRange
    /// The stretch as it became.
    public var target: TextRange

    /// Pairs a stretch of the source with the one that replaces it.
    public init(source: TextRange, target: TextRange) {
      self.source = source
      self.target = target
    }
  }

  /// The edits, ordered and disjoint.
  public let edits: [Edit]

  /// The map of a rewrite that changed nothing.
  public static let identity = OffsetMap(edits: [])

  /// Makes a map from edits that are in order and do not overlap.
  public init(edits: [Edit]) { self.edits = edits }

  /// Whether the rewrite changed nothing.
  public var isIdentity: Bool { edits.isEmpty }

  /// Returns the smallest source range that produced `target`.
  ///
  /// Inside an edit the two texts do not correspond, so that any part of its target came from the whole of its source.
  public func source(of target: TextRange) -> TextRange {
    let lower = sourceOffset(of: target.lower, roundingUp: false)
    let upper = target.isEmpty ? lower : sourceOffset(of: target.upper, roundingUp: true)
    return TextRange(lower: lower, upper: max(lower, upper))
  }

  private func sourceOffset(of offset: UInt32, roundingUp: Bool) -> UInt32 {
    guard let edit = lastEdit(startingBefore: offset, orAt: !roundingUp) else { return offset }
    if offset < edit.target.upper || (offset == edit.target.upper && roundingUp) {
      return roundingUp ? edit.source.upper : edit.source.lower
    }
    return edit.source.upper + (offset - edit.target.upper)
  }

  private func lastEdit(startingBefore offset: UInt32, orAt: Bool) -> Edit? {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      let start = edits[middle].target.lower
      if start < offset || (orAt && start == offset) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : edits[low - 1]
  }
}
