import KoineLexicon
import KoineText

/// What decides about an article.
struct DeterminerContext {
  var isPlural: Bool
  var sense: Sense
  var hasOf: Bool
  var isSuperlative: Bool
  var hasModifiers: Bool
}

extension Composer {
  /// The article, demonstrative, quantifier or possessive of a phrase.
  func determinerPieces(_ phrase: NounPhrase, _ role: Role, _ context: DeterminerContext) -> [Piece] {
    var pieces: [Piece] = []
    if let all = phrase.all { pieces += allPieces(phrase, all, context) }
    if let possessive = phrase.possessive {
      if let determiner = phrase.determiner, units[determiner].tag == .demonstrative {
        pieces += [piece(determiner, numbered(closed(determiner).english, isPlural: context.isPlural))]
        return pieces
      }
      if let determiner = phrase.determiner, units[determiner].tag == .quantifier {
        pieces += quantifier(phrase, determiner, context)
        if !["ogni", "altro"].contains(units[determiner].lemma) { pieces.append(supplied("of", by: "possessive")) }
      }
      pieces.append(piece(possessive, self.possessive(possessive), closed(possessive).origin.map { [$0] } ?? []))
      return pieces
    }
    guard let determiner = phrase.determiner else {
      if takesArticle(phrase, context) { pieces.append(supplied("a", by: "added-article")) }
      return pieces
    }
    switch units[determiner].tag {
    case .article, .articulated, .preposition:
      if phrase.isPartitive { return pieces }
      if keepsArticle(phrase, role, context) {
        pieces.append(piece(determiner, "the", rules.origin("article-kept")))
      }
    case .indefinite:
      if phrase.before.contains(where: { units[$0.head].lemma == "altro" }) {
        pieces.append(piece(determiner, "another"))
      } else if !context.isPlural || units[phrase.head].tag == .adjective, !isUncounted(phrase, context) {
        pieces.append(piece(determiner, "a", closed(determiner).origin.map { [$0] } ?? []))
      }
    case .demonstrative:
      let sense = closed(determiner)
      pieces.append(
        piece(determiner, numbered(sense.english, isPlural: context.isPlural), sense.origin.map { [$0] } ?? [])
      )
    case .quantifier: pieces += quantifier(phrase, determiner, context)
    default: break
    }
    return pieces
  }

  /// Whether English adds *a* to a noun that stands alone: *come luogo*, *Alfa, fornitore di …*.
  private func takesArticle(_ phrase: NounPhrase, _ context: DeterminerContext) -> Bool {
    let head = units[phrase.head]
    guard head.tag == .noun, head.features.number == .singular, !context.isPlural, phrase.all == nil,
      phrase.numbers.isEmpty,
      phrase.appositions.isEmpty, !isUncounted(phrase, context), !context.sense.has("noart"),
      !context.sense.has("value"),
      !head.reading.isGuess, !rules.has("role", head.lemma), !rules.has("time-noun", head.lemma),
      phrase.units.lowerBound > 0
    else { return false }
    let before = phrase.units.lowerBound - 1
    if units[before].lemma == "come", units[before].tag == .preposition { return true }
    guard units[before].isMark(","), before > 0, units[before - 1].tag == .name,
      !phrase.complement.isEmpty || !phrase.after.isEmpty
    else { return false }
    return context.sense.has("human") || context.sense.has("group") || rules.has("kind-noun", head.lemma)
  }

  private func isUncounted(_ phrase: NounPhrase, _ context: DeterminerContext) -> Bool {
    units[phrase.head].tag == .noun && (context.sense.has("mass") || inflector.isMass(context.sense.english))
  }

  private func allPieces(_ phrase: NounPhrase, _ all: Int, _ context: DeterminerContext) -> [Piece] {
    if units[all].lemma == "entrambi" || units[all].lemma == "ambedue" { return [piece(all, "both")] }
    if context.isPlural { return [piece(all, "all")] }
    if units[phrase.head].tag == .name { return [piece(all, "all of")] }
    if rules.has("time-noun", units[phrase.head].lemma) { return [piece(all, "all")] }
    return phrase.determiner == nil
      ? [piece(all, "all")] : [piece(phrase.determiner ?? all, "the"), piece(all, "whole")]
  }

  private func quantifier(_ phrase: NounPhrase, _ index: Int, _ context: DeterminerContext) -> [Piece] {
    let unit = units[index]
    let sense = closed(index)
    var text = numbered(sense.english, isPlural: context.isPlural)
    switch unit.lemma {
    case "alcuno" where !context.isPlural, "nessuno":
      text = isNegated(index) && !isExistentialObject(phrase) ? "any" : "no"
    case "qualche": text = rules.has("time-noun", units[phrase.head].lemma) ? "a few" : "some"
    case "altro" where !context.isPlural: text = "other"
    default: break
    }
    return [piece(index, text, sense.origin.map { [$0] } ?? [])]
  }

  /// Whether the phrase is what *non c'è* says not to be there, so that its determiner carries the negation.
  private func isExistentialObject(_ phrase: NounPhrase) -> Bool {
    var at = phrase.units.lowerBound - 1
    while at >= 0, units[at].tag == .adverb { at -= 1 }
    guard at > 0, units[at].lemma == "essere" else { return false }
    return units[at - 1].tag == .clitic && ["ci", "vi"].contains(units[at - 1].lemma)
  }

