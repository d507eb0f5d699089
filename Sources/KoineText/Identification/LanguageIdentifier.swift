import Synchronization

/// Tells the language of texts, and of stretches of mixed texts.
///
/// The script comes first; among the languages of one script, a model of how letters follow each other decides, made
/// from the counts that lingua publishes (Stahl, lingua-language-detector, 2022). Where that leaves doubts, a naive
/// Bayes model over byte n-grams (Lui and Baldwin, langid.py, 2012) is asked too. The models know far more languages
/// than a caller asks for, so that foreign text is refused rather than forced into one of them. Opening maps one file
/// of 12 MB; one identifier serves any number of tasks at once.
///
/// ```swift
/// let identifier = try LanguageIdentifier(path: "Lexicons/languages/model.bin")
/// identifier.identify("Il forno resta spento.").language  // "it"
/// identifier.identify("Der Ofen bleibt kalt.", among: ["en", "it"]).language  // "und"
/// ```
public final class LanguageIdentifier: Sendable {
  let model: LanguageModel
  let wordLists: LanguageWordLists
  private let pool = Mutex<[Scratch]>([])

  /// How many bytes of a text are looked at: more changes no answer.
  static let reach = 1 << 15
  /// The byte model's class for what is in no language.
  static let noLanguage: Language = "zxx"

  /// Maps the model at `path`, which takes less than a millisecond.
  ///
  /// - Parameters:
  ///   - path: the file `model.bin` of Koine's lexicon `languages`, or one that `scripts/make-language-model` made.
  ///   - wordLists: for some languages, words that occur in them in the caller's texts: names of wares, terms, short
  ///     words. A short text that holds such words is likelier in their language. Case is ignored, every word is one
  ///     without white space. A list need not be complete, and the same word may stand in several.
  /// - Throws: `TextError.unreadable` or `.malformed`.
  public init(path: String, wordLists: [Language: [String]] = [:]) throws(TextError) {
    model = try LanguageModel(path: path)
    self.wordLists = LanguageWordLists(wordLists, numbers: model.numbers)
  }

  /// The languages that the model knows, sorted by their codes.
  public var languages: [Language] {
    model.languages.filter { $0 != Self.noLanguage }.sorted { $0.rawValue < $1.rawValue }
  }

  /// Returns the language that `text` is in.
  ///
  /// - Parameters:
  ///   - text: the text; its first 32 kB decide.
  ///   - among: the languages that are expected. One of them is chosen unless another that the model knows is far
  ///     likelier, which gives `und`. With `nil`, any language.
  /// - Returns: the language with a confidence that is right as often as it says: of the answers at .8, about four in
  ///   five are right. `und` for what has no words (numbers, codes, addresses, acronyms, nothing), for capitalized
  ///   words alone that may be names, and for languages that nobody asked for.
  public func identify(_ text: String, among: [Language]? = nil) -> LanguageGuess {
    let span = text.utf8Span.span
    return identify(span.extracting(0..<min(span.count, Self.reach)), among: among)
  }

  func identify(_ bytes: Span<UInt8>, among: [Language]?) -> LanguageGuess {
    withScratch { scratch in identify(bytes, among: among, &scratch) }
  }

  func identify(_ bytes: Span<UInt8>, among: [Language]?, _ scratch: inout Scratch) -> LanguageGuess {
    scratch.ask(among, model)
    scratch.letters.reset()
    scratch.letters.read(bytes, model)
    if scratch.letters.hasMarks, let composed = Self.composed(bytes) {
      scratch.letters.reset()
      scratch.letters.read(composed.utf8Span.span, model)
      return decide(&scratch, composed.utf8Span.span)
    }
    return decide(&scratch, bytes)
  }

  /// Calls `body` with working memory that nobody else uses.
  func withScratch<R>(_ body: (inout Scratch) -> R) -> R {
    var scratch = pool.withLock { $0.popLast() } ?? Scratch(model)
    let result = body(&scratch)
    pool.withLock { $0.append(scratch) }
    return result
  }

  private static func composed(_ bytes: Span<UInt8>) -> String? {
    try? Normalizer(form: .nfc).normalized(string(bytes)).string
  }

  /// Makes a string of `bytes`, which may end inside a scalar.
  static func string(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}

extension LanguageIdentifier {
  /// Working memory of one call, kept for the next.
  struct Scratch: Sendable {
    var letters: LetterScan
    var bytes: ByteGramScores?
    /// The score of each language in nats; languages of other scripts have none.
    var scores: [Float]
    /// Who shares the confidence of the last answer, where more than one language could be meant.
    var shares: Shares?
    private(set) var asked = LanguageSet.all
    private var among: [Language]?

    init(_ model: LanguageModel) {
      letters = LetterScan(model)
      scores = [Float](repeating: 0, count: LanguageModel.languageLimit)
    }

    /// Takes over what the caller asks for; most callers ask for the same again and again.
    mutating func ask(_ among: [Language]?, _ model: LanguageModel) {
      if among == self.among { return }
      self.among = among
      guard let among else {
        asked = .all
        return
      }
      asked = LanguageSet()
      for language in among { if let number = model.numbers[language] { asked.insert(number) } }
    }
  }
}
