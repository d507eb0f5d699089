import KoineText

/// Finds copies, excerpts and the same story in other languages among the articles of a whole run.
///
/// Copies are joined first: by address, identifier or equal text, then by MinHash and bands, verified on the shingles themselves
/// (see `StoryEvidence`). Excerpts join the fullest text that holds four fifths of their shingles; they are met by spans of a
/// dozen words, because the signatures of a short and a long text have little in common. Stories of different languages are linked,
/// never joined, when they speak of the same actors, amounts and dates in the same days.
///
/// The result depends on the articles and their order alone. Memory: some 50 bytes an article, and tables of at most 32 MB besides;
/// shingles are read back from the archive pair by pair.
public struct StoryFinder {
  private let archive: any StoryArchive
  /// How many table rows are held at a time.
  private let tableSize: Int
  private var groups = StoryGroups(words: [])
  private var reasons: [Int32: StoryReason] = [:]

  /// How many articles that share a key are compared with one another; of a larger crowd each with the ones before it.
  private static let crowd = 24

  private static let mostMeetings = 1 << 18
  /// How many members of a group, its fullest one apart, excerpts are compared with.
  private static let mostShown = 3

  /// Prepares to look at the articles of an archive.
  public init(_ archive: any StoryArchive) { self.init(archive, tableSize: 2 << 20) }

  init(_ archive: any StoryArchive, tableSize: Int) {
    self.archive = RecentFacts(archive)
    self.tableSize = tableSize
  }

  /// Returns the stories of all articles.
  public static func stories(of archive: any StoryArchive) throws -> Stories {
    var finder = StoryFinder(archive)
    return try finder.stories()
  }

  mutating func stories() throws -> Stories {
    var words: [UInt32] = []
    var isThere: [Bool] = []
    var keys: [Row<UInt64>] = []
    for index in 0..<archive.count {
      let facts = try archive.facts(at: index)
      isThere.append(facts != nil)
      words.append(facts?.words ?? 0)
      for key in facts?.keys ?? [] { keys.append(Row(key: key, article: Int32(index))) }
    }
    groups = StoryGroups(words: words)
    try joinByKeys(&keys)
    keys = []
    try joinCopies()
    try joinExcerpts()
    let similar = try SimilarStories(archive, fullest: fullestMembers(isThere)).links()
    return try Stories(archive, groups, isThere, reasons, similar)
  }

  /// A key of an article.
  private struct Row<Key: Comparable & BitwiseCopyable>: Comparable, BitwiseCopyable {
    var key: Key
    var article: Int32
    static func < (a: Row, b: Row) -> Bool { a.key != b.key ? a.key < b.key : a.article < b.article }
  }

  private mutating func joinByKeys(_ rows: inout [Row<UInt64>]) throws {
    try forEachPair(of: &rows) { a, b, finder in
      guard let (one, other) = try finder.facts(a, b) else { return }
      let evidence = StoryEvidence(one, other)
      guard evidence.fitsSameKey(one, other) else { return }
      finder.join(a, b, evidence.resemblance == 1 ? .sameText : .sameKey)
    }
  }

  /// Joins what agrees in a band of the MinHash signature and holds on looking closer.
  private mutating func joinCopies() throws {
    let bandsAtATime = max(1, tableSize / max(1, archive.count))
    for first in stride(from: 0, to: MinHash.bands, by: bandsAtATime) {
      let bands = first..<min(first + bandsAtATime, MinHash.bands)
      // The keys of one band stay apart from those of the others.
      var rows: [Row<UInt64>] = []
      for index in 0..<archive.count {
        guard let keys = try archive.facts(at: index)?.bands, !keys.isEmpty else { continue }
        for band in bands { rows.append(Row(key: UInt64(band) << 32 | UInt64(keys[band]), article: Int32(index))) }
      }
      try forEachPair(of: &rows) { a, b, finder in
        guard let (one, other) = try finder.facts(a, b), one.language == other.language else { return }
        let evidence = StoryEvidence(one, other)
        guard evidence.isCopy else { return }
        // A chain of small changes must not lead to another story.
        let (first, second) = (finder.groups.fullest(of: a), finder.groups.fullest(of: b))
        if (first, second) != (a, b), let (x, y) = try finder.facts(first, second) {
          guard StoryEvidence(x, y).containment >= StoryEvidence.leastKinship else { return }
        }
        finder.join(a, b, .copy(evidence.resemblance))
      }
    }
  }

