import KoineText

/// Where the subject of a finite verb is.
enum Subject: Sendable {
  /// A noun phrase, relative pronoun or infinitive before the verb, or the subject of the verb before.
  case said
  /// Left out in Italian; English says a pronoun.
  case pronoun(String)
  /// The noun phrase of a chunk behind the verb, which English puts before it.
  case inverted(Int)
  /// The speaker behind a verb of saying, who stays there: *…, said Rossi*.
  case speaker
  /// *c'è*, *ci sono*.
  case existential
}

extension Composer {
  /// The subjects of all finite verbs by chunk, found from left to right.
  func subjects() -> [Int: (subject: Subject, agreement: SubjectAgreement)] {
    var found: [Int: (subject: Subject, agreement: SubjectAgreement)] = [:]
    var lastHuman: String?
    for (index, chunk) in chunks.enumerated() {
      if case .noun(let phrase) = chunk, let human = humanPronoun(phrase) { lastHuman = human }
      guard case .verb(let group) = chunk, group.kind == .finite else { continue }
      let subject = subject(of: index, group, found, lastHuman)
      var agreement = agreement(index, group, subject)
      if case .said = subject, let shared = sharedAgreement(index, group, found) { agreement = shared }
      found[index] = (subject, agreement)
    }
    return found
  }

  /// What the verb before a coordinator agrees with in English, when this verb goes on with the same subject.
  private func sharedAgreement(
    _ index: Int,
    _ group: VerbGroup,
    _ found: [Int: (subject: Subject, agreement: SubjectAgreement)]
  ) -> SubjectAgreement? {
    guard index > 1, case .word(let word) = chunks[index - 1], units[word].tag == .coordinator,
      let last = found.keys.max(), case .verb(let other) = chunks[last],
      units[other.first].features.number == units[group.first].features.number,
      units[other.first].features.person == units[group.first].features.person
    else { return nil }
    return found[last]?.agreement
  }

  func humanPronoun(_ phrase: NounPhrase) -> String? {
    let sense = nounSense(phrase.head)
    let features = units[phrase.head].features
    if sense.has("human"), features.number != .plural { return features.gender == .feminine ? "she" : "he" }
    if sense.has("person") { return "he" }
    if units[phrase.head].tag == .name, phrase.appositions.count <= 1, phrase.determiner == nil, !sense.has("lock"),
      sense.source == .guess,
      !units[phrase.head].text.unicodeScalars.allSatisfy({ $0.properties.isUppercase })
    {
      return "he"
    }
    return nil
  }

  private func agreement(_ index: Int, _ group: VerbGroup, _ subject: Subject) -> SubjectAgreement {
    let features = units[group.first].features
    var isPlural = features.number == .plural
    var person = features.person == 0 ? 3 : features.person
    switch subject {
    case .said, .speaker:
      // English may count the subject differently: *la polizia ha* → *the police have*.
      if let phrase = adjacentSubject(index), units[phrase.head].tag == .noun,
        phrase.units.upperBound == group.units.lowerBound
      {
        let sense = nounSense(phrase.head)
        let english = self.isPlural(phrase, sense)
        if english != (units[phrase.head].features.number == .plural), !isCoordinated(phrase) { isPlural = english }
      }
      if person != 3, case .said = subject, adjacentSubject(index) == nil { person = features.person }
    case .inverted(let chunk):
      if case .noun(let phrase) = chunks[chunk] {
        isPlural =
          self.isPlural(phrase, nounSense(phrase.head)) || isPlural && !inflector.isMass(nounSense(phrase.head).english)
      }
    case .pronoun, .existential: break
    }
    // *gli Stati Uniti hanno* → *the United States has*
    if isPlural, case .said = subject, let phrase = adjacentSubject(index), units[phrase.head].tag == .name,
      !isCoordinated(phrase), nounSense(phrase.head).has("country")
    {
      isPlural = false
    }
    if case .existential = subject {
      if let phrase = nextNoun(index)?.phrase { isPlural = self.isPlural(phrase, nounSense(phrase.head)) }
    }
    return SubjectAgreement(person: person, isPlural: isPlural)
  }

  private func isCoordinated(_ phrase: NounPhrase) -> Bool {
    let before = phrase.units.lowerBound - 1
    return before >= 0 && units[before].tag == .coordinator
  }

  private func adjacentSubject(_ index: Int) -> NounPhrase? {
    guard index > 0, case .noun(let phrase) = chunks[index - 1] else { return nil }
    return phrase
  }

  // MARK: search

  private func subject(
    of index: Int,
    _ group: VerbGroup,
    _ found: [Int: (subject: Subject, agreement: SubjectAgreement)],
    _ lastHuman: String?
  ) -> Subject {
    let features = units[group.first].features
    if isExistential(group) { return .existential }
    if hasSubject(before: index, group, found) { return .said }
    if features.tense == .imperative { return .said }
    if features.person == 1 || features.person == 2 {
      return .pronoun(features.person == 2 ? "you" : features.number == .plural ? "we" : "I")
    }
    if isSpeech(index, group) { return .speaker }
    if let target = inversionTarget(index, group) { return .inverted(target) }
    if features.number == .plural { return .pronoun("they") }
    let isHuman = rules.has("human-verb", units[group.main].lemma)
    if let lastHuman, !group.isPassive || lastHuman == "she", !rules.has("impersonal", units[group.main].lemma) {
      return .pronoun(lastHuman)
    }
    return .pronoun(isHuman && !group.isPassive ? "he" : "it")
  }

