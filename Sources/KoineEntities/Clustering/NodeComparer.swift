/// Compares nodes of any type and script, and remembers what it has taken apart.
struct NodeComparer {
  private let matcher: NameMatcher
  private let inventory: NameInventory
  private let latin: PairScorer
  private var organizations: [Int: PreparedName] = [:]
  // One place for each node, once the first is asked for.
  private var persons: [PersonName?] = []

  init(matcher: NameMatcher, inventory: NameInventory) {
    self.matcher = matcher
    self.inventory = inventory
    latin = PairScorer(words: inventory.words, nodes: inventory.nodes)
  }

  /// Scores two nodes.
  mutating func score(_ a: Int, _ b: Int) -> PairScore {
    let (one, two) = (inventory.nodes.facts[a], inventory.nodes.facts[b])
    switch one.type ?? two.type {
    case nil where !one.isForeign && !two.isForeign: return latin.score(a, b)
    case .organization where !one.isForeign && !two.isForeign: return latin.score(a, b)
    case nil, .organization: return foreign(a, b)
    case .person: return person(a, b)
    case .place: return place(a, b)
    case .product, .event: return latin.score(a, b)
    }
  }

  private func settled(_ a: Int, _ b: Int) -> PairScore? {
    guard inventory.nodes.mayBeOne(a, b) else { return .nothing }
    let (one, two) = (inventory.nodes.facts[a], inventory.nodes.facts[b])
    if one.registry >= 0, one.registry == two.registry { return PairScore(value: 0.98, ground: .registry) }
    return nil
  }

  private mutating func foreign(_ a: Int, _ b: Int) -> PairScore {
    if let settled = settled(a, b) { return settled }
    let verdict = matcher.organizations.verdict(organization(a), organization(b))
    return PairScore(value: verdict.score, ground: .rendering)
  }

  private mutating func organization(_ node: Int) -> PreparedName {
    if let known = organizations[node] { return known }
    let new = matcher.prepared(name(node))
    organizations[node] = new
    return new
  }

  private mutating func person(_ a: Int, _ b: Int) -> PairScore {
    if let settled = settled(a, b) { return settled }
    prepare(a)
    prepare(b)
    guard let one = persons[a], let two = persons[b], PersonAgreement.mayBeOne(one, two) else { return .nothing }
    let score = matcher.persons.verdict(one, two).score
    return score >= 0.6 ? PairScore(value: score, ground: .wording) : .nothing
  }

  private mutating func prepare(_ node: Int) {
    if persons.isEmpty { persons = Array(repeating: nil, count: inventory.nodes.count) }
    if persons[node] == nil { persons[node] = matcher.preparer.person(name(node)) }
  }

  private func place(_ a: Int, _ b: Int) -> PairScore {
    if let settled = settled(a, b) { return settled }
    // One letter or one word more is another place: Hollywood, Bollywood, West London.
    let score = matcher.places.verdict(name(a), name(b)).score
    return score >= 0.9 ? PairScore(value: score, ground: .rendering) : .nothing
  }

  private func name(_ node: Int) -> String {
    let variant = inventory.variants[Int(inventory.nodes.facts[node].sample)]
    return variant.fullName ?? variant.name
  }

  /// The keys under which a name in Chinese, Japanese or Korean meets its renderings.
  mutating func keys(of node: Int) -> [UInt64] {
    guard let foreign = organization(node).foreign else { return [] }
    var keys: [UInt64] = []
    var latin: [UInt8] = []
    for part in foreign.parts {
      latin += part.latin
      if part.meanings.isEmpty { keys.append(NameHash.of(part.latin)) }
      for meaning in part.meanings { keys += meaning }
    }
    keys.append(NameHash.of(latin))
    return keys
  }
}
