/// How badly two neighbouring readings go together, by hand-set weights; lower is better.
struct TagWeights: Sendable {
  private let table: [Float]

  init() {
    var table = [Float](repeating: 3, count: Tag.allCases.count * Tag.allCases.count)
    for (first, costs) in Self.rows {
      for (second, cost) in costs { table[Int(first.rawValue) * Tag.allCases.count + Int(second.rawValue)] = cost }
    }
    self.table = table
  }

  private static let determined: [(Tag, Float)] = [
    (.noun, 0), (.adjective, 0.7), (.number, 0.9), (.possessive, 0.2), (.participle, 1.7), (.name, 0.7), (.adverb, 2.8),
    (.infinitive, 3.5), (.verb, 7), (.clitic, 8), (.preposition, 6), (.articulated, 8), (.quantifier, 0.8),
    (.relative, 1), (.article, 8), (.indefinite, 8), (.demonstrative, 6), (.pronoun, 2), (.coordinator, 7),
    (.subordinator, 7), (.gerund, 8), (.negation, 7), (.punctuation, 2.5), (.question, 5), (.interjection, 5),
  ]

  private static let rows: [(Tag, [(Tag, Float)])] = [
    (.article, determined), (.indefinite, determined),
    (
      .demonstrative,
      determined + [
        (.relative, 0.3),
        (.punctuation, 1.5), (.verb, 2.2), (.preposition, 1.4), (.articulated, 1.4), (.negation, 2.2), (.clitic, 2.5),
        (.adverb, 1.8), (.coordinator, 3),
      ]
    ),
    (.articulated, determined),
    (.possessive, determined + [(.punctuation, 1.5), (.article, 6), (.preposition, 3), (.verb, 4)]),
    (
      .quantifier,
      determined + [
        (.article, 0.3), (.demonstrative, 0.5), (.punctuation, 2), (.preposition, 1.6),
        (.articulated, 1.4), (.adjective, 0.4), (.verb, 3), (.possessive, 0.8),
      ]
    ),
    (
      .noun,
      [
        (.adjective, 0.4), (.preposition, 0.1), (.articulated, 0.1), (.punctuation, 0.1), (.verb, 0.9),
        (.coordinator, 0.4),
        (.relative, 0.3), (.participle, 0.6), (.noun, 2.6), (.adverb, 1.2), (.clitic, 1.2), (.negation, 0.9),
        (.article, 2.2), (.indefinite, 2.2), (.name, 0.9), (.subordinator, 1.1), (.number, 1.4), (.gerund, 1.6),
        (.infinitive, 3.4), (.possessive, 1.2), (.demonstrative, 2.4), (.quantifier, 2.2), (.pronoun, 2.4),
        (.question, 2.5), (.interjection, 4),
      ]
    ),
    (
      .name,
      [
        (.name, 0.2), (.verb, 0.6), (.punctuation, 0.1), (.preposition, 0.2), (.articulated, 0.2), (.coordinator, 0.3),
        (.negation, 0.7), (.clitic, 0.8), (.relative, 0.7), (.adjective, 1.8), (.participle, 1.4), (.noun, 2.4),
        (.adverb, 1.3), (.article, 2.2), (.indefinite, 2.2), (.number, 1), (.subordinator, 1.3), (.gerund, 2),
        (.pronoun, 2.5), (.possessive, 2.5), (.demonstrative, 2.5), (.quantifier, 2.5), (.infinitive, 4),
      ]
    ),
    (
      .adjective,
      [
        (.noun, 0.7), (.punctuation, 0.2), (.preposition, 0.4), (.articulated, 0.5), (.coordinator, 0.4),
        (.adjective, 1.3),
        (.verb, 1.4), (.relative, 0.7), (.adverb, 1.5), (.negation, 1.2), (.clitic, 1.6), (.participle, 1.6),
        (.article, 2), (.indefinite, 2), (.name, 1.3), (.subordinator, 1), (.number, 1.4), (.infinitive, 2.4),
        (.gerund, 2.2), (.possessive, 2), (.demonstrative, 2.6), (.quantifier, 2.4), (.pronoun, 2.6),
      ]
    ),
    (
      .verb,
      [
        (.article, 0.2), (.indefinite, 0.2), (.preposition, 0.3), (.articulated, 0.4), (.adverb, 0.4),
        (.adjective, 1.1),
        (.participle, 1.6), (.infinitive, 1.4), (.noun, 1.4), (.name, 1.2), (.punctuation, 0.4), (.subordinator, 0.4),
        (.clitic, 4.5), (.verb, 6), (.gerund, 1.5), (.number, 0.9), (.demonstrative, 0.5), (.quantifier, 0.5),
        (.possessive, 1.6), (.pronoun, 0.8), (.coordinator, 1), (.relative, 1.6), (.question, 1.2), (.negation, 2.5),
        (.interjection, 3),
      ]
    ),
    (
      .infinitive,
      [
        (.article, 0.1), (.indefinite, 0.1), (.preposition, 0.3), (.articulated, 0.4), (.adverb, 0.6), (.noun, 1),
        (.participle, 1.6), (.punctuation, 0.4), (.subordinator, 0.5), (.demonstrative, 0.4), (.quantifier, 0.4),
        (.number, 0.8), (.name, 1.1), (.adjective, 1.2), (.coordinator, 0.7), (.possessive, 1.3), (.pronoun, 1),
        (.infinitive, 2), (.verb, 2.6), (.gerund, 2), (.question, 1.2), (.relative, 2), (.negation, 2.5),
      ]
    ),
    (
      .participle,
      [
        (.preposition, 0.1), (.articulated, 0.1), (.article, 0.5), (.indefinite, 0.5), (.punctuation, 0.3),
        (.adverb, 0.7),
        (.subordinator, 0.7), (.coordinator, 0.5), (.noun, 1.5), (.adjective, 1.3), (.name, 1.2), (.number, 0.9),
        (.participle, 1.2), (.infinitive, 1.6), (.demonstrative, 0.8), (.quantifier, 0.8), (.possessive, 1.5),
        (.pronoun, 1.5), (.gerund, 1.6), (.verb, 2.2), (.relative, 1.6), (.negation, 2.2), (.clitic, 3),
      ]
    ),
    (
      .gerund,
      [
        (.article, 0.1), (.indefinite, 0.1), (.preposition, 0.2), (.articulated, 0.3), (.adverb, 0.5), (.noun, 1),
        (.punctuation, 0.5), (.subordinator, 0.4), (.demonstrative, 0.4), (.quantifier, 0.4), (.name, 1),
        (.number, 0.8),
        (.adjective, 1.2), (.participle, 1.5), (.infinitive, 1.5), (.possessive, 1.3), (.pronoun, 1.2),
        (.coordinator, 1),
      ]
    ),
    (
      .adverb,
      [
        (.verb, 0.8), (.adjective, 0.6), (.adverb, 0.9), (.preposition, 0.6), (.articulated, 0.8), (.punctuation, 0.4),
        (.article, 1), (.indefinite, 1), (.participle, 0.7), (.infinitive, 1.2), (.noun, 1.9), (.number, 0.6),
        (.negation, 1), (.clitic, 1), (.name, 1.5), (.subordinator, 0.8), (.coordinator, 0.9), (.gerund, 1.2),
        (.demonstrative, 1.5), (.quantifier, 1.4), (.pronoun, 1.6), (.possessive, 2.2), (.relative, 2), (.question, 2),
      ]
    ),
    (
      .preposition,
      [
        (.noun, 0.4), (.article, 1.2), (.indefinite, 0.1), (.name, 0.3), (.infinitive, 0.6), (.number, 0.4),
        (.adjective, 1.1), (.pronoun, 0.6), (.demonstrative, 0.1), (.quantifier, 0.3), (.possessive, 1.8), (.verb, 9),
        (.clitic, 8), (.participle, 3.4), (.adverb, 1.8), (.relative, 0.3), (.question, 0.9), (.punctuation, 2.2),
        (.preposition, 3.5), (.articulated, 4), (.coordinator, 5), (.subordinator, 4), (.gerund, 6), (.negation, 3),
      ]
    ),
    (
      .clitic,
      [
        (.verb, 0), (.clitic, 0.6), (.noun, 8), (.adjective, 8), (.infinitive, 4), (.participle, 5), (.adverb, 5),
        (.article, 8), (.indefinite, 6), (.preposition, 6), (.articulated, 8), (.negation, 7), (.punctuation, 5),
        (.gerund, 6), (.name, 6), (.number, 6), (.pronoun, 6), (.coordinator, 6), (.subordinator, 6), (.relative, 6),
      ]
    ),
    (
      .negation,
      [
        (.verb, 0.1), (.clitic, 0.2), (.adverb, 1.4), (.adjective, 1.8), (.infinitive, 1), (.gerund, 1), (.noun, 3.6),
        (.preposition, 2.4), (.article, 3), (.participle, 2.2), (.number, 2.4), (.quantifier, 1.8), (.indefinite, 3),
        (.articulated, 3), (.punctuation, 3), (.subordinator, 3), (.pronoun, 3),
      ]
    ),
    (
      .coordinator,
      [
        (.noun, 0.8), (.adjective, 0.9), (.verb, 0.9), (.article, 0.4), (.indefinite, 0.6), (.preposition, 0.7),
        (.articulated, 0.6), (.name, 0.5), (.infinitive, 1), (.participle, 1.1), (.adverb, 0.8), (.clitic, 0.9),
        (.negation, 0.8), (.number, 0.9), (.pronoun, 0.9), (.demonstrative, 0.8), (.quantifier, 0.8),
        (.possessive, 1.2),
        (.subordinator, 1), (.relative, 1.2), (.gerund, 1.1), (.question, 1.4), (.punctuation, 1.2),
        (.coordinator, 2.5),
      ]
    ),
    (
      .subordinator,
      [
        (.article, 0.4), (.indefinite, 0.6), (.verb, 0.7), (.clitic, 0.6), (.negation, 0.5), (.name, 0.6), (.noun, 1.4),
        (.pronoun, 0.6), (.adverb, 0.8), (.demonstrative, 0.6), (.quantifier, 0.7), (.preposition, 1),
        (.articulated, 1),
        (.number, 1.2), (.adjective, 1.6), (.infinitive, 1.4), (.punctuation, 1), (.possessive, 1.6), (.participle, 2),
        (.gerund, 2.4), (.subordinator, 2), (.coordinator, 2.4), (.relative, 2.6),
      ]
    ),
    (
      .relative,
      [
        (.verb, 0.1), (.clitic, 0.2), (.negation, 0.3), (.article, 0.8), (.adverb, 0.7), (.name, 1), (.noun, 1.9),
        (.indefinite, 1.4), (.pronoun, 0.8), (.punctuation, 1.4), (.preposition, 1.3), (.articulated, 1.3),
        (.quantifier, 1.2), (.demonstrative, 1.2), (.infinitive, 2.5), (.number, 1.8), (.possessive, 1.6),
        (.coordinator, 2), (.adjective, 2.2), (.subordinator, 2),
      ]
    ),
    (
      .pronoun,
      [
        (.verb, 0.3), (.clitic, 0.5), (.negation, 0.4), (.punctuation, 0.4), (.preposition, 0.6), (.articulated, 0.6),
        (.relative, 0.3), (.adverb, 0.7), (.coordinator, 0.7), (.participle, 1.2), (.article, 1.4), (.indefinite, 1.6),
        (.adjective, 1.4), (.infinitive, 1.6), (.noun, 2.6), (.number, 1.6), (.subordinator, 1.2), (.name, 1.8),
        (.pronoun, 1.8), (.gerund, 1.6), (.quantifier, 2), (.demonstrative, 2),
      ]
    ),
    (
      .number,
      [
        (.noun, 0), (.punctuation, 0.2), (.preposition, 0.4), (.articulated, 0.6), (.name, 0.8), (.adjective, 0.8),
        (.coordinator, 0.5), (.number, 0.8), (.verb, 1.2), (.participle, 1.2), (.adverb, 1.2), (.relative, 1),
        (.article, 1.8), (.clitic, 1.6), (.negation, 1.4), (.subordinator, 1.6),
      ]
    ),
    (
      .question,
      [
        (.verb, 0.2), (.noun, 0.6), (.clitic, 0.4), (.article, 0.7), (.negation, 0.6), (.adjective, 0.9),
        (.punctuation, 0.6),
        (.infinitive, 0.7), (.adverb, 1.2), (.name, 1), (.preposition, 1.2), (.articulated, 1.2), (.indefinite, 1.2),
      ]
    ),
    (
      .punctuation,
      [
        (.article, 0.3), (.indefinite, 0.5), (.noun, 0.8), (.name, 0.4), (.verb, 1.2), (.adverb, 0.5),
        (.preposition, 0.4),
        (.articulated, 0.4), (.coordinator, 0.3), (.subordinator, 0.3), (.relative, 0.3), (.punctuation, 0.3),
        (.clitic, 0.9), (.negation, 0.7), (.number, 0.5), (.adjective, 1), (.participle, 1.1), (.gerund, 0.7),
        (.infinitive, 1.2), (.pronoun, 0.5), (.demonstrative, 0.4), (.quantifier, 0.5), (.possessive, 1.2),
        (.question, 0.5), (.interjection, 0.4),
      ]
    ),
    (.interjection, [(.punctuation, 0), (.article, 1), (.verb, 1.5), (.noun, 1.5), (.name, 1), (.adverb, 1)]),
  ]

