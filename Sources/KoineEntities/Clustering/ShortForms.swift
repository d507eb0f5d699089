/// Finds the cluster that a short form or an acronym belongs to, if there is only one that it can mean.
///
/// Where names come from documents, a document must have both: elsewhere the same short form may mean something else.
struct ShortForms {
  private let words: NameWords
  private let nodes: NameNodes
  private let holders: WordHolders
  private let documents: [[Int32]]

  init(_ inventory: NameInventory) {
    words = inventory.words
    nodes = inventory.nodes
    holders = WordHolders(words: inventory.words, nodes: inventory.nodes)
    documents = inventory.documentsOfNodes
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
      // `MEC Company` is a name of its own, and so is `Maj`.
      guard words.letters.range(Int(word)).count >= 3, nodes.facts[node].isUpperCase,
        !linkage.facts[linkage.root(node)].isOfficial
      else { continue }
      link(node, to: (byHash[hash] ?? []).filter { areNear(node, Int($0)) }, 0.8, .acronym, &linkage)
    }
  }

  /// Whether documents have both, if names come from documents: one at least, or half of those that have the first.
  private func areNear(_ short: Int, _ long: Int, mostly: Bool = false) -> Bool {
    guard !documents.isEmpty else { return true }
    let (one, two) = (documents[short], documents[long])
    var (i, j, shared) = (0, 0, 0)
    while i < one.count, j < two.count {
      if one[i] == two[j] {
        shared += 1
        i += 1
        j += 1
      } else if one[i] < two[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return mostly ? shared * 2 >= max(1, one.count) : shared > 0
  }

  /// Joins `node` with the nodes of `others`, if these are all in one cluster.
  @discardableResult
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
      if root == own || !linkage.mayJoin(own, root) { continue }
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
      guard (1...3).contains(row.count), nodes.facts[node].type != .place,
        let rarest = row.min(by: { words.frequency[Int($0)] < words.frequency[Int($1)] }),
        words.kinds[Int(rarest)] == .distinctive, words.letters.range(Int(rarest)).count >= 3,
        words.frequency[Int(rarest)] <= 40
      else { continue }
      let facts = linkage.facts[linkage.root(node)]
      let longer = holders[rarest].filter { other in
        switch addition(to: row, in: Int(other)) {
        case .little: true
        // A registry that knows `Amazon` would know `Amazon Studios` as its alias.
        case .much: !facts.isOfficial && facts.registry < 0 && areNear(node, Int(other), mostly: true)
        // A surname stands for someone who is in the news; a first name only for someone in the same article.
        case .part:
          areNear(node, Int(other), mostly: true)
            || documents[Int(other)].count > 1 && nodes.words[Int(other)].last == row.last
        case nil: false
        }
      }
      link(node, to: Array(longer), 0.7, .shortForm, &linkage)
    }
  }

  private enum Addition {
    /// `Technologies`, and where the company sits.
    case little
    /// What a company does, or a word that tells names apart.
    case much
    /// Another part of a person's name.
    case part
  }

  /// What a longer name has beside all words of the short one; `nil` if it is no longer name of the same.
  private func addition(to short: ArraySlice<Int32>, in node: Int) -> Addition? {
    let long = nodes.words[node]
    guard long.count > short.count else { return nil }
    var open = long[...]
    for word in short {
      guard let place = open.firstIndex(of: word) else { return nil }
      open = open[..<place] + open[(place + 1)...]
    }
    if nodes.facts[node].type == .person { return .part }
    var most = Addition.little
    for word in open {
      switch words.kinds[Int(word)] {
      case .generic: continue
      case .field: most = .much
      case .distinctive where long.first == short.first: most = .much
      case .place where word == long.first: continue
      case .place, .number, .distinctive: return nil
      }
    }
    return most
  }
}
