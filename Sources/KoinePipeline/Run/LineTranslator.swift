import KoineText
public import KoineTranslation

/// Translates texts that stand alone, sentence by sentence.
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

  /// Opens the lexicons.
  ///
  /// - Throws: every problem of every lexicon and file.
  public init(_ resources: Resources) throws {
    translator = try ItalianTranslator(store: resources.store, terms: resources.terms)
    segmenters = Segmenters()
  }

  /// Returns `text` in English.
  public func translated(_ text: String) -> Result {
    let sentences = segmenters.sentences(text, .italian)
    let texts = sentences.map { text[$0].map(String.init) ?? "" }
    var builder = EnglishBuilder(text)
    var unknown: [String] = []
    for (index, translation) in translator.translate(texts, locks: []).enumerated() {
      builder.replace(sentences[index], with: .translation(translation))
      unknown += translation.unknown.compactMap { texts[index][$0].map(String.init) }
    }
    return Result(english: builder.finish(sentences: sentences), unknown: unknown)
  }

  /// Returns one step of the translation of each sentence, for people.
  public func shown(_ step: ItalianTranslator.Step, of text: String) -> String {
    segmenters.sentences(text, .italian).map { range in
      translator.shown(step, of: text[range].map(String.init) ?? "")
    }.joined(separator: "\n\n")
  }
}
