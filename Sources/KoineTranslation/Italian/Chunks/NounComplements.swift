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
    if isMaterial(index), units[phrase.head].tag == .noun, let inner = nounPhrase(at: index + 1, determiner: nil),
      isBareNoun(inner)
    {
      phrase.complement = [inner]
      phrase.complementPreposition = index
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

  /// Whether `in` names what something is made of: *wafer in silicio*.
  func isMaterial(_ index: Int) -> Bool {
    index + 1 < units.count && units[index].lemma == "in" && units[index].tag == .preposition
      && units[index + 1].tag == .noun && rules.has("material", units[index + 1].lemma)
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
