/// The characters that turn the direction of writing, and which of them a text does without.
///
/// In lines with letters that are written from right to left, marks stay, and so do embeddings and isolates that are
/// closed in the same line. Overrides go everywhere, as does what is opened and never closed or closed and never opened:
/// text must not read otherwise than it is written ("Trojan Source", CVE-2021-42574).
enum DirectionControls {
  private struct Opened {
    let offset: Int
    let isIsolate: Bool
    let isOverride: Bool
  }

  /// Returns the offsets of the characters to remove, in order.
  static func superfluous(in bytes: Span<UInt8>) -> [Int] {
    var result: [Int] = []
    var line: [Int] = []
    var removed: [Int] = []
    var opened: [Opened] = []
    var isolates = 0
    var hasRightToLeft = false
    func endLine() {
      result += hasRightToLeft ? (removed + opened.map(\.offset)).sorted() : line
      line.removeAll(keepingCapacity: true)
      removed.removeAll(keepingCapacity: true)
      opened.removeAll(keepingCapacity: true)
      (isolates, hasRightToLeft) = (0, false)
    }
    var index = 0
    while index < bytes.count {
      let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
      defer { index += width }
      if scalar < 0x590 {
        if scalar == 0x0A { endLine() }
        continue
      }
      if isRightToLeft(scalar) { hasRightToLeft = true }
      switch scalar {
      case 0x61C, 0x200E, 0x200F: line.append(index)
      case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066...0x2068:
        line.append(index)
        let isIsolate = scalar >= 0x2066
        if isIsolate { isolates += 1 }
        opened.append(Opened(offset: index, isIsolate: isIsolate, isOverride: scalar == 0x202D || scalar == 0x202E))
      case 0x202C:
        line.append(index)
        guard let last = opened.last, !last.isIsolate else {
          removed.append(index)
          continue
        }
        opened.removeLast()
        if last.isOverride { removed += [last.offset, index] }
      case 0x2069:
        line.append(index)
        guard isolates > 0 else {
          removed.append(index)
          continue
        }
        isolates -= 1
        while let last = opened.popLast() {
          if last.isIsolate { break }
          removed.append(last.offset)
        }
      default: break
      }
    }
    endLine()
    return result
  }

  /// Whether a letter is written from right to left: Hebrew to Arabic Extended, and their presentation forms.
  private static func isRightToLeft(_ scalar: UInt32) -> Bool {
    (0x590...0x8FF).contains(scalar) && scalar != 0x61C || (0xFB1D...0xFDFF).contains(scalar)
      || (0xFE70...0xFEFE).contains(scalar) || (0x10800...0x10FFF).contains(scalar)
      || (0x1E800...0x1EFFF).contains(scalar)
  }
}
