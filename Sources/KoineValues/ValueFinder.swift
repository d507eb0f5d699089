public import KoineLexicon
public import KoineText

/// Finds dates, durations, numbers, percentages, amounts of money and quantities, and says them in English.
///
/// What cannot be read for sure is left out rather than guessed. Dates follow EDTF (ISO 8601-2): `2025-40` is the first
/// half and `2024-35` the third quarter of a year; durations follow ISO 8601.
public struct ValueFinder: Sendable {
  private let vocabulary: ValueVocabulary
  private let isItalian: Bool

  /// Makes a finder for a language, or `nil` if the lexicons have no words of value for it.
  ///
  /// - Throws: every problem of the lexicon file.
  public init?(store: LexiconStore, language: Language) throws(Diagnostics) {
    guard let vocabulary = try ValueVocabulary(store: store, language: language) else { return nil }
    self.vocabulary = vocabulary
    isItalian = language == .italian
  }

  /// Returns the values in `text`, in order, not overlapping.
  public func values(in text: String) -> [Value] {
    let tokens = ValueToken.tokens(in: text)
    var values: [Value] = []
    var index = 0
    while index < tokens.count {
      let reader = ValueReader(
        tokens: tokens,
        start: index,
        vocabulary: vocabulary,
        decimal: isItalian ? "," : ".",
        group: isItalian ? "." : ",",
        isItalian: isItalian
      )
      if let found = reader.date() ?? reader.amount() {
        values.append(found.value)
        index = found.end
      } else {
        index += 1
      }
    }
    return values
  }
}