  /// The cost of `second` right after `first`.
  func cost(_ first: Reading, _ second: Reading) -> Float {
    var cost = table[Int(first.tag.rawValue) * Tag.allCases.count + Int(second.tag.rawValue)]
    switch (first.tag, second.tag) {
    case (.article, _), (.indefinite, _), (.demonstrative, _), (.articulated, _), (.possessive, _), (.quantifier, _):
      let isNominal = [.noun, .adjective, .participle, .possessive, .quantifier, .number].contains(second.tag)
      if isNominal, !first.features.agrees(with: second.features) { cost += second.tag == .number ? 1.5 : 4 }
    case (.noun, .adjective), (.noun, .participle), (.noun, .possessive), (.adjective, .noun), (.adjective, .adjective),
      (.participle, .noun), (.number, .noun):
      if !first.features.agrees(with: second.features) { cost += first.tag == .number ? 1.5 : 2.6 }
    case (.noun, .verb), (.name, .verb), (.adjective, .verb):
      if !first.features.agreesInNumber(second.features) { cost += 0.5 }
      if second.features.person != 3 { cost += 1 }
    case (.pronoun, .verb):
      if first.features.person > 0, first.features.person != second.features.person { cost += 1.5 }
      if !first.features.agreesInNumber(second.features) { cost += 1 }
    case (.verb, .participle), (.infinitive, .participle), (.gerund, .participle):
      if Self.auxiliaries.contains(first.lemma) { cost = first.lemma == "venire" ? 0.1 : -0.7 }
    case (.participle, .participle):
      if first.lemma == "essere" { cost = 0 }
    case (.participle, .article), (.participle, .indefinite):
      if first.lemma == "essere" { cost = min(cost, 0.4) }
    case (.verb, .adjective):
      if Self.copulas.contains(first.lemma) { cost = 0.3 }
    case (.verb, .infinitive):
      if Self.modals.contains(first.lemma) { cost = 0 }
    case (.verb, .gerund):
      if first.lemma == "stare" { cost = 0 }
    case (.subordinator, .clitic):
      if first.lemma == "se", second.lemma == "ne" { cost += 2 }
    case (.subordinator, .verb):
      if second.features.tense == .subjunctive || second.features.tense == .pastSubjunctive { cost -= 0.8 }
    case (.clitic, .verb):
      if second.features.tense == .imperative { cost += 2 }
    default: break
    }
    return cost
  }

  /// What is added when the adverb between an auxiliary and its participle is skipped.
  static let auxiliaries: Set<String> = ["avere", "essere", "venire"]
  static let copulas: Set<String> = ["essere", "diventare", "sembrare", "restare", "rimanere", "risultare", "apparire"]
  static let modals: Set<String> = [
    "potere", "dovere", "volere", "sapere", "fare", "lasciare", "bisognare", "occorrere",
  ]
}
