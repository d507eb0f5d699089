public import KoineLexicon
public import KoineText
import KoineValues

/// Translates Italian into English by lexicons and rules.
public struct ItalianTranslator: Translator {
  /// The domain lexicons that are shipped, in order of priority.
  public static let allDomains = ["it-en-semiconductors", "it-en-metals", "it-en-business"]

  /// `koine-it-en`.
  public let name = "koine-it-en"

  private let analyzer: ItalianAnalyzer
  private let phrases: PhraseTable
  private let lexicon: BilingualLexicon
  private let rules: RuleBook
  private let inflector: EnglishInflector
  private let values: ValueFinder?
  private let tagger = Tagger()

  /// Opens the lexicons.
  ///
  /// - Parameters:
  ///   - store: the lexicons.
  ///   - terms: the user's own term files (`italian`, `english`, `pos`), which win over everything else.
  ///   - domains: folders of term lexicons, which win over the general lexicon.
  /// - Throws: every problem of every file.
  public init(
    store: LexiconStore,
    terms: [String] = [],
    domains: [String] = ItalianTranslator.allDomains
  ) throws(Diagnostics) {
    lexicon = try BilingualLexicon(store: store)
    let words = try EnglishWords(store: store)
    analyzer = ItalianAnalyzer(
      forms: try ItalianForms(store: store),
      guesser: Guesser(bilingual: lexicon, words: words)
    )
    phrases = try PhraseTable(store: store, terms: terms, domains: domains)
    rules = try RuleBook(store: store)
    inflector = try EnglishInflector(store: store)
    values = try ValueFinder(store: store, language: .italian)
  }

  /// Translates sentences one by one.
  public func translate(_ sentences: [String], locks: [[Lock]]) -> [Translation] {
    sentences.enumerated().map { index, sentence in
      translation(of: sentence, locks: locks.indices.contains(index) ? locks[index] : [])
    }
  }

  /// Translates one sentence.
  ///
  /// Names and terms in `locks` come out as they are settled; a result that lost a number, a negation or a lock is made again
  /// word by word and says so in `isPlain`.
  public func translation(of sentence: String, locks: [Lock] = []) -> Translation {
    let steps = steps(sentence, locks)
    return steps.translation
  }

  // MARK: steps

  /// Everything that was worked out on the way to a translation.
  struct Steps {
    var tokens: [ItalianToken]
    var lattice: UnitLattice
    var units: [Unit]
    var chunks: [Chunk]
    var options: OptionLattice
    var path: BeamDecoder.Path
    var translation: Translation
  }

  /// The longest sentence that is analysed; longer ones come back as they are.
  static let longestSentence = 20_000

  func steps(_ sentence: String, _ locks: [Lock]) -> Steps {
    guard sentence.utf8.count <= Self.longestSentence else {
      return Steps(
        tokens: [],
        lattice: UnitLattice(tokens: []),
        units: [],
        chunks: [],
        options: OptionLattice(units: 0),
        path: .init(options: [], cost: 0),
        translation: .untouched(sentence)
      )
    }
    let accented = TypedAccents(forms: analyzer.forms).applied(to: ItalianToken.tokens(in: sentence))
    let tokens = CapitalLines(forms: analyzer.forms).applied(to: accented)
    var lattice = lattice(tokens, sentence, locks)
    var units = tagger.units(lattice)
    if !units.contains(where: { $0.tag == .verb }), lattice.favorVerbs() { units = tagger.units(lattice) }
    let chunks = Chunker(units: units, lexicon: lexicon, rules: rules).chunks()
    let composer = Composer(units: units, chunks: chunks, lexicon: lexicon, rules: rules, inflector: inflector)
    let decoder = BeamDecoder()
    var options = composer.lattice(onlyPlain: false)
    var path = decoder.decode(options)
    var translation = finish(path, sentence, tokens, units)
    if !Check(units: units, sentence: sentence).passes(path, translation.text) {
      options = composer.lattice(onlyPlain: true)
      path = decoder.decode(options)
      translation = finish(path, sentence, tokens, units)
      translation.isPlain = true
    }
    return Steps(
      tokens: tokens,
      lattice: lattice,
      units: units,
      chunks: chunks,
      options: options,
      path: path,
      translation: translation
    )
  }

