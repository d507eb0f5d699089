/// What is known of the stories of a run: some words an article, told one by one from the archive.
public struct Stories {
  private let archive: any StoryArchive
  private let isThere: [Bool]
  private let reasons: [Int32: StoryReason]
  private let similar: [Int: [Int]]
  /// The fullest member of each article's group, and the one with the smallest identifier.
  private var fullest: [Int32] = []
  private var namesakes: [Int32] = []

  /// How many articles there are.
  public var count: Int { isThere.count }

  init(
    _ archive: any StoryArchive,
    _ found: StoryGroups,
    _ isThere: [Bool],
    _ reasons: [Int32: StoryReason],
    _ similar: [Int: [Int]]
  ) throws {
    self.archive = archive
    self.isThere = isThere
    self.reasons = reasons
    self.similar = similar
    var groups = found
    var first = [Int32](repeating: -1, count: isThere.count)
    for index in isThere.indices where isThere[index] {
      let group = groups.group(of: index)
      let known = first[group]
      if try known < 0 || name(index) < name(Int(known)) { first[group] = Int32(index) }
    }
    for index in isThere.indices {
      fullest.append(Int32(groups.fullest(of: index)))
      namesakes.append(first[groups.group(of: index)])
    }
  }

  /// Returns the story of an article; `nil` where the archive has no facts.
  public func story(at index: Int) throws -> Story? {
    guard isThere[index] else { return nil }
    let fullest = Int(fullest[index])
    // The member with the smallest identifier names the story, so that a fuller version that comes later changes no identifier.
    let digits = String(StoryText.hash(try name(Int(namesakes[index]))), radix: 16)
    return Story(
      id: "story-" + String(repeating: "0", count: 16 - digits.count) + digits,
      duplicateOf: fullest == index ? nil : try name(fullest),
      reason: fullest == index ? nil : reasons[Int32(index)]?.description,
      similar: try (similar[fullest] ?? []).map { try name($0) }
    )
  }

  /// Returns the stories of all articles; for runs of some thousands.
  public func all() throws -> [Story?] { try isThere.indices.map { try story(at: $0) } }

  private func name(_ article: Int) throws -> String { try archive.facts(at: article)?.id ?? "" }
}

/// Why an article was taken for a copy of another.
enum StoryReason: Hashable, Sendable, CustomStringConvertible {
  case sameText, sameKey
  /// The shares of word triples, 0 to 1.
  case copy(Double)
  case excerpt(Double)

  /// For people.
  var description: String {
    switch self {
    case .sameText: "the same text"
    case .sameKey: "the same address or identifier"
    case .copy(let share): "\(Self.percent(share)) of the word triples of both are the same"
    case .excerpt(let share): "\(Self.percent(share)) of its word triples stand in the fuller text"
    }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
