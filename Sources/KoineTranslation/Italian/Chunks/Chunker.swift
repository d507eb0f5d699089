/// Finds the chunks of a tagged sentence from left to right.
struct Chunker {
  let units: [Unit]
  let lexicon: BilingualLexicon
  let rules: RuleBook

  /// The chunks; together they cover every unit.
  func chunks() -> [Chunk] {
    var chunks: [Chunk] = []
    var index = 0
    while index < units.count {
      let chunk = chunk(at: index, after: chunks.last)
      chunks.append(chunk)
      index = max(chunk.units.upperBound, index + 1)
    }
    return chunks
  }

  private func chunk(at index: Int, after last: Chunk?) -> Chunk {
    let unit = units[index]
    switch unit.tag {
    case .preposition where approximation(at: index) != nil:
      if let phrase = nounPhrase(at: index, determiner: nil) { return .noun(phrase) }
      return .word(index)
    case .preposition, .articulated:
      if unit.lemma == "di", unit.tag == .articulated, isPartitive(index, after: last),
        var phrase = nounPhrase(at: index + 1, determiner: index)
      {
        phrase.units = index..<phrase.units.upperBound
        phrase.isPartitive = true
        return .noun(phrase)
      }
      if var group = verbGroup(at: index + 1), group.kind != .finite {
        group.units = index..<group.units.upperBound
        group.preposition = index
        return .verb(group)
      }
      if let phrase = nounPhrase(at: index + 1, determiner: unit.tag == .articulated ? index : nil) {
        return .prepositional(preposition: index, phrase)
      }
      return .word(index)
    case .negation, .clitic, .verb, .infinitive, .gerund:
      if let group = verbGroup(at: index) { return .verb(group) }
      return .word(index)
    case .participle, .adjective:
      if unit.tag == .adjective, let phrase = nounPhrase(at: index, determiner: nil), phrase.head > index,
        units[phrase.head].tag == .noun || units[phrase.head].tag == .name
      {
        return .noun(phrase)
      }
      let list = modifiers(at: index)
      return list.isEmpty ? .word(index) : .modifiers(list)
    case .adverb where approximation(at: index) != nil, .quantifier where approximation(at: index) != nil:
      if let phrase = nounPhrase(at: index, determiner: nil) { return .noun(phrase) }
      return .word(index)
    case .adverb:
      if isDegree(index), let modifier = modifier(at: index), modifier.head > index {
        return .modifiers(modifiers(at: index))
      }
      return .word(index)
    case .article, .indefinite, .demonstrative, .quantifier, .possessive, .noun, .name, .number, .pronoun:
      if let phrase = nounPhrase(at: index, determiner: nil) { return .noun(phrase) }
      // `il più grande`, `i meno noti`: an article before a superlative without a noun.
      return .word(index)
    default: return .word(index)
    }
  }

  /// Whether `di` with an article starts a phrase of its own, as after a verb: *produce dei chip*.
  private func isPartitive(_ index: Int, after last: Chunk?) -> Bool {
    guard units[index].features.number == .plural else { return false }
    switch last {
    case .verb(let group): return rules.frame(units[group.main], lexicon).value("di") == nil && !group.isPassive
    case .none: return true
    case .word(let word):
      return [.punctuation, .coordinator, .subordinator].contains(units[word].tag) && index < 2
    default: return false
    }
  }

  // MARK: noun phrases

