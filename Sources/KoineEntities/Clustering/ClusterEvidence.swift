/// Why the names of a cluster are together, and how sure that is.
struct ClusterEvidence {
  /// 0 to 1.
  let confidence: Double
  /// A sentence for people.
  let why: String
  // A sentence for each variant, by its number.
  private var sentences: [Int: String] = [:]

  init(
    inventory: NameInventory,
    settled: Settlement,
    cluster: [Int],
    joins: [Linkage.Join],
    known: NameInventory.Known?,
    shown: String
  ) {
    let distinct = Set(cluster.map { inventory.variants[$0].name }).count
    var reasons: [String] = []
    if let known { reasons.append("the registry knows it as \(known.id)") }
    let nodes = Set(cluster.map { inventory.variants[$0].node }).count
    if distinct > nodes, cluster.contains(where: { inventory.variants[$0].hasLegalForm }) {
      reasons.append("the same words but for the legal form")
    } else if distinct > nodes {
      reasons.append("the same words")
    }
    let isShortened = cluster.contains { inventory.variants[$0].fullName != nil }
    if isShortened { reasons.append("short for it in the same document") }
    for ground in Set(joins.map(\.score.ground)).sorted() {
      if let text = ground.summary { reasons.append(text) }
    }
    if distinct == 1, known == nil {
      why = "one name only"
    } else if distinct == 1 {
      why = reasons.joined(separator: ", ")
    } else {
      why = "\(distinct) names: " + reasons.joined(separator: ", ")
    }
    let weakest = min(isShortened ? 0.9 : 1, joins.map(\.score.value).min() ?? 1)
    confidence = (Double(min(weakest, 0.99)) * 100).rounded() / 100
    // Most names stand alone, and nothing is to be explained.
    let isAlone = cluster.count == 1 && joins.isEmpty && known == nil && inventory.variants[cluster[0]].fullName == nil
    if isAlone, settled.remark(inventory.variants[cluster[0]].node) == nil { return }
    explain(inventory, settled, cluster, joins, known, shown)
  }

  /// Why a variant is in the cluster; empty for the one that the others are held against, when nothing else is known.
  func why(_ variant: Int) -> String { sentences[variant] ?? "" }

  // Follows the pairs that made the cluster from the name shown to every other name.
  private mutating func explain(
    _ inventory: NameInventory,
    _ settled: Settlement,
    _ cluster: [Int],
    _ joins: [Linkage.Join],
    _ known: NameInventory.Known?,
    _ shown: String
  ) {
    var samples: [Int32: String] = [:]
    var links: [Int32: [Linkage.Join]] = [:]
    for index in cluster where samples[inventory.variants[index].node] == nil {
      samples[inventory.variants[index].node] = inventory.variants[index].name
    }
    for join in joins {
      links[join.a, default: []].append(join)
      links[join.b, default: []].append(join)
    }
    let namesake = cluster.first { inventory.variants[$0].name == shown && inventory.variants[$0].fullName == nil }
    let head = namesake ?? cluster.max { inventory.variants[$0].count < inventory.variants[$1].count } ?? cluster[0]
    let start = inventory.variants[head].node
    samples[start] = inventory.variants[head].name
    var reasons: [Int32: String] = [start: ""]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for join in links[node] ?? [] {
        let other = join.a == node ? join.b : join.a
        if reasons[other] != nil { continue }
        queue.append(other)
        let text = join.score.ground.sentence(samples[other] ?? "", of: samples[node] ?? "")
        reasons[other] = settled.sentence(join.a, join.b) ?? text
      }
    }
    for index in cluster {
      let variant = inventory.variants[index]
      var sentence = reasons[variant.node] ?? ""
      if let full = variant.fullName {
        switch inventory.remarks[Int32(index)]?.relation {
        case .alias: sentence = "a document gives it as another name of '\(full)'"
        case .former: sentence = "a document gives it as a former name of '\(full)'"
        case nil: sentence = "stands for '\(full)' in the same document"
        }
      } else if variant.node == start, index != head {
        sentence =
          variant.hasLegalForm != inventory.variants[head].hasLegalForm
          ? "the same words as '\(inventory.variants[head].name)' but for the legal form"
          : "the same words as '\(inventory.variants[head].name)'"
      }
      if let remark = settled.remark(variant.node), sentence.isEmpty || !sentence.contains("decided") {
        sentence = sentence.isEmpty ? remark : sentence + "; " + remark
      }
      if sentence.isEmpty || sentence == "the registry knows both", let known {
        sentence = "the registry knows it as \(known.id)"
      }
      sentences[index] = sentence
    }
  }
}

extension PairScore.Ground {
  /// What a ground says of a cluster.
  fileprivate var summary: String? {
    switch self {
    case .sameWords: "the same words"
    case .spacing: "spaces differ"
    case .spelling: "a letter or two differ"
    case .wording: "parts of the name agree"
    case .addedWords: "a word that tells little is added"
    case .rendering: "renderings of one another"
    case .registry: nil
    case .acronym: "an acronym of the other names"
    case .shortForm: "a short form that fits no other name"
    case .stated: "another document names both as one"
    case .earlier: "the earlier list has them together"
    case .decision: "decided"
    case .nothing: nil
    }
  }

  /// What a ground says of one name beside another.
  func sentence(_ name: String, of other: String) -> String {
    let isShorter = name.utf8.count < other.utf8.count
    return switch self {
    case .sameWords: "the same words as '\(other)'"
    case .spacing: "the letters of '\(other)' with other spaces"
    case .spelling: "a letter or two differ from '\(other)'"
    case .wording: "parts of the name agree with '\(other)'"
    case .addedWords: "a word that tells little is all that differs from '\(other)'"
    case .rendering: "renders '\(other)', or is rendered by it"
    case .registry: "the registry knows both"
    case .acronym: isShorter ? "an acronym of '\(other)'" : "'\(other)' is its acronym"
    case .shortForm:
      isShorter ? "a short form of '\(other)' that fits no other name" : "'\(other)' is its short form"
    case .stated: "another document names it and '\(other)' as one"
    case .earlier: "the earlier list has it with '\(other)'"
    case .decision: "decided"
    case .nothing: ""
    }
  }
}
