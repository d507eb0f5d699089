/// Articles that have been found to be the same, each group with its fullest member.
struct StoryGroups {
  private var parents: [Int32]
  private var sizes: [UInt32]
  private var fullest: [Int32]

  /// Every article alone; `words` are their lengths.
  init(words: [UInt32]) {
    parents = words.indices.map { Int32($0) }
    fullest = parents
    sizes = words
  }

  /// The number that all members of an article's group share.
  mutating func group(of article: Int) -> Int {
    var root = article
    while Int(parents[root]) != root { root = Int(parents[root]) }
    var next = article
    while next != root { (parents[next], next) = (Int32(root), Int(parents[next])) }
    return root
  }

  /// The fullest member of an article's group; of several, the one that came first.
  mutating func fullest(of article: Int) -> Int { Int(fullest[group(of: article)]) }

  /// Makes one group of two.
  mutating func join(_ a: Int, _ b: Int) {
    let (first, second) = (group(of: a), group(of: b))
    if first == second { return }
    let (kept, gone) = (min(first, second), max(first, second))
    let (one, other) = (fullest[kept], fullest[gone])
    if (sizes[Int(other)], -other) > (sizes[Int(one)], -one) { fullest[kept] = other }
    parents[gone] = Int32(kept)
  }
}
