import KoineText

/// Links stories that tell the same in different languages, by what they speak of.
struct SimilarStories {
  private let archive: any StoryArchive
  private let fullest: [Int]

  /// - Parameters:
  ///   - archive: the articles.
  ///   - fullest: the places of the fullest member of each story, in order.
  init(_ archive: any StoryArchive, fullest: [Int]) {
    self.archive = archive
    self.fullest = fullest
  }

  /// A subject that more stories speak of is no sign.
  private static let largestCrowd = 64
  /// Fewer shared subjects may be chance.
  private static let fewestSubjects = 3
  /// The least cosine of the subjects' weights.
  private static let leastCosine = 0.5
  /// The news of a day is told elsewhere within this many days.
  private static let mostDays: Int32 = 3

  /// Returns, for the place of a fullest member, those of the stories like it.
  func links() throws -> [Int: [Int]] {
    var holders: [UInt64: [Int32]] = [:]
    var counts: [UInt64: Int] = [:]
    for index in fullest {
      guard let facts = try archive.facts(at: index), facts.subjects.count >= Self.fewestSubjects else { continue }
      for subject in facts.subjects {
        counts[subject, default: 0] += 1
        if counts[subject, default: 0] <= Self.largestCrowd { holders[subject, default: []].append(Int32(index)) }
      }
    }
    let weight = { (subject: UInt64) in Self.weight(counts[subject] ?? 1, of: fullest.count) }
    var links: [Int: [Int]] = [:]
    for index in fullest {
      guard let facts = try archive.facts(at: index), facts.subjects.count >= Self.fewestSubjects else { continue }
      var meetings: [Int: Int] = [:]
      for subject in facts.subjects where (counts[subject] ?? 0) <= Self.largestCrowd {
        for other in holders[subject] ?? [] where other > index { meetings[Int(other), default: 0] += 1 }
      }
      for (other, shared) in meetings.sorted(by: { $0.key < $1.key }) where shared >= Self.fewestSubjects {
        guard let rival = try archive.facts(at: other), Self.areAlike(facts, rival, weight) else { continue }
        links[index, default: []].append(other)
        links[other, default: []].append(index)
      }
    }
    return links
  }

  private static func areAlike(_ a: StoryFacts, _ b: StoryFacts, _ weight: (UInt64) -> Double) -> Bool {
    guard let one = a.language, let other = b.language, one != other else { return false }
    if let first = a.day, let second = b.day, abs(first - second) > mostDays { return false }
    guard StoryEvidence.shared(a.actors, b.actors) >= 1 else { return false }
    func square(_ subjects: [UInt64]) -> Double { subjects.reduce(0) { $0 + weight($1) * weight($1) } }
    let common = Set(a.subjects).intersection(b.subjects).sorted()
    return square(common) >= leastCosine * (square(a.subjects) * square(b.subjects)).squareRoot()
  }

  /// What a subject tells: the more, the fewer stories speak of it.
  private static func weight(_ count: Int, of all: Int) -> Double {
    var (ratio, weight) = (Double(all) / Double(count) + 1, 0.0)
    // A logarithm to base 2 in halves is exact on every machine and needs no library of mathematics.
    while ratio >= 2 {
      ratio /= 2
      weight += 1
    }
    return weight + ratio - 1
  }
}
