import KoineLexicon
import KoineText

/// Every rendering that the decoder may choose from, by the unit where it starts.
struct OptionLattice: Sendable {
  private(set) var options: [[Option]]

  init(units: Int) { options = [[Option]](repeating: [], count: units) }

  mutating func add(_ option: Option) {
    guard !option.units.isEmpty, option.units.upperBound <= options.count else { return }
    options[option.units.lowerBound].append(option)
  }
}

extension Composer {
  /// What a unit costs when it is said without its neighbours; high, so that only gaps are filled so.
  static let plainCost: Float = 4

  /// The renderings of all chunks and, for gaps and fallbacks, of every unit alone.
  func lattice(onlyPlain: Bool) -> OptionLattice {
    var lattice = OptionLattice(units: units.count)
    for index in units.indices {
      lattice.add(Option(units: index..<(index + 1), pieces: plain(index), cost: Self.plainCost, source: "unit"))
    }
    if onlyPlain { return lattice }
    let subjects = subjects()
    for (index, chunk) in chunks.enumerated() {
      switch chunk {
      case .noun(let phrase):
        for rendering in rendered(phrase, role(of: index)) {
          var pieces = rendering.pieces
          if isBareTime(phrase, index) {
            pieces.insert(supplied("on", by: "time-preposition"), at: 0)
          } else if rendering.hasArticle, isYearlyRate(phrase, index) {
            // *2 milioni di tonnellate l'anno* → *2 million tons a year*
            pieces[0].text = "a"
          }
          lattice.add(Option(units: phrase.units, pieces: pieces, cost: rendering.cost, source: "noun"))
        }
      case .prepositional(let preposition, let phrase): addPrepositional(preposition, phrase, index, &lattice)
      case .verb(let group): addVerb(group, index, subjects, &lattice)
      case .modifiers(let list):
        lattice.add(Option(units: chunk.units, pieces: modifiers(list, index), cost: 0, source: "modifiers"))
      case .word(let word):
        lattice.add(Option(units: chunk.units, pieces: self.word(word, index), cost: 0, source: "word"))
      }
    }
    return lattice
  }

  /// A day without a preposition says when: *domenica*, *il 12 marzo*.
  func isBareTime(_ phrase: NounPhrase, _ chunk: Int) -> Bool {
    let head = units[phrase.head]
    if chunk > 0, case .verb(let group) = chunks[chunk - 1], units[group.main].lemma == "essere" { return false }
    if nounSense(phrase.head).has("day") { return true }
    return rules.has("weekday", head.lemma) && phrase.before.isEmpty && phrase.complement.isEmpty
  }

  /// A stretch of time with its article right behind an amount.
  private func isYearlyRate(_ phrase: NounPhrase, _ chunk: Int) -> Bool {
    guard chunk > 0, case .noun(let before) = chunks[chunk - 1], phrase.after.isEmpty, phrase.before.isEmpty,
      phrase.complement.isEmpty, phrase.numbers.isEmpty,
      ["anno", "mese", "settimana", "giorno", "ora"].contains(units[phrase.head].lemma)
    else { return false }
    return ([before] + before.complement).contains { !$0.numbers.isEmpty || units[$0.head].has("value") }
  }

  private func role(of chunk: Int) -> Role {
    guard chunk > 0, case .verb(let group) = chunks[chunk - 1] else { return .subject }
    return units[group.main].lemma == "essere" ? .predicate : .object
  }

  private func addPrepositional(_ index: Int, _ phrase: NounPhrase, _ chunk: Int, _ lattice: inout OptionLattice) {
    let range = index..<phrase.units.upperBound
    let lead = preposition(index, phrase, chunk: chunk)
    var phrase = phrase
    if lead.text == "per", phrase.determiner == index { phrase.determiner = nil }
    for rendering in rendered(phrase, .afterPreposition) {
      var pieces = rendering.pieces
      if !lead.text.isEmpty { pieces.insert(lead, at: 0) }
      lattice.add(Option(units: range, pieces: pieces, cost: rendering.cost, source: "preposition"))
    }
  }

