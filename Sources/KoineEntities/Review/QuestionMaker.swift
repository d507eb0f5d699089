/// Makes questions of the pairs that linking was unsure about.
struct QuestionMaker {
  /// Pairs joined by more than this are not asked about.
  private static let sure: Float = 0.8

  private(set) var questions: [ReviewQuestion] = []

  private let inventory: NameInventory
  private let matcher: NameMatcher
  private var names: [Int32: Int] = [:]
  private var entries: [Int32: Int] = [:]
  private var documents: [Int32: [Int32]] = [:]
  private var types: [String: Set<String>] = [:]
  private var linkage: Linkage
  private let list: [CanonicalName]

  init(state: NameClusterer.State, list: [CanonicalName], matcher: NameMatcher) {
    inventory = state.inventory
    linkage = state.linkage
    self.list = list
    self.matcher = matcher
    index()
    var asked: Set<UInt64> = []
    let joined = linkage.joins.filter { $0.score.value < Self.sure && $0.score.ground.isEvidence }
    for (pairs, isJoined) in [(joined, true), (sorted(linkage.questions), false)] {
      for pair in pairs {
        guard let left = side(pair.a), let right = side(pair.b), left.written != right.written else { continue }
        if !isJoined {
          let (a, b) = (linkage.root(Int(pair.a)), linkage.root(Int(pair.b)))
          guard a != b, asked.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b))).inserted,
            !linkage.areApart(a, b)
          else { continue }
        }
        questions.append(question(left, right, pair.score, isJoined: isJoined))
      }
    }
    questions.sort {
      $0.impact != $1.impact
        ? $0.impact > $1.impact : ($0.left.name, $0.right.name) < ($1.left.name, $1.right.name)
    }
  }

  private func sorted(_ pairs: [Linkage.Join]) -> [Linkage.Join] {
    pairs.sorted {
      $0.score.value != $1.score.value ? $0.score.value > $1.score.value : ($0.a, $0.b) < ($1.a, $1.b)
    }
  }

  private mutating func index() {
    var entryOfName: [String: [Int]] = [:]
    for (number, entry) in list.enumerated() {
      for variant in entry.names { entryOfName[variant.name, default: []].append(number) }
    }
    for (index, variant) in inventory.variants.enumerated() {
      types[variant.name, default: []].insert(variant.type?.rawValue ?? "")
      let best = names[variant.node].map { inventory.variants[$0] }
      let rank = (variant.fullName == nil ? 1 : 0, variant.count)
      if best.map({ ($0.fullName == nil ? 1 : 0, $0.count) < rank }) ?? true { names[variant.node] = index }
    }
    for place in inventory.places {
      documents[inventory.variants[Int(place.variant)].node, default: []].append(place.document)
    }
    for (node, index) in names {
      // Namesakes of one type are told apart by the other names of their clusters.
      let variant = inventory.variants[index]
      let all = entryOfName[variant.name] ?? []
      let root = linkage.root(Int(node))
      let mates = Set(linkage.cluster(of: root).compactMap { names[$0].map { inventory.variants[$0].name } })
      entries[node] =
        all.count == 1
        ? all[0]
        : all.first { number in
          list[number].type == linkage.facts[root].type && mates.isSubset(of: list[number].names.map(\.name))
        } ?? all.first
    }
  }

  private func side(_ node: Int32) -> ReviewQuestion.Side? {
    guard let index = names[node], let number = entries[node] else { return nil }
    let variant = inventory.variants[index]
    let isShared = types[variant.name].map { $0.count > 1 } ?? false
    let prefix = isShared ? variant.type.map { $0.rawValue + ":" } ?? "" : ""
    return ReviewQuestion.Side(
      name: prefix + variant.name,
      written: variant.name,
      type: variant.type,
      count: inventory.variants.lazy.filter { $0.node == node }.reduce(0) { $0.adding($1.count) },
      documents: Set(documents[node] ?? []).sorted().map { inventory.documents[Int($0)] },
      entryID: list[number].id,
      entryName: list[number].name,
      entryNames: list[number].names.map(\.name)
    )
  }

  private func question(
    _ a: ReviewQuestion.Side,
    _ b: ReviewQuestion.Side,
    _ score: PairScore,
    isJoined: Bool
  ) -> ReviewQuestion {
    let isOrdered = (a.count, b.name) <= (b.count, a.name)
    let (left, right) = isOrdered ? (a, b) : (b, a)
    var why: [String] = []
    if isJoined { why.append("'\(left.written)': " + score.ground.sentence(left.written, of: right.written)) }
    let match = matcher.compare(left.written, right.written, type: left.type ?? right.type)
    why.append("'\(left.written)' and '\(right.written)': \(match.reason)")
    if !isJoined, score.value >= 0.5 { why.append("the other names of the two entries do not agree") }
    let uncertainty = 1 - min(1, abs(Double(score.value) - 0.5) / 0.5)
    let moved = Double(min(left.count, 1_000_000)) + Double(left.documents.count)
    return ReviewQuestion(
      left: left,
      right: right,
      isJoined: isJoined,
      score: (Double(score.value) * 1000).rounded() / 1000,
      why: why,
      impact: (moved * uncertainty * 1000).rounded() / 1000
    )
  }
}

extension PairScore.Ground {
  /// Whether it is evidence that a person may judge otherwise.
  fileprivate var isEvidence: Bool {
    switch self {
    case .registry, .earlier, .decision, .nothing: false
    default: true
    }
  }
}
