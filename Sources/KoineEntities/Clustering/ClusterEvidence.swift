/// Why the names of a cluster are together, and how sure that is.
struct ClusterEvidence {
  /// 0 to 1.
  let confidence: Double
  /// A sentence for people.
  let why: String

  init(inventory: NameInventory, cluster: [Int], joins: [Linkage.Join], known: NameInventory.Known?) {
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
      if let text = Self.text(ground) { reasons.append(text) }
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
  }

  private static func text(_ ground: PairScore.Ground) -> String? {
    switch ground {
    case .sameWords: "the same words"
    case .spacing: "spaces differ"
    case .spelling: "a letter or two differ"
    case .wording: "parts of the name agree"
    case .addedWords: "a word that tells little is added"
    case .rendering: "renderings of one another"
    case .registry: nil
    case .acronym: "an acronym of the other names"
    case .shortForm: "a short form that fits no other name"
    case .nothing: nil
    }
  }
}
