/// Joins names that stand alone in one document with what another document says that they stand for.
struct StatedAliases {
  private let pairs: [(bare: Int32, full: Int32)]

  init(_ inventory: NameInventory) { pairs = inventory.stated }

  /// Joins each name with the one cluster that texts give it to; a name that they give to several stays alone.
  func settle(_ linkage: inout Linkage) {
    var start = 0
    while start < pairs.count {
      let bare = pairs[start].bare
      let end = pairs[start...].firstIndex { $0.bare != bare } ?? pairs.count
      let roots = Set(pairs[start..<end].map { linkage.root(Int($0.full)) })
      if roots.count == 1 {
        linkage.link(.init(a: bare, b: pairs[start].full, score: PairScore(value: 0.9, ground: .stated)))
      }
      start = end
    }
  }
}
