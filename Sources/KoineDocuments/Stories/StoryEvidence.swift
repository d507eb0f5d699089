import KoineText

/// Whether two articles are the same, by what their texts have in common.
struct StoryEvidence {
  /// Shared shingles among all shingles of both.
  let resemblance: Double
  /// Shared shingles among those of the shorter text.
  let containment: Double
  /// Whether both give other figures, or other names, as reports do that are written with one template or share a background.
  let isOtherReport: Bool
  /// Whether one of them gives one figure alone, and the other does not have it.
  private let lacksTheOnlyFigure: Bool

  init(_ a: StoryFacts, _ b: StoryFacts) {
    let shared = Double(Self.shared(a.shingles, b.shingles))
    let all = Double(a.shingles.count + b.shingles.count) - shared
    resemblance = all > 0 ? shared / all : 0
    let least = Double(min(a.shingles.count, b.shingles.count))
    containment = least > 0 ? shared / least : 0
    isOtherReport = Self.differ(a.figures, b.figures) || Self.differ(a.names, b.names)
    lacksTheOnlyFigure = min(a.figures.count, b.figures.count) == 1 && Self.shared(a.figures, b.figures) == 0
  }

  /// The least resemblance of copies; a copy with every tenth word changed keeps .57 on average, and on short texts .45 at times.
  static let leastResemblance = 0.45
  /// The least containment among members of one group, which are copies of a third one.
  static let leastKinship = 0.3
  /// The least containment of an excerpt.
  static let leastContainment = 0.8
  /// Shorter texts share runs of words by chance.
  static let leastShingles = 6

  /// Whether one is a copy of the other with some words changed.
  var isCopy: Bool { resemblance >= (isOtherReport || lacksTheOnlyFigure ? 0.9 : Self.leastResemblance) }

  /// Whether the shorter one is a part of the longer one.
  var isExcerpt: Bool { containment >= Self.leastContainment && !isOtherReport }

  /// Whether texts with the same address or identifier may be the same article; only clearly different texts are not.
  func fitsSameKey(_ a: StoryFacts, _ b: StoryFacts) -> Bool {
    containment >= 0.3 || min(a.shingles.count, b.shingles.count) < Self.leastShingles || a.language != b.language
  }

  /// Whether two lists of two values and more have no more than half of the shorter one in common.
  private static func differ(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    let count = min(a.count, b.count)
    return count >= 2 && shared(a, b) * 2 <= count
  }

  /// How many values two sorted lists share.
  static func shared<Value: Comparable>(_ a: [Value], _ b: [Value]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        count += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