  private func addVerb(
    _ group: VerbGroup,
    _ index: Int,
    _ subjects: [Int: (subject: Subject, agreement: SubjectAgreement)],
    _ lattice: inout OptionLattice
  ) {
    guard group.kind == .finite else {
      lattice.add(Option(units: group.units, pieces: nonfinite(group, index), cost: 0, source: "verb"))
      return
    }
    guard let (subject, agreement) = subjects[index] else { return }
    let verb = finitePieces(group, agreement, isPresentPerfect: isPresentPerfect(index, group))
    var range = group.units
    var pieces: [Piece]
    if case .pronoun = subject, let (state, noun, end) = predicateBeforeSubject(group, index) {
      pieces = noun + finitePieces(group, agreement) + state
      lattice.add(Option(units: range.lowerBound..<end, pieces: pieces, cost: -0.1, source: "verb"))
    }
    switch subject {
    case .said, .speaker:
      pieces = verb
      if let object = objectBehindPhrases(group, index), let end = endOfPhrase(object) {
        let moved = verb + (object..<end).flatMap { said($0) } + ((index + 1)..<object).flatMap { said($0) }
        let last = chunks[end - 1].units.upperBound
        lattice.add(Option(units: range.lowerBound..<last, pieces: moved, cost: -0.2, source: "verb"))
      }
    case .pronoun(let text): pieces = [supplied(text, by: "dropped-subject")] + verb
    case .existential:
      let clitic = group.clitics.first { units[$0].lemma == "ci" || units[$0].lemma == "vi" }
      pieces = [clitic.map { piece($0, "there", rules.origin("existential")) } ?? supplied("there", by: "existential")]
      pieces += verb
      if let negation = group.negation,
        let at = pieces.firstIndex(where: { $0.text == "not" || $0.text == "no longer" })
      {
        // *non ci sono ancora dettagli* → *there are still no details*
        pieces.remove(at: at)
        let (said, end) = existentialNegation(negation, index)
        pieces += said
        range = range.lowerBound..<max(range.upperBound, end)
      }
    case .inverted(let target):
      guard case .noun(let phrase) = chunks[target] else { return }
      let between = ((index + 1)..<target).flatMap { said($0) }
      pieces = rendered(phrase, .subject)[0].pieces + verb + between
      range = range.lowerBound..<phrase.units.upperBound
      if target > index + 1, let end = endOfPhrase(target), end > target + 1 {
        // *è stato firmato ieri il contratto per la fornitura*: what hangs on the subject goes with it.
        pieces.insert(contentsOf: said(target + 1), at: pieces.count - verb.count - between.count)
        range = range.lowerBound..<chunks[target + 1].units.upperBound
      }
    }
    lattice.add(Option(units: range, pieces: pieces, cost: 0, source: "verb"))
  }

  /// *è previsto l'inizio*: an adjective and then a noun that agrees with it, which is the subject.
  private func predicateBeforeSubject(_ group: VerbGroup, _ index: Int) -> (state: [Piece], noun: [Piece], end: Int)? {
    guard units[group.main].lemma == "essere", index + 2 < chunks.count, case .modifiers(let list) = chunks[index + 1],
      list.count == 1, case .noun(let phrase) = chunks[index + 2], units[phrase.head].tag == .noun,
      let determiner = phrase.determiner, units[determiner].tag == .article || units[determiner].tag == .indefinite,
      units[list[0].head].features.agrees(with: units[phrase.head].features)
    else { return nil }
    return (modifiers(list, index + 1), rendered(phrase, .subject)[0].pieces, phrase.units.upperBound)
  }

  /// The negation of *there is*, with the adverb behind the verb, and the unit where they end.
  private func existentialNegation(_ negation: Int, _ index: Int) -> (pieces: [Piece], end: Int) {
    var pieces: [Piece] = []
    var next = index + 1
    var end = 0
    if next < chunks.count, case .word(let word) = chunks[next], units[word].tag == .adverb {
      let lemma = units[word].lemma
      let text = lemma == "ancora" ? "still" : lemma == "più" ? "no longer" : nil
      if let text {
        pieces.append(piece(word, text, rules.origin("existential")))
        end = word + 1
        next += 1
      }
    }
    let isDetermined: Bool =
      if next < chunks.count, case .noun(let phrase) = chunks[next] {
        phrase.determiner != nil || units[phrase.head].tag == .pronoun || phrase.approximation != nil
      } else {
        true
      }
    if pieces.last?.text == "no longer" {
      pieces[pieces.count - 1].text = isDetermined ? "no longer" : "no more"
      return (pieces, end)
    }
    let hasAny = next < chunks.count && isAnyPhrase(chunks[next])
    if !hasAny { pieces.append(piece(negation, isDetermined ? "not" : "no", rules.origin("negation"))) }
    return (pieces, end)
  }

