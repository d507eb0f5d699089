/// Counts edits within a small budget, without a table.
enum Edits {
  /// The insertions, deletions, substitutions and swaps of neighbours between two stretches of `bytes`,
  /// or `nil` if there are more than `budget`.
  static func count(_ bytes: [UInt8], _ a: Range<Int>, _ b: Range<Int>, atMost budget: Int) -> Int? {
    if abs(a.count - b.count) > budget { return nil }
    let span = bytes.span
    return count(span.extracting(a), span.extracting(b), atMost: budget)
  }

  /// The same between two words.
  @inline(__always)
  static func count(_ a: Span<UInt8>, _ b: Span<UInt8>, atMost budget: Int) -> Int? {
    var upperA = a.count
    var upperB = b.count
    if abs(upperA - upperB) > budget { return nil }
    while upperA > 0, upperB > 0, a[upperA - 1] == b[upperB - 1] {
      upperA -= 1
      upperB -= 1
    }
    let found = least(a, 0, upperA, b, 0, upperB, budget)
    return found <= budget ? found : nil
  }

  // Follows every way to spend the budget: at most four ways an edit, two or three edits deep.
  private static func least(
    _ s: Span<UInt8>,
    _ a: Int,
    _ aEnd: Int,
    _ t: Span<UInt8>,
    _ b: Int,
    _ bEnd: Int,
    _ budget: Int
  ) -> Int {
    var a = a
    var b = b
    while a < aEnd, b < bEnd, s[a] == t[b] {
      a += 1
      b += 1
    }
    let (restA, restB) = (aEnd - a, bEnd - b)
    if restA == 0 || restB == 0 { return max(restA, restB) }
    let most = budget + 1
    if budget == 0 || abs(restA - restB) > budget { return most }
    var best = most
    best = min(best, 1 + least(s, a + 1, aEnd, t, b + 1, bEnd, budget - 1))
    if restA >= restB { best = min(best, 1 + least(s, a + 1, aEnd, t, b, bEnd, budget - 1)) }
    if restB >= restA { best = min(best, 1 + least(s, a, aEnd, t, b + 1, bEnd, budget - 1)) }
    if restA > 1, restB > 1, s[a] == t[b + 1], s[a + 1] == t[b] {
      best = min(best, 1 + least(s, a + 2, aEnd, t, b + 2, bEnd, budget - 1))
    }
    return best
  }
}