  /// Whether English says *the* where Italian has its article.
  func keepsArticle(_ phrase: NounPhrase, _ role: Role, _ context: DeterminerContext) -> Bool {
    let head = units[phrase.head]
    let sense = context.sense
    if role == .part { return head.tag != .name || sense.has("the") }
    if phrase.all != nil {
      return units[phrase.all ?? 0].lemma.hasPrefix("tutt") && context.isPlural
        ? context.hasOf || isRestricted(phrase) : false
    }
    switch head.tag {
    case .name:
      if sense.has("the") { return true }
      if sense.has("country") || sense.has("city") || sense.has("lock") { return false }
      if phrase.before.count + phrase.after.count > 0 { return true }
      return head.text.unicodeScalars.allSatisfy { $0.properties.isUppercase } && head.text.utf8.count > 1
        && role != .object
        ? false : false
    case .number:
      return false
    case .pronoun, .demonstrative: return false
    default: break
    }
    if sense.has("percent") || sense.has("money") || sense.has("noart") { return false }
    if sense.has("date") { return sense.has("ordinal-date") }
    if sense.has("value") { return false }
    if rules.has("no-article", sense.english) { return false }
    if context.isSuperlative { return true }
    if !phrase.appositions.isEmpty {
      if isTitle(phrase) { return false }
      return true
    }
    if rules.has("always-article", sense.english), !context.hasModifiers || !context.isPlural { return true }
    if phrase.before.contains(where: { isOrdinalLike($0.head) }) { return true }
    if !phrase.numbers.isEmpty { return true }
    if context.isPlural { return rules.has("known-plural", sense.english) }
    if context.hasOf || isRestricted(phrase) { return true }
    if rules.has("bare-abstract", sense.english), phrase.before.isEmpty { return false }
    let isMass = sense.has("mass") || (head.tag == .noun && inflector.isMass(sense.english))
    return !isMass
  }

  /// Whether a relative clause or a participle behind the noun says which one is meant.
  private func isRestricted(_ phrase: NounPhrase) -> Bool {
    let end = phrase.units.upperBound
    guard end < units.count else { return false }
    if units[end].tag == .relative || units[end].tag == .participle { return true }
    // `in cui`, `della quale`
    return end + 1 < units.count && units[end + 1].tag == .relative
      && (units[end].tag == .preposition || units[end].tag == .articulated)
  }

  private func isOrdinalLike(_ index: Int) -> Bool {
    rules.has("ordinal", units[index].lemma) || rules.has("takes-the", units[index].lemma)
  }

  /// Whether the head is a title before a person's name.
  func isTitle(_ phrase: NounPhrase) -> Bool {
    (rules.has("title", units[phrase.head].lemma) || units[phrase.head].has("title"))
      && units[phrase.appositions.first ?? phrase.head].tag == .name
  }

  // MARK: possessives

  /// `his`, `her`, `its`, `their`: by the subject of the sentence so far.
  func possessive(_ index: Int) -> String {
    let unit = units[index]
    let english = closed(index).english
    guard unit.lemma == "suo" || unit.lemma == "proprio" else { return english }
    let owner = owner(before: index)
    return unit.lemma == "proprio" ? owner + " own" : owner
  }

  private func owner(before index: Int) -> String {
    var at = index - 1
    while at >= 0, !units[at].isMark(".", "!", "?") {
      let unit = units[at]
      if unit.tag == .verb, unit.features.person == 3, unit.features.number == .plural, units[index].lemma == "proprio"
      {
        return "their"
      }
      if unit.tag == .pronoun, unit.lemma == "lui" { return "his" }
      if unit.tag == .pronoun, unit.lemma == "lei" { return "her" }
      if unit.tag == .pronoun, unit.lemma == "noi", units[index].lemma == "proprio" { return "our" }
      if unit.tag == .noun, nounSense(at).has("human"), unit.features.number == .singular {
        return unit.features.gender == .feminine ? "her" : "his"
      }
      if unit.tag == .noun, nounSense(at).has("group") { return "its" }
      if unit.tag == .name {
        let sense = unit.reading.given
        if sense?.has("person") ?? false { return "his" }
        if sense?.has("organization") ?? false || sense?.has("country") ?? false || sense?.has("lock") ?? false {
          return "its"
        }
        // Two names in a row are mostly a person's.
        if at == 0 || units[at - 1].tag != .name { return subjectIsHuman(index) ? "his" : "its" }
        if at > 0, units[at - 1].tag == .name, !units[at].text.unicodeScalars.allSatisfy({ $0.properties.isUppercase })
        {
          return "his"
        }
      }
      at -= 1
    }
    return subjectIsHuman(index) ? "his" : "its"
  }

  private func subjectIsHuman(_ index: Int) -> Bool {
    units[..<index].contains { $0.tag == .verb && rules.has("human-verb", $0.lemma) }
  }

  /// Whether a *non* stands before the unit in its clause.
  func isNegated(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0 {
      switch units[at].tag {
      case .negation: return true
      case .subordinator, .relative: return false
      case .punctuation where units[at].text != ",": return false
      default: at -= 1
      }
    }
    return false
  }
}
