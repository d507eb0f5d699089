import KoineLexicon
import KoineText

/// Who or what an English verb agrees with.
struct SubjectAgreement: Sendable {
  var person: UInt8
  var isPlural: Bool
}

extension Composer {
  // MARK: senses

  /// Whether a clitic makes the verb reflexive or pronominal.
  func reflexiveClitic(_ group: VerbGroup) -> Int? {
    let first = units[group.first]
    return group.clitics.first { index in
      switch units[index].lemma {
      case "si": true
      case "mi": first.features.person == 1 && first.features.number == .singular
      case "ti": first.features.person == 2 && first.features.number == .singular
      case "ci": first.features.person == 1 && first.features.number == .plural
      case "vi": first.features.person == 2 && first.features.number == .plural
      default: false
      }
    }
  }

  private func isReflexive(_ group: VerbGroup) -> Bool {
    reflexiveClitic(group) != nil || units[group.main].reading.enclitics.contains("si")
  }

  /// The senses of a verb with `si` of their own: `trovarsi`.
  private func pronominalSense(_ lemma: String) -> Sense? {
    let stem = lemma.hasSuffix("rre") ? lemma.dropLast(2) : lemma.dropLast(1)
    return lexicon.verbs(stem + "si").first
  }

  /// The preferred rendering of the verb that carries the meaning.
  func verbSense(_ group: VerbGroup) -> Sense {
    let unit = units[group.main]
    if let given = unit.reading.given { return given }
    if isReflexive(group), !isSiPassive(group), let sense = pronominalSense(unit.lemma) { return sense }
    if let sense = lexicon.verbs(unit.lemma).first(where: { $0.has("thing") }), subjectIsThing(group) { return sense }
    if let sense = lexicon.verbs(unit.lemma).first(where: { $0.has("object") }), nounFollows(group) { return sense }
    if ["rimanere", "restare"].contains(unit.lemma), stateFollows(group) {
      return Sense(english: "be", origin: rules.origin("harm").first)
    }
    return rules.frame(unit, lexicon)
  }

  private func chunk(after group: VerbGroup) -> Chunk? {
    guard let chunk = chunks.firstIndex(where: { $0.units.contains(group.first) }), chunk + 1 < chunks.count else {
      return nil
    }
    return chunks[chunk + 1]
  }

  private func nounFollows(_ group: VerbGroup) -> Bool {
    guard !group.isPassive, case .noun(let phrase) = chunk(after: group) else { return false }
    return units[phrase.head].tag == .noun && !nounSense(phrase.head).has("human")
  }

  /// Whether a word such as *ferito* says what happened: *è rimasto ferito*.
  private func stateFollows(_ group: VerbGroup) -> Bool {
    guard case .modifiers(let list) = chunk(after: group), let first = list.first else { return false }
    return rules.has("harm-state", units[first.head].lemma)
  }

  /// Whether the noun before the verb is neither a person nor a group of persons.
  private func subjectIsThing(_ group: VerbGroup) -> Bool {
    guard !group.isPassive, let chunk = chunks.firstIndex(where: { $0.units.contains(group.first) }) else {
      return false
    }
    for before in chunks[..<chunk].reversed() {
      guard case .noun(let phrase) = before else { continue }
      let sense = nounSense(phrase.head)
      return units[phrase.head].tag == .noun && !sense.has("human") && !sense.has("group") && !sense.has("value")
    }
    return false
  }

  /// Whether the verb has nothing before it that could be its subject, and a noun that agrees right behind it.
  private func startsClauseWithObject(_ group: VerbGroup) -> Bool {
    guard let chunk = chunks.firstIndex(where: { $0.units.contains(group.first) }), chunk + 1 < chunks.count,
      case .noun(let object) = chunks[chunk + 1], units[object.head].tag == .noun,
      units[object.head].features.agreesInNumber(units[group.first].features)
    else { return false }
    guard chunk > 0 else { return true }
    guard case .word(let before) = chunks[chunk - 1] else { return false }
    return [.subordinator, .punctuation, .coordinator].contains(units[before].tag)
  }

  /// Whether `si` makes the verb passive or impersonal: *si producono auto*.
  func isSiPassive(_ group: VerbGroup) -> Bool {
    guard isReflexive(group), group.kind == .finite,
      pronominalSense(units[group.main].lemma) == nil || startsClauseWithObject(group)
    else { return false }
    let auxiliary = units[group.main].reading.auxiliary
    return auxiliary == "a" && units[group.main].lemma != "essere"
  }

  private static func reflexive(_ agreement: SubjectAgreement) -> String {
    switch (agreement.person, agreement.isPlural) {
    case (1, false): "myself"
    case (1, true): "ourselves"
    case (2, false): "yourself"
    case (2, true): "yourselves"
    case (_, true): "themselves"
    default: "itself"
    }
  }

