import KoineText

/// What stands between a word and the one before it.
struct Gap: OptionSet, BitwiseCopyable, Sendable {
  var rawValue: UInt16

  static let space = Gap(rawValue: 1)
  static let newline = Gap(rawValue: 1 << 1)
  static let hyphen = Gap(rawValue: 1 << 2)
  static let slash = Gap(rawValue: 1 << 3)
  static let comma = Gap(rawValue: 1 << 4)
  static let period = Gap(rawValue: 1 << 5)
  /// Marks that end a sentence or a clause: `!`, `?`, `…`, `;`, `。`.
  static let stop = Gap(rawValue: 1 << 6)
  static let colon = Gap(rawValue: 1 << 7)
  static let open = Gap(rawValue: 1 << 8)
  static let close = Gap(rawValue: 1 << 9)
  static let quote = Gap(rawValue: 1 << 10)
  static let ampersand = Gap(rawValue: 1 << 11)
  static let apostrophe = Gap(rawValue: 1 << 12)
  static let dash = Gap(rawValue: 1 << 13)
  static let other = Gap(rawValue: 1 << 14)
  static let possessive = Gap(rawValue: 1 << 15)

  /// Whether words on both sides may belong to one name.
  var isTight: Bool {
    self == .space || self == .hyphen || self == .apostrophe || isEmpty
      || (contains(.ampersand) && isSubset(of: [.space, .ampersand])) || self == [.apostrophe, .space]
  }
}

/// How a word is written.
struct Shape: OptionSet, BitwiseCopyable, Sendable {
  var rawValue: UInt16

  /// The first letter is a capital.
  static let capital = Shape(rawValue: 1)
  /// Two letters or more, all of them capitals.
  static let allCapitals = Shape(rawValue: 1 << 1)
  /// A capital follows a small letter, as in `STMicroelectronics` or `eBay`.
  static let mixed = Shape(rawValue: 1 << 2)
  static let digits = Shape(rawValue: 1 << 3)
  static let number = Shape(rawValue: 1 << 4)
  /// One character of Chinese, Japanese or Korean.
  static let cjk = Shape(rawValue: 1 << 5)
  /// Letters with full stops between them, as in `S.p.A.`.
  static let dotted = Shape(rawValue: 1 << 6)
  /// An address, a handle or the like.
  static let code = Shape(rawValue: 1 << 7)
  /// One letter.
  static let single = Shape(rawValue: 1 << 8)
  /// The first word of a sentence, a line or a quotation: a capital says little.
  static let initial = Shape(rawValue: 1 << 9)
  /// Stands in a headline where most words have a capital.
  static let headline = Shape(rawValue: 1 << 10)
  /// After the last word.
  static let end = Shape(rawValue: 1 << 11)
}

/// One word of a text.
struct Word: BitwiseCopyable, Sendable {
  /// UTF-8 offsets in the text.
  var lower: UInt32
  var upper: UInt32
  /// Offsets in the folded bytes.
  var foldLower: UInt32
  var foldUpper: UInt32
  var gap: Gap
  var shape: Shape
  var classes: WordClass
  /// A hash of the folded bytes.
  var hash: UInt64

  /// Whether it is written as names are.
  var isCapital: Bool { !shape.isDisjoint(with: [.capital, .mixed]) }
  var length: Int { Int(foldUpper - foldLower) }
}

/// What is known of a word.
struct WordClass: OptionSet, BitwiseCopyable, Sendable {
  var rawValue: UInt32

  static let functionEnglish = WordClass(rawValue: 1)
  static let functionItalian = WordClass(rawValue: 1 << 1)
  static let functionOther = WordClass(rawValue: 1 << 2)
  static let calendar = WordClass(rawValue: 1 << 3)
  static let demonym = WordClass(rawValue: 1 << 4)
  static let speech = WordClass(rawValue: 1 << 5)
  static let deed = WordClass(rawValue: 1 << 6)
  static let locative = WordClass(rawValue: 1 << 7)
  static let placeNoun = WordClass(rawValue: 1 << 8)
  static let orgNoun = WordClass(rawValue: 1 << 9)
  static let orgDeed = WordClass(rawValue: 1 << 10)
  static let orgAfter = WordClass(rawValue: 1 << 11)
  static let particle = WordClass(rawValue: 1 << 12)
  static let commonEnglish = WordClass(rawValue: 1 << 13)
  static let commonItalian = WordClass(rawValue: 1 << 14)
  static let commonOther = WordClass(rawValue: 1 << 15)
  static let given = WordClass(rawValue: 1 << 16)
  static let surname = WordClass(rawValue: 1 << 17)
  static let pinyin = WordClass(rawValue: 1 << 18)
  static let orgFirst = WordClass(rawValue: 1 << 19)
  static let orgLast = WordClass(rawValue: 1 << 20)
  static let placeFirst = WordClass(rawValue: 1 << 21)
  static let placeLast = WordClass(rawValue: 1 << 22)
  /// Begins a name that a registry, the gazetteer or the list of known names has, or a role or legal form.
  static let phraseStart = WordClass(rawValue: 1 << 23)
  static let roleStart = WordClass(rawValue: 1 << 24)
  static let legalStart = WordClass(rawValue: 1 << 25)
  /// Opens names in Italian only.
  static let italianTrigger = WordClass(rawValue: 1 << 26)

  static let names: [(String, WordClass)] = [
    ("calendar", .calendar), ("deed", .deed), ("demonym", .demonym), ("locative", .locative), ("orgAfter", .orgAfter),
    ("orgDeed", .orgDeed), ("orgNoun", .orgNoun), ("particle", .particle), ("placeNoun", .placeNoun),
    ("speech", .speech),
  ]
}