  /// Whether the chunk brings its own *no*: *alcun dettaglio*, *nessun dubbio*.
  private func isAnyPhrase(_ chunk: Chunk) -> Bool {
    guard case .noun(let phrase) = chunk, let determiner = phrase.determiner else { return false }
    return ["alcuno", "nessuno"].contains(units[determiner].lemma)
  }

  // MARK: verbs without a subject

  private func nonfinite(_ group: VerbGroup, _ index: Int) -> [Piece] {
    if group.kind == .gerund { return nonfinitePieces(group, isIng: true) }
    let governor = infinitiveGovernor(index)
    var isIng = false
    var lead: [Piece] = []
    if let preposition = group.preposition {
      let unit = units[preposition]
      let closed = closed(preposition)
      switch unit.lemma {
      case "di", "a", "per", "da":
        if unit.reading.given != nil {
          isIng = !closed.english.hasSuffix(" to")
          lead = [piece(preposition, closed)]
        } else if unit.tag == .articulated {
          isIng = true
          lead = [piece(preposition, unit.lemma == "a" ? "in" : closed.english)]
        } else {
          (isIng, lead) = marker(governor?.value("inf"), at: preposition, default: "to")
        }
      default:
        isIng = true
        let text = unit.tag == .articulated && unit.lemma == "in" ? "in" : closed.english
        // *in order to*, *in an attempt to* end in the mark of the infinitive.
        if closed.english.hasSuffix(" to") { isIng = false }
        lead = [piece(preposition, text, closed.origin.map { [$0] } ?? [])]
      }
    } else if governor?.value("inf")?.hasSuffix("ing") != true, endsInMark(before: group.units.lowerBound) {
      // *la possibilità di* as *the chance to* has brought the mark of the infinitive.
      lead = []
    } else if let frame = governor?.value("inf") {
      (isIng, lead) = marker(frame, at: nil, default: "to")
    } else if group.units.lowerBound > 0, units[group.units.lowerBound - 1].tag == .article {
      // *lo scorrere del tempo*: an infinitive as a noun.
      isIng = true
    } else if governor != nil || precededByQuestion(index) {
      lead = [supplied("to", by: "infinitive")]
    } else {
      // An infinitive as a subject: *investire è importante*.
      isIng = true
    }
    return lead + nonfinitePieces(group, isIng: isIng)
  }

  private func endsInMark(before unit: Int) -> Bool {
    unit > 0 && units[unit - 1].reading.given?.english.hasSuffix(" to") == true
  }

  private func marker(_ frame: Substring?, at preposition: Int?, default text: String) -> (Bool, [Piece]) {
    func say(_ text: String) -> [Piece] {
      [preposition.map { piece($0, text, rules.origin("infinitive")) } ?? supplied(text, by: "infinitive")]
    }
    guard let frame else { return (false, say(text)) }
    if frame == "bare" { return (false, []) }
    if frame == "ing" { return (true, []) }
    if frame.hasSuffix("+ing") { return (true, say(String(frame.dropLast(4)))) }
    return (false, say("to"))
  }

  private func precededByQuestion(_ index: Int) -> Bool {
    guard index > 0, case .word(let word) = chunks[index - 1] else { return false }
    return [.question, .relative, .coordinator].contains(units[word].tag) || units[word].lemma == "se"
      || units[word].lemma == "come"
  }

  /// The verb or adjective that an infinitive hangs on.
  private func infinitiveGovernor(_ index: Int) -> Sense? {
    var at = index - 1
    while at >= 0, at >= index - 4 {
      switch chunks[at] {
      case .verb(let group): return verbSense(group)
      case .modifiers(let list): if let last = list.last { return rules.frame(units[last.head], lexicon) }
      case .noun(let phrase) where at == index - 1:
        let sense = nounSense(phrase.head)
        if sense.value("inf") != nil { return sense }
      case .word(let word):
        if units[word].tag == .punctuation, !units[word].isMark("\"", "“", "«") { return nil }
        if units[word].tag == .subordinator { return nil }
      default: break
      }
      at -= 1
    }
    return nil
  }

  // MARK: tenses