  private static func possessive(_ agreement: SubjectAgreement) -> String {
    switch (agreement.person, agreement.isPlural) {
    case (1, false): "my"
    case (1, true): "our"
    case (2, _): "your"
    case (_, true): "their"
    default: "its"
    }
  }

  // MARK: saying a verb group

  /// The words of a finite group for a subject.
  func finitePieces(_ group: VerbGroup, _ agreement: SubjectAgreement, isPresentPerfect: Bool = false) -> [Piece] {
    var sense = verbSense(group)
    // Only verbs of several words have such pronouns; searching each one would cost more than saying it.
    if sense.english.utf8.contains(where: { $0 == UInt8(ascii: " ") }) {
      sense.english = sense.english.replacing("oneself", with: Self.reflexive(agreement))
        .replacing("one's", with: Self.possessive(agreement))
    }
    let first = units[group.first]
    var plan = VerbPlan(base: sense.english)
    plan.isProgressive = group.isProgressive
    plan.isPassive = group.isPassive || isSiPassive(group)
    let hasPast = group.isPerfect && group.modal == nil
    switch first.features.tense {
    case .present, .none, .imperative:
      if hasPast {
        isPresentPerfect ? (plan.isPerfect = true) : (plan.isPast = true)
      } else if isPresentPerfect {
        plan.isPerfect = true
      }
    case .imperfect, .past:
      plan.isPast = true
      plan.isPerfect = hasPast
    case .future:
      plan.modal = "will"
      plan.isPerfect = hasPast
    case .conditional:
      plan.modal = "would"
      plan.isPerfect = hasPast
    case .subjunctive:
      plan.isPerfect = hasPast
    case .pastSubjunctive:
      plan.isPast = true
      plan.isPerfect = hasPast
    }
    if group.modal != nil { applyModal(&plan, group) }
    if first.features.tense == .imperative, first.features.person == 2 { plan.isBare = true }
    var adverbs = group.adverbs.map { piece($0, adverb($0)) }
    var negation = group.negation.map { piece($0, "not", rules.origin("negation")) }
    settleNegation(&negation, &adverbs, group)
    let words = plan.words(agreement, isNegated: negation != nil, inflector)
    return assemble(words, group, sense, negation, adverbs) + objects(of: group, sense)
  }

  /// The words of an infinitive (with or without *to*) or an *-ing* form.
  func nonfinitePieces(_ group: VerbGroup, isIng: Bool) -> [Piece] {
    let sense = verbSense(group)
    var plan = VerbPlan(base: sense.english)
    plan.isPerfect = group.isPerfect
    plan.isPassive = group.isPassive
    plan.isProgressive = group.isProgressive
    if group.modal != nil { applyModal(&plan, group) }
    let words = plan.nonfinite(isIng: isIng, inflector)
    let adverbs = group.adverbs.map { piece($0, adverb($0)) }
    var pieces: [Piece] = []
    if let negation = group.negation { pieces.append(piece(negation, "not", rules.origin("negation"))) }
    let verb = Piece(
      text: words.joined(separator: " "),
      source: TextRange(lower: units[group.first].range.lower, upper: units[group.main].range.upper),
      origins: sense.origin.map { [$0] } ?? []
    )
    // *to further strengthen*, but *having been seriously damaged*
    if !group.isPerfect, !group.isPassive { return pieces + adverbs + [verb] + objects(of: group, sense) }
    return pieces + [verb] + adverbs + objects(of: group, sense)
  }

  private func applyModal(_ plan: inout VerbPlan, _ group: VerbGroup) {
    guard let modal = group.modal else { return }
    let first = units[group.first]
    let tense = first.features.tense
    // `ha potuto fare`: the modal itself is a participle.
    let isPastModal = modal != group.first || tense == .imperfect || tense == .past || tense == .pastSubjunctive
    let isInner = group.isPerfect && modal == group.first
    plan.isPast = false
    plan.isPerfect = isInner
    let isNonfinite = group.kind != .finite
    switch units[modal].lemma {
    case "potere":
      if isNonfinite {
        plan.prefix = "be able to"
      } else if tense == .future {
        plan.modal = "will"
        plan.prefix = "be able to"
      } else {
        plan.modal = tense == .conditional || isPastModal ? "could" : "can"
        if isInner, tense == .present { plan.modal = "may" }
      }
    case "dovere":
      if isNonfinite {
        plan.prefix = "have to"
      } else if tense == .future {
        plan.modal = "will"
        plan.prefix = "have to"
      } else if tense == .conditional || tense == .pastSubjunctive {
        plan.modal = "should"
      } else if isPastModal {
        plan.modal = nil
        plan.prefix = "have to"
        plan.isPast = true
      } else {
        plan.modal = "must"
      }
    case "sapere":
      plan.modal = tense == .future ? "will" : tense == .conditional ? "would" : nil
      plan.prefix = "know how to"
      plan.isPast = isPastModal
    default:
      plan.modal = tense == .conditional ? "would" : tense == .future ? "will" : nil
      plan.prefix = tense == .conditional ? "like to" : "want to"
      plan.isPast = isPastModal && tense != .conditional
    }
  }

