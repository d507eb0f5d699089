import KoineText

/// Chooses the name that stands for a cluster.
struct ClusterNaming {
  private let inventory: NameInventory
  private let trade: TradeName

  init(inventory: NameInventory, trade: TradeName) {
    self.inventory = inventory
    self.trade = trade
  }

  /// The name to show for the variants of one cluster, which no registry names.
  func name(of variants: [Int]) -> String {
    var supports: [Int32: Int] = [:]
    var counts: [Int32: Int] = [:]
    var total = 0
    for index in variants {
      let variant = inventory.variants[index]
      // Beyond a million the shares are what they are.
      let count = min(max(1, variant.count), 1_000_000)
      total += count
      counts[variant.node, default: 0] += count
      for word in Set(inventory.nodes.words[Int(variant.node)]) { supports[word, default: 0] += count }
    }
    let slips = slips(among: supports)
    var best: (rank: Rank, name: String)?
    for index in variants {
      let variant = inventory.variants[index]
      let row = inventory.nodes.words[Int(variant.node)]
      let rank = Rank(
        isWhole: variant.fullName == nil,
        isLatin: isLatin(variant.name),
        isSound: !row.contains { slips.contains($0) },
        parts: variant.type == .person ? row.filter { inventory.words.letters.range(Int($0)).count > 1 }.count : 0,
        nodeCount: counts[variant.node] ?? 0,
        support: support(of: row, supports, total),
        count: variant.count,
        isMixedCase: isMixedCase(variant.name),
        isPlain: !variant.hasLegalForm,
        length: variant.name.utf8.count
      )
      if best.map({ $0.rank < rank }) ?? true { best = (rank, variant.name) }
    }
    guard let best else { return "" }
    return best.name.utf8.count > 1_000 ? best.name : trade.cut(best.name)
  }

  private struct Rank: Comparable {
    /// Whether it is a name in its own right, not short for another.
    var isWhole: Bool
    var isLatin: Bool
    var isSound: Bool
    /// How complete a person's name is.
    var parts: Int
    var nodeCount: Int
    var support: Int
    var count: Int
    var isMixedCase: Bool
    var isPlain: Bool
    var length: Int

    static func < (a: Self, b: Self) -> Bool {
      if a.isWhole != b.isWhole { return b.isWhole }
      if a.isLatin != b.isLatin { return b.isLatin }
      if a.isSound != b.isSound { return b.isSound }
      if a.parts != b.parts { return a.parts < b.parts }
      if a.nodeCount != b.nodeCount { return a.nodeCount < b.nodeCount }
      if a.support != b.support { return a.support < b.support }
      if a.count != b.count { return a.count < b.count }
      if a.isMixedCase != b.isMixedCase { return b.isMixedCase }
      if a.isPlain != b.isPlain { return b.isPlain }
      return a.length > b.length
    }
  }

  /// Words that another word of the cluster, borne out better, is one slip of the pen away from.
  private func slips(among supports: [Int32: Int]) -> Set<Int32> {
    let words = inventory.words
    func strength(_ word: Int32) -> (Int, Int, Int) {
      (words.isKnown[Int(word)] ? 1 : 0, supports[word] ?? 0, Int(words.uses[Int(word)]))
    }
    // Clusters hold few words; of the largest ones, those that bear the others out are enough.
    let order = supports.keys.sorted { strength($0) != strength($1) ? strength($0) > strength($1) : $0 < $1 }.prefix(
      100
    )
    var slips: Set<Int32> = []
    for (place, word) in order.enumerated() {
      let one = words.letters.range(Int(word))
      for weaker in order.dropFirst(place + 1) where strength(weaker) < strength(word) {
        let two = words.letters.range(Int(weaker))
        guard min(one.count, two.count) >= 4, !words.isKnown[Int(weaker)] else { continue }
        if Edits.count(words.letters.items, one, two, atMost: 2) != nil { slips.insert(weaker) }
      }
    }
    return slips
  }

  /// How well the words of a name are borne out by the other names.
  private func support(of row: ArraySlice<Int32>, _ supports: [Int32: Int], _ total: Int) -> Int {
    guard !row.isEmpty, total > 0 else { return 0 }
    return row.reduce(0) { $0 + 100 * (supports[$1] ?? 0) / total } / row.count
  }

  private func isLatin(_ name: String) -> Bool {
    var letters = 0
    for scalar in name.unicodeScalars where scalar.properties.isAlphabetic {
      if scalar.value >= 0x250, !(0x1E00...0x1EFF).contains(scalar.value) { return false }
      letters += 1
    }
    return letters > 0
  }

  private func isMixedCase(_ name: String) -> Bool {
    let letters = name.unicodeScalars.prefix(200)
    return letters.contains { $0.properties.isUppercase } && letters.contains { $0.properties.isLowercase }
  }
}
