/// How much two nodes look like one name.
struct PairScore: Sendable {
  /// The strongest reason.
  enum Ground: UInt8, Sendable, Comparable {
    case sameWords
    case spacing
    case spelling
    case wording
    case addedWords
    case rendering
    case registry
    case acronym
    case shortForm
    case stated
    case earlier
    case decision
    case nothing

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// 0 to 1; 0.5 and above means "the same", as everywhere in name matching.
  var value: Float
  var ground: Ground

  static let nothing = PairScore(value: 0, ground: .nothing)

  func capped(_ limit: Float) -> PairScore { value > limit ? PairScore(value: limit, ground: ground) : self }
}

/// Scores pairs of nodes in Latin letters; counts of words in the whole list decide what a word tells.
struct PairScorer: Sendable {
  /// The share of weighted words, or of letters, that makes two names one.
  static let threshold: Float = 0.8

  let words: NameWords
  let nodes: NameNodes

  /// Scores two nodes.
  func score(_ a: Int, _ b: Int) -> PairScore {
    guard nodes.mayBeOne(a, b) else { return .nothing }
    let (one, two) = (nodes.facts[a], nodes.facts[b])
    if one.registry >= 0, one.registry == two.registry { return PairScore(value: 0.98, ground: .registry) }
    var alignment = WordAlignment(words: words, nodes: nodes, a, b)
    if alignment.isComplete { return PairScore(value: 1, ground: .sameWords) }
    if one.digits != two.digits, one.digits != 0, two.digits != 0 { return .nothing }
    if equalLetters(a, b) { return PairScore(value: 0.97, ground: .spacing) }
    alignment.alignRest()
    var share = alignment.share
    var ground = alignment.ground
    if one.digits == two.digits, alignment.isCutDifferently, let likeness = likeness(a, b), likeness > share {
      share = likeness
      ground = .spelling
      return PairScore(value: calibrated(share), ground: ground)
    }
    guard alignment.hasDistinctive else { return .nothing }
    return alignment.restrained(PairScore(value: calibrated(share), ground: ground))
  }

  private func equalLetters(_ a: Int, _ b: Int) -> Bool {
    let (one, two) = (nodes.letters.range(a), nodes.letters.range(b))
    guard one.count == two.count, one.count > 2 else { return false }
    return nodes.letters.items[one] == nodes.letters.items[two]
  }

  private func likeness(_ a: Int, _ b: Int) -> Float? {
    let (one, two) = (nodes.letters.range(a), nodes.letters.range(b))
    let length = max(one.count, two.count)
    guard length >= 5 else { return nil }
    let budget = length < 9 ? 1 : 2
    guard let distance = Edits.count(nodes.letters.items, one, two, atMost: budget) else { return nil }
    return 1 - Float(distance) / Float(length)
  }

  private func calibrated(_ share: Float) -> Float {
    let t = Self.threshold
    return share < t ? 0.5 * share / t : 0.5 + 0.45 * (share - t) / (1 - t)
  }
}
