import KoineDocuments

/// Which items of one input are copies of each other, by their texts as they were read.
///
/// A run compares texts without boilerplate and the texts of all inputs, so that it may find more.
public struct ItemCopies: Sendable {
  private let stories: [Story?]

  /// Compares the documents of one input.
  public init(_ documents: [Document]) throws {
    let facts = documents.enumerated().map { index, document -> StoryFacts? in
      if document.failure != nil { return nil }
      return StoryFacts(
        id: String(index + 1),
        identifier: document.id == document.source.file ? nil : document.id,
        source: document.source.feedURL ?? document.source.name,
        address: document.metadata.url,
        language: nil,
        published: document.metadata.datePublished,
        title: document.title.read,
        text: document.body.read,
        subjects: []
      )
    }
    stories = try StoryFinder.stories(of: StoryList(facts)).all()
  }

  /// What is known of the document at `index`, counted from 0; nothing when the input has no other.
  public func lines(of index: Int) -> [String] {
    guard stories.count > 1, stories.indices.contains(index), let story = stories[index] else { return [] }
    if let home = story.duplicateOf {
      return ["a copy of item \(home): \(story.reason ?? "their texts hold each other")"]
    }
    let number = String(index + 1)
    let copies = stories.indices.filter { stories[$0]?.duplicateOf == number }
    if copies.isEmpty { return ["no copy of another item of the input"] }
    let others = copies.map { String($0 + 1) }.joined(separator: ", ")
    let rest = copies.count == 1 ? "the other is item" : "the others are items"
    return ["the fullest of \(copies.count + 1) copies; \(rest) \(others)"]
  }
}