  private func isExistential(_ group: VerbGroup) -> Bool {
    units[group.main].lemma == "essere" && !group.isPassive
      && group.clitics.contains { units[$0].lemma == "ci" || units[$0].lemma == "vi" }
  }

  /// Whether a subject stands before the verb in its clause, or is carried over from the clause before.
  private func hasSubject(
    before index: Int,
    _ group: VerbGroup,
    _ found: [Int: (subject: Subject, agreement: SubjectAgreement)]
  ) -> Bool {
    let features = units[group.first].features
    var at = index - 1
    var crossedComma = false
    var isBracketed = false
    while at >= 0 {
      defer { at -= 1 }
      if isBracketed {
        if case .word(let word) = chunks[at], units[word].isMark("(", "[") { isBracketed = false }
        continue
      }
      switch chunks[at] {
      case .word(let word):
        let unit = units[word]
        switch unit.tag {
        case .relative: return features.person == 3 && relativeIsSubject(at, word, features)
        case .subordinator, .question: return unit.tag == .question && ["chi", "cosa", "che"].contains(unit.lemma)
        case .coordinator where tiesPhrases(at): break
        case .coordinator:
          return sharesSubject(at, features, found)
        case .punctuation:
          // What is quoted holds no subject for the verb that says who spoke.
          if unit.isMark("”", "»", "\"", "'"), rules.has("saying", units[group.main].lemma) { return false }
          if unit.isMark(")", "]") {
            isBracketed = true
          } else if unit.isMark(",") {
            crossedComma = true
          } else if !unit
            .isMark("-", "–", "—", "”", "»", "\"", "“", "«", "'")
          {
            return false
          }
        default: break
        }
      case .noun(let phrase):
        if isObject(at) { continue }
        if fits(phrase, features, at) { return true }
      case .verb(let other):
        switch other.kind {
        case .finite:
          // *…, ha detto, …*: a speaker's verb between commas is no clause of its own.
          if crossedComma, rules.has("saying", units[other.main].lemma) { continue }
          guard let relative = relativeBefore(at) else { return false }
          at = relative
        case .infinitive:
          if other.preposition == nil, !crossedComma, at == 0 || startsClause(at), features.number == .singular {
            return true
          }
        case .gerund: break
        }
      case .prepositional, .modifiers: break
      }
    }
    return false
  }

  /// Whether a coordinator ties two phrases with `di` or the same preposition: *di Trieste e di Ravenna*.
  private func tiesPhrases(_ at: Int) -> Bool {
    guard at > 0, at + 1 < chunks.count, case .prepositional(let second, _) = chunks[at + 1] else { return false }
    if case .prepositional(let first, _) = chunks[at - 1] { return units[first].lemma == units[second].lemma }
    if case .noun(let phrase) = chunks[at - 1] { return units[second].lemma == "di" && !phrase.complement.isEmpty }
    return false
  }

  private func startsClause(_ at: Int) -> Bool {
    guard at > 0, case .word(let word) = chunks[at - 1] else { return at == 0 }
    return [.punctuation, .subordinator, .coordinator].contains(units[word].tag)
  }

  /// A relative pronoun is the subject unless a preposition stands before it.
  private func relativeIsSubject(_ at: Int, _ word: Int, _ features: Features) -> Bool {
    let unit = units[word]
    if unit.lemma == "cui" || unit.lemma == "dove" { return false }
    guard at > 0 else { return true }
    switch chunks[at - 1] {
    case .word(let before): return units[before].tag != .preposition && units[before].tag != .articulated
    case .noun(let phrase), .prepositional(_, let phrase):
      // *le cose che ha detto*: the number tells that the pronoun is the object.
      guard phrase.complement.isEmpty, case .noun = chunks[at - 1], !isCoordinated(phrase) else { return true }
      return units[phrase.head].features.agreesInNumber(features)
    default: return true
    }
  }

  /// The chunk of the relative pronoun that governs the finite verb at `at`, if one does.
  private func relativeBefore(_ at: Int) -> Int? {
    var index = at - 1
    while index >= 0 {
      switch chunks[index] {
      case .word(let word):
        if units[word].tag == .relative { return index }
        if units[word].tag == .subordinator { return nil }
        if units[word].tag == .punctuation, !units[word].isMark(",") { return nil }
      case .verb(let group) where group.kind == .finite: return nil
      default: break
      }
      index -= 1
    }
    return nil
  }

