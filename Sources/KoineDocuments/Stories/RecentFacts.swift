/// An archive that keeps the facts asked for last: the articles of a crowd are compared with one another again and again.
final class RecentFacts: StoryArchive {
  private let archive: any StoryArchive
  private var kept: [(index: Int, facts: StoryFacts?)]

  /// How many articles are kept, each at the place that its number gives it.
  private static let places = 1024
  /// Longer articles are read anew each time, so that what is kept stays below some 20 MB.
  private static let mostShingles = 2048

  init(_ archive: any StoryArchive) {
    self.archive = archive
    kept = Array(repeating: (-1, nil), count: Self.places)
  }

  var count: Int { archive.count }

  func facts(at index: Int) throws -> StoryFacts? {
    let place = index % Self.places
    if kept[place].index == index { return kept[place].facts }
    let facts = try archive.facts(at: index)
    if facts?.shingles.count ?? 0 <= Self.mostShingles { kept[place] = (index, facts) }
    return facts
  }
}
