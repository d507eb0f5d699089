import KoineLexicon
import KoineText

/// A word or more of English, with the source behind it.
struct Piece: Sendable {
  var text: String
  /// Where it came from; `nil` for a word that the grammar supplied.
  var source: TextRange?
  var origins: [Origin] = []
  /// Whether it is written onto the piece before it, as `'s` or a comma.
  var isGlued = false
  /// Whether its capitals are its own, as in names.
  var isName = false
}

/// One way to say a noun phrase.
struct RenderedNoun: Sendable {
  var pieces: [Piece]
  var isPlural = false
  var person: UInt8 = 3
  var sense: Sense
  /// What the decoder pays for it.
  var cost: Float = 0
  var isName = false
  /// The place of the head's article in `pieces`, if there is one.
  var hasArticle = false
}

/// A rendering of a stretch of units that the decoder may choose.
struct Option: Sendable {
  var units: Range<Int>
  var pieces: [Piece]
  var cost: Float
  /// What made it, for `--show`.
  var source: String
}
