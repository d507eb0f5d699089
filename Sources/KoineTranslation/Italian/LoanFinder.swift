/// Finds English inside Italian: names tied by *of* and *and*, and nouns of two words such as *supply chain*.
struct LoanFinder {
  let tokens: [ItalianToken]
  let readings: [[Reading]]
  let words: EnglishWords

  private static let connectors: Set<String> = [
    "of", "and", "the", "for", "de", "du", "von", "van", "der", "den", "el", "bin", "ibn", "y", "on", "to", "&", "with",
  ]

  func add(to lattice: inout UnitLattice) {
    var index = 0
    while index < tokens.count {
      if let end = nameEnd(index) {
        let text = joined(index..<end)
        let reading = Reading(
          lemma: text,
          tag: .name,
          given: Sense(english: text, source: .guess),
          cost: -0.8 * Float(end - index - 1)
        )
        lattice.arcs[index].append(.init(end: end, reading: reading))
        index = end
        continue
      }
      if isLoan(index), isLoan(index + 1), tokens[index + 1].isSpaced {
        let text = joined(index..<(index + 2))
        let reading = Reading(
          lemma: text,
          tag: .noun,
          given: Sense(english: text, source: .guess),
          cost: -0.5,
          isGuess: true
        )
        lattice.arcs[index].append(.init(end: index + 2, reading: reading))
      }
      index += 1
    }
  }

  private func joined(_ range: Range<Int>) -> String {
    tokens[range].enumerated().map { ($0 > 0 && $1.isSpaced ? " " : "") + $1.text }.joined()
  }

  /// The end of a name that starts here and goes on behind a connector.
  private func nameEnd(_ start: Int) -> Int? {
    guard isForeign(start) else { return nil }
    var end = start + 1
    var hasConnector = false
    while end < tokens.count, tokens[end].isSpaced {
      if tokens[end].isCapitalized {
        end += 1
      } else if Self.connectors.contains(tokens[end].lower), end + 1 < tokens.count, tokens[end + 1].isCapitalized,
        tokens[end + 1].isSpaced, isForeign(end + 1) || isForeign(end - 1)
      {
        hasConnector = true
        end += 2
      } else {
        break
      }
    }
    return hasConnector ? end : nil
  }

  /// A capitalized word that Italian does not know.
  private func isForeign(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].isCapitalized && !readings[index].contains { $0.tag != .name && !$0.isGuess }
  }

  /// A word in small letters that English has and Italian has not.
  private func isLoan(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word, !tokens[index].isCapitalized else { return false }
    let lower = tokens[index].lower
    guard words.contains(lower) || (lower.hasSuffix("s") && words.contains(String(lower.dropLast()))) else {
      return false
    }
    return !readings[index].contains { !$0.isGuess }
  }
}
