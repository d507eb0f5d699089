/// What decisions and an earlier list settle before any evidence is looked at.
struct Settlement {
  /// Nodes that were taken out of a cluster alone, each with a node of that cluster.
  private(set) var drops: [(node: Int32, from: Int32)] = []
  private var joins: [Linkage.Join] = []
  private var apart: [(Int32, Int32)] = []
  // The nodes of each entry of the earlier list.
  private var entries: [[Int32]] = []
  private var sentences: [UInt64: String] = [:]
  private var remarks: [Int32: String] = [:]

  /// The names that decisions speak of, without types before them.
  static func names(_ decisions: [Decision]) -> Set<String> {
    var names: Set<String> = []
    for decision in decisions {
      for text in [decision.left, decision.right] { names.insert(name(text).name) }
    }
    return names
  }

  static func name(_ text: String) -> (name: String, type: EntityType?) {
    let bare = text.trimmingBlanks
    guard let colon = bare.firstIndex(of: ":"), let type = EntityType(rawValue: String(bare[..<colon])) else {
      return (bare, nil)
    }
    return (String(bare[bare.index(after: colon)...]).trimmingBlanks, type)
  }

  /// One side of a decision.
  private struct Side {
    var nodes: [Int32]
    /// The thing of a registry that an identifier means.
    var thing: Int32?
    /// The entry of an earlier list that an identifier means.
    var entry: Int32?
    var isID: Bool { thing != nil || entry != nil }
  }

  private var nodesByName: [String: [Int32]] = [:]
  private var counts: [Int32: Int] = [:]

  init(_ decisions: [Decision], earlier: [CanonicalName], inventory: inout NameInventory) {
    if !earlier.isEmpty {
      entries = Array(repeating: [], count: earlier.count)
    }
    if !decisions.isEmpty {
      let names = Self.names(decisions)
      for variant in inventory.variants {
        counts[variant.node, default: 0] = counts[variant.node, default: 0].adding(variant.count)
        let bare = variant.name.trimmingBlanks
        if names.contains(bare) { nodesByName[bare, default: []].append(variant.node) }
      }
      for decision in decisions where decision.verdict == .same { join(decision, &inventory) }
      for decision in decisions where decision.verdict == .different || decision.verdict == .drop {
        part(decision, &inventory)
      }
    }
    for node in 0..<inventory.nodes.count {
      let entry = inventory.nodes.facts[node].earlier
      if entry >= 0, Int(entry) < entries.count { entries[Int(entry)].append(Int32(node)) }
    }
  }

  private func side(_ text: String, _ inventory: inout NameInventory) -> Side {
    let (name, type) = Self.name(text)
    if type == nil, nodesByName[name] == nil, name.contains(":"), let thing = inventory.number(ofID: name) {
      let nodes = inventory.nodes.facts.indices.filter { inventory.nodes.facts[$0].registry == thing }
      return Side(nodes: nodes.map(Int32.init), thing: thing)
    }
    let nodes = Set(nodesByName[name] ?? []).filter { node in
      type == nil || inventory.nodes.facts[Int(node)].type == type
    }
    return Side(nodes: nodes.sorted())
  }

  // MARK: same

