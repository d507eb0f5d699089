/// Joins names that stand alone in one document with what another document says that they stand for.
struct StatedAliases {
  private let inventory: NameInventory

  init(_ inventory: NameInventory) { self.inventory = inventory }

  private struct Key: Hashable {
    var name: String
    var type: EntityType?
  }

  /// Joins each name with the one cluster that texts give it to; a name that they give to several stays alone.
  func settle(_ linkage: inout Linkage) {
    var targets: [Key: [Int32]] = [:]
    for (index, remarks) in inventory.remarks where remarks.relation != nil {
      let variant = inventory.variants[Int(index)]
      guard variant.fullName != nil || variant.id != nil else { continue }
      targets[Key(name: variant.name, type: variant.type), default: []].append(variant.node)
    }
    if targets.isEmpty { return }
    for variant in inventory.variants where variant.fullName == nil && variant.id == nil {
      guard let nodes = targets[Key(name: variant.name, type: variant.type)] else { continue }
      let roots = Set(nodes.map { linkage.root(Int($0)) })
      guard roots.count == 1, let target = nodes.min() else { continue }
      linkage.link(.init(a: variant.node, b: target, score: PairScore(value: 0.9, ground: .stated)))
    }
  }
}
