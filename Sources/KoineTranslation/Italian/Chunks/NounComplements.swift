extension Chunker {
  /// Takes in adjectives and participles behind the noun; returns where they end.
  func addModifiers(to phrase: inout NounPhrase, at start: Int) -> Int {
    var index = start
    let head = units[phrase.head]
    if head.tag == .name { return index }
    if index < units.count, units[index].tag == .possessive, units[index].lemma != "loro" || phrase.possessive == nil {
      phrase.possessive = phrase.possessive ?? index
      index += 1
    }
    while index < units.count {
      var at = index
      var link: Int?
      if !phrase.after.isEmpty, units[at].tag == .coordinator || units[at].isMark(",") {
        link = at
        at += 1
      }
      guard at < units.count, var modifier = modifier(at: at),
        units[modifier.head].features.agrees(with: head.features),
        belongs(modifier, to: head, isLinked: link != nil, isDefinite: isDefinite(phrase))
      else { break }
      if modifier.degree == .more,
        phrase.determiner.map({ units[$0].tag == .article || units[$0].tag == .articulated }) ?? false
      {
        modifier.degree = .most
      }
      modifier.link = link
      phrase.after.append(modifier)
      index = modifier.units.upperBound
    }
    return index
  }

  func isDefinite(_ phrase: NounPhrase) -> Bool {
    phrase.determiner.map { units[$0].tag == .article || units[$0].tag == .articulated } ?? false
  }

  func belongs(_ modifier: Modifier, to head: Unit, isLinked: Bool, isDefinite: Bool) -> Bool {
    let unit = units[modifier.head]
    let end = modifier.units.upperBound
    if head.tag == .name, unit.tag == .participle { return false }
    let next = end < units.count ? units[end] : nil
    // A fixed phrase or a preposition of place is no complement of the adjective: *avanzati a supporto di*.
    let mayComplete = next.map { $0.reading.given == nil && !rules.has("loose-preposition", $0.lemma) } ?? false
    if let next, mayComplete, next.tag == .preposition || next.tag == .articulated {
      let frame = rules.frame(unit, lexicon)
      if unit.tag == .participle, next.lemma != "di" || frame.value("di") != nil { return false }
      if unit.tag == .adjective {
        if frame.value(next.lemma) != nil || frame.has("after") { return false }
        if unit.reading.given == nil, ["a", "da", "per"].contains(next.lemma),
          lexicon.verbs(unit.lemma).isEmpty == false
        {
          return false
        }
      }
      let isSuperlative = isDefinite && modifier.degree == .more
      if modifier.degree == .more, next.lemma == "di", !isLinked, !isSuperlative { return false }
    }
    if let next, unit.tag == .participle,
      [.adverb, .noun, .article, .indefinite, .infinitive, .subordinator, .gerund, .number, .name].contains(next.tag)
    {
      return false
    }
    if isLinked, unit.tag == .participle { return false }
    if isLinked, let next, next.tag == .noun { return false }
    return true
  }

  func attachComplement(to phrase: inout NounPhrase) {
    let index = phrase.units.upperBound
    if let inner = attributivePart(at: index, of: phrase) {
      phrase.complement = [inner]
      phrase.complementPreposition = inner.units.lowerBound == index ? nil : index
      phrase.units = phrase.units.lowerBound..<inner.units.upperBound
      return
    }
    guard index < units.count, units[index].lemma == "di", !measuresChange(index, before: phrase),
      units[index].tag == .preposition || units[index].tag == .articulated, units[index].reading.given == nil,
      index + 1 < units.count, units[index + 1].tag != .infinitive, units[index + 1].tag != .relative
    else { return }
    let isBare = units[index].tag == .preposition
    guard let inner = nounPhrase(at: index + 1, determiner: isBare ? nil : index) else { return }
    phrase.complement = [inner]
    phrase.complementPreposition = index
    var end = inner.units.upperBound
    if isBare, isBareNoun(inner), end + 1 < units.count, units[end].tag == .coordinator, units[end + 1].tag == .noun,
      let second = nounPhrase(at: end + 1, determiner: nil), isBareNoun(second)
    {
      phrase.complement.append(second)
      end = second.units.upperBound
    }
    // An adjective behind the complement may belong to the head: *un centro di prova dedicato*.
    let head = units[phrase.head]
    while end < units.count, let modifier = modifier(at: end), modifier.degree == .plain,
      units[modifier.head].features.agrees(with: head.features),
      belongs(modifier, to: head, isLinked: false, isDefinite: false)
    {
      phrase.after.append(modifier)
      end = modifier.units.upperBound
    }
    phrase.units = phrase.units.lowerBound..<end
  }

  /// What English puts before its noun without a preposition: a material (*wafer in silicio*), what drives a thing (*forno a gas*),
  /// a measure (*chip a 5 nanometri*), or a noun that stands behind another by itself (*centro ricerche*).
  func attributivePart(at index: Int, of phrase: NounPhrase) -> NounPhrase? {
    guard index < units.count, units[phrase.head].tag == .noun,
      units[phrase.head].reading.given == nil || units[phrase.head].reading.given?.source != .lock
    else { return nil }
    if phrase.head == index - 1, units[index].tag == .noun, units[index].isSpaced,
      rules.has("attributive", units[index].lower)
    {
      return NounPhrase(units: index..<(index + 1), head: index)
    }
    guard index + 1 < units.count else { return nil }
    let next = units[index + 1]
    if units[index].tag == .articulated, units[index].lemma == "a", next.tag == .noun, phrase.head == index - 1,
      rules.has("material", next.lemma), next.lemma.contains(" di ")
    {
      // *moduli al carburo di silicio*
      return NounPhrase(units: (index + 1)..<(index + 2), head: index + 1)
    }
    guard units[index].tag == .preposition else { return nil }
    switch units[index].lemma {
    case "in":
      guard next.tag == .noun, rules.has("material", next.lemma) else { return nil }
    case "a":
      if next.tag == .noun, rules.has("powered", next.lemma) { break }
      guard phrase.head == index - 1, !measuresTarget(before: phrase),
        let inner = nounPhrase(at: index + 1, determiner: nil),
        isCounted(inner), inner.units.upperBound == units.count || units[inner.units.upperBound].lemma != "da"
      else { return nil }
      return inner
    default: return nil
    }
    return NounPhrase(units: (index + 1)..<(index + 2), head: index + 1)
  }

  /// Whether a phrase is a number with a unit and nothing else.
  private func isCounted(_ phrase: NounPhrase) -> Bool {
    let head = units[phrase.head]
    guard phrase.determiner == nil, phrase.before.isEmpty, phrase.after.isEmpty, phrase.complement.isEmpty,
      phrase.approximation == nil, phrase.appositions.isEmpty
    else { return false }
    if head.has("quantity") { return phrase.numbers.isEmpty && head.lemma.contains(" ") && !isDistance(head.lemma) }
    return phrase.numbers.count == 1 && (rules.has("time-noun", head.lemma) || rules.has("measure", head.lemma))
      && !isDistance(head.lemma)
  }

  private func isDistance(_ unit: String) -> Bool {
    ["chilometro", "metro", "miglio"].contains(unit)
      || unit.hasSuffix("meters") && !unit.hasSuffix("nanometers")
        && !unit.hasSuffix("millimeters")
      || unit.hasSuffix("miles")
  }

  /// Whether the verb before a phrase says what its measure comes to: *ridurre l'orario a 32 ore*.
  private func measuresTarget(before phrase: NounPhrase) -> Bool {
    let at = phrase.units.lowerBound - 1
    guard at >= 0, [.verb, .infinitive, .participle, .gerund].contains(units[at].tag) else { return false }
    return rules.has("change-verb", units[at].lemma) || rules.has("motion", units[at].lemma)
      || ["prolungare", "estendere", "fissare", "limitare", "rinviare", "condannare"].contains(units[at].lemma)
  }

  /// Whether `di` at `index` says by how much something changes: *aumentare la capacità del 30%*.
  func measuresChange(_ index: Int, before phrase: NounPhrase) -> Bool {
    guard index + 1 < units.count, units[index + 1].tag == .number || units[index + 1].has("value") else {
      return false
    }
    let head = units[phrase.head]
    if rules.has("change-noun", head.lemma) { return false }
    var at = phrase.units.lowerBound - 1
    while at >= 0, units[at].tag == .adverb || units[at].tag == .preposition { at -= 1 }
    guard at >= 0, [.verb, .infinitive, .participle, .gerund].contains(units[at].tag) else { return false }
    return rules.has("change-verb", units[at].lemma)
  }

  func isBareNoun(_ phrase: NounPhrase) -> Bool {
    phrase.determiner == nil && phrase.possessive == nil && phrase.numbers.isEmpty && units[phrase.head].tag == .noun
      && phrase.before.isEmpty && phrase.after.isEmpty && phrase.complement.isEmpty && phrase.appositions.isEmpty
  }
}
