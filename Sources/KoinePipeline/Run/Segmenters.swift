public import KoineText
import Synchronization

/// Sentence segmenters for texts of any language, each made once.
public struct Segmenters: Sendable {
  /// The segmenters that were asked for.
  private final class Shelf: Sendable {
    private let made = Mutex<[Language: Segmenter]>([:])

    subscript(language: Language) -> Segmenter {
      if let segmenter = made.withLock({ $0[language] }) { return segmenter }
      let segmenter = Segmenter(unit: .sentence, language: language)
      // What a document says of its language may be anything; memory stays bounded.
      if Abbreviations.languages.contains(language) { made.withLock { $0[language] = segmenter } }
      return segmenter
    }
  }

  private let shelf = Shelf()

  /// Makes the segmenters ready to be asked for.
  public init() {}

  /// Returns the sentences of `text` as UTF-8 offsets, in order.
  public func sentences(_ text: String, _ language: Language) -> [TextRange] {
    shelf[language].ranges(in: text)
  }
}