  private func sharesSubject(
    _ at: Int,
    _ features: Features,
    _ found: [Int: (subject: Subject, agreement: SubjectAgreement)]
  ) -> Bool {
    var index = at - 1
    while index >= 0 {
      if case .verb(let group) = chunks[index], group.kind == .finite {
        let other = units[group.first].features
        if case .inverted = found[index]?.subject { return other.number == features.number }
        return other.person == features.person && other.number == features.number
      }
      if case .word(let word) = chunks[index], units[word].tag == .punctuation,
        !units[word].isMark(",", "\"", "”", "»", "“", "«")
      {
        return false
      }
      index -= 1
    }
    return false
  }

  /// Whether the noun phrase at `at` is the object of a verb right before it.
  private func isObject(_ at: Int) -> Bool {
    guard at > 0, case .verb(let group) = chunks[at - 1] else { return false }
    return group.kind != .finite || true
  }

  private func fits(_ phrase: NounPhrase, _ features: Features, _ at: Int) -> Bool {
    let head = units[phrase.head]
    let sense = nounSense(phrase.head)
    if sense.has("date") || sense.has("noart") { return false }
    if head.tag == .noun, rules.has("time-noun", head.lemma) || rules.has("day-noun", head.lemma),
      phrase.complement.isEmpty
    {
      return false
    }
    if head.tag == .pronoun, head.features.person > 0, head.features.person != features.person { return false }
    if features.person != 3 { return head.tag == .pronoun && head.features.person == features.person }
    if head.features.number == .any || features.number == .any { return true }
    if head.features.number == features.number { return true }
    if head.tag == .number { return true }
    // *un gruppo di tecnici ha*: a fixed phrase of quantity lets the verb agree with either.
    if let determiner = phrase.determiner, units[determiner].reading.given != nil { return true }
    // Several singulars together, and a few words for many, take a plural verb.
    if features.number == .plural {
      return isCoordinated(phrase) || phrase.numbers.isEmpty == false || rules.has("keeps-of", head.lemma)
    }
    return false
  }

  // MARK: behind the verb

  private func nextNoun(_ index: Int) -> (chunk: Int, phrase: NounPhrase)? {
    var at = index + 1
    while at < chunks.count, at <= index + 2 {
      switch chunks[at] {
      case .noun(let phrase): return (at, phrase)
      case .word(let word) where units[word].tag == .adverb: at += 1
      default: return nil
      }
    }
    return nil
  }

  /// The noun phrase that agrees with a passive behind words and phrases of time and place: *è stato firmato ieri a Milano l'accordo*.
  private func subjectBehindPhrases(_ index: Int, _ group: VerbGroup) -> (chunk: Int, phrase: NounPhrase)? {
    var at = index + 1
    while at < chunks.count, at <= index + 4 {
      switch chunks[at] {
      case .noun(let phrase):
        if rules.has("time-noun", units[phrase.head].lemma) || nounSense(phrase.head).has("date") { break }
        let isNear = at == index + 1
        let isDetermined = phrase.determiner.map { [.article, .indefinite].contains(units[$0].tag) } ?? false
        guard isNear || isDetermined && units[phrase.head].features.agrees(with: units[group.main].features) else {
          return nil
        }
        return (at, phrase)
      case .word(let word) where units[word].tag == .adverb: break
      case .prepositional(let preposition, let phrase)
      where ["in", "a", "su", "presso", "entro"].contains(units[preposition].lemma) && phrase.units.count <= 5: break
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// Whether the verb says who spoke the words before it.
  private func isSpeech(_ index: Int, _ group: VerbGroup) -> Bool {
    guard rules.has("saying", units[group.main].lemma), index > 0, !group.isPassive, group.negation == nil,
      case .word(let word) = chunks[index - 1],
      units[word].isMark(",", "”", "»", "\"", "–", "—", "-", "'")
    else { return false }
    return nextNoun(index) != nil
  }

  /// Whether a clitic already fills the place of the object, so that a noun behind the verb is its subject.
  private func hasObjectClitic(_ group: VerbGroup) -> Bool {
    group.clitics.contains { ["lo", "la", "li", "le"].contains(units[$0].lemma) && units[$0].lower != "le" }
      && units[group.main].lemma != "essere"
  }

  private func inversionTarget(_ index: Int, _ group: VerbGroup) -> Int? {
    let main = units[group.main]
    let mayInvert =
      group.isPassive || isSiPassive(group) || (main.reading.auxiliary == "e" && main.lemma != "essere")
      || main.reading.auxiliary == "ae" || hasObjectClitic(group)
    guard mayInvert, group.modal == nil || group.isPassive || isSiPassive(group) || main.reading.auxiliary == "e",
      let (chunk, phrase) = group.isPassive ? subjectBehindPhrases(index, group) : nextNoun(index),
      group.isPassive || chunk == index + 1 || hasObjectClitic(group)
    else { return nil }
    let features = units[group.first].features
    let head = units[phrase.head]
    guard head.tag != .pronoun || head.features.person == 3, head.features.agreesInNumber(features),
      head.tag != .number,
      !rules.has("time-noun", head.lemma), !nounSense(phrase.head).has("value"), !rules.has("copular", main.lemma)
    else { return nil }
    return chunk
  }
}
