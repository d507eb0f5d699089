import KoineEntities
import KoineText
public import KoineTranslation

/// Translates texts that stand alone, sentence by sentence, with their names settled first.
public struct LineTranslator: Sendable {
  /// A text in English with what is known of it.
  public struct Result: Sendable {
    /// The English text with the way back.
    public var english: EnglishText
    /// The words that no lexicon knows, in the order of the text.
    public var unknown: [String]
  }

  private let translator: ItalianTranslator
  private let segmenters: Segmenters
  private let finder: EntityFinder

  /// Opens the lexicons.
  ///
  /// - Throws: every problem of every lexicon and file.
  public init(_ resources: Resources) throws {
    translator = try ItalianTranslator(store: resources.store, terms: resources.terms)
    segmenters = Segmenters()
    finder = try EntityFinder(store: resources.store, registries: resources.registries)
  }

  /// Returns `text` in English.
  public func translated(_ text: String) -> Result {
    let (sentences, texts, locks) = prepared(text)
    var builder = EnglishBuilder(text)
    var unknown: [String] = []
    for (index, translation) in translator.translate(texts, locks: locks).enumerated() {
      builder.replace(sentences[index], with: .translation(translation))
      unknown += translation.unknown.compactMap { texts[index][$0].map(String.init) }
    }
    return Result(english: builder.finish(sentences: sentences), unknown: unknown)
  }

  /// Returns one step of the translation of each sentence, for people.
  public func shown(_ step: ItalianTranslator.Step, of text: String) -> String {
    let (_, texts, locks) = prepared(text)
    return zip(texts, locks).map { translator.shown(step, of: $0, locks: $1) }.joined(separator: "\n\n")
  }

  private func prepared(_ text: String) -> (ranges: [TextRange], texts: [String], locks: [[Lock]]) {
    var field = Field(text)
    field.sentences = segmenters.sentences(text, .italian)
    field.mentions = finder.mentions(in: text, language: .italian, sentences: field.sentences)
    let locks = SentenceLocks(field)
    return (field.sentences, field.sentences.map { text[$0].map(String.init) ?? "" }, field.sentences.map(locks.inside))
  }
}
