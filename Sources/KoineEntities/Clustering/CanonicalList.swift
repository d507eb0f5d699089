import KoineText

/// Turns clusters of nodes into the entries of a list.
struct CanonicalList {
  private let inventory: NameInventory
  private let naming: ClusterNaming
  private var clusters: [[Int]] = []
  private var joins: [[Linkage.Join]] = []
  private var facts: [NameNodes.Facts] = []
  private var documents: [[Int32]] = []

  init(inventory: NameInventory, linkage: Linkage, trade: TradeName) {
    self.inventory = inventory
    naming = ClusterNaming(inventory: inventory, trade: trade)
    var linkage = linkage
    var numbers: [Int: Int] = [:]
    var number = [Int](repeating: 0, count: inventory.variants.count)
    for (index, variant) in inventory.variants.enumerated() {
      let root = linkage.root(Int(variant.node))
      if numbers[root] == nil {
        numbers[root] = clusters.count
        clusters.append([])
        facts.append(linkage.facts[root])
      }
      number[index] = numbers[root] ?? 0
      clusters[number[index]].append(index)
    }
    joins = Array(repeating: [], count: clusters.count)
    for join in linkage.joins {
      if let cluster = numbers[linkage.root(Int(join.a))] { joins[cluster].append(join) }
    }
    documents = Array(repeating: [], count: clusters.count)
    for place in inventory.places { documents[number[Int(place.variant)]].append(place.document) }
  }

  /// The entries, sorted by name, then by identifier.
  func names(sortedBy collator: Collator) -> [CanonicalName] {
    var list = clusters.indices.map { entry($0) }
    var taken: [String: Int] = [:]
    for index in list.indices {
      let uses = taken[list[index].id, default: 0]
      taken[list[index].id] = uses + 1
      if uses > 0 { list[index].id += "-\(uses + 1)" }
    }
    list.sort { $0.name == $1.name ? $0.id < $1.id : collator.areInOrder($0.name, $1.name) }
    return list
  }

  private func entry(_ index: Int) -> CanonicalName {
    let facts = facts[index]
    var known: NameInventory.Known?
    if facts.registry >= 0 { known = inventory.known[Int(facts.registry)] }
    var name = known?.name ?? ""
    if name.isEmpty { name = naming.name(of: clusters[index]) }
    let evidence = ClusterEvidence(inventory: inventory, cluster: clusters[index], joins: joins[index], known: known)
    return CanonicalName(
      id: known?.id ?? Self.id(of: name, type: facts.type, country: facts.country),
      name: name,
      type: facts.type,
      names: names(of: clusters[index]),
      documents: Array(Set(documents[index])).sorted().map { inventory.documents[Int($0)] },
      confidence: evidence.confidence,
      why: evidence.why
    )
  }

  private func names(of cluster: [Int]) -> [CanonicalName.Variant] {
    var counts: [String: Int] = [:]
    for index in cluster {
      let variant = inventory.variants[index]
      counts[variant.name] = counts[variant.name, default: 0].adding(variant.count)
    }
    return counts.map { CanonicalName.Variant(name: $0.key, count: $0.value) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }

  /// The same for the same name and type in every run, whatever else the list holds.
  private static func id(of name: String, type: EntityType?, country: UInt16) -> String {
    let digest = SHA256.hexadecimal(Array("\(type?.rawValue ?? "")\t\(name.lowercased())".utf8))
    return "name:" + digest.prefix(16)
  }
}
