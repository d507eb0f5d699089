/// All that the tables know of one word, or of a phrase that is a legal form or a place.
struct WordFact: Sendable {
  /// What is known of it.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16

    /// In the table of words: class, gloss or legal form.
    static let isWord = Flags(rawValue: 1)
    /// In the gazetteer, be it as the beginning of a longer name.
    static let isPlace = Flags(rawValue: 2)
    /// A class or a gloss, a place or a number.
    static let isKnown = Flags(rawValue: 4)
    static let isStop = Flags(rawValue: 8)
    static let isBody = Flags(rawValue: 16)
    /// Its gloss says what kind of institution it is.
    static let glossIsBody = Flags(rawValue: 32)
    static let isNumber = Flags(rawValue: 64)
    /// An exchange, as it stands before a ticker.
    static let isExchange = Flags(rawValue: 128)
    /// Russian endings may follow.
    static let isStem = Flags(rawValue: 512)
    /// A legal form by itself, wherever it stands.
    static let isLegalForm = Flags(rawValue: 256)
  }

  /// The hash of the word.
  var hash: UInt64
  /// The hashes of what it means as a word of a name, or 0.
  var meaning: UInt64 = 0
  var otherMeaning: UInt64 = 0
  /// The hash of its first gloss, or 0.
  var gloss: UInt64 = 0
  /// The hash of the English name of the place, or 0.
  var place: UInt64 = 0
  var flags: Flags = []
  var kind = NameToken.Kind.distinctive
  /// The legal form that it is at the beginning or at the end of a name.
  var startForm: LegalForm?
  var endForm: LegalForm?
  /// How many words the longest legal form has that begins or ends with it.
  var startLength: UInt8 = 0
  var endLength: UInt8 = 0
}
