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
  public func source(of target: TextRange) -> TextRange {
    let lower = sourceOffset(of: target.lower, roundingUp: false)
    let upper = target.isEmpty ? lower : sourceOffset(of: target.upper, roundingUp: true)
    return TextRange(lower: lower, upper: max(lower, upper))
  }

  /// Returns the map of this rewrite applied after `earlier`, straight back to the first text.
  ///
  /// Edits of the two that touch become one.
  public func following(_ earlier: OffsetMap) -> OffsetMap {
    if earlier.edits.isEmpty { return self }
    if edits.isEmpty { return earlier }
    var result: [Edit] = []
    var first = earlier.edits[...]
    var second = edits[...]
    // How far offsets of the middle text are from those of the first and of the last.
    var toFirst = 0
    var toLast = 0
    func offset(_ middle: UInt32, _ shift: Int) -> UInt32 { UInt32(Int(middle) + shift) }
    while true {
      let starts = (first.first?.target.lower, second.first?.source.lower)
      let lower: UInt32
      switch starts {
      case (let a?, let b?): lower = min(a, b)
      case (let a?, nil): lower = a
      case (nil, let b?): lower = b
      case (nil, nil): return OffsetMap(edits: result)
      }
      let start = (offset(lower, toFirst), offset(lower, toLast))
      var upper = lower
      while true {
        if let edit = first.first, edit.target.lower <= upper {
          upper = max(upper, edit.target.upper)
          toFirst = Int(edit.source.upper) - Int(edit.target.upper)
          first.removeFirst()
        } else if let edit = second.first, edit.source.lower <= upper {
          upper = max(upper, edit.source.upper)
          toLast = Int(edit.target.upper) - Int(edit.source.upper)
          second.removeFirst()
        } else {
          break
        }
      }
      result.append(
        Edit(
          source: TextRange(lower: start.0, upper: offset(upper, toFirst)),
          target: TextRange(lower: start.1, upper: offset(upper, toLast))
        )
      )
    }
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
