import KoineText

/// Turns clusters of nodes into the entries of a list.
struct CanonicalList {
  /// How identifiers begin that are made of names.
  static let idPrefix = "name:"

  private let inventory: NameInventory
  private let naming: ClusterNaming
  private let settled: Settlement
  private let folding = NameFolding()
  private var clusters: [[Int]] = []
  private var joins: [[Linkage.Join]] = []
  private var facts: [NameNodes.Facts] = []
  private var documents: [[Int32]] = []

  init(inventory: NameInventory, linkage: Linkage, settled: Settlement, trade: TradeName) {
    self.inventory = inventory
    self.settled = settled
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
    tellApart(&list)
    list.sort { $0.name == $1.name ? $0.id < $1.id : collator.areInOrder($0.name, $1.name) }
    return list
  }

  /// Gives entries that share an identifier one each; the one observed most often keeps it.
  private func tellApart(_ list: inout [CanonicalName]) {
    var holders: [String: [Int]] = [:]
    for index in list.indices { holders[list[index].id, default: []].append(index) }
    func least(_ index: Int) -> String { list[index].names.map(\.name).min() ?? "" }
    for (id, all) in holders.sorted(by: { $0.key < $1.key }) where all.count > 1 {
      let order = all.sorted {
        (list[$1].count, least($0), $0) < (list[$0].count, least($1), $1)
      }
      for (place, index) in order.enumerated().dropFirst() {
        // What tells namesakes apart goes into the identifier, so that a third one does not change it.
        var new = Self.id(id + "\t" + (list[index].country ?? "") + "\t" + least(index))
        if holders[new] != nil { new += "-\(place + 1)" }
        list[index].id = new
      }
    }
  }

  private func entry(_ index: Int) -> CanonicalName {
    let facts = facts[index]
    let cluster = clusters[index]
    let known = facts.registry >= 0 ? inventory.known[Int(facts.registry)] : nil
    let earlier = facts.earlier >= 0 ? inventory.earlierEntry(facts.earlier) : nil
    var name = earlier?.name ?? known?.name ?? ""
    if name.isEmpty { name = naming.name(of: cluster) }
    let evidence = ClusterEvidence(
      inventory: inventory,
      settled: settled,
      cluster: cluster,
      joins: joins[index],
      known: known,
      shown: name
    )
    var documents = Set(documents[index].map { inventory.documents[Int($0)] })
    if let earlier {
      let again = Set(inventory.documents)
      documents.formUnion(earlier.documents.filter { !again.contains($0) })
    }
    var entry = CanonicalName(
      id: earlier?.id ?? known?.id ?? id(of: name, type: facts.type),
      name: name,
      type: facts.type ?? known?.type,
      names: names(of: cluster, evidence),
      documents: documents.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      confidence: evidence.confidence,
      why: evidence.why
    )
    let countries = Set(cluster.map { inventory.variants[$0].country }.filter { !$0.isEmpty })
    entry.country = earlier?.country ?? known.flatMap { $0.country.isEmpty ? nil : $0.country }
    if entry.country == nil, countries.count == 1 { entry.country = countries.first }
    let forms = Set(cluster.map { inventory.variants[$0].legalForm }.filter { !$0.isEmpty })
    let homes = Set(forms.compactMap { inventory.country(ofForm: $0) })
    if entry.country == nil, countries.isEmpty, homes.count == 1 { entry.country = homes.first }
    entry.legalForms = forms.sorted()
    var tickers = Set(earlier?.tickers ?? []).union(known?.tickers ?? [])
    for variant in cluster { tickers.formUnion(inventory.remarks[Int32(variant)]?.tickers ?? []) }
    entry.tickers = tickers.sorted()
    entry.sameAs = Set(earlier?.sameAs ?? []).union(known?.sameAs ?? []).sorted()
    return entry
  }

  private func names(of cluster: [Int], _ evidence: ClusterEvidence) -> [CanonicalName.Variant] {
    var numbers: [String: Int] = [:]
    var list: [CanonicalName.Variant] = []
    for index in cluster {
      let variant = inventory.variants[index]
      let remarks = inventory.remarks[Int32(index)]
      if numbers[variant.name] == nil {
        numbers[variant.name] = list.count
        list.append(CanonicalName.Variant(name: variant.name, count: 0, why: evidence.why(index), isFormer: true))
      }
      guard let number = numbers[variant.name] else { continue }
      list[number].count = list[number].count.adding(variant.count)
      list[number].places += remarks?.places ?? []
      if settled.remark(variant.node) != nil { list[number].isDecided = true }
      if remarks?.relation != .former { list[number].isFormer = false }
    }
    for index in list.indices { list[index].places.sort(by: NamePlace.precedes) }
    return list.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }

  /// The same for the same name and type in every run, whatever else the list holds.
  private func id(of name: String, type: EntityType?) -> String {
    let folded = name.utf8.count > 1_000 ? "" : folding.folded(name).key
    return Self.id("\(type?.rawValue ?? "")\t\(folded.isEmpty ? name : folded)")
  }

  private static func id(_ text: String) -> String {
    idPrefix + SHA256.hexadecimal(Array(text.utf8)).prefix(16)
  }
}
