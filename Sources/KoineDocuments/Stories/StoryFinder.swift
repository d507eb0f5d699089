import KoineText

/// Finds copies, excerpts and the same story in other languages among the articles of a whole run.
///
/// Copies are joined first: by address, identifier or equal text, then by MinHash and bands, verified on the shingles themselves
/// (see `StoryEvidence`). Excerpts join the fullest text that holds four fifths of their shingles; they are met by the shingles
/// whose hash is a multiple of four (Broder's other sketch), because the signatures of a short and a long text have little in common. Stories of
/// different languages are linked, never joined, when they speak of the same actors, amounts and dates in the same days.
///
/// The result depends on the articles and their order alone. Memory: about 60 bytes an article and bounded tables besides; shingles are
/// read back from the archive pair by pair.
public struct StoryFinder {
  private let archive: any StoryArchive
  /// How many table rows are held at a time.
  private let tableSize: Int
  private var groups = StoryGroups(words: [])
  private var reasons: [Int: String] = [:]

  /// How many articles that share a key are compared with one another; of a larger crowd each with the ones before it.
  private static let crowd = 24

  /// Prepares to look at the articles of an archive.
  public init(_ archive: any StoryArchive) { self.init(archive, tableSize: 16 << 20) }

  init(_ archive: any StoryArchive, tableSize: Int) {
    self.archive = archive
    self.tableSize = tableSize
  }

  /// Returns the story of each article; `nil` where the archive has no facts.
  public static func stories(of archive: any StoryArchive) throws -> [Story?] {
    var finder = StoryFinder(archive)
    return try finder.stories()
  }

  mutating func stories() throws -> [Story?] {
    var words: [UInt32] = []
    var isThere: [Bool] = []
    var keys: [Row] = []
    for index in 0..<archive.count {
      let facts = try archive.facts(at: index)
      isThere.append(facts != nil)
      words.append(facts?.words ?? 0)
      for key in facts?.keys ?? [] { keys.append(Row(key: key, article: Int32(index))) }
    }
    groups = StoryGroups(words: words)
    try joinByKeys(keys)
    keys = []
    try joinCopies()
    try joinExcerpts()
    let similar = try SimilarStories(archive, fullest: fullestMembers(isThere)).links()
    return try told(isThere, similar)
  }

  /// A key of an article.
  private struct Row: Comparable {
    var key: UInt64
    var article: Int32
    static func < (a: Row, b: Row) -> Bool { (a.key, a.article) < (b.key, b.article) }
  }

  private mutating func joinByKeys(_ rows: [Row]) throws {
    try forEachPair(of: rows) { a, b, finder in
      guard let (one, other) = try finder.facts(a, b) else { return }
      let evidence = StoryEvidence(one, other)
      guard evidence.fitsSameKey(one, other) else { return }
      finder.join(a, b, evidence.resemblance == 1 ? "the same text" : "the same address or identifier")
    }
  }

  /// Joins what agrees in a band of the MinHash signature and holds on looking closer.
  private mutating func joinCopies() throws {
    let bandsAtATime = max(1, tableSize / max(1, archive.count))
    for first in stride(from: 0, to: MinHash.bands, by: bandsAtATime) {
      let bands = first..<min(first + bandsAtATime, MinHash.bands)
      var rows: [Row] = []
      for index in 0..<archive.count {
        guard let facts = try archive.facts(at: index), facts.shingles.count >= StoryEvidence.leastShingles else {
          continue
        }
        let signature = MinHash.signature(of: facts.shingles)
        for band in bands { rows.append(Row(key: MinHash.key(band, of: signature), article: Int32(index))) }
      }
      try forEachPair(of: rows) { a, b, finder in
        guard let (one, other) = try finder.facts(a, b), one.language == other.language else { return }
        let evidence = StoryEvidence(one, other)
        guard evidence.isCopy else { return }
        // A chain of small changes must not lead to another story.
        let (first, second) = (finder.groups.fullest(of: a), finder.groups.fullest(of: b))
        if (first, second) != (a, b), let (x, y) = try finder.facts(first, second) {
          guard StoryEvidence(x, y).containment >= StoryEvidence.leastKinship else { return }
        }
        finder.join(a, b, "\(Self.percent(evidence.resemblance)) of the word triples of both are the same")
      }
    }
  }

