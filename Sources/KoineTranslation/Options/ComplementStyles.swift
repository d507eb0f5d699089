import KoineLexicon
import KoineText

extension Composer {
  /// The nouns after `di` without an article, as the first part of a compound.
  func compoundPieces(_ phrase: NounPhrase) -> [Piece] {
    var pieces: [Piece] = []
    for (index, inner) in phrase.complement.enumerated() {
      if index > 0 { pieces += plain(phrase.complement[index - 1].units.upperBound) }
      pieces += compoundPart(inner)
    }
    return pieces
  }

  /// A measure behind `di` comes first: *un uomo di 45 anni* → *a 45-year-old man*, *tre giorni* → *three-day*.
  func measurePieces(_ phrase: NounPhrase) -> [Piece] {
    guard let inner = phrase.complement.first else { return [] }
    if isQuantity(inner) {
      // *chip a 5 nanometri* → *5-nanometer chips*
      let value = nounSense(inner.head).english.split(separator: " ")
      let unit = value.dropFirst().joined(separator: "-")
      let text = "\(value[0])-\(unit.hasSuffix("s") ? String(unit.dropLast()) : unit)"
      return [piece(inner.head, text, rules.origin("measure"))]
    }
    guard let number = inner.numbers.first else { return [] }
    let sense = nounSense(inner.head)
    let isAge = units[inner.head].lemma == "anno" && nounSense(phrase.head).has("human")
    let text = plain(number).map(\.text).joined() + "-" + sense.english + (isAge ? "-old" : "")
    var measure = piece(inner.head, text, (sense.origin.map { [$0] } ?? []) + rules.origin("measure"))
    measure.source = TextRange(lower: units[number].range.lower, upper: units[inner.head].range.upper)
    return [measure]
  }

  /// Whether a phrase is an amount that was found as a whole, in words: *5 nanometers*.
  private func isQuantity(_ inner: NounPhrase) -> Bool {
    units[inner.head].has("quantity") && units[inner.head].tag == .noun && inner.numbers.isEmpty
      && inner.complement.isEmpty && nounSense(inner.head).english.contains(" ")
  }

  func isMeasure(_ phrase: NounPhrase, _ inner: NounPhrase) -> Bool {
    inner.numbers.count == 1 && inner.determiner == nil && inner.before.isEmpty && inner.after.isEmpty
      && inner.complement.isEmpty && inner.approximation == nil && units[inner.head].tag == .noun
      && (rules.has("time-noun", units[inner.head].lemma) || rules.has("measure", units[inner.head].lemma))
      && !rules.has("keeps-of", units[phrase.head].lemma) && phrase.complement.count == 1 && phrase.numbers.isEmpty
  }

  func compoundPart(_ inner: NounPhrase) -> [Piece] {
    let head = units[inner.head]
    let sense = nounSense(inner.head)
    var pieces = preModifiers(inner, isPlural: false) + postModifiers(inner)
    if let measured = inner.complement.first {
      pieces += isMeasure(inner, measured) || isQuantity(measured) ? measurePieces(inner) : compoundPieces(inner)
    }
    var text = sense.english
    if head.tag == .noun, sense.has("pl") || inflector.isPluralOnly(text) || sense.has("value") {
      text = sense.english
    }
    pieces.append(
      piece(inner.head, text.withoutHeadMark, (sense.origin.map { [$0] } ?? []) + rules.origin("compound"))
    )
    pieces += inner.appositions.flatMap { plain($0) }
    return pieces
  }

