public import KoineLexicon
public import KoineText

/// A stretch of the source whose English form is settled before translation: a name, a term of the user's, a date or an amount.
public struct Lock: Hashable, Sendable {
  /// What the English form is, for grammar and for `explain`.
  public enum Kind: String, Sendable, Codable {
    case organization, person, place, product, term, value
  }

  /// The UTF-8 offsets in the sentence's text.
  public var range: TextRange
  /// The English form, written as it is.
  public var english: String
  /// What it is.
  public var kind: Kind
  /// The entry that settled it, if a lexicon line did.
  public var origin: Origin?

  /// Settles a stretch.
  public init(range: TextRange, english: String, kind: Kind, origin: Origin? = nil) {
    self.range = range
    self.english = english
    self.kind = kind
    self.origin = origin
  }
}

/// A sentence in English with its way back.
public struct Translation: Hashable, Sendable {
  /// One stretch of the English and what it came from.
  public struct Link: Hashable, Sendable {
    /// The UTF-8 offsets in the translation.
    public var target: TextRange
    /// The UTF-8 offsets in the source sentence; empty for a word that the grammar supplied.
    public var source: TextRange
    /// The lexicon lines and rules that made it so.
    public var origins: [Origin]

    /// Links a stretch of English to the source.
    public init(target: TextRange, source: TextRange, origins: [Origin]) {
      self.target = target
      self.source = source
      self.origins = origins
    }
  }

  /// The English text.
  public var text: String
  /// The links in the order of the English; together they cover every word of it.
  public var alignment: [Link]
  /// Words of the source (UTF-8 offsets in it) that no lexicon knows.
  public var unknown: [TextRange]
  /// Whether the sentence was said word by word, because the fluent way would have lost something.
  public var isPlain: Bool

  /// Describes a translation.
  public init(text: String, alignment: [Link], unknown: [TextRange], isPlain: Bool = false) {
    self.text = text
    self.alignment = alignment
    self.unknown = unknown
    self.isPlain = isPlain
  }
}

/// Something that says sentences in another language.
public protocol Translator: Sendable {
  /// A name for `_koine.translation.engine`.
  var name: String { get }

  /// Translates sentences of one text, in order; one translation a sentence.
  ///
  /// - Parameters:
  ///   - sentences: the texts of the sentences.
  ///   - locks: the settled stretches of each sentence, in order, not overlapping; offsets are those of the sentence.
  /// - Returns: one translation for each sentence.
  /// - Throws: what keeps the engine from answering at all; a sentence that it cannot say comes back as it was.
  func translate(_ sentences: [String], locks: [[Lock]]) async throws -> [Translation]
}
