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
  private var guards = LinkGuards()
  // Pairs that wait for nodes that are held back.
  private var waiting: [Join] = []
  /// Pairs that a person may be asked about; kept on demand.
  private(set) var questions: [Join] = []
  private var keepsQuestions = false

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
      if score.value >= 0.5 {
        edges.append(Join(a: Int32(a), b: Int32(b), score: score))
      } else if keepsQuestions, score.value >= 0.3 {
        questions.append(Join(a: Int32(a), b: Int32(b), score: score))
      }
    }
    join(edges)
  }

  private mutating func join(_ edges: [Join]) {
    let sorted = edges.sorted {
      $0.score.value != $1.score.value ? $0.score.value > $1.score.value : ($0.a, $0.b) < ($1.a, $1.b)
    }
    for edge in sorted {
      if guards.isHeld(edge.a) || guards.isHeld(edge.b) {
        waiting.append(edge)
      } else if agree(Int(edge.a), Int(edge.b)) {
        force(edge)
      } else if keepsQuestions, groups.root(Int(edge.a)) != groups.root(Int(edge.b)) {
        questions.append(edge)
      }
    }
  }

  // MARK: What people and earlier lists have settled

  /// Keeps the pairs that a person may be asked about.
  mutating func keepQuestions() { keepsQuestions = true }

  /// Joins two nodes whatever speaks against it.
  mutating func decide(_ edge: Join) {
    if groups.root(Int(edge.a)) != groups.root(Int(edge.b)) { force(edge) }
  }

  /// Sees to it that two nodes never come into one cluster; they must not be in one yet.
  mutating func keepApart(_ a: Int32, _ b: Int32) {
    let (one, two) = (groups.root(Int(a)), groups.root(Int(b)))
    if one != two { guards.keepApart(one, two) }
  }

  /// Whether two nodes must not come into one cluster.
  mutating func areApart(_ a: Int, _ b: Int) -> Bool { guards.areApart(groups.root(a), groups.root(b)) }

  /// Keeps a node alone until `release`.
  mutating func hold(_ node: Int32) { guards.hold(node) }

  /// Whether nothing forbids that two clusters, given by their roots, become one.
  func mayJoin(_ a: Int, _ b: Int) -> Bool {
    facts[a].mayBeOne(with: facts[b]) && !guards.areApart(a, b) && !guards.isHeld(Int32(a)) && !guards.isHeld(Int32(b))
  }

  /// Lets go of the nodes held back, after each has been kept apart from all nodes of the cluster it was dropped from.
  mutating func release(dropping drops: [(node: Int32, from: Int32)]) {
    if guards.isIdle { return }
    for drop in drops { keepApart(drop.node, drop.from) }
    guards.releaseAll()
    let edges = waiting
    waiting = []
    join(edges)
  }

  /// Joins the clusters of two nodes unless something forbids it.
  @discardableResult
  mutating func link(_ edge: Join) -> Bool {
    let (a, b) = (groups.root(Int(edge.a)), groups.root(Int(edge.b)))
    guard a != b, mayJoin(a, b) else { return false }
    force(edge)
    return true
  }

  private mutating func force(_ edge: Join) {
    let (a, b) = (groups.root(Int(edge.a)), groups.root(Int(edge.b)))
    let root = groups.join(a, b)
    facts[min(a, b)].absorb(facts[max(a, b)])
    guards.join(a, b, into: root)
    var (long, short) = (members.removeValue(forKey: a) ?? [Int32(a)], members.removeValue(forKey: b) ?? [Int32(b)])
    if long.count < short.count { swap(&long, &short) }
    long.append(contentsOf: short)
    members[root] = long
    joins.append(edge)
  }

  private mutating func agree(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (groups.root(a), groups.root(b))
    if a == b || !mayJoin(a, b) { return false }
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
