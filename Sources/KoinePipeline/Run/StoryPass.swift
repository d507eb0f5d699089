package import KoineDocuments

/// Tells the story of every record of a run: takes facts as the documents are done, and gives back the records when all are.
///
/// Records and facts wait in a spool, so memory stays bounded however long the run is.
public final class StoryPass {
  private let facts = FactSpool()
  private let lines = Spool()

  /// A pass that has seen nothing yet.
  public init() {}

  /// Takes the record of the next document, as a line, and what was noted of it.
  public func add(_ line: [UInt8], facts: [UInt8]?) throws {
    try self.facts.add(facts)
    try lines.append(line)
  }

  /// Calls `body` with every record, now with its story, in the order they were added.
  public func finish(_ body: ([UInt8]) throws -> Void) throws {
    let stories = try StoryFinder.stories(of: facts)
    for index in 0..<stories.count {
      let line = try lines.piece(index)
      try body(try stories.story(at: index).map { Record.line(line, withStory: $0) } ?? line)
    }
  }
}

/// The facts of a run's documents, by their place.
package final class FactSpool: StoryArchive {
  private let spool = Spool()

  /// A spool without facts.
  package init() {}

  /// How many documents there are.
  package var count: Int { spool.count }

  /// Takes the facts of the next document; `nil` for one that failed or was not looked at.
  package func add(_ facts: [UInt8]?) throws { try spool.append(facts ?? []) }

  /// Returns the facts of a document.
  package func facts(at index: Int) throws -> StoryFacts? {
    let bytes = try spool.piece(index)
    return bytes.isEmpty ? nil : StoryFacts(bytes: bytes)
  }
}
