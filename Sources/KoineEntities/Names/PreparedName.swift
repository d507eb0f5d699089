/// One word of a name that is ready to be compared.
struct NameToken: Sendable {
  /// What kind of word it is, which decides how much it tells.
  enum Kind: UInt8, Sendable {
    /// Tells one name from another: `Infineon`.
    case distinctive
    /// Says what a company does or is: `Semiconductor`, `Bank`, `University`.
    case field
    /// Says next to nothing: `Group`, `International`.
    case generic
    /// A place or a people.
    case place
    /// A number, an ordinal or a roman numeral.
    case number
  }

  /// Offsets in the name's bytes.
  var lower: UInt16
  var upper: UInt16
  /// The hash of the word itself.
  var hash: UInt64
  /// The hash of its English rendering, or of itself.
  var meaning: UInt64
  /// A second rendering, or the same.
  var otherMeaning: UInt64
  var kind: Kind
  /// Whether some list knows the word, so that a word one letter away is another word, not a typo.
  var isKnown: Bool
  /// Whether it says what kind of institution it is: institute, academy, ministry.
  var isBody = false
  /// How much the word counts.
  var weight: Float

  var count: Int { Int(upper - lower) }
}

/// A name that has been taken apart once, to be compared many times.
public struct PreparedName: Sendable {
  /// The first letter of a word, for acronyms; words that acronyms may leave out are marked.
  struct Initial: Sendable {
    var lower: UInt16
    var upper: UInt16
    var letter: UInt8
    /// A stop word or a part of a legal form.
    var isOptional: Bool
    /// A part of a legal form.
    var isLegal: Bool

    init(_ range: Range<Int>, in bytes: [UInt8], isOptional: Bool, isLegal: Bool = false) {
      lower = UInt16(truncatingIfNeeded: range.lowerBound)
      upper = UInt16(truncatingIfNeeded: range.upperBound)
      letter = bytes[range.lowerBound]
      self.isOptional = isOptional
      self.isLegal = isLegal
    }
  }

  /// The name as it was given.
  public let text: String
  /// The folded words that `tokens` point into.
  var bytes: [UInt8]
  /// The words without legal form and stop words; never empty unless the name has no letter.
  var tokens: [NameToken]
  /// The first letters of all words, in their order.
  var initials: [Initial]
  /// All letters of `tokens`, without spaces.
  var letters: [UInt8]
  /// The hash of the folded name as a whole.
  var whole: UInt64
  /// The hash of `tokens` in alphabetical order.
  var sorted: UInt64
  /// The hash of an acronym given in parentheses, or 0.
  var acronym: UInt64
  /// The legal form's kind, or nothing.
  var legalForm: String
  /// The identifier of the thing that a registry knows by this name.
  var registryID: String?
  var registryName: String
  /// The parts of a Chinese, Japanese or Korean name.
  var foreign: ForeignName?
  /// Whether the name is written in Latin letters (or has been brought to them).
  var isLatin: Bool

  /// Whether there is anything to compare.
  var isEmpty: Bool { tokens.isEmpty && foreign == nil }

  func span(_ token: NameToken) -> ArraySlice<UInt8> { bytes[Int(token.lower)..<Int(token.upper)] }

  func text(_ token: NameToken) -> String { String(decoding: span(token), as: UTF8.self) }
}

/// A name in Chinese characters, kana or hangul, cut into parts.
struct ForeignName: Sendable {
  /// A stretch that a gloss knows, or a stretch between such.
  struct Part: Sendable {
    /// English renderings, each the hashes of its words.
    var meanings: [[UInt64]]
    /// The part in Latin letters.
    var latin: [UInt8]
    var weight: Float
    /// The characters of the part.
    var characters: [Unicode.Scalar]
    /// Whether a gloss or the gazetteer knows it.
    var isGlossed: Bool
    /// Whether the gazetteer knows it.
    var isPlace: Bool
    /// The Japanese readings of each character.
    var readings: [[[UInt8]]] = []
  }

  /// The characters without the legal form.
  var core: [Unicode.Scalar]
  var parts: [Part]
  /// The Latin letters that the unknown stretches spell by their names: 케이티 is KT.
  var spelled: [UInt8]
  /// The Japanese readings of each character, none where none is known.
  var readings: [[[UInt8]]]
  /// The romanization of each character or, in kana and hangul, of each syllable.
  var syllables: [[UInt8]]
}
