import CICU

/// Cuts text into sentences or words.
///
/// ICU proposes the places (UAX #29); for sentences, a layer of its own then decides with abbreviations, initials, numbers,
/// ellipses, quotes, brackets, lists and lines. The bytes of the text are read where they are.
///
/// A sentence ends at an empty line, and at the end of a line unless the line goes on in the next. What stands in quotes or
/// brackets stays in one piece up to 300 bytes, a closing quote belongs to its sentence, and a quotation that goes on
/// in lower case (“So what?” he said.) is one sentence.
public struct Segmenter: Sendable {
  /// What text is cut into.
  public enum Unit: String, Sendable, Codable {
    /// Sentences.
    case sentence
    /// Words and numbers.
    case word
  }

  /// What text is cut into.
  public let unit: Unit
  /// The language of the text.
  public let language: Language
  private let iterators: BreakIterators
  private let rules: SentenceRules

  /// Makes a segmenter.
  ///
  /// - Parameters:
  ///   - unit: sentences or words.
  ///   - language: the language of the text, for ICU and for the abbreviations that the module knows.
  ///   - abbreviations: the words whose full stop does not end a sentence; by default this module's own list.
  public init(unit: Unit, language: Language, abbreviations: Abbreviations? = nil) {
    self.unit = unit
    self.language = language
    iterators = BreakIterators(unit == .sentence ? CICU_SENTENCE : CICU_WORD, locale: language.rawValue)
    rules = SentenceRules(language: language, abbreviations: abbreviations ?? .standard(for: language))
  }

  /// Returns the sentences or words of `text` in order, without white space around them.
  ///
  /// What stands between words, such as punctuation, is in none of them. A text of 2 GB or more has no pieces.
  public func ranges(in text: String) -> [TextRange] {
    let bytes = text.utf8Span.span
    guard bytes.count < Int(Int32.max) else { return [] }
    return unit == .word ? words(bytes) : sentences(bytes)
  }

  /// Returns the sentences or words of `text`, each as one line: white space inside is one space.
  public func lines(in text: String) -> [String] {
    strings(in: text).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  /// Returns the sentences or words themselves.
  public func strings(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(in: text).map { String(decoding: bytes[$0.indices], as: UTF8.self) }
  }

  private func words(_ bytes: Span<UInt8>) -> [TextRange] {
    var result: [TextRange] = []
    var start = 0
    iterators.forEachBoundary(in: bytes) { end, status in
      // Below 100 there are only spaces and punctuation (`UBRK_WORD_NONE_LIMIT`).
      if status >= 100 { result.append(TextRange(start..<end)) }
      start = end
    }
    return result
  }

  private func sentences(_ bytes: Span<UInt8>) -> [TextRange] {
    var result: [TextRange] = []
    for block in TextBlocks.blocks(in: bytes) {
      var proposed: [Int] = []
      iterators.forEachBoundary(in: bytes.extracting(block)) { end, _ in proposed.append(block.lowerBound + end) }
      let ends = rules.ends(of: block, proposed: proposed, in: bytes)
      var start = block.lowerBound
      for end in ends + [block.upperBound] where end > start {
        if let range = TextBlocks.trimmed(start..<end, in: bytes) { result.append(TextRange(range)) }
        start = end
      }
    }
    return result
  }
}
