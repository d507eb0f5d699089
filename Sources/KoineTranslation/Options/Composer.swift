import KoineLexicon
import KoineText

/// Says the chunks of one sentence in English.
struct Composer {
  let units: [Unit]
  let chunks: [Chunk]
  let lexicon: BilingualLexicon
  let rules: RuleBook
  let inflector: EnglishInflector

  // MARK: senses

  /// The preferred rendering of a unit as a noun.
  func nounSense(_ index: Int) -> Sense {
    let unit = units[index]
    if let given = unit.reading.given { return given }
    if let sense = lexicon.nouns(unit.lemma).first { return sense }
    switch unit.tag {
    case .adjective: if let sense = lexicon.adjectives(unit.lemma).first { return sense }
    case .participle:
      let noun = masculine(unit.lower)
      if let sense = lexicon.nouns(noun).first ?? lexicon.adjectives(noun).first { return sense }
      if let sense = lexicon.verbs(unit.lemma).first {
        return Sense(english: inflector.form(.participle, of: sense.english), origin: sense.origin)
      }
    case .number, .pronoun, .demonstrative, .quantifier, .possessive, .relative:
      if let sense = lexicon.closed(unit.lemma, unit.tag).first { return sense }
    default: break
    }
    return Sense(english: unit.text, source: .unknown)
  }

  /// The preferred rendering of an adjective or participle before or after a noun.
  func adjectiveSense(_ index: Int) -> Sense {
    let unit = units[index]
    switch unit.tag {
    case .participle:
      if let sense = lexicon.adjectives(masculine(unit.lower)).first { return sense }
      if let given = unit.reading.given {
        return Sense(
          english: inflector.form(.participle, of: given.english),
          origin: given.origin,
          source: given.source
        )
      }
      if let sense = lexicon.verbs(unit.lemma).first {
        return Sense(english: inflector.form(.participle, of: participleBase(sense.english)), origin: sense.origin)
      }
    case .quantifier:
      if let sense = lexicon.closed(unit.lemma, .quantifier).first {
        var chosen = sense
        chosen.english = numbered(sense.english, isPlural: unit.features.number == .plural)
        return chosen
      }
    default:
      if let given = unit.reading.given { return given }
      if let sense = lexicon.adjectives(unit.lemma).first { return sense }
      if let sense = lexicon.nouns(unit.lemma).first { return sense }
    }
    return unit.reading.given ?? Sense(english: unit.text, source: .unknown)
  }

  /// `be located` has the participle `located`.
  private func participleBase(_ verb: String) -> String { verb.hasPrefix("be ") ? String(verb.dropFirst(3)) : verb }

  private func masculine(_ form: String) -> String {
    guard let last = form.last, "aei".contains(last) else { return form }
    return form.dropLast() + "o"
  }

  /// `this/these` by number.
  func numbered(_ english: String, isPlural: Bool) -> String {
    guard let slash = english.firstIndex(of: "/"), english != "and/or" else { return english }
    return isPlural ? String(english[english.index(after: slash)...]) : String(english[..<slash])
  }

  // MARK: pieces

  /// A piece that says a unit.
  func piece(_ index: Int, _ text: String, _ origins: [Origin] = []) -> Piece {
    Piece(text: text, source: units[index].range, origins: origins, isName: units[index].tag == .name)
  }

  func piece(_ index: Int, _ sense: Sense) -> Piece {
    piece(index, sense.english.withoutHeadMark, sense.origin.map { [$0] } ?? [])
  }

  /// A word that the grammar supplies.
  func supplied(_ text: String, by rule: String) -> Piece { Piece(text: text, origins: rules.origin(rule)) }

  /// A word of a closed class.
  func closed(_ index: Int) -> Sense {
    if let given = units[index].reading.given { return given }
    return lexicon.closed(units[index].lemma, units[index].tag).first
      ?? Sense(english: units[index].text, source: .unknown)
  }

  // MARK: single units

  /// A unit by itself, without its neighbours' help: what remains when nothing better covers it.
  func plain(_ index: Int) -> [Piece] {
    let unit = units[index]
    switch unit.tag {
    case .punctuation:
      return [Piece(text: unit.text, source: unit.range, isGlued: !unit.isSpaced)]
    case .noun:
      let sense = nounSense(index)
      let isPlural = unit.features.number == .plural && !sense.has("pl") && !sense.has("mass")
      return [
        piece(
          index,
          isPlural ? inflector.plural(sense.english) : sense.english.withoutHeadMark,
          sense.origin.map { [$0] } ?? []
        )
      ]
    case .adjective, .participle: return [piece(index, adjectiveSense(index))]
    case .verb, .infinitive, .gerund:
      let sense = rules.frame(unit, lexicon)
      let text: String =
        switch unit.tag {
        case .gerund: inflector.form(.ing, of: sense.english)
        case .infinitive: sense.english
        default: finite(sense.english, unit)
        }
      return [piece(index, text, sense.origin.map { [$0] } ?? [])]
    case .name: return [piece(index, unit.reading.given?.english ?? unit.text)]
    case .adverb: return [piece(index, adverb(index))]
    case .demonstrative, .quantifier:
      let sense = closed(index)
      return [piece(index, numbered(sense.english, isPlural: unit.features.number == .plural))]
    case .articulated:
      let sense = closed(index)
      return [piece(index, sense), piece(index, "the", rules.origin("article-kept"))]
    default: return [piece(index, closed(index))]
    }
  }

  private func finite(_ verb: String, _ unit: Unit) -> String {
    switch unit.features.tense {
    case .imperfect, .past, .pastSubjunctive: inflector.form(.past, of: verb)
    case .future: "will " + verb
    case .conditional: "would " + verb
    case .imperative: verb
    default: unit.features.person == 3 && unit.features.number == .singular ? inflector.form(.third, of: verb) : verb
    }
  }

  /// The rendering of an adverb.
  func adverb(_ index: Int) -> Sense {
    let unit = units[index]
    if let given = unit.reading.given { return given }
    return lexicon.adverbs(unit.lemma).first ?? lexicon.closed(unit.lemma, .adverb).first
      ?? Sense(english: unit.text, source: .unknown)
  }
}
