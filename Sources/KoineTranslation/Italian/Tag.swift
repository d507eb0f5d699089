/// The part of speech that a reading gives a word.
enum Tag: UInt8, CaseIterable, Sendable {
  case noun, name, adjective, verb, infinitive, participle, gerund, adverb, article, indefinite, preposition,
    articulated, clitic, pronoun, possessive, demonstrative, quantifier, number, coordinator, subordinator, relative,
    question, negation, punctuation, interjection

  /// Tags by the names that lexicon files use.
  static let named: [String: Tag] = Dictionary(
    uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) }
  )

  /// Whether words of this tag start a noun phrase as its determiner.
  var isDeterminer: Bool {
    switch self {
    case .article, .indefinite, .demonstrative, .quantifier, .possessive: true
    default: false
    }
  }
}

/// What an inflected form says about itself.
struct Features: Hashable, Sendable, BitwiseCopyable {
  enum Gender: UInt8, Sendable { case any, masculine, feminine }
  enum Number: UInt8, Sendable { case any, singular, plural }
  enum Tense: UInt8, Sendable, CaseIterable {
    case none, present, imperfect, past, future, conditional, subjunctive, pastSubjunctive, imperative
  }

  var gender = Gender.any
  var number = Number.any
  /// 1 to 3; 0 where there is none.
  var person: UInt8 = 0
  var tense = Tense.none

  private static let tenses: [String: Tense] = [
    "pres": .present, "impf": .imperfect, "past": .past, "fut": .future, "cond": .conditional, "sub": .subjunctive,
    "subimpf": .pastSubjunctive, "imp": .imperative,
  ]

  init() {}

  init(gender: Gender, number: Number, person: UInt8 = 0, tense: Tense = .none) {
    self.gender = gender
    self.number = number
    self.person = person
    self.tense = tense
  }

  /// Reads a code such as `ms`, `fp` or `3s.pres`; `nil` if it holds something else.
  init?(code: String) {
    for part in code.split(separator: ".") {
      if let tense = Self.tenses[String(part)] {
        self.tense = tense
        continue
      }
      for letter in part.utf8 {
        switch letter {
        case UInt8(ascii: "m"): gender = .masculine
        case UInt8(ascii: "f"): gender = .feminine
        case UInt8(ascii: "s"): number = .singular
        case UInt8(ascii: "p"): number = .plural
        case UInt8(ascii: "1")...UInt8(ascii: "3"): person = letter - 48
        default: return nil
        }
      }
    }
  }

  /// Whether gender and number may belong to one thing.
  func agrees(with other: Features) -> Bool { agreesInGender(other) && agreesInNumber(other) }

  func agreesInGender(_ other: Features) -> Bool {
    gender == .any || other.gender == .any || gender == other.gender
  }

  func agreesInNumber(_ other: Features) -> Bool {
    number == .any || other.number == .any || number == other.number
  }
}

extension Features: CustomStringConvertible {
  /// The code that `init(code:)` reads.
  var description: String {
    var letters = person > 0 ? "\(person)" : ""
    if gender != .any { letters += gender == .masculine ? "m" : "f" }
    if number != .any { letters += number == .singular ? "s" : "p" }
    let names = ["", "pres", "impf", "past", "fut", "cond", "sub", "subimpf", "imp"]
    return [letters, names[Int(tense.rawValue)]].filter { !$0.isEmpty }.joined(separator: ".")
  }
}

/// One way to understand a word or a fixed phrase.
struct Reading: Sendable {
  var lemma: String
  var tag: Tag
  var features = Features()
  /// Object pronouns written onto a verb: `lo` in *farlo*.
  var enclitics: [String] = []
  /// The auxiliary of a verb: `a`, `e`, `ae` or empty.
  var auxiliary = ""
  /// English that this reading brings along: of a phrase, a term, a lock or a guess.
  var given: Sense?
  /// How unlikely it is before its neighbours are looked at.
  var cost: Float = 0
  /// Whether no lexicon knows the word.
  var isGuess = false
}