  /// Joins each text that is a part of a fuller one to the one that holds most of it.
  private mutating func joinExcerpts() throws {
    let sampled = { (shingle: UInt32) in shingle % 4 == 0 }
    // The shingles are taken in parts, so that the table stays bounded.
    var total = 0
    for index in 0..<archive.count where groups.fullest(of: index) == index {
      total += try archive.facts(at: index)?.shingles.count(where: sampled) ?? 0
    }
    let parts = UInt32(clamping: max(1, (total + tableSize - 1) / tableSize))
    var meetings: [Meeting: Int] = [:]
    for part in 0..<parts {
      var rows: [Row] = []
      for index in 0..<archive.count where groups.fullest(of: index) == index {
        guard let facts = try archive.facts(at: index), facts.shingles.count >= StoryEvidence.leastShingles else {
          continue
        }
        for shingle in facts.shingles where sampled(shingle) && (shingle / 4) % parts == part {
          rows.append(Row(key: UInt64(shingle), article: Int32(index)))
        }
      }
      try forEachPair(of: rows, largestCrowd: 64) { a, b, _ in
        meetings[Meeting(min(a, b), max(a, b)), default: 0] += 1
      }
    }
    // The best home of each excerpt.
    var homes: [Int: (home: Int, evidence: StoryEvidence)] = [:]
    for meeting in meetings.keys.sorted() {
      guard let (a, b) = try facts(meeting.a, meeting.b), a.language == b.language else { continue }
      let evidence = StoryEvidence(a, b)
      guard evidence.isExcerpt else { continue }
      let (part, whole) = a.shingles.count <= b.shingles.count ? (meeting.a, meeting.b) : (meeting.b, meeting.a)
      if let known = homes[part], known.evidence.containment >= evidence.containment { continue }
      homes[part] = (whole, evidence)
    }
    for (part, found) in homes.sorted(by: { $0.key < $1.key }) {
      let share = Self.percent(found.evidence.containment)
      join(part, found.home, "\(share) of its word triples stand in the fuller text")
    }
  }

  private struct Meeting: Hashable, Comparable {
    let a: Int
    let b: Int
    init(_ a: Int, _ b: Int) { (self.a, self.b) = (a, b) }
    static func < (x: Meeting, y: Meeting) -> Bool { (x.a, x.b) < (y.a, y.b) }
  }

  private mutating func forEachPair(
    of rows: [Row],
    largestCrowd: Int = .max,
    _ body: (Int, Int, inout StoryFinder) throws -> Void
  ) throws {
    let rows = rows.sorted()
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

  private mutating func join(_ a: Int, _ b: Int, _ reason: String) {
    groups.join(a, b)
    for article in [a, b] where reasons[article] == nil { reasons[article] = reason }
  }

  private mutating func fullestMembers(_ isThere: [Bool]) -> [Int] {
    isThere.indices.filter { isThere[$0] && groups.fullest(of: $0) == $0 }
  }

  private mutating func told(_ isThere: [Bool], _ similar: [Int: [Int]]) throws -> [Story?] {
    var names: [Int: String] = [:]
    func name(_ article: Int) throws -> String {
      if let known = names[article] { return known }
      let name = try archive.facts(at: article)?.id ?? ""
      names[article] = name
      return name
    }
    // The member with the smallest identifier names the story, so that a fuller version that comes later changes no identifier.
    var first: [Int: String] = [:]
    for index in isThere.indices where isThere[index] {
      let group = groups.group(of: index)
      let own = try name(index)
      if first[group].map({ own < $0 }) ?? true { first[group] = own }
    }
    var stories: [Story?] = []
    for index in isThere.indices {
      guard isThere[index] else {
        stories.append(nil)
        continue
      }
      let fullest = groups.fullest(of: index)
      let hash = StoryText.hash(first[groups.group(of: index)] ?? "")
      let digits = String(hash, radix: 16)
      stories.append(
        Story(
          id: "story-" + String(repeating: "0", count: 16 - digits.count) + digits,
          duplicateOf: fullest == index ? nil : try name(fullest),
          reason: fullest == index ? nil : reasons[index],
          similar: try (similar[fullest] ?? []).map { try name($0) }
        )
      )
    }
    return stories
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
