import KoineLexicon
import KoineText

extension Composer {
  /// Where a noun phrase stands.
  ///
  /// A `part` is what some are taken from, and keeps its article: *none of the customers*.
  enum Role: Sendable { case subject, object, predicate, afterPreposition, complement, part }

  /// The ways to say a noun phrase, the likeliest first.
  func rendered(_ phrase: NounPhrase, _ role: Role) -> [RenderedNoun] {
    let styles = complementStyles(phrase)
    return styles.map { style, cost in
      var result = rendered(phrase, role, style)
      result.cost = cost
      return result
    }
  }

  /// How the phrase after `di` is tied to its head.
  enum ComplementStyle: Sendable { case none, of, compound, genitive, measure }

  private func rendered(_ phrase: NounPhrase, _ role: Role, _ style: ComplementStyle) -> RenderedNoun {
    let head = units[phrase.head]
    var sense = nounSense(phrase.head)
    if head.tag == .pronoun { return pronoun(phrase, role, sense) }
    if !phrase.appositions.isEmpty, isTitle(phrase),
      let title = lexicon.nouns(head.lemma).first(where: { $0.has("address") })
    {
      // *il signor Rossi* is *Mr. Rossi*, though *un signore* is a gentleman.
      sense = title
    }
    let isPlural = isPlural(phrase, sense)
    var result = RenderedNoun(pieces: [], isPlural: isPlural, sense: sense, isName: head.tag == .name)
    var compound: [Piece] = []
    var tail: [Piece] = []
    var owner: [Piece] = []
    switch style {
    case .none: break
    case .measure:
      compound = measurePieces(phrase)
    case .compound:
      compound = compoundPieces(phrase)
    case .genitive:
      if let inner = phrase.complement.first {
        let rendering = rendered(inner, .complement)[0]
        owner = rendering.pieces
        let ending = rendering.isPlural && (owner.last?.text.hasSuffix("s") ?? false) ? "'" : "'s"
        var mark = supplied(ending, by: "owner")
        mark.source = phrase.complementPreposition.map { units[$0].range }
        mark.isGlued = true
        // *St. Martin's* is its own owner.
        if owner.last?.text.hasSuffix("'s") != true { owner.append(mark) }
      }
    case .of:
      if let inner = phrase.complement.first, let preposition = phrase.complementPreposition {
        let isCount = head.tag == .noun && rules.has("big-number", head.lemma) && !phrase.numbers.isEmpty
        let isDay = rules.has("weekday", units[inner.head].lemma)
        if !isCount {
          tail.append(piece(preposition, isDay ? "on" : "of", closed(preposition).origin.map { [$0] } ?? []))
        }
        let isPart = [.quantifier, .demonstrative, .number].contains(head.tag)
        tail += rendered(inner, isPart ? .part : .complement)[0].pieces
        for (index, other) in phrase.complement.dropFirst().enumerated() {
          let link = phrase.complement[index].units.upperBound
          tail += plain(link)
          tail += rendered(other, .complement)[0].pieces
        }
      }
    }
    let before = preModifiers(phrase, isPlural: isPlural)
    let after = postModifiers(phrase)
    var nounText = sense.english
    let isBigNumber = rules.has("big-number", head.lemma) && !phrase.numbers.isEmpty
    if isPlural, !sense.has("pl"), head.tag != .number, !isBigNumber { nounText = plural(head, sense) }
    nounText = nounText.withoutHeadMark
    if head.tag == .demonstrative || head.tag == .quantifier {
      nounText = demonstrative(phrase, isPlural: isPlural, sense)
    } else if head.tag == .adjective || head.tag == .participle {
      nounText = nominalized(phrase, sense, isPlural: isPlural)
    } else if head.tag == .possessive {
      nounText =
        possessive(phrase.head).replacing("its", with: "its own")
        + (["its"].contains(possessive(phrase.head)) ? "" : " own")
    }
    sense.english = nounText
    let names = phrase.appositions.flatMap { plain($0) }
    let isSuperlative = phrase.after.contains { $0.degree == .most } || phrase.before.contains { $0.degree == .most }
    var determiner: [Piece] = []
    if owner.isEmpty {
      determiner = determinerPieces(
        phrase,
        role,
        DeterminerContext(
          isPlural: isPlural,
          sense: sense,
          hasOf: !tail.isEmpty,
          isSuperlative: isSuperlative,
          hasModifiers: !after.isEmpty || !before.isEmpty || !compound.isEmpty
        )
      )
    } else {
      determiner = owner
    }
    result.hasArticle = determiner.first?.text == "the"
    result.pieces = approximationPieces(phrase) + determiner
    result.pieces += style == .measure ? compound + before + after : before + after + compound
    let titled = !names.isEmpty && isTitle(phrase)
    let nounPiece = piece(
      phrase.head,
      titled ? nounText.prefix(1).uppercased() + nounText.dropFirst() : nounText,
      (sense.origin.map { [$0] } ?? [])
    )
    if head.lemma == "ora", let clock = phrase.appositions.first, units[clock].tag == .number {
      // *alle ore 19:30* says only the time.
      result.pieces = names
    } else if rules.has("named-group", head.lemma), !names.isEmpty, head.tag == .noun {
      result.pieces += names + [nounPiece]
    } else {
      result.pieces.append(nounPiece)
      result.pieces += names
    }
    result.pieces += tail
    result.sense = sense
    return result
  }

