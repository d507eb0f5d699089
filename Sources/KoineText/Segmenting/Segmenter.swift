/// Splits text into sentences or words.
///
/// Sentences follow rules of this module's own on top of Unicode's (UAX #29): abbreviations, initials, decimals, list markers,
/// quotations, headlines and paragraphs are seen for what they are. Words are Unicode's, by ICU.
public struct Segmenter: Sendable {
  /// What a text is split into.
  public enum Unit: Sendable {
    /// Sentences, headlines and list items, without the white space around them.
    case sentence
    /// Words and numbers, without white space and punctuation.
    case word
  }

  /// What a text is split into.
  public let unit: Unit
  /// The language of the texts.
  public let language: Language

  private let abbreviations: Abbreviations

  /// Makes a segmenter for texts of a language.
  ///
  /// - Parameters:
  ///   - unit: what texts are split into.
  ///   - language: the language of the texts.
  ///   - abbreviations: the words whose full stop does not end a sentence; by default this module's own list.
  public init(unit: Unit, language: Language, abbreviations: Abbreviations? = nil) {
    self.unit = unit
    self.language = language
    self.abbreviations = abbreviations ?? .standard(for: language)
  }

  /// Returns the sentences or words of `text` in order, as UTF-8 offsets that do not overlap.
  public func ranges(in text: String) -> [TextRange] {
    switch unit {
    case .sentence:
      var scanner = SentenceScanner(bytes: Array(text.utf8), language: language, abbreviations: abbreviations)
      return scanner.sentences()
    case .word:
      return WordBoundaries.words(in: text, language: language)
    }
  }

  /// Returns the sentences or words themselves.
  public func strings(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(in: text).map { String(decoding: bytes[$0.indices], as: UTF8.self) }
  }
}
