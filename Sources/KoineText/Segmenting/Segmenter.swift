import CICU

/// Cuts text into sentences or words.
///
/// Words are those of UAX #29 as ICU finds them, with its dictionaries for Chinese, Japanese and Thai: `3,5`, `S.p.A` and
/// `dell’acqua` are one word each, an address of mail too. Sentences may end at each character that Unicode calls
/// `Sentence_Terminal`, where UAX #29 has them end; whether they do is decided by abbreviations, initials, numbers, ellipses,
/// quotes, brackets, lists and lines, with the habits of some forty languages (``Abbreviations/languages``). The bytes of the
/// text are read where they are, in time proportional to their number; a segmenter serves any number of threads.
///
/// ```swift
/// let segmenter = Segmenter(unit: .sentence, language: .italian)
/// segmenter.strings(in: "Il dott. Verdi è qui. Parte oggi.")  // ["Il dott. Verdi è qui.", "Parte oggi."]
/// ```
///
/// A sentence ends at an empty line, and at the end of a line unless the line goes on in the next. What stands in quotes or
/// brackets stays in one piece up to 300 characters, a closing quote belongs to its sentence, and a quotation that goes on
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
  /// The rules for sentences; words have none.
  private let rules: SentenceRules?

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
    rules =
      unit == .word
      ? nil : SentenceRules(language: language, abbreviations: abbreviations ?? .standard(for: language))
  }

  /// Returns the sentences or words of `text` in order, without white space around them.
  ///
  /// What stands between words, such as punctuation, is in none of them. A text of 2 GB or more has no pieces.
  public func ranges(in text: String) -> [TextRange] {
    let bytes = text.utf8Span.span
    guard bytes.count < Int(Int32.max) else { return [] }
    return if let rules { sentences(bytes, rules) } else { words(bytes) }
  }

  /// Returns the sentences or words of `text`, each as one line as ``line(_:)`` makes it.
  public func lines(in text: String) -> [String] {
    strings(in: text).map(Self.line)
  }

  /// Returns a sentence as one line: a line break becomes a space, with the white space around it.
  ///
  /// It becomes nothing between Chinese or Japanese characters and before a closing mark. Other white space stays.
  public static func line(_ sentence: String) -> String { SentenceLine.joined(sentence) }

  /// Returns the sentences or words themselves.
  public func strings(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(in: text).map { String(decoding: bytes[$0.indices], as: UTF8.self) }
  }

  /// Returns the boundaries that UAX #29 has, as ICU finds them: UTF-8 offsets from 0 to the end; none for an empty text.
  ///
  /// These know no abbreviations and no paragraphs. Sentences that ``ranges(in:)`` finds mostly end at some of them.
  public func boundaries(in text: String) -> [Int] {
    let bytes = text.utf8Span.span
    guard !bytes.isEmpty, bytes.count < Int(Int32.max) else { return [] }
    var result = [0]
    iterators.forEachBoundary(in: bytes) { end, _ in result.append(end) }
    return result
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

  private func sentences(_ bytes: Span<UInt8>, _ rules: SentenceRules) -> [TextRange] {
    var result: [TextRange] = []
    var ends: [Int] = []
    for block in TextBlocks.blocks(in: bytes) {
      ends.removeAll(keepingCapacity: true)
      rules.findEnds(of: block, in: bytes, &ends)
      ends.append(block.upperBound)
      var start = block.lowerBound
      for end in ends where end > start {
        if let range = TextBlocks.trimmed(start..<end, in: bytes) { result.append(TextRange(range)) }
        start = end
      }
    }
    return result
  }
}
