public import KoineText

/// Chooses the sentences of a text that say what it is about, within a budget of words.
///
/// A sentence scores by its place (news says the most important first) and by its closeness to the words of the whole text
/// (centroid of tf-idf vectors; Radev et al., 2004); sentences are then taken one by one, each time the one that adds most to those
/// already taken (maximal marginal relevance; Carbonell and Goldstein, 1998). Sentences are never cut.
public struct Summarizer: Sendable {
  /// The largest number of words, counted as runs without white space.
  public let words: Int
  /// The largest number of sentences.
  public let sentences: Int

  /// Sentences beyond this one are not looked at: news does not hide its point there, and time stays bounded.
  static let reach = 80

  /// Makes a summarizer for a budget.
  public init(words: Int = 60, sentences: Int? = nil) {
    self.words = words
    self.sentences = sentences ?? 3
  }

  /// Returns the summary of `text`.
  ///
  /// - Parameters:
  ///   - title: what the reader has seen already; a sentence that says no more than it does is not chosen.
  ///   - text: the text.
  ///   - language: the language of the text, for words that carry no content.
  ///   - ranges: the sentences of the text in order, as UTF-8 offsets.
  /// - Returns: the sentences in the order of the text; an empty summary when no whole sentence fits the budget.
  public func summary(title: String?, text: String, language: Language, sentences ranges: [TextRange]) -> Summary {
    let vocabulary = Vocabulary(language: language)
    var candidates: [Candidate] = []
    for range in ranges.prefix(Self.reach) {
      guard let piece = text[range] else { continue }
      candidates.append(Candidate(range: range, text: piece, position: candidates.count, vocabulary: vocabulary))
    }
    weigh(&candidates)
    let titleWords = Set(title.map(vocabulary.words) ?? [])
    var rest = candidates.filter { $0.isWhole && $0.wordCount <= words && !$0.repeats(titleWords) }
    var chosen: [Candidate] = []
    var left = words
    while chosen.count < sentences {
      rest.removeAll { $0.wordCount > left }
      let gains = rest.map { candidate in
        candidate.score - 0.5 * (chosen.map { $0.similarity(to: candidate) }.max() ?? 0)
      }
      guard let best = gains.indices.max(by: { gains[$0] < gains[$1] || (gains[$0] == gains[$1] && $0 > $1) }) else {
        break
      }
      let taken = rest.remove(at: best)
      left -= taken.wordCount
      chosen.append(taken)
    }
    chosen.sort { $0.range < $1.range }
    return Summary(
      text: chosen.map(\.text).joined(separator: " "),
      sentences: chosen.map { Summary.Sentence(range: $0.range, score: $0.score) }
    )
  }

  /// Gives each candidate its vector and its score.
  private func weigh(_ candidates: inout [Candidate]) {
    var documents: [String: Int] = [:]
    for candidate in candidates {
      for (word, _) in candidate.counts { documents[word, default: 0] += 1 }
    }
    let count = Double(candidates.count)
    var numbers: [String: Int] = [:]
    var centroid: [Double] = []
    for index in candidates.indices {
      var vector = candidates[index].counts.map { word, times -> (Int, Double) in
        let number = numbers[word] ?? numbers.count
        numbers[word] = number
        return (number, Double(times) * logarithm(1 + count / Double(documents[word] ?? 1)))
      }
      let length = vector.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
      if length > 0 { vector = vector.map { ($0.0, $0.1 / length) } }
      vector.sort { $0.0 < $1.0 }
      candidates[index].vector = vector
      centroid += [Double](repeating: 0, count: numbers.count - centroid.count)
      for (number, weight) in vector { centroid[number] += weight }
    }
    let length = centroid.reduce(0) { $0 + $1 * $1 }.squareRoot()
    for index in candidates.indices {
      let closeness = candidates[index].vector.reduce(0) { $0 + $1.1 * centroid[$1.0] } / (length > 0 ? length : 1)
      candidates[index].score =
        1 / Double(1 + candidates[index].position).squareRoot() + closeness - candidates[index].penalty
    }
  }
}

/// A sentence that may be chosen.
private struct Candidate {
  let range: TextRange
  let text: String
  let position: Int
  let wordCount: Int
  /// Content words in order of first use, with how often they occur.
  let counts: [(String, Int)]
  let isWhole: Bool
  let penalty: Double
  var vector: [(Int, Double)] = []
  var score = 0.0

  init(range: TextRange, text piece: Substring, position: Int, vocabulary: Vocabulary) {
    self.range = range
    self.position = position
    // Line ends inside a sentence would break the summary's one line.
    let parts = piece.split(whereSeparator: \.isWhitespace)
    text = parts.joined(separator: " ")
    wordCount = parts.count
    let words = vocabulary.words(text)
    var places: [String: Int] = [:]
    var counts: [(String, Int)] = []
    for word in words {
      if let place = places[word] {
        counts[place].1 += 1
      } else {
        places[word] = counts.count
        counts.append((word, 1))
      }
    }
    self.counts = counts
    let closers: Set<Character> = ["\"", "”", "’", "'", "»", ")", "]"]
    let core = text.reversed().drop { closers.contains($0) }
    let last = core.first
    let isCut = text.hasSuffix("...") || text.hasSuffix("…") || text.hasSuffix("[…]") || text.hasSuffix("[...]")
    isWhole = (last == "." || last == "!" || last == "?" || last == "。") && !isCut && !words.isEmpty
    var penalty = wordCount < 6 ? 1.0 : 0
    if let first = text.first, "\"“«'‘".contains(first) { penalty += 0.3 }
    if let first = parts.first, vocabulary.leansOnContext(first) { penalty += 0.2 }
    self.penalty = penalty
  }

  func similarity(to other: Candidate) -> Double {
    var (i, j, sum) = (0, 0, 0.0)
    while i < vector.count, j < other.vector.count {
      let (a, b) = (vector[i], other.vector[j])
      if a.0 == b.0 {
        sum += a.1 * b.1
        i += 1
        j += 1
      } else if a.0 < b.0 {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// Whether the sentence says nothing that the title has not said.
  func repeats(_ title: Set<String>) -> Bool {
    !title.isEmpty && counts.allSatisfy { title.contains($0.0) }
  }
}
