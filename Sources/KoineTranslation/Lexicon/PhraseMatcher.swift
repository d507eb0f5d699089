import KoineLexicon

/// Finds the phrases of a table in a sentence, also in the plural and with a conjugated verb.
struct PhraseMatcher {
  let table: PhraseTable
  let tokens: [ItalianToken]
  let readings: [[Reading]]

  private static let longest = 9

  /// How a word stands to the word of the phrase.
  private struct Fit: OptionSet {
    let rawValue: UInt8
    static let plural = Fit(rawValue: 1)
    static let conjugated = Fit(rawValue: 2)
    static let articulated = Fit(rawValue: 4)
  }

  /// Adds an arc for every phrase.
  func add(to lattice: inout UnitLattice) {
    for start in tokens.indices where tokens[start].kind != .mark {
      extend("", from: start, at: start, fit: [], verb: nil, article: nil, into: &lattice)
    }
  }

  private func extend(
    _ key: String,
    from start: Int,
    at index: Int,
    fit: Fit,
    verb: Reading?,
    article: Reading?,
    into lattice: inout UnitLattice
  ) {
    guard index < tokens.count, index - start < Self.longest else { return }
    // An articulated preposition ends its phrase.
    if fit.contains(.articulated) { return }
    let separator = key.isEmpty ? "" : " "
    for (word, added, reading) in alternatives(
      index,
      isFirst: index == start || (index == start + 1 && tokens[start].lower == "non")
    ) {
      let longer = key + separator + word
      guard table.contains(longer) else { continue }
      let fits = fit.union(added)
      let verb = added.contains(.conjugated) ? reading : verb
      let article = added.contains(.articulated) ? reading : article
      for (rank, row) in table.rows(longer).enumerated() {
        guard let made = self.reading(row, rank, start..<(index + 1), fits, verb, article) else { continue }
        lattice.arcs[start].append(.init(end: index + 1, reading: made))
      }
      extend(longer, from: start, at: index + 1, fit: fits, verb: verb, article: article, into: &lattice)
    }
  }

  private func alternatives(_ index: Int, isFirst: Bool) -> [(String, Fit, Reading?)] {
    let token = tokens[index]
    var result: [(String, Fit, Reading?)] = [(token.lower, [], nil)]
    func add(_ word: String, _ fit: Fit, _ reading: Reading) {
      if !result.contains(where: { $0.0 == word && $0.1 == fit }) { result.append((word, fit, reading)) }
    }
    for reading in readings[index] {
      switch reading.tag {
      case .noun, .adjective, .participle:
        if reading.tag == .participle, isFirst { add(reading.lemma, .conjugated, reading) }
        guard reading.features.number == .plural else { continue }
        if token.lower.hasSuffix("i") {
          add(String(token.lower.dropLast()) + "o", .plural, reading)
          add(String(token.lower.dropLast()) + "e", .plural, reading)
        } else if token.lower.hasSuffix("e") {
          add(String(token.lower.dropLast()) + "a", .plural, reading)
        }
        if token.lower.hasSuffix("he") { add(token.lower.dropLast(2) + "a", .plural, reading) }
        if reading.tag != .participle { add(reading.lemma.lowercased(), .plural, reading) }
      case .verb, .gerund, .infinitive:
        if isFirst, reading.enclitics.isEmpty { add(reading.lemma, .conjugated, reading) }
      case .articulated: if !isFirst { add(reading.lemma, .articulated, reading) }
      default: break
      }
    }
    return result
  }

  /// Whether an adjective that agrees with the last noun follows, so that the words are no fixed phrase: *in forma gassosa*.
  private func nounGoesOn(_ range: Range<Int>) -> Bool {
    guard range.upperBound < tokens.count, range.count > 1,
      let noun = readings[range.upperBound - 1].first(where: { $0.tag == .noun })
    else { return false }
    let next = readings[range.upperBound]
    return next.contains { $0.tag == .adjective && $0.features.agrees(with: noun.features) && !$0.isGuess }
      && !next.contains { [.noun, .verb, .preposition, .coordinator, .adverb].contains($0.tag) }
  }

  private func reading(
    _ row: MappedTable.Row,
    _ rank: Int,
    _ range: Range<Int>,
    _ fit: Fit,
    _ verb: Reading?,
    _ article: Reading?
  ) -> Reading? {
    let pos = row[0]
    let level = row[3]
    let source: Sense.Source = level == "user" ? .user : level == "domain" ? .domain : .phrase
    let sense = Sense(english: row[1], notes: row[2], origin: row.origin, source: source, rank: rank)
    var reading = Reading(lemma: tokens[range].map(\.lower).joined(separator: " "), tag: .noun, given: sense)
    let count = Float(range.count)
    reading.cost = -0.9 * (count - 1) - (source == .user ? 6 * count : source == .domain ? 0.4 : 0.3)
    switch pos {
    case "noun":
      guard fit.isSubset(of: .plural) else { return nil }
      let head =
        readings[range.lowerBound].first { $0.tag == .noun } ?? readings[range.upperBound - 1].first { $0.tag == .noun }
      reading.features.gender = head?.features.gender ?? .any
      let isPlural = fit.contains(.plural) || head?.features.number == .plural
      let isOpen = head == nil || head?.features.number == .any
      reading.features.number = isPlural || sense.has("pl") ? .plural : isOpen ? .any : .singular
      if isPlural, !fit.contains(.plural) { reading.given?.notes.append("pl") }
    case "name":
      guard fit.isEmpty, tokens[range].contains(where: \.isCapitalized) else { return nil }
      guard tokens[range.lowerBound].isCapitalized || range.count > 1 else { return nil }
      reading.tag = .name
      if !ItalianAnalyzer.startsSentence(tokens, range.lowerBound) { reading.cost -= 1.4 }
      if range.count == 1, ItalianAnalyzer.startsSentence(tokens, range.lowerBound),
        readings[range.lowerBound].contains(where: { $0.tag != .name })
      {
        reading.cost += 1.2
      }
    case "adj":
      guard fit.isSubset(of: .plural) else { return nil }
      reading.tag = .adjective
    case "adv":
      guard fit.isEmpty else { return nil }
      reading.tag = .adverb
      if nounGoesOn(range) { reading.cost += 2 }
    case "prep":
      guard fit.isSubset(of: .articulated) else { return nil }
      reading.tag = fit.contains(.articulated) ? .articulated : .preposition
      if let article { reading.features = article.features }
    case "conj":
      guard fit.isEmpty else { return nil }
      reading.tag = .subordinator
    case "verb":
      guard fit.isSubset(of: .conjugated), let verb else { return nil }
      reading.tag = verb.tag
      reading.features = verb.features
      reading.auxiliary = verb.auxiliary
      reading.lemma = verb.lemma
      reading.cost += verb.cost
      if range.count == 1 { reading.cost -= 0.2 }
    case "det":
      guard fit.isEmpty else { return nil }
      reading.tag = .quantifier
    case "pron":
      guard fit.isEmpty else { return nil }
      reading.tag = .pronoun
      reading.features.person = 3
    case "num":
      guard fit.isEmpty else { return nil }
      reading.tag = .number
    case "interj", "clause":
      guard fit.isEmpty else { return nil }
      reading.tag = pos == "clause" ? .adverb : .interjection
    default: return nil
    }
    return reading
  }
}