  // MARK: heads

  private func plural(_ head: Unit, _ sense: Sense) -> String {
    if head.tag == .name || sense.has("value") { return sense.english }
    if sense.has("pl") || inflector.isPluralOnly(sense.english) || inflector.isMass(sense.english) {
      return sense.english
    }
    return inflector.plural(sense.english)
  }

  /// Whether the English phrase is plural.
  func isPlural(_ phrase: NounPhrase, _ sense: Sense) -> Bool {
    if sense.has("pl") || inflector.isPluralOnly(sense.english) { return true }
    let head = units[phrase.head]
    if sense.has("mass"), head.tag == .noun, head.features.number != .plural { return false }
    if head.tag == .noun, inflector.isMass(sense.english) { return false }
    var number = head.features.number
    if number == .any, rules.has("weekday", head.lemma) || rules.has("month", head.lemma) { return false }
    if number == .any {
      let helpers = [phrase.determiner].compactMap { $0 } + (phrase.before + phrase.after).map(\.head)
      number = helpers.map { units[$0].features.number }.first { $0 != .any } ?? .any
      if number == .any, !phrase.numbers.isEmpty { number = .plural }
      // A countable noun without any determiner can only be plural: *produce chip*.
      if number == .any, phrase.determiner == nil, phrase.possessive == nil, head.tag == .noun, !head.reading.isGuess,
        head.tokens.lowerBound > 0, !rules.has("never-plural", head.lemma)
      {
        number = .plural
      }
    }
    if let determiner = phrase.determiner, units[determiner].lemma == "qualche" { return true }
    return number == .plural
  }

  private func pronoun(_ phrase: NounPhrase, _ role: Role, _ sense: Sense) -> RenderedNoun {
    let unit = units[phrase.head]
    let isSubject = role == .subject || role == .predicate
    var text = sense.english
    if !isSubject, let object = sense.notes.first { text = String(object) }
    if isNegated(phrase.head), let any = ["no one": "anyone", "nothing": "anything"][text] { text = any }
    var result = RenderedNoun(
      pieces: [piece(phrase.head, text, sense.origin.map { [$0] } ?? [])],
      isPlural: unit.features.number == .plural,
      person: max(1, unit.features.person),
      sense: sense
    )
    if let inner = phrase.complement.first, let preposition = phrase.complementPreposition {
      if text == "no one" {
        result.pieces[0].text = "none"
      } else if text == "everyone" {
        result.pieces[0].text = "each"
      }
      result.pieces.append(piece(preposition, "of"))
      result.pieces += rendered(inner, .part)[0].pieces
    }
    return result
  }

  private func demonstrative(_ phrase: NounPhrase, isPlural: Bool, _ sense: Sense) -> String {
    let unit = units[phrase.head]
    let base = lexicon.closed(unit.lemma, unit.tag).first?.english ?? sense.english
    let text = numbered(base, isPlural: unit.features.number == .plural)
    if unit.lemma == "altro" { return unit.features.number == .plural ? "others" : "other" }
    if unit.lemma == "quello", phrase.complement.isEmpty {
      let next = phrase.units.upperBound
      if next < units.count, units[next].tag == .relative { return unit.features.number == .plural ? "those" : "what" }
    }
    if unit.lemma == "nessuno" { return isNegated(phrase.head) ? "any" : "none" }
    return text
  }