  /// *non … mai* is never, *non … più* is no longer.
  private func settleNegation(_ negation: inout Piece?, _ adverbs: inout [Piece], _ group: VerbGroup) {
    guard let not = negation else { return }
    for (index, unit) in group.adverbs.enumerated() {
      switch units[unit].lemma {
      case "mai":
        adverbs[index].text = "never"
        adverbs[index].source = TextRange(lower: not.source?.lower ?? 0, upper: units[unit].range.upper)
        negation = nil
        return
      case "più":
        adverbs[index].text = "no longer"
        adverbs[index].source = not.source
        negation = nil
        return
      case "ancora": adverbs[index].text = "yet"
      default: break
      }
    }
    let next = group.units.upperBound
    guard group.adverbs.isEmpty, next < units.count else { return }
    // `non è più`: the adverb follows the whole group.
    if units[next].lemma == "più", units[next].tag == .adverb, next + 1 >= units.count || !modifiesNext(next) {
      negation?.text = "no longer"
    } else if units[next].lemma == "mai" {
      negation?.text = "never"
    }
  }

  private func modifiesNext(_ index: Int) -> Bool {
    let tag = units[index + 1].tag
    return tag == .adjective || tag == .adverb || tag == .participle
  }

  /// Puts adverbs and the negation among the words of the group.
  private func assemble(
    _ words: VerbPlan.Words,
    _ group: VerbGroup,
    _ sense: Sense,
    _ negation: Piece?,
    _ adverbs: [Piece]
  ) -> [Piece] {
    let source = TextRange(lower: units[group.first].range.lower, upper: units[group.main].range.upper)
    var pieces: [Piece] = []
    let origins = sense.origin.map { [$0] } ?? []
    var rest = words.rest
    let early = adverbs.filter { $0.text != "yet" }
    if let head = words.auxiliary {
      if let negation, negation.text == "no longer" || negation.text == "never" {
        pieces.append(Piece(text: head, source: source, origins: rules.origin("verb-group")))
        pieces.append(negation)
      } else if let negation {
        if head == "can" {
          pieces.append(Piece(text: "cannot", source: negation.source, origins: negation.origins))
        } else {
          pieces.append(Piece(text: head, source: source, origins: rules.origin("verb-group")))
          pieces.append(negation)
        }
      } else {
        pieces.append(Piece(text: head, source: source, origins: rules.origin("verb-group")))
      }
      pieces += early
    } else {
      if let negation { pieces.append(negation) }
      pieces += early
    }
    if !rest.isEmpty {
      let text = rest.removeFirst()
      pieces.append(Piece(text: ([text] + rest).joined(separator: " "), source: source, origins: origins))
    }
    return pieces + adverbs.filter { $0.text == "yet" }
  }

  // MARK: objects

  /// Clitic pronouns come behind the English verb.
  private func objects(of group: VerbGroup, _ sense: Sense) -> [Piece] {
    var direct: [Piece] = []
    var indirect: [Piece] = []
    let reflexive = reflexiveClitic(group)
    var lemmas: [(String, Int)] = group.clitics.flatMap { index in
      units[index].lemma.split(separator: " ").map { (String($0), index) }
    }
    lemmas += units[group.main].reading.enclitics.map { ($0, group.main) }
    let isCombined = lemmas.count > 1
    for (lemma, index) in lemmas {
      if index == reflexive || lemma == "si" { continue }
      let origins = rules.origin("clitic")
      switch lemma {
      case "lo", "la", "li", "le":
        let isDative = lemma == "le" && sense.has("obj-a")
        let text = lemma == "lo" || lemma == "la" ? "it" : isDative ? "her" : "them"
        direct.append(Piece(text: text, source: units[index].range, origins: origins))
      case "gli":
        indirect.append(Piece(text: "him", source: units[index].range, origins: origins))
      case "mi", "ti", "vi", "ci":
        if lemma == "ci", units[group.main].lemma == "essere" || !rules.has("object-ci", units[group.main].lemma) {
          continue
        }
        let text = ["mi": "me", "ti": "you", "vi": "you", "ci": "us"][lemma] ?? lemma
        indirect.append(Piece(text: text, source: units[index].range, origins: origins))
      default: break
      }
    }
    if isCombined, !direct.isEmpty, !indirect.isEmpty { return direct + [supplied("to", by: "clitic")] + indirect }
    return indirect + direct
  }
}
