/// What decisions say of pairs of names, also by way of other names.
public struct DecidedPairs: Sendable {
  private var numbers: [String: Int] = [:]
  private var groups: UnionFind
  private var pairs: Set<DecisionCheck.Pair> = []
  private var apart: [(String, String)] = []

  /// Takes decisions that do not contradict each other.
  public init(_ decisions: [Decision]) {
    groups = UnionFind(count: 2 * decisions.count)
    for decision in decisions {
      pairs.insert(DecisionCheck.Pair(decision.left, decision.right))
      let (a, b) = (number(decision.left), number(decision.right))
      if decision.verdict == .same { _ = groups.join(a, b) }
      if decision.verdict == .different || decision.verdict == .drop { apart.append((decision.left, decision.right)) }
    }
  }

  private mutating func number(_ name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = numbers.count
    return numbers.count - 1
  }

  private func group(_ name: String) -> Int? {
    guard let number = numbers[name] else { return nil }
    var groups = groups
    return groups.root(number)
  }

  /// Whether nothing is left to ask.
  public func settles(_ question: ReviewQuestion) -> Bool {
    if pairs.isEmpty { return false }
    let left = Self.names(question.left, own: question.isJoined)
    let right = Self.names(question.right, own: question.isJoined)
    for a in left { for b in right where pairs.contains(DecisionCheck.Pair(a, b)) { return true } }
    let one = Set(left.compactMap { group($0) })
    let two = Set(right.compactMap { group($0) })
    if !one.isDisjoint(with: two) { return true }
    return apart.contains { pair in
      guard let a = group(pair.0), let b = group(pair.1) else { return false }
      return one.contains(a) && two.contains(b) || one.contains(b) && two.contains(a)
    }
  }

  // Of two entries, a decision about any of their names is one about both; within an entry only about these two.
  private static func names(_ side: ReviewQuestion.Side, own: Bool) -> [String] {
    let typed = side.type.map { $0.rawValue + ":" } ?? ""
    let names = own ? [side.written] : [side.written] + side.entryNames
    return [side.name] + names + names.map { typed + $0 } + (own ? [] : [side.entryID])
  }
}