  func nounPhrase(at start: Int, determiner given: Int?) -> NounPhrase? {
    var index = start
    func tag(_ at: Int) -> Tag? { at < units.count ? units[at].tag : nil }
    guard index < units.count else { return nil }
    var phrase = NounPhrase(units: start..<start, determiner: given, head: -1)
    if given == nil, tag(index) == .pronoun, units[index].lemma != "tutti" || tag(index + 1)?.isDeterminer != true {
      phrase.head = index
      phrase.units = index..<(index + 1)
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
  private func approximation(at start: Int) -> Int? {
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

  private func appositionFits(_ head: Int, _ index: Int) -> Bool {
    if units[index].tag == .name {
      let noun = units[head]
      return !rules.has("time-noun", noun.lemma) && !noun.has("value")
        && (noun.features.number != .plural || lexicon.nouns(noun.lemma).first?.has("human") ?? false)
    }
    return rules.has("numbered", units[head].lemma) || !units[index].text.contains { !$0.isNumber }
  }

  /// A phrase whose noun is left out: *i giovani*, *il primo*, *questi*, *600*.
  private func headless(_ phrase: NounPhrase, _ end: Int, _ start: Int) -> NounPhrase? {
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

  private func leadsToNoun(_ index: Int) -> Bool {
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

  /// Takes in adjectives and participles behind the noun; returns where they end.
  private func addModifiers(to phrase: inout NounPhrase, at start: Int) -> Int {
    var index = start
    let head = units[phrase.head]
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
        belongs(modifier, to: head, isLinked: link != nil)
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

  private func belongs(_ modifier: Modifier, to head: Unit, isLinked: Bool) -> Bool {
    let unit = units[modifier.head]
    let end = modifier.units.upperBound
    if head.tag == .name, unit.tag == .participle { return false }
    let next = end < units.count ? units[end] : nil
    if let next, next.tag == .preposition || next.tag == .articulated {
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
      if modifier.degree == .more, next.lemma == "di", !isLinked { return false }
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

  private func attachComplement(to phrase: inout NounPhrase) {
    let index = phrase.units.upperBound
    guard index < units.count, units[index].lemma == "di",
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
      units[modifier.head].features.agrees(with: head.features), belongs(modifier, to: head, isLinked: false)
    {
      phrase.after.append(modifier)
      end = modifier.units.upperBound
    }
    phrase.units = phrase.units.lowerBound..<end
  }

  private func isBareNoun(_ phrase: NounPhrase) -> Bool {
    phrase.determiner == nil && phrase.possessive == nil && phrase.numbers.isEmpty && units[phrase.head].tag == .noun
      && phrase.before.isEmpty && phrase.after.isEmpty && phrase.complement.isEmpty && phrase.appositions.isEmpty
  }

  // MARK: modifiers

  func isDegree(_ index: Int) -> Bool {
    units[index].tag == .adverb && rules.has("degree", units[index].lemma)
      || units[index].tag == .quantifier && ["più", "meno"].contains(units[index].lemma)
  }

  func modifier(at start: Int) -> Modifier? {
    var index = start
    var adverbs: [Int] = []
    var degree = Modifier.Degree.plain
    while index < units.count, units[index].tag == .adverb || isDegree(index) {
      if units[index].lemma == "più" || units[index].lemma == "meno" {
        degree = units[index].lemma == "più" ? .more : .less
      } else if isDegree(index) || units[index].lower.hasSuffix("mente") {
        adverbs.append(index)
      } else {
        return nil
      }
      index += 1
      if adverbs.count > 2 { return nil }
    }
    guard index < units.count, units[index].tag == .adjective || units[index].tag == .participle else { return nil }
    return Modifier(units: start..<(index + 1), adverbs: adverbs, degree: degree, head: index)
  }

  /// Adjectives and participles in a row, tied by commas and coordinators.
  func modifiers(at start: Int) -> [Modifier] {
    guard var current = modifier(at: start) else { return [] }
    var list = [current]
    while true {
      var at = current.units.upperBound
      var link: Int?
      if at < units.count, units[at].tag == .coordinator {
        link = at
        at += 1
      }
      guard at < units.count, var next = modifier(at: at), link != nil || units[next.head].tag == .adjective,
        !(link != nil && leadsToNoun(next.units.upperBound))
      else { return list }
      next.link = link
      list.append(next)
      current = next
    }
  }
}
