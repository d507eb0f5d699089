/// Counts edits within a small budget, without a table.
enum Edits {
  /// The insertions, deletions, substitutions and swaps of neighbours between two stretches of `bytes`,
  /// or `nil` if there are more than `budget`.
  static func count(_ bytes: [UInt8], _ a: Range<Int>, _ b: Range<Int>, atMost budget: Int) -> Int? {
    if abs(a.count - b.count) > budget { return nil }
    return bytes.withSpan { span in
      var upperA = a.upperBound
      var upperB = b.upperBound
      while upperA > a.lowerBound, upperB > b.lowerBound, span[upperA - 1] == span[upperB - 1] {
        upperA -= 1
        upperB -= 1
      }
      return least(span, a.lowerBound, upperA, b.lowerBound, upperB, budget)
    }
  }

  // Follows every way to spend the budget: at most four ways an edit, two or three edits deep.
  private static func least(_ s: Span<UInt8>, _ a: Int, _ aEnd: Int, _ b: Int, _ bEnd: Int, _ budget: Int) -> Int? {
    var a = a
    var b = b
    while a < aEnd, b < bEnd, s[a] == s[b] {
      a += 1
      b += 1
    }
    let (restA, restB) = (aEnd - a, bEnd - b)
    if restA == 0 || restB == 0 {
      let rest = max(restA, restB)
      return rest <= budget ? rest : nil
    }
    if budget == 0 || abs(restA - restB) > budget { return nil }
    var best: Int?
    func take(_ found: Int?) {
      if let found, found + 1 < best ?? Int.max { best = found + 1 }
    }
    take(least(s, a + 1, aEnd, b + 1, bEnd, budget - 1))
    if restA >= restB { take(least(s, a + 1, aEnd, b, bEnd, budget - 1)) }
    if restB >= restA { take(least(s, a, aEnd, b + 1, bEnd, budget - 1)) }
    if restA > 1, restB > 1, s[a] == s[b + 1], s[a + 1] == s[b] {
      take(least(s, a + 2, aEnd, b + 2, bEnd, budget - 1))
    }
    return best
  }
}

extension [UInt8] {
  @inline(__always)
  fileprivate func withSpan<R>(_ body: (Span<UInt8>) -> R) -> R { body(span) }
}
