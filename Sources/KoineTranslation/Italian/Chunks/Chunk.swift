/// A piece of the sentence that English moves as a whole.
enum Chunk: Sendable {
  case noun(NounPhrase)
  case prepositional(preposition: Int, NounPhrase)
  case verb(VerbGroup)
  /// Adjectives and participles outside noun phrases.
  case modifiers([Modifier])
  case word(Int)

  /// The units that it covers.
  var units: Range<Int> {
    switch self {
    case .noun(let phrase): phrase.units
    case .prepositional(let preposition, let phrase): preposition..<max(phrase.units.upperBound, preposition + 1)
    case .verb(let group): group.units
    case .modifiers(let all): (all.first?.units.lowerBound ?? 0)..<(all.last?.units.upperBound ?? 0)
    case .word(let unit): unit..<(unit + 1)
    }
  }
}

/// An adjective or participle with the adverbs before it.
struct Modifier: Sendable {
  enum Degree: Sendable { case plain, more, less, most, least }

  var units: Range<Int>
  var adverbs: [Int] = []
  var degree = Degree.plain
  var head: Int
  /// The coordinator or comma that ties it to the one before.
  var link: Int?
}

/// A noun with what belongs to it.
struct NounPhrase: Sendable {
  var units: Range<Int>
  /// `tutti`, `entrambi` before the article.
  var all: Int?
  /// An article, demonstrative or quantifier; or the preposition that an article is part of.
  var determiner: Int?
  /// Whether the determiner is the article inside `di`, as in *dei libri*.
  var isPartitive = false
  var possessive: Int?
  var numbers: [Int] = []
  /// Words such as *più di* and *circa* before the number.
  var approximation: Range<Int>?
  var before: [Modifier] = []
  var head: Int
  /// Names and numbers right after the head: *il presidente Rossi*, *articolo 5*.
  var appositions: [Int] = []
  var after: [Modifier] = []
  /// The phrases after `di`: none, one, or several bare nouns tied by coordinators, as in *di test e collaudo*.
  var complement: [NounPhrase] = []
  var complementPreposition: Int?
}

/// A verb with auxiliaries, modals, negation, clitics and the adverbs among them.
struct VerbGroup: Sendable {
  enum Kind: Sendable { case finite, infinitive, gerund }

  var units: Range<Int>
  var kind: Kind
  var negation: Int?
  var clitics: [Int] = []
  /// The first verb: the one that carries the tense.
  var first: Int
  /// The verb that carries the meaning.
  var main: Int
  var modal: Int?
  var adverbs: [Int] = []
  var isPerfect = false
  var isPassive = false
  var isProgressive = false
  /// The preposition before an infinitive.
  var preposition: Int?
}