  private func lattice(_ tokens: [ItalianToken], _ sentence: String, _ locks: [Lock]) -> UnitLattice {
    var lattice = UnitLattice(tokens: tokens)
    var readings = tokens.indices.map { analyzer.readings(of: tokens, at: $0) }
    ReadingHints(tokens: tokens, lexicon: lexicon, rules: rules).weigh(&readings)
    for (index, list) in readings.enumerated() {
      for reading in list { lattice.arcs[index].append(.init(end: index + 1, reading: reading)) }
    }
    PhraseMatcher(table: phrases, tokens: tokens, readings: readings).add(to: &lattice)
    LoanFinder(tokens: tokens, readings: readings, words: analyzer.guesser.words).add(to: &lattice)
    for value in values?.values(in: sentence) ?? [] { add(value, to: &lattice) }
    for lock in locks { add(lock, to: &lattice) }
    return lattice
  }

  private func add(_ value: Value, to lattice: inout UnitLattice) {
    guard let range = lattice.tokens(at: value.range), range.count > 1 else { return }
    var notes = "value,\(value.kind.rawValue)"
    switch value.kind {
    case .date:
      let isDay = value.value.utf8.count == 10
      if isDay { notes += ",day" }
      if value.english.contains(" of ") { notes += ",ordinal-date" }
    case .money, .percent, .quantity: break
    default: return
    }
    let english = value.kind == .date ? value.english : EnglishNumbers.grouped(value.english)
    var reading = Reading(
      lemma: value.english,
      tag: .noun,
      given: Sense(english: english, notes: notes, source: .lock)
    )
    if value.kind != .date { reading.features.number = .plural }
    reading.cost = -1.2 * Float(range.count)
    lattice.arcs[range.lowerBound].append(.init(end: range.upperBound, reading: reading))
  }

  /// A lock is the only way over its tokens.
  private func add(_ lock: Lock, to lattice: inout UnitLattice) {
    guard let range = lattice.tokens(at: lock.range) else { return }
    for start in lattice.tokens.indices {
      lattice.arcs[start].removeAll { arc in start < range.upperBound && arc.end > range.lowerBound }
    }
    var notes = "lock,\(lock.kind.rawValue)"
    if lock.kind == .value { notes += ",value" }
    let sense = Sense(english: lock.english, notes: notes, origin: lock.origin, source: .lock)
    let tag: Tag = lock.kind == .term || lock.kind == .value ? .noun : .name
    lattice.arcs[range.lowerBound].append(
      .init(end: range.upperBound, reading: Reading(lemma: lock.english, tag: tag, given: sense))
    )
    // Tokens that a lock cuts through stay reachable by themselves.
    for start in lattice.tokens.indices where lattice.arcs[start].isEmpty && !range.contains(start) {
      let text = lattice.tokens[start].text
      lattice.arcs[start].append(
        .init(end: start + 1, reading: Reading(lemma: text, tag: .name, given: Sense(english: text, source: .guess)))
      )
    }
  }

  private func finish(_ path: BeamDecoder.Path, _ sentence: String, _ tokens: [ItalianToken], _ units: [Unit])
    -> Translation
  {
    let capitals = Set(tokens.filter(\.isCapitalized).map(\.range.lower))
    let (text, links) = Finisher(inflector: inflector).finished(
      path.options.flatMap(\.pieces),
      startsCapitalized: sentence.unicodeScalars.first(where: \.properties.isAlphabetic)?.properties.isUppercase
        ?? false,
      capitals: { capitals.contains($0) }
    )
    let unknown = units.filter { $0.reading.isGuess && $0.reading.given?.source == .unknown }.map(\.range)
    return Translation(text: text, alignment: links, unknown: unknown)
  }
}

extension Translation {
  /// A sentence that was left as it is.
  static func untouched(_ sentence: String) -> Translation {
    let all = sentence.textRange
    return Translation(
      text: sentence,
      alignment: all.isEmpty ? [] : [Link(target: all, source: all, origins: [])],
      unknown: [],
      isPlain: true
    )
  }
}
