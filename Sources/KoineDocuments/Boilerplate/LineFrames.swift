package import KoineText

/// The lines that every source puts around its articles.
///
/// A line counts when it stands at the edge of at least three articles of the source and of a fifth of them all.
package struct LineFrames: Hashable, Sendable {
  private static let fewest = 3
  private static let share = 0.2

  /// In how many articles a line stands, by source and hash of the line.
  private var counts: [UInt64: [UInt64: Int]] = [:]

  /// Frames of nothing.
  package init() {}

  /// Decides what is a frame.
  package init(_ survey: LineSurvey) {
    survey.forEachSource { source, articles in
      let lines = Self.frame(articles)
      if !lines.isEmpty { counts[source] = lines }
    }
  }

  private static func frame(_ articles: [LineSurvey.Article]) -> [UInt64: Int] {
    guard articles.count >= fewest else { return [:] }
    var counts: [UInt64: Int] = [:]
    var texts: Set<UInt64> = []
    for article in articles where texts.insert(article.text).inserted {
      for line in article.lines { counts[line, default: 0] += 1 }
    }
    return counts.filter { $0.value >= fewest && Double($0.value) >= share * Double(texts.count) }.mapValues(rounded)
  }

  /// The number, from ten on rounded down to 1, 2 or 5 and zeros, so that one more article does not change every record.
  private static func rounded(_ count: Int) -> Int {
    var step = 10
    var result = count < 10 ? count : step
    while step <= count {
      for factor in [1, 2, 5] where step * factor <= count { result = step * factor }
      step *= 10
    }
    return result
  }

  /// The stretches of `text` that hold lines of its source's frame, with how many articles have them at least.
  package func ranges(in text: String, title: String, source: UInt64) -> [(range: TextRange, articles: Int)] {
    guard let frame = counts[source] else { return [] }
    let edges = EdgeLines(text, title: title)
    let found = edges.lines.compactMap { line in frame[line.hash].map { (line.range, $0) } }
    // An article of which nothing would be left is none of the frame.
    return found.count == edges.lineCount ? [] : found
  }

  /// The hash of the frames of some sources, in hexadecimal digits.
  package func hash(of sources: [UInt64]) -> String {
    var hash = SHA256()
    for source in sources.sorted() {
      guard let frame = counts[source] else { continue }
      hash.update("\(source)")
      for (line, count) in frame.sorted(by: { $0.key < $1.key }) { hash.update(" \(line) \(count)") }
      hash.update("\n")
    }
    return hash.finish()
  }
}
