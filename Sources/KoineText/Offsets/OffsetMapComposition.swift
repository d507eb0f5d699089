extension OffsetMap {
  /// Returns the map of this rewrite applied after `earlier`, straight back to the first text.
  ///
  /// It is as fine as can be: edits become one only where one rewrite changed what the other had made of it.
  public func following(_ earlier: OffsetMap) -> OffsetMap {
    if earlier.edits.isEmpty { return self }
    if edits.isEmpty { return earlier }
    var merge = Composition(first: earlier.edits, second: edits)
    return OffsetMap(edits: merge.composed())
  }
}

/// Walks through the text between two rewrites, piece by piece.
///
/// A piece lies within at most one edit of each rewrite. Two that follow each other are joined when they come from the
/// same source or have become the same target.
private struct Composition {
  let first: [OffsetMap.Edit]
  let second: [OffsetMap.Edit]
  // The edits that the walk is in or comes to next.
  private var one = 0
  private var two = 0
  private var isInFirst = false
  private var isInSecond = false
  // How far offsets of the middle text are from those of the first and of the last.
  private var toSource = 0
  private var toTarget = 0
  private var result: [OffsetMap.Edit] = []
  // The edits that the last piece was in, if the next one may be joined to it.
  private var openFirst = -1
  private var openSecond = -1

  init(first: [OffsetMap.Edit], second: [OffsetMap.Edit]) {
    self.first = first
    self.second = second
    result.reserveCapacity(first.count + second.count)
  }

  mutating func composed() -> [OffsetMap.Edit] {
    var at: UInt32 = 0
    while true {
      leave(at)
      let starts = (one < first.count && !isInFirst, two < second.count && !isInSecond)
      if !isInFirst, !isInSecond {
        // What both leave alone is skipped.
        switch starts {
        case (true, true): at = max(at, min(first[one].target.lower, second[two].source.lower))
        case (true, false): at = max(at, first[one].target.lower)
        case (false, true): at = max(at, second[two].source.lower)
        case (false, false): return result
        }
      }
      // What was dropped before comes first, then what is added here, then what goes on from here.
      if starts.0, first[one].target.lower == at, first[one].target.isEmpty {
        isInFirst = true
        add(at..<at)
        continue
      }
      if starts.1, second[two].source.lower == at, second[two].source.isEmpty {
        isInSecond = true
        add(at..<at)
        continue
      }
      if starts.0, first[one].target.lower == at { isInFirst = true }
      if starts.1, second[two].source.lower == at { isInSecond = true }
      var end = UInt32.max
      if one < first.count { end = isInFirst ? first[one].target.upper : first[one].target.lower }
      if two < second.count { end = min(end, isInSecond ? second[two].source.upper : second[two].source.lower) }
      add(at..<end)
      at = end
    }
  }

  /// Ends the edits that end at an offset.
  private mutating func leave(_ offset: UInt32) {
    if isInFirst, first[one].target.upper <= offset {
      toSource = Int(first[one].source.upper) - Int(first[one].target.upper)
      isInFirst = false
      one += 1
    }
    if isInSecond, second[two].source.upper <= offset {
      toTarget = Int(second[two].target.upper) - Int(second[two].source.upper)
      isInSecond = false
      two += 1
    }
  }

  private mutating func add(_ piece: Range<UInt32>) {
    let source = isInFirst ? first[one].source : moved(piece, toSource)
    let target = isInSecond ? second[two].target : moved(piece, toTarget)
    let joinsSource = isInFirst && openFirst == one && !source.isEmpty
    let joinsTarget = isInSecond && openSecond == two && !target.isEmpty
    if joinsSource || joinsTarget, let last = result.indices.last {
      result[last].source.upper = max(result[last].source.upper, source.upper)
      result[last].target.upper = max(result[last].target.upper, target.upper)
    } else if !source.isEmpty || !target.isEmpty {
      result.append(OffsetMap.Edit(source: source, target: target))
    }
    openFirst = isInFirst ? one : -1
    openSecond = isInSecond ? two : -1
  }

  private func moved(_ piece: Range<UInt32>, _ shift: Int) -> TextRange {
    TextRange((Int(piece.lowerBound) + shift)..<(Int(piece.upperBound) + shift))
  }
}