  private mutating func join(_ decision: Decision, _ inventory: inout NameInventory) {
    let (left, right) = (side(decision.left, &inventory), side(decision.right, &inventory))
    let nodes = left.nodes + right.nodes
    let facts = inventory.nodes.facts
    let first = right.isID ? right : left
    let second = right.isID ? left : right
    let ordered = first.nodes + second.nodes
    let thing = first.thing ?? second.thing ?? ordered.lazy.map { facts[Int($0)].registry }.first { $0 >= 0 }
    let entry = ordered.lazy.map { facts[Int($0)].earlier }.first { $0 >= 0 }
    let type = nodes.filter { facts[Int($0)].type != nil }.max { a, b in
      (counts[a] ?? 0, b) < (counts[b] ?? 0, a)
    }.flatMap { facts[Int($0)].type }
    let things = Set(nodes.map { facts[Int($0)].registry }.filter { $0 >= 0 && $0 != thing })
    let entries = Set(nodes.map { facts[Int($0)].earlier }.filter { $0 >= 0 && $0 != entry })
    // All that belongs to either belongs to both from now on.
    for node in facts.indices {
      if let thing, things.contains(facts[node].registry) {
        inventory.settle(Int32(node)) { own in
          own.registry = thing
          own.country = 0
        }
      }
      if let entry, entries.contains(facts[node].earlier) { inventory.settle(Int32(node)) { $0.earlier = entry } }
    }
    for node in nodes {
      inventory.settle(node) { own in
        own.type = type
        own.country = 0
        if let thing { own.registry = thing }
        if let entry { own.earlier = entry }
      }
      remarks[node] = decision.sentence
    }
    guard let hub = nodes.first else { return }
    for node in nodes where node != hub {
      joins.append(Linkage.Join(a: min(hub, node), b: max(hub, node), score: PairScore(value: 1, ground: .decision)))
      sentences[Self.pair(hub, node)] = decision.sentence
    }
  }

  // MARK: different

  private mutating func part(_ decision: Decision, _ inventory: inout NameInventory) {
    let (left, right) = (side(decision.left, &inventory), side(decision.right, &inventory))
    let isLeftLeaving = decision.verdict == .drop || right.isID || !left.isID && isRight(right, left, inventory)
    let leaving = isLeftLeaving ? left : right
    let staying = isLeftLeaving ? right : left
    let rest = staying.nodes.filter { !leaving.nodes.contains($0) }
    let facts = inventory.nodes.facts
    var things = Set(rest.map { facts[Int($0)].registry })
    if let thing = staying.thing { things.insert(thing) }
    let entries = Set(rest.map { facts[Int($0)].earlier })
    for node in leaving.nodes {
      inventory.settle(node) { own in
        if own.registry >= 0, things.contains(own.registry) { own.registry = -1 }
        if own.earlier >= 0, entries.contains(own.earlier) { own.earlier = -1 }
      }
      let other = isLeftLeaving ? decision.right : decision.left
      remarks[node] = "kept apart from '\(other)', \(decision.sentence)"
      for other in rest { apart.append((node, other)) }
      if decision.verdict == .drop, let other = rest.first { drops.append((node, other)) }
    }
    for node in rest where remarks[node] == nil { remarks[node] = decision.sentence }
  }

  /// Whether the right side has the better claim to what both share: it is called as a whole, or more often.
  private func isRight(_ right: Side, _ left: Side, _ inventory: NameInventory) -> Bool {
    func claim(_ side: Side) -> (Int, Int) {
      let isNamesake = side.nodes.contains { node in
        let facts = inventory.nodes.facts[Int(node)]
        guard facts.registry >= 0 else { return false }
        return inventory.variants[Int(facts.sample)].name == inventory.known[Int(facts.registry)].name
      }
      return (isNamesake ? 1 : 0, side.nodes.reduce(0) { $0.adding(counts[$1] ?? 0) })
    }
    return claim(right) > claim(left)
  }

  // MARK: what linking has to know

  private static func pair(_ a: Int32, _ b: Int32) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

  /// Joins what was decided and what the earlier list has, and forbids what must stay apart.
  func begin(_ linkage: inout Linkage) {
    for join in joins { linkage.decide(join) }
    for (a, b) in apart { linkage.keepApart(a, b) }
    let leaving = Set(drops.map(\.node))
    for node in leaving.sorted() { linkage.hold(node) }
    for nodes in entries {
      var hubs: [Int32] = []
      for node in nodes where !leaving.contains(node) {
        if let hub = hubs.first(where: { !linkage.areApart(Int($0), Int(node)) }) {
          linkage.decide(.init(a: hub, b: node, score: PairScore(value: 1, ground: .earlier)))
        } else {
          hubs.append(node)
        }
      }
    }
  }

  /// Whose decision joined two nodes, in a sentence.
  func sentence(_ a: Int32, _ b: Int32) -> String? { sentences[Self.pair(a, b)] }

  /// What was decided about a node, in a sentence.
  func remark(_ node: Int32) -> String? { remarks[node] }
}