  /// Joins each text that is a part of a fuller one to the one that holds most of it.
  private mutating func joinExcerpts() throws {
    var isFullest: [Bool] = []
    var isShown: [Bool] = []
    var members: [Int: Int] = [:]
    var total = 0
    for index in 0..<archive.count {
      isFullest.append(groups.fullest(of: index) == index)
      // The fullest version may be one with changed words; the first few of a group stand for all of them.
      let group = groups.group(of: index)
      members[group, default: 0] += 1
      isShown.append(isFullest[index] || members[group, default: 0] <= Self.mostShown)
      if isShown[index] { total += try archive.facts(at: index)?.spans.count ?? 0 }
    }
    // The spans are taken in parts, so that the table stays bounded.
    let parts = UInt32(clamping: max(1, (total + tableSize - 1) / tableSize))
    var seen: Set<Meeting> = []
    var homes: [Int: (home: Int, share: Double)] = [:]
    for part in 0..<parts {
      var rows: [Row<UInt32>] = []
      for index in isShown.indices where isShown[index] {
        for span in try archive.facts(at: index)?.spans ?? [] where span % parts == part {
          rows.append(Row(key: span, article: Int32(index)))
        }
      }
      try forEachPair(of: &rows, largestCrowd: 64) { first, second, finder in
        // What is forgotten here is only looked at again.
        if seen.count >= Self.mostMeetings { seen.removeAll(keepingCapacity: true) }
        guard seen.insert(Meeting(first, second)).inserted, let (a, b) = try finder.facts(first, second),
          a.language == b.language, min(a.shingles.count, b.shingles.count) >= StoryEvidence.leastShingles
        else {
          return
        }
        let evidence = StoryEvidence(a, b)
        guard evidence.isExcerpt else { return }
        let (part, whole) = a.shingles.count <= b.shingles.count ? (first, second) : (second, first)
        guard isFullest[part] else { return }
        // The best home of each excerpt; of two as good the one that came first.
        if let known = homes[part], (known.share, -known.home) >= (evidence.containment, -whole) { return }
        homes[part] = (whole, evidence.containment)
      }
    }
    for (part, found) in homes.sorted(by: { $0.key < $1.key }) {
      join(part, found.home, .excerpt(found.share))
    }
  }

  private struct Meeting: Hashable {
    let a: Int
    let b: Int
    init(_ a: Int, _ b: Int) { (self.a, self.b) = (min(a, b), max(a, b)) }
  }

  private mutating func forEachPair<Key>(
    of rows: inout [Row<Key>],
    largestCrowd: Int = .max,
    _ body: (Int, Int, inout StoryFinder) throws -> Void
  ) throws {
    rows.sort()
    var lower = 0
    while lower < rows.count {
      var upper = lower + 1
      while upper < rows.count, rows[upper].key == rows[lower].key { upper += 1 }
      defer { lower = upper }
      if upper - lower > largestCrowd { continue }
      for index in lower + 1..<max(upper, lower + 1) {
        // The first of a crowd is met by all others, so that a crowd of copies holds together.
        let before = index - lower <= Self.crowd ? lower..<index : index - Self.crowd..<index
        for other in (before.contains(lower) ? [] : [lower]) + before {
          let (a, b) = (Int(rows[other].article), Int(rows[index].article))
          if a != b, groups.group(of: a) != groups.group(of: b) { try body(a, b, &self) }
        }
      }
    }
  }

  private func facts(_ a: Int, _ b: Int) throws -> (StoryFacts, StoryFacts)? {
    guard let one = try archive.facts(at: a), let other = try archive.facts(at: b) else { return nil }
    return (one, other)
  }

  private mutating func join(_ a: Int, _ b: Int, _ reason: StoryReason) {
    groups.join(a, b)
    for article in [Int32(a), Int32(b)] where reasons[article] == nil { reasons[article] = reason }
  }

  private mutating func fullestMembers(_ isThere: [Bool]) -> [Int] {
    isThere.indices.filter { isThere[$0] && groups.fullest(of: $0) == $0 }
  }
}
