extension Chunker {
  private static let modals: Set<String> = ["potere", "dovere", "volere", "sapere"]

  /// The verb group that starts at `start` with a negation, clitics or a verb.
  func verbGroup(at start: Int) -> VerbGroup? {
    var index = start
    var negation: Int?
    var clitics: [Int] = []
    if index < units.count, units[index].tag == .negation {
      negation = index
      index += 1
    }
    while index < units.count, units[index].tag == .clitic {
      clitics.append(index)
      index += 1
    }
    guard index < units.count else { return nil }
    let kind: VerbGroup.Kind
    switch units[index].tag {
    case .verb: kind = .finite
    case .infinitive: kind = .infinitive
    case .gerund: kind = .gerund
    default: return nil
    }
    var group = VerbGroup(
      units: start..<(index + 1),
      kind: kind,
      negation: negation,
      clitics: clitics,
      first: index,
      main: index
    )
    extend(&group)
    takeInAdverbs(&group)
    return group
  }

  /// Adverbs between a verb and its object go before the English verb: *rafforzano ulteriormente la rete*.
  private func takeInAdverbs(_ group: inout VerbGroup) {
    guard units[group.main].lemma != "essere" else { return }
    let (next, adverbs) = skipAdverbs(from: group.main + 1)
    guard !adverbs.isEmpty, adverbs.count < 3, next < units.count else { return }
    let startsObject: Bool =
      switch units[next].tag {
      case .article, .indefinite, .demonstrative, .possessive, .noun, .name, .number: true
      case .quantifier: !["più", "meno"].contains(units[next].lemma)
      default: false
      }
    let areLight = adverbs.allSatisfy { adverb in
      if let given = units[adverb].reading.given { return given.english.hasSuffix("ly") }
      // *producono più auto* counts the cars; only *non … più* belongs to the verb.
      if units[adverb].lemma == "più" { return group.negation != nil }
      return units[adverb].lower.hasSuffix("mente") || rules.has("light-adverb", units[adverb].lemma)
    }
    guard startsObject, areLight else { return }
    group.adverbs += adverbs
    group.units = group.units.lowerBound..<next
  }

  /// Follows auxiliaries and modals to the verb that carries the meaning.
  private func extend(_ group: inout VerbGroup) {
    for _ in 0..<4 {
      let current = units[group.main]
      guard current.reading.given == nil || current.reading.given?.source == .lexicon else { return }
      let (next, adverbs) = skipAdverbs(from: group.main + 1)
      guard next < units.count else { return }
      let unit = units[next]
      switch (current.lemma, unit.tag) {
      case ("avere", .participle):
        group.isPerfect = true
      case ("essere", .participle):
        if group.isPerfect, current.tag == .participle {
          group.isPassive = true
        } else if unit.lemma == "essere" {
          group.isPerfect = true
        } else if isPerfectWithBe(unit, group) {
          group.isPerfect = true
        } else {
          group.isPassive = true
        }
      case ("venire", .participle):
        guard unit.reading.auxiliary != "e" else { return }
        group.isPassive = true
      case ("rimanere", .participle), ("restare", .participle):
        // *è rimasto ferito* → *was injured*
        guard unit.reading.auxiliary == "a", rules.has("harm", unit.lemma) else { return }
        group.isPassive = true
      case ("stare", .gerund):
        group.isProgressive = true
      case (let lemma, .infinitive) where Self.modals.contains(lemma) && group.modal == nil:
        group.modal = group.main
      default: return
      }
      group.adverbs += adverbs
      group.main = next
      group.units = group.units.lowerBound..<(next + 1)
    }
  }

  /// Whether `essere` with this participle is the perfect of an active verb and not a passive.
  private func isPerfectWithBe(_ participle: Unit, _ group: VerbGroup) -> Bool {
    if group.clitics.contains(where: { ["si", "mi", "ti", "ci", "vi"].contains(units[$0].lemma) }) { return true }
    switch participle.reading.auxiliary {
    case "e": return true
    case "ae":
      if rules.has("change-verb", participle.lemma) { return true }
      let after = participle.tokens.upperBound
      return !units.contains { unit in
        unit.tokens.lowerBound == after && unit.lemma == "da"
          && (unit.tag == .preposition || unit.tag == .articulated)
      }
    default: return false
    }
  }

  private func skipAdverbs(from start: Int) -> (Int, [Int]) {
    var index = start
    var adverbs: [Int] = []
    while index < units.count, units[index].tag == .adverb, adverbs.count < 3 {
      adverbs.append(index)
      index += 1
    }
    return (index, adverbs)
  }
}