  /// An adjective in the place of a noun: *i giovani* → *young people*, *il primo* → *the first*.
  private func nominalized(_ phrase: NounPhrase, _ sense: Sense, isPlural: Bool) -> String {
    let unit = units[phrase.head]
    if lexicon.nouns(unit.lemma).isEmpty == false {
      return isPlural ? plural(unit, sense) : sense.english
    }
    if rules.has("ordinal", unit.lemma) {
      return isPlural ? "first" == sense.english ? "first" : sense.english : sense.english
    }
    if unit.lemma == "stesso" { return "same" }
    if isPlural, let capital = sense.english.first, capital.isUppercase {
      return sense.english.hasSuffix("ese") || sense.english.hasSuffix("sh") || sense.english.hasSuffix("ch")
        ? sense.english : inflector.plural(sense.english)
    }
    // *quella causata da …* → *that caused by …*
    if unit.tag == .participle, phrase.determiner.map({ units[$0].tag == .demonstrative }) ?? false {
      return sense.english
    }
    return isPlural ? sense.english + " ones" : sense.english + " one"
  }

  /// *più di 100* → *more than 100*.
  private func approximationPieces(_ phrase: NounPhrase) -> [Piece] {
    guard let range = phrase.approximation, let first = range.first, let last = range.last else { return [] }
    let words = [
      "più": "more than", "meno": "less than", "oltre": "more than", "circa": "about", "quasi": "almost",
      "almeno": "at least", "appena": "just", "ben": "as many as",
    ]
    var piece = piece(first, words[units[first].lemma] ?? units[first].text, rules.origin("approximation"))
    piece.source = TextRange(lower: units[first].range.lower, upper: units[last].range.upper)
    return [piece]
  }

  // MARK: modifiers

  private static let superlatives = ["migliore": "best", "peggiore": "worst", "maggiore": "largest"]

  /// *il migliore* is the best, *un migliore* a better one.
  private func superlative(_ modifier: Modifier, in phrase: NounPhrase, isPlural: Bool) -> String? {
    guard modifier.degree == .plain, let word = Self.superlatives[units[modifier.head].lemma],
      let determiner = phrase.determiner, [.article, .articulated].contains(units[determiner].tag)
    else { return nil }
    return word
  }

  func preModifiers(_ phrase: NounPhrase, isPlural: Bool) -> [Piece] {
    var placed: [(Int, [Piece])] = phrase.numbers.map { ($0, plain($0)) }
    for modifier in phrase.before {
      if let determiner = phrase.determiner, units[determiner].tag == .indefinite, units[modifier.head].lemma == "altro"
      {
        continue
      }
      var pieces = modifierPieces(modifier, isBeforeNoun: true)
      if let word = superlative(modifier, in: phrase, isPlural: isPlural) {
        pieces = [piece(modifier.head, word, rules.origin("superlative"))]
      }
      if let link = modifier.link { pieces = plain(link) + pieces }
      placed.append((modifier.units.lowerBound, pieces))
    }
    return placed.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }

  /// Adjectives behind the noun come before it in the opposite order; those that are tied together stay together.
  func postModifiers(_ phrase: NounPhrase) -> [Piece] {
    var groups: [[Piece]] = []
    for modifier in phrase.after {
      let pieces = modifierPieces(modifier, isBeforeNoun: true)
      if let link = modifier.link, !groups.isEmpty {
        groups[groups.count - 1] += plain(link) + pieces
      } else {
        groups.append(pieces)
      }
    }
    return groups.reversed().flatMap(\.self)
  }

  /// An adjective with its adverbs and degree.
  func modifierPieces(_ modifier: Modifier, isBeforeNoun: Bool) -> [Piece] {
    let sense = adjectiveSense(modifier.head)
    var pieces = modifier.adverbs.map { index in
      // *non è ancora chiaro* → *it is not yet clear*
      let isYet = units[index].lemma == "ancora" && isNegated(index)
      return isYet ? piece(index, "yet", rules.origin("negation")) : piece(index, adverb(index))
    }
    let origins = sense.origin.map { [$0] } ?? []
    var text = sense.english
    let unit = units[modifier.head]
    let isComparable = unit.tag == .adjective || unit.tag == .participle
    if isComparable, modifier.degree != .plain {
      switch modifier.degree {
      case .more: text = inflector.comparative(text)
      case .most: text = inflector.superlative(text)
      case .less: text = "less " + text
      case .least: text = "least " + text
      case .plain: break
      }
    }
    text = text.withoutHeadMark
    var made = piece(modifier.head, text, origins)
    if modifier.degree != .plain, let more = modifier.units.first(where: { isDegreeWord($0) }) {
      made.source = TextRange(lower: units[more].range.lower, upper: unit.range.upper)
    }
    pieces.append(made)
    return pieces
  }

  func isDegreeWord(_ index: Int) -> Bool { units[index].lemma == "più" || units[index].lemma == "meno" }
}
