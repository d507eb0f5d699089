import KoineText

/// A stretch of words that is taken for a name.
struct NameCandidate: Sendable {
  /// The words, as indices.
  var words: Range<Int>
  /// The offset after the last byte, which may take in the full stop of a legal form.
  var upper: UInt32
  var type: EntityType
  var confidence: Double
  var why: String
  /// The row in the table of phrases, if it has one.
  var row: Int?
  /// Whether the alias is an ordinary word too, so that it needs a witness.
  var isWeak = false
  /// Whether the last words are a legal form; how many.
  var legalWords = 0
  /// Words after the name that belong to nothing else.
  var trailingWords = 0
  /// The candidate that stands for the same thing, itself at first.
  var leader = 0
  /// How the text says that it is another name of its leader, if it says so.
  var relation: Mention.Relation?
  /// The codes of its shares that stand beside it.
  var tickers: [String] = []
}
