/// Joins nodes into clusters, the surest pairs first, as long as the clusters as wholes agree.
struct Linkage {
  /// How far the mean of the pairs across two clusters may lie below what joins a pair.
  private static let tolerance: Float = 0.08
  /// Of larger clusters, so many nodes stand for all.
  private static let sample = 12

  /// A pair that joined two clusters.
  struct Join: Sendable {
    var a: Int32
    var b: Int32
    var score: PairScore
  }

  /// The pairs that joined clusters, in the order in which they did.
  private(set) var joins: [Join] = []
  private var groups: UnionFind
  private var members: [Int: [Int32]] = [:]
  private var comparer: NodeComparer
  // Pairs of clusters that did not agree, with their sizes then.
  private var refused: [UInt64: Int] = [:]
  /// What is known of each cluster, by its root.
  private(set) var facts: [NameNodes.Facts]

  init(nodes: NameNodes, comparer: NodeComparer) {
    facts = nodes.facts
    self.comparer = comparer
    groups = UnionFind(count: nodes.count)
  }

  /// The cluster that `node` is in, by its smallest node.
  mutating func root(_ node: Int) -> Int { groups.root(node) }

  /// The nodes of the cluster that `node` is in.
  mutating func cluster(of node: Int) -> [Int32] {
    let root = groups.root(node)
    return members[root] ?? [Int32(root)]
  }

  /// Joins every pair that is good enough and that nothing speaks against.
  mutating func join(_ pairs: [UInt64]) {
    var edges: [Join] = []
    for pair in pairs {
      let (a, b) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      let score = comparer.score(a, b)
      if score.value >= 0.5 { edges.append(Join(a: Int32(a), b: Int32(b), score: score)) }
    }
    edges.sort {
      $0.score.value != $1.score.value ? $0.score.value > $1.score.value : ($0.a, $0.b) < ($1.a, $1.b)
    }
    for edge in edges where agree(Int(edge.a), Int(edge.b)) { force(edge) }
  }

  /// Joins the clusters of two nodes unless something forbids it.
  @discardableResult
  mutating func link(_ edge: Join) -> Bool {
    let (a, b) = (groups.root(Int(edge.a)), groups.root(Int(edge.b)))
    guard a != b, facts[a].mayBeOne(with: facts[b]) else { return false }
    force(edge)
    return true
  }

  private mutating func force(_ edge: Join) {
    let (a, b) = (groups.root(Int(edge.a)), groups.root(Int(edge.b)))
    let root = groups.join(a, b)
    facts[min(a, b)].absorb(facts[max(a, b)])
    var (long, short) = (members.removeValue(forKey: a) ?? [Int32(a)], members.removeValue(forKey: b) ?? [Int32(b)])
    if long.count < short.count { swap(&long, &short) }
    long.append(contentsOf: short)
    members[root] = long
    joins.append(edge)
  }

  private mutating func agree(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (groups.root(a), groups.root(b))
    if a == b || !facts[a].mayBeOne(with: facts[b]) { return false }
    let (one, two) = (members[a] ?? [Int32(a)], members[b] ?? [Int32(b)])
    if one.count == 1, two.count == 1 { return true }
    let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    if refused[key] == one.count + two.count { return false }
    var sum: Float = 0
    var count: Float = 0
    for x in one.prefix(Self.sample) {
      for y in two.prefix(Self.sample) {
        sum += comparer.score(Int(x), Int(y)).value
        count += 1
      }
    }
    if sum >= (0.5 - Self.tolerance) * count { return true }
    refused[key] = one.count + two.count
    return false
  }
}
