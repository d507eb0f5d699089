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