  /// Whether English says *has done*: with *già*, *mai*, *finora*, or a time that reaches to now.
  private func isPresentPerfect(_ index: Int, _ group: VerbGroup) -> Bool {
    let first = units[group.first]
    guard first.features.tense == .present || first.features.tense == .subjunctive, group.modal == nil else {
      return false
    }
    if group.isPerfect {
      if group.adverbs.contains(where: { rules.has("perfect-adverb", units[$0].lemma) }) { return true }
      if group.negation != nil, group.adverbs.contains(where: { units[$0].lemma == "ancora" }) { return true }
    }
    for near in max(0, index - 3)...min(chunks.count - 1, index + 3) {
      guard case .prepositional(let preposition, let phrase) = chunks[near] else { continue }
      let head = units[phrase.head]
      let isTime = head.tag == .noun && rules.has("time-noun", head.lemma)
      if units[preposition].lemma == "da", isTime || nounSense(phrase.head).has("date"),
        near < index || near == index + 1
      {
        return !group.isPerfect || isTime
      }
      if group.isPerfect, isTime, phrase.before.contains(where: { units[$0.head].lemma == "ultimo" }) { return true }
    }
    return false
  }

  // MARK: words and modifiers

  func modifiers(_ list: [Modifier], _ chunk: Int) -> [Piece] {
    var pieces: [Piece] = []
    for modifier in list {
      if let link = modifier.link { pieces += plain(link) }
      pieces += modifierPieces(modifier, isBeforeNoun: false)
    }
    return pieces
  }

  /// A word outside all phrases.
  func word(_ index: Int, _ chunk: Int) -> [Piece] {
    let unit = units[index]
    switch unit.tag {
    case .relative: return [piece(index, relative(index, chunk), rules.origin("relative"))]
    case .subordinator where unit.lemma == "se":
      if case .verb(let group)? = chunks.indices.contains(chunk + 1) ? chunks[chunk + 1] : nil,
        group.kind == .infinitive
      {
        return [piece(index, "whether")]
      }
      return plain(index)
    case .subordinator where unit.lemma == "che": return [piece(index, "that", closed(index).origin.map { [$0] } ?? [])]
    case .coordinator where unit.lemma == "né": return [piece(index, isNegated(index) ? "or" : "nor")]
    case .preposition where startsQuotedInfinitive(index):
      // The infinitive inside the quotation brings its own *to*.
      return []
    case .preposition, .articulated:
      let lead = preposition(index, nil, chunk: chunk)
      guard unit.tag == .articulated, index + 1 < units.count, units[index + 1].tag != .relative else { return [lead] }
      return [lead, piece(index, "the", rules.origin("article-kept"))]
    case .article:
      // *il quale* says no article.
      if index + 1 < units.count, units[index + 1].tag == .relative { return [] }
      return plain(index)
    case .adverb where isDegreeWord(index):
      return [piece(index, isNegated(index) && unit.lemma == "più" ? "anymore" : adverb(index).english)]
    case .adverb where unit.lemma == "molto" && unit.reading.given == nil: return [piece(index, "a lot")]
    case .adverb where unit.lemma == "mai":
      return [piece(index, isNegated(index) || isBehindSuperlative(chunk) ? "ever" : "never")]
    default: return plain(index)
    }
  }

  /// Whether a superlative stands before a chunk: *il più grande impianto mai costruito*.
  private func isBehindSuperlative(_ chunk: Int) -> Bool {
    guard chunk > 0 else { return false }
    switch chunks[chunk - 1] {
    case .noun(let phrase), .prepositional(_, let phrase):
      return (phrase.before + phrase.after).contains { $0.degree == .most }
    default: return false
    }
  }

  private func startsQuotedInfinitive(_ index: Int) -> Bool {
    ["di", "a"].contains(units[index].lemma) && index + 2 < units.count
      && units[index + 1].isMark("\"", "“", "«") && units[index + 2].tag == .infinitive
  }

  private func relative(_ index: Int, _ chunk: Int) -> String {
    let unit = units[index]
    if let given = unit.reading.given { return given.english }
    let isAfterComma = index > 0 && units[index - 1].isMark(",")
    var isHuman = false
    for before in chunks[max(0, chunk - 3)..<chunk].reversed() {
      switch before {
      case .noun(let phrase), .prepositional(_, let phrase):
        isHuman = nounSense(phrase.head).has("human") || humanPronoun(phrase) != nil
      default: continue
      }
      break
    }
    let isAfterPreposition = index > 0 && [.preposition, .articulated].contains(units[index - 1].tag)
    switch unit.lemma {
    case "che": return isHuman ? "who" : isAfterComma ? "which" : "that"
    case "cui", "quale": return isHuman ? (isAfterPreposition ? "whom" : "who") : "which"
    case "chi": return isAfterPreposition || index > 0 ? "those who" : "those who"
    default: return closed(index).english
    }
  }
}
