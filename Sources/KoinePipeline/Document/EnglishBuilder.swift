import KoineLexicon
import KoineText
import KoineTranslation

/// Puts an English text together from translated sentences, edits and stretches that stay as they are.
struct EnglishBuilder {
  /// What stands for a stretch of the clean text.
  enum Replacement {
    case translation(Translation)
    case edit(String, [Origin])
  }

  private let source: [UInt8]
  private var text: [UInt8] = []
  private var alignment = Alignment()
  private var copied = 0

  /// Starts from a clean text.
  init(_ source: String) {
    self.source = Array(source.utf8)
    text.reserveCapacity(self.source.count)
  }

  /// Puts a replacement in the place of `range`; stretches come in order.
  mutating func replace(_ range: TextRange, with replacement: Replacement) {
    guard Int(range.lower) >= copied else { return }
    copy(upTo: Int(range.lower))
    let start = text.count
    switch replacement {
    case .edit(let english, let origins):
      text.append(contentsOf: english.utf8)
      append(target: TextRange(start..<text.count), source: range, origins: origins)
    case .translation(let translation):
      text.append(contentsOf: translation.text.utf8)
      // An empty translation still stands for its sentence.
      if translation.text.isEmpty { append(target: TextRange(start..<start), source: range, origins: []) }
      for link in translation.alignment {
        append(
          target: link.target.shifted(by: start),
          source: link.source.shifted(by: Int(range.lower)),
          origins: link.origins
        )
      }
    }
    copied = Int(range.upper)
  }

  /// Copies the rest and returns the English text; `sentences` are those of the clean text.
  mutating func finish(sentences: [TextRange]) -> EnglishText {
    copy(upTo: source.count)
    let string = String(decoding: text, as: UTF8.self)
    var placed: [TextRange] = []
    for sentence in sentences {
      guard let range = alignment.target(of: sentence), !range.isEmpty, range.lower >= placed.last?.upper ?? 0,
        let piece = string[range]?.trimmed, !piece.isEmpty
      else { continue }
      let bare = TextRange(lower: range.lower, upper: range.upper)
      placed.append(Self.trimmed(bare, in: text))
    }
    return EnglishText(text: string, alignment: alignment, sentences: placed)
  }

  private mutating func append(target: TextRange, source: TextRange, origins: [Origin]) {
    alignment.append(Alignment.Link(target: target, source: source, origins: origins))
  }

  private mutating func copy(upTo end: Int) {
    guard copied < end else { return }
    let start = text.count
    text.append(contentsOf: source[copied..<end])
    alignment.append(
      Alignment.Link(target: TextRange(start..<text.count), source: TextRange(copied..<end), isCopy: true)
    )
    copied = end
  }

  /// The range without ASCII white space at either end.
  private static func trimmed(_ range: TextRange, in text: [UInt8]) -> TextRange {
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    var (lower, upper) = (Int(range.lower), Int(range.upper))
    while lower < upper, isSpace(text[lower]) { lower += 1 }
    while upper > lower, isSpace(text[upper - 1]) { upper -= 1 }
    return TextRange(lower..<upper)
  }
}
