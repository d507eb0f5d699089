import KoineText
import Testing

@Suite struct OffsetMapTests {
  @Test("composes two rewrites as finely as can be, whatever they are")
  func composes() throws {
    let seed: UInt64 = 41
    var generator = Numbers(state: seed)
    for round in 0..<20_000 {
      let (first, middle) = map(over: Int(generator.next() % 14), &generator)
      let (second, size) = map(over: middle, &generator)
      let composed = second.following(first)
      let place: Comment = "seed \(seed), round \(round): \(first.edits) then \(second.edits) is \(composed.edits)"
      for (a, b) in zip(composed.edits, composed.edits.dropFirst()) {
        try #require(a.source.upper <= b.source.lower && a.target.upper <= b.target.lower, place)
      }
      for (target, source) in sources(of: size, first, second) {
        try #require(composed.source(of: target) == source, place)
      }
    }
  }

  @Test("leads through a replacement, an addition and a removal")
  func example() {
    // "Ã¨ <b>oggi" → "è <b>oggi" → "è oggi, sì"
    let repair = OffsetMap(edits: [edit(0..<4, 0..<2)])
    let plain = OffsetMap(edits: [edit(3..<6, 3..<3), edit(10..<10, 7..<12)])
    #expect(plain.following(repair).edits == [edit(0..<4, 0..<2), edit(5..<8, 3..<3), edit(12..<12, 7..<12)])
  }

  @Test("keeps edits apart that only touch")
  func touching() {
    let first = OffsetMap(edits: [edit(0..<3, 0..<2)])
    let second = OffsetMap(edits: [edit(2..<4, 2..<3)])
    let composed = second.following(first)
    #expect(composed.edits == [edit(0..<3, 0..<2), edit(3..<5, 2..<3)])
    #expect(composed.source(of: TextRange(0..<2)) == TextRange(0..<3))
    #expect(composed.source(of: TextRange(2..<3)) == TextRange(3..<5))
  }

  @Test("does not tie together what one removal cut out of two edits")
  func removal() {
    let first = OffsetMap(edits: [edit(0..<4, 0..<2), edit(6..<10, 4..<6)])
    let second = OffsetMap(edits: [edit(1..<5, 1..<1)])
    let composed = second.following(first)
    #expect(composed.source(of: TextRange(0..<1)) == TextRange(0..<4))
    #expect(composed.source(of: TextRange(1..<2)) == TextRange(6..<10))
  }

  @Test("forgets what was added and taken away again")
  func cancels() {
    let first = OffsetMap(edits: [edit(2..<2, 2..<5)])
    let second = OffsetMap(edits: [edit(2..<5, 2..<2)])
    #expect(second.following(first).isIdentity)
  }

  private func edit(_ source: Range<Int>, _ target: Range<Int>) -> OffsetMap.Edit {
    OffsetMap.Edit(source: TextRange(source), target: TextRange(target))
  }

  /// A random map over a text of `count` bytes, and the size of what comes out.
  private func map(over count: Int, _ generator: inout Numbers) -> (OffsetMap, Int) {
    var edits: [OffsetMap.Edit] = []
    var (from, to) = (0, 0)
    while true {
      let gap = Int(generator.next() % 4)
      guard from + gap <= count else { break }
      from += gap
      to += gap
      let old = min(Int(generator.next() % 4), count - from)
      let new = Int(generator.next() % 4)
      if old + new > 0 { edits.append(edit(from..<(from + old), to..<(to + new))) }
      from += old
      to += new
      if from == count { break }
    }
    return (OffsetMap(edits: edits), to + count - from)
  }

  /// Where each part of the last text came from, worked out part by part: each edit's target, each byte between edits.
  ///
  /// Parts that share some of their source become one, since a map can only give the whole of it to each of them.
  private func sources(of size: Int, _ first: OffsetMap, _ second: OffsetMap) -> [(TextRange, TextRange)] {
    var parts: [(target: TextRange, source: TextRange)] = []
    var at = 0
    while at < size {
      let inside = second.edits.first { $0.target.indices.contains(at) }
      let target = inside?.target ?? TextRange(at..<(at + 1))
      at = Int(target.upper)
      let middle = second.source(of: target)
      // What is added in the midst of a changed stretch belongs to it.
      let around = first.edits.first {
        middle.isEmpty && $0.target.lower < middle.lower && middle.upper < $0.target.upper
      }
      parts.append((target, around?.source ?? first.source(of: middle)))
    }
    var groups: [(parts: [TextRange], source: TextRange)] = []
    for part in parts {
      if let last = groups.indices.last, part.source.overlaps(groups[last].source) {
        groups[last].parts.append(part.target)
        groups[last].source = TextRange(
          lower: min(groups[last].source.lower, part.source.lower),
          upper: max(groups[last].source.upper, part.source.upper)
        )
      } else {
        groups.append(([part.target], part.source))
      }
    }
    return groups.flatMap { group in group.parts.map { ($0, group.source) } }
  }
}
