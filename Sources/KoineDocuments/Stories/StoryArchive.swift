import SystemPackage

/// Facts of many articles by their place, read back as they are asked for.
public protocol StoryArchive {
  /// How many articles there are.
  var count: Int { get }

  /// Returns the facts of an article; `nil` for a place that has none, such as a document that failed.
  func facts(at index: Int) throws -> StoryFacts?
}

/// Facts kept in memory; for some thousands of articles.
public struct StoryList: StoryArchive {
  private let facts: [StoryFacts?]

  /// Keeps facts in the order of the articles.
  public init(_ facts: [StoryFacts?]) { self.facts = facts }

  /// How many articles there are.
  public var count: Int { facts.count }

  /// Returns the facts of an article.
  public func facts(at index: Int) -> StoryFacts? { facts[index] }
}
