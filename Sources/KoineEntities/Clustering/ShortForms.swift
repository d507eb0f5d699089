/// Finds the cluster that a short form or an acronym belongs to, if there is only one that it can mean.
struct ShortForms {
  private let words: NameWords
  private let nodes: NameNodes
  private let holders: WordHolders

  init(words: NameWords, nodes: NameNodes) {
    self.words = words
    self.nodes = nodes
    holders = WordHolders(words: words, nodes: nodes)
  }

  /// Joins short forms with what they stand for.
  func settle(_ linkage: inout Linkage) {
    settleAcronyms(&linkage)
    settleBeginnings(&linkage)
  }

  // MARK: acronyms

  private func settleAcronyms(_ linkage: inout Linkage) {
    var byHash: [UInt64: [Int32]] = [:]
    for (hash, node) in nodes.initials { byHash[hash, default: []].append(node) }
    var given: [UInt64: [Int32]] = [:]
    for (hash, node) in nodes.acronyms { given[hash, default: []].append(node) }
    for node in 0..<nodes.count {
      let row = nodes.words[node]
      guard row.count == 1, let word = row.first, words.letters.range(Int(word)).count >= 2 else { continue }
      let hash = words.hashes[Int(word)]
      if link(node, to: given[hash] ?? [], 0.95, .acronym, &linkage) { continue }
      guard words.letters.range(Int(word)).count >= 3 else { continue }
      // `MEC Company` is a name of its own.
      if linkage.facts[linkage.root(node)].isOfficial { continue }
      _ = link(node, to: byHash[hash] ?? [], 0.8, .acronym, &linkage)
    }
  }

  /// Joins `node` with the nodes of `others`, if these are all in one cluster.
  private func link(
    _ node: Int,
    to others: [Int32],
    _ value: Float,
    _ ground: PairScore.Ground,
    _ linkage: inout Linkage
  ) -> Bool {
    let own = linkage.root(node)
    var target: (root: Int, node: Int32)?
    for other in others {
      let root = linkage.root(Int(other))
      if root == own || !linkage.facts[own].mayBeOne(with: linkage.facts[root]) { continue }
      if let target, target.root != root { return false }
      target = target ?? (root, other)
    }
    guard let target else { return false }
    return linkage.link(.init(a: Int32(node), b: target.node, score: PairScore(value: value, ground: ground)))
  }

  // MARK: beginnings

  private func settleBeginnings(_ linkage: inout Linkage) {
    for node in 0..<nodes.count {
      let row = nodes.words[node]
      guard (1...3).contains(row.count),
        let rarest = row.min(by: { words.frequency[Int($0)] < words.frequency[Int($1)] }),
        words.kinds[Int(rarest)] == .distinctive, words.letters.range(Int(rarest)).count >= 3,
        words.frequency[Int(rarest)] <= 40
      else { continue }
      let isOfficial = linkage.facts[linkage.root(node)].isOfficial
      let longer = holders[rarest].filter { isShort(row, isOfficial: isOfficial, for: Int($0)) }
      _ = link(node, to: longer, 0.7, .shortForm, &linkage)
    }
  }

  /// Whether a name has all of the short one, and what it has beside may be left out; less of it may when the
  /// short one is an official name.
  private func isShort(_ short: ArraySlice<Int32>, isOfficial: Bool, for node: Int) -> Bool {
    let long = nodes.words[node]
    guard long.count > short.count else { return false }
    var open = long[...]
    for word in short {
      guard let place = open.firstIndex(of: word) else { return false }
      open = open[..<place] + open[(place + 1)...]
    }
    let isFirst = long.first == short.first
    return open.indices.allSatisfy { place in
      switch words.kinds[Int(open[place])] {
      case .generic: true
      case .field: !isOfficial
      case .distinctive: isFirst && !isOfficial || nodes.facts[node].type == .person
      case .place: open[place] == long.first
      case .number: false
      }
    }
  }
}
