/// Which clusters must not become one, and which nodes are held back.
struct LinkGuards: Sendable {
  // For each root the roots that it is kept apart from.
  private var apart: [Int: Set<Int>] = [:]
  private var held: Set<Int32> = []

  /// Whether no node is held back.
  var isIdle: Bool { held.isEmpty }

  mutating func keepApart(_ a: Int, _ b: Int) {
    apart[a, default: []].insert(b)
    apart[b, default: []].insert(a)
  }

  func areApart(_ a: Int, _ b: Int) -> Bool { apart.isEmpty ? false : apart[a]?.contains(b) ?? false }

  mutating func hold(_ node: Int32) { held.insert(node) }

  func isHeld(_ node: Int32) -> Bool { held.isEmpty ? false : held.contains(node) }

  mutating func releaseAll() { held = [] }

  /// Tells that the clusters of two roots have become one.
  mutating func join(_ a: Int, _ b: Int, into root: Int) {
    if apart.isEmpty { return }
    let gone = root == a ? b : a
    guard let others = apart.removeValue(forKey: gone) else { return }
    for other in others {
      apart[other]?.remove(gone)
      if other != root { keepApart(other, root) }
    }
  }
}
