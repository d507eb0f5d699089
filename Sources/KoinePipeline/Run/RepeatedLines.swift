import KoineText

/// Finds the lines that a source puts around its articles, by their standing in several of them.
///
/// A line counts when it stands among the first or last lines of at least three articles and of a fifth of them all.
struct RepeatedLines {
  private static let atStart = 2
  private static let atEnd = 4
  private static let fewest = 3
  private static let share = 0.2
  /// Shorter lines, such as a place or a heading, say too little to be judged.
  private static let shortest = 12

  private var counts: [String: Int] = [:]
  private let articles: Int

  /// Counts the lines of the articles of one source.
  init(_ texts: [String]) {
    articles = texts.count
    guard articles >= Self.fewest else { return }
    for text in texts {
      for line in Set(Self.edges(of: text).map { String($0.trimmed) }) { counts[line, default: 0] += 1 }
    }
  }

  /// The stretches of `text` that hold such lines, with how many articles have them.
  func ranges(in text: String) -> [(range: TextRange, articles: Int)] {
    if counts.isEmpty { return [] }
    return Self.edges(of: text).compactMap { line in
      let bare = line.trimmed
      let count = counts[String(bare)] ?? 0
      guard count >= Self.fewest, Double(count) >= Self.share * Double(articles) else { return nil }
      return (bare.textRange, count)
    }
  }

  private static func edges(of text: String) -> [Substring] {
    let lines = text.split(separator: "\n").filter { !$0.trimmed.isEmpty }
    // What would leave no article is none of its frame.
    guard lines.count > 2 else { return [] }
    let kept = lines.indices.filter { $0 < atStart || $0 >= lines.count - atEnd }
    return kept.map { lines[$0] }.filter { $0.trimmed.unicodeScalars.count >= shortest }
  }
}
