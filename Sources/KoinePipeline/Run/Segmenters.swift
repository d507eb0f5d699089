public import KoineText

/// Sentence segmenters for texts of any language.
public struct Segmenters: Sendable {
  private let common: [Language: Segmenter]

  /// Makes the segmenters of the languages that are met most.
  public init() {
    let languages: [Language] = [.english, .italian]
    common = Dictionary(uniqueKeysWithValues: languages.map { ($0, Segmenter(unit: .sentence, language: $0)) })
  }

  /// Returns the sentences of `text` as UTF-8 offsets, in order.
  public func sentences(_ text: String, _ language: Language) -> [TextRange] {
    (common[language] ?? Segmenter(unit: .sentence, language: language)).ranges(in: text)
  }
}
