extension Chunker {
  func nounPhrase(at start: Int, determiner given: Int?) -> NounPhrase? {
    var index = start
    func tag(_ at: Int) -> Tag? { at < units.count ? units[at].tag : nil }
    guard index < units.count else { return nil }
    var phrase = NounPhrase(units: start..<start, determiner: given, head: -1)
    if given == nil, tag(index) == .pronoun, units[index].lemma != "tutti" || tag(index + 1)?.isDeterminer != true {
      phrase.head = index
      phrase.units = index..<(index + 1)
      if units[index].features.person == 3, !["lui", "lei", "loro", "esso", "sé"].contains(units[index].lemma) {
        attachComplement(to: &phrase)
      }
      return phrase
    }
    if given == nil, units[index].tag == .quantifier || units[index].tag == .pronoun,
      ["tutto", "tutti", "entrambi", "ambedue"].contains(units[index].lemma),
      tag(index + 1) == .article || tag(index + 1) == .demonstrative || tag(index + 1) == .number
    {
      phrase.all = index
      index += 1
      // `tutti e tre`
    }
    if let end = approximation(at: index) {
      phrase.approximation = index..<end
      index = end
    }
    if phrase.determiner == nil, phrase.approximation == nil, let next = tag(index),
      [.article, .indefinite, .demonstrative, .quantifier].contains(next)
    {
      phrase.determiner = index
      index += 1
    }
    scan: while let next = tag(index) {
      switch next {
      case .possessive:
        phrase.possessive = index
        index += 1
      case .number:
        // Two numbers in a row belong together only as *due milioni*.
        if let last = phrase.numbers.last, last == index - 1, !rules.has("scale", units[index].lemma) { break scan }
        phrase.numbers.append(index)
        index += 1
      case .quantifier where index > start || phrase.determiner != nil:
        phrase.before.append(Modifier(units: index..<(index + 1), head: index))
        index += 1
      case .adjective, .participle, .adverb:
        // Before the noun only where a noun follows, or where nothing better can be the head.
        guard let modifier = modifier(at: index), leadsToNoun(modifier.units.upperBound) else { break scan }
        var one = modifier
        // *la più grande azienda*: a comparative behind the definite article.
        if one.degree == .more, isDefinite(phrase) { one.degree = .most }
        if let link = phrase.before.last, link.units.upperBound < index { one.link = link.units.upperBound }
        phrase.before.append(one)
        index = one.units.upperBound
        if tag(index) == .coordinator || (index < units.count && units[index].isMark(",")),
          let second = self.modifier(at: index + 1), leadsToNoun(second.units.upperBound)
        {
          index += 1
        }
      default: break scan
      }
    }
    guard index < units.count else { return headless(phrase, index, start) }
    switch units[index].tag {
    case .noun:
      phrase.head = index
      index += 1
      while let next = tag(index), next == .name || (next == .number && !units[index].has("value")),
        units[index].isSpaced, appositionFits(phrase.head, index)
      {
        phrase.appositions.append(index)
        index += 1
      }
    case .name:
      phrase.head = index
      index += 1
      while tag(index) == .name, units[index].isSpaced, !units[index].has("lock") {
        phrase.appositions.append(index)
        index += 1
      }
    default:
      return headless(phrase, index, start)
    }
    index = addModifiers(to: &phrase, at: index)
    phrase.units = start..<index
    attachComplement(to: &phrase)
    return phrase
  }

  /// Words that make a number less than exact: *più di*, *oltre*, *circa*, *quasi*.
  func approximation(at start: Int) -> Int? {
    var index = start
    guard index < units.count, [.adverb, .quantifier, .preposition, .pronoun].contains(units[index].tag) else {
      return nil
    }
    switch units[index].lemma {
    case "più", "meno":
      index += 1
      guard index < units.count, units[index].lemma == "di" else { return nil }
      index += 1
    case "oltre", "circa", "quasi", "almeno", "appena", "ben": index += 1
    default: return nil
    }
    guard index < units.count, units[index].tag == .number || units[index].has("percent") || units[index].has("money")
    else {
      return nil
    }
    return index
  }

  func appositionFits(_ head: Int, _ index: Int) -> Bool {
    if units[index].tag == .name {
      let noun = units[head]
      return !rules.has("time-noun", noun.lemma) && !noun.has("value")
        && (noun.features.number != .plural || lexicon.nouns(noun.lemma).first?.has("human") ?? false)
    }
    if units[head].lemma == "ora" { return true }
    return rules.has("numbered", units[head].lemma) || !units[index].text.contains { !$0.isNumber }
  }

  /// A phrase whose noun is left out: *i giovani*, *il primo*, *questi*, *600*.
  func headless(_ phrase: NounPhrase, _ end: Int, _ start: Int) -> NounPhrase? {
    var phrase = phrase
    if let determiner = phrase.determiner,
      determiner < start || units[determiner].tag != .quantifier || units[determiner].lemma == "altro",
      end < units.count, [.adjective, .participle].contains(units[end].tag),
      let modifier = modifier(at: end)
    {
      phrase.head = modifier.head
      var index = modifier.units.upperBound
      if modifier.units.count > 1 {
        var superlative = modifier
        superlative.degree = modifier.degree == .more ? .most : modifier.degree
        phrase.before.append(superlative)
      }
      if index < units.count, units[index].tag == .name {
        phrase.appositions.append(index)
        index += 1
        while index < units.count, units[index].tag == .name {
          phrase.appositions.append(index)
          index += 1
        }
      }
      phrase.units = start..<index
      attachComplement(to: &phrase)
      return phrase
    }
    if let number = phrase.numbers.last {
      phrase.head = number
      phrase.numbers.removeLast()
      phrase.units = start..<end
      attachComplement(to: &phrase)
      return phrase
    }
    if let possessive = phrase.possessive, phrase.determiner != nil {
      phrase.head = possessive
      phrase.possessive = nil
      phrase.units = start..<end
      return phrase
    }
    let isDetermined = phrase.determiner.map { at in
      at < start || units[at].tag != .quantifier || units[at].features.number == .plural
    }
    if isDetermined ?? false, let last = phrase.before.popLast() {
      phrase.head = last.head
      phrase.units = start..<end
      attachComplement(to: &phrase)
      return phrase
    }
    guard let determiner = phrase.determiner, determiner >= start,
      units[determiner].tag == .demonstrative || units[determiner].tag == .quantifier
    else { return nil }
    phrase.head = determiner
    phrase.determiner = nil
    phrase.units = start..<end
    attachComplement(to: &phrase)
    return phrase
  }

  func leadsToNoun(_ index: Int) -> Bool {
    var at = index
    while at < units.count, at < index + 4 {
      switch units[at].tag {
      case .noun, .name: return true
      case .adjective, .participle, .possessive, .number: at += 1
      case .coordinator where at + 1 < units.count && units[at + 1].tag == .adjective: at += 1
      default: return false
      }
    }
    return false
  }
}