  /// The ways to tie what follows `di` to its head, with what each costs.
  func complementStyles(_ phrase: NounPhrase) -> [(ComplementStyle, Float)] {
    guard let inner = phrase.complement.first else { return [(.none, 0)] }
    let head = units[phrase.head]
    let innerHead = units[inner.head]
    let innerSense = nounSense(inner.head)
    guard head.tag == .noun || head.tag == .adjective else { return [(.of, 0)] }
    let headSense = nounSense(phrase.head)
    if isMeasure(phrase, inner) || isQuantity(inner) { return [(.measure, 0)] }
    if phrase.complementPreposition == nil || ["in", "a"].contains(units[preposition(of: phrase)].lemma) {
      return [(.compound, 0)]
    }
    var styles: [(ComplementStyle, Float)] = [(.of, 1)]
    let isBig = head.lemma.split(separator: " ").first.map { rules.has("big-number-form", String($0)) } ?? false
    let isQuantity =
      isBig || head.has("value")
      || !phrase.numbers.isEmpty && (headSense.has("unit") || rules.has("keeps-of", head.lemma))
    if isQuantity { return styles }
    if innerHead.tag == .name, inner.determiner == nil, innerHead.text.contains(where: \.isNumber),
      inner.complement.isEmpty
    {
      return [(.compound, 0)]
    }
    if innerHead.tag == .name, inner.determiner == nil, inner.complement.isEmpty, rules.has("site", head.lemma),
      innerSense.has("city") || innerSense.has("place") || innerSense.source == .guess && inner.appositions.isEmpty
    {
      styles.append((.compound, 0.1))
    }
    let keepsOf = rules.has("keeps-of", head.lemma) || rules.has("keeps-of-english", headSense.english)
    if isBare(inner), !keepsOf, !headSense.english.hasHeadMark, !headSense.english.contains(" of ") {
      var cost: Float = 0.3
      if inner.before.count + inner.after.count > 0 { cost += 0.5 }
      if inner.before.count + inner.after.count > 1 { cost += 1 }
      if !inner.complement.isEmpty { cost += rules.has("keeps-of", innerHead.lemma) ? 3 : 0.6 }
      if innerSense.has("human") && innerHead.features.number == .plural { cost += 0.9 }
      if innerSense.has("abstract") { cost += 1 }
      if headSense.has("human") && !innerSense.has("mass") { cost += 0.1 }
      if innerSense.english.hasHeadMark { cost += 3 }
      styles.append((.compound, cost))
    }
    if let cost = genitiveCost(phrase, inner, innerHead, innerSense) { styles.append((.genitive, cost)) }
    return styles.sorted { $0.1 < $1.1 }
  }

  func preposition(of phrase: NounPhrase) -> Int { phrase.complementPreposition ?? phrase.head }

  func isBare(_ inner: NounPhrase) -> Bool {
    inner.determiner == nil && inner.possessive == nil && inner.numbers.isEmpty && inner.all == nil
      && units[inner.head].tag == .noun && !units[inner.head].has("value") && inner.appositions.isEmpty
      && !inner.after.contains { $0.degree != .plain }
  }

  func genitiveCost(_ phrase: NounPhrase, _ inner: NounPhrase, _ head: Unit, _ sense: Sense) -> Float? {
    guard phrase.complement.count == 1, inner.complement.isEmpty, inner.after.count + inner.before.count < 2,
      phrase.numbers.isEmpty, phrase.possessive == nil, phrase.all == nil
    else { return nil }
    let isDefinite =
      phrase.determiner.map { units[$0].tag == .article || units[$0].tag == .articulated } ?? false
    // A capital inside the sentence marks an institution: *Università del Michigan*.
    let isInstitution = units[phrase.head].isCapitalized && units[phrase.head].tokens.lowerBound > 1
    guard isDefinite, !phrase.isPartitive, !isInstitution, !rules.has("keeps-of", units[phrase.head].lemma) else {
      return nil
    }
    if head.tag == .name {
      if sense.has("city") || sense.has("place") { return 1.3 }
      if sense.has("country") { return rules.has("of-country", units[phrase.head].lemma) ? 1.3 : 0.8 }
      return 0.2
    }
    guard head.tag == .noun, inner.numbers.isEmpty,
      inner.determiner.map({ [.article, .articulated, .demonstrative].contains(units[$0].tag) }) ?? false
        || inner.possessive != nil
    else { return nil }
    if sense.has("human") || sense.has("group") { return isPlural(inner, sense) ? 1.3 : 0.9 }
    return nil
  }
}
