import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// Tells the language of texts, and of stretches of mixed texts, with a naive Bayes model over byte n-grams.
///
/// The model knows far more languages than a caller asks for, so that foreign text is refused rather than forced into
/// one of them. Text should be NFC; what has combining marks is brought to it first.
public final class LanguageIdentifier: Sendable {
  let model: LanguageModel
  // ln(1 + n), by which repeated n-grams count less and less.
  private let logs: [Float]
  private let pool = Mutex<[Scratch]>([])

  /// How many bytes of a text are looked at: more changes no answer.
  static let reach = 1 << 15

  /// Maps the model at `path`, which opens in well under a millisecond.
  public init(path: String) throws(TextError) {
    model = try LanguageModel(path: path)
    logs = (0..<1024).map { log1pf(Float($0)) }
  }

  /// The languages that the model knows.
  public var languages: [Language] {
    Set(model.languages).filter { $0 != Self.noLanguage }.sorted { $0.rawValue < $1.rawValue }
  }

  /// Returns the language that `text` is in.
  ///
  /// - Parameters:
  ///   - text: the text; its first 32 kB decide.
  ///   - among: the languages that are expected. One of them is chosen unless another that the model knows is far
  ///     likelier, which gives `und`. With `nil`, any language.
  /// - Returns: the language, or `und` for what has no words: numbers, codes, addresses, acronyms, nothing.
  public func identify(_ text: String, among: [Language]? = nil) -> LanguageGuess {
    guard hasWords(text) else { return LanguageGuess(language: .undetermined, confidence: 1) }
    let whole = prepared(text) ?? text
    let span = whole.utf8Span.span
    return identify(span.extracting(0..<min(span.count, Self.reach)), among: among)
  }

  // Asked of the text as it is, since the case of acronyms is lost in a text that is prepared.
  private func hasWords(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    var end = 0
    while end < Self.reach, let token = TokenShape.next(in: bytes, from: end) {
      if token.hasWord { return true }
      end = token.upper
    }
    return false
  }

  func identify(_ bytes: Span<UInt8>, among: [Language]?) -> LanguageGuess {
    var scratch = pool.withLock { $0.popLast() } ?? Scratch(slots: model.slotCount)
    let visits = score(bytes, &scratch)
    let guess = decide(scratch.scores, visits: visits, among: among)
    pool.withLock { $0.append(scratch) }
    return guess
  }

  /// Returns the classes of the model that `bytes` is likeliest in, best first; none if there are no words.
  func bestClasses(_ bytes: Span<UInt8>, count: Int) -> [Int] {
    var scratch = pool.withLock { $0.popLast() } ?? Scratch(slots: model.slotCount)
    let visits = score(bytes, &scratch)
    let scores = scratch.scores
    pool.withLock { $0.append(scratch) }
    if visits == 0 { return [] }
    let order = model.languages.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    return Array(order.prefix(count))
  }

  /// Returns `text` in the shape that the model was made from, or `nil` if it has it already.
  func prepared(_ text: String) -> String? {
    let bytes = text.utf8Span.span
    var hasMarks = false
    var hasUpper = false
    var hasLower = false
    for index in 0..<min(bytes.count, Self.reach) {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte &- 0x61 < 26 { hasLower = true } else if byte &- 0x41 < 26 { hasUpper = true }
      } else if byte >= 0xC3 {
        let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch byte {
        case 0xCC, 0xCD: hasMarks = true
        case 0xC3: if trail >= 0xA0 { hasLower = true } else { hasUpper = true }
        case 0xCE: if trail >= 0xB1 { hasLower = true } else { hasUpper = true }
        case 0xD0: if trail >= 0xB0 { hasLower = true } else { hasUpper = true }
        case 0xCF, 0xD1: hasLower = true
        default: break
        }
      }
    }
    let isUpper = hasUpper && !hasLower
    guard hasMarks || isUpper else { return nil }
    let cased = isUpper ? text.lowercased() : text
    return hasMarks ? (try? Normalizer(form: .nfc).normalized(cased).string) ?? cased : cased
  }
}

extension LanguageIdentifier {
  /// Working memory of one call, kept for the next: counts are all zero between calls.
  struct Scratch {
    var counts: [UInt16]
    var touched: [Int] = []
    var scores = [Float](repeating: 0, count: LanguageModel.classLimit)

    init(slots: Int) {
      counts = [UInt16](repeating: 0, count: slots)
      touched.reserveCapacity(4096)
    }
  }

  /// The model's class for what is in no language.
  static let noLanguage: Language = "zxx"

  /// Fills in the score of each class and returns how many n-grams were found; 0 if there are no words.
  private func score(_ bytes: Span<UInt8>, _ scratch: inout Scratch) -> Int {
    score(bytes, counts: &scratch.counts, touched: &scratch.touched, scores: &scratch.scores)
  }

  private func score(
    _ bytes: Span<UInt8>,
    counts: inout [UInt16],
    touched: inout [Int],
    scores: inout [Float]
  ) -> Int {
    model.withTables { slots, entries in
      var counts = counts.mutableSpan
      var scores = scores.mutableSpan
      let (visits, hasWord) = count(bytes, slots, &counts, &touched)
      let classes = model.languages.count
      for index in 0..<classes { scores[index] = model.priors[index] }
      var total: Float = 0
      for state in touched {
        let weight = logs[Int(counts[state])]
        counts[state] = 0
        total += weight
        let found = slots[state].entries
        let half = weight / 2
        let first = Int(found >> 8)
        for index in first..<(first + Int(found & 255)) {
          // Opening the model checked every range of entries, and there are 128 scores.
          let entry = unsafe entries[unchecked: index]
          unsafe scores[unchecked: Int(entry & 127)] += half * Float(entry >> 7)
        }
      }
      touched.removeAll(keepingCapacity: true)
      for index in 0..<classes { scores[index] += total * model.floors[index] }
      return hasWord ? visits : 0
    }
  }

  /// Counts the n-grams of `bytes`; returns how many there are and whether there is a word.
  @inline(__always)
  private func count(
    _ bytes: Span<UInt8>,
    _ slots: Span<LanguageModel.Slot>,
    _ counts: inout MutableSpan<UInt16>,
    _ touched: inout [Int]
  ) -> (visits: Int, hasWord: Bool) {
    var visits = 0
    var state = 0
    var at = 0
    var hasWord = false
    while let token = TokenShape.next(in: bytes, from: at) {
      at = token.upper
      hasWord = hasWord || token.hasWord
      if token.isCode {
        state = LanguageModel.state(after: 0x20, from: 0, in: slots)
        continue
      }
      // The white space behind the token belongs to it: ends of words tell much.
      for index in token.lower..<min(token.upper + 1, bytes.count) {
        state = LanguageModel.state(after: bytes[index], from: state, in: slots)
        // Opening the model checked that no state is beyond the slots, of which there are as many as counts.
        guard unsafe slots[unchecked: state].entries != 0 else { continue }
        visits += 1
        let known = unsafe counts[unchecked: state]
        if known == 0 { touched.append(state) }
        if known < 1023 { unsafe counts[unchecked: state] = known + 1 }
      }
    }
    return (visits, hasWord)
  }

  private func decide(_ scores: [Float], visits: Int, among: [Language]?) -> LanguageGuess {
    let nothing = LanguageGuess(language: .undetermined, confidence: 1)
    if visits == 0 { return nothing }
    // Classes of one language have the same number, that of the first of them.
    let classes = model.firstClasses
    var isAsked = [Bool](repeating: among == nil, count: classes.count)
    for language in among ?? [] {
      if let first = model.classOfLanguage[language] { isAsked[first] = true }
    }
    var best = -1
    var bestOutside = -1
    for (index, first) in classes.enumerated() {
      if isAsked[first] {
        if best < 0 || scores[index] > scores[best] { best = index }
      } else if bestOutside < 0 || scores[index] > scores[bestOutside] {
        bestOutside = index
      }
    }
    if best < 0 { return nothing }
    // A text of n n-grams scores about as reliably as its square root; the factor was fitted to hit rates.
    let root = Float(visits).squareRoot()
    let temperature = 1 + 0.3 * root
    let refusal = 3 * (root + 1)
    if bestOutside >= 0, scores[bestOutside] - scores[best] > refusal { return nothing }
    var sum: Float = 0
    var own: Float = 0
    for (index, first) in classes.enumerated() where isAsked[first] {
      let distance = (scores[index] - scores[best]) / temperature
      guard distance > -20 else { continue }
      let share = expf(distance)
      sum += share
      if first == classes[best] { own += share }
    }
    let language = model.languages[best]
    return LanguageGuess(
      language: language == Self.noLanguage ? .undetermined : language,
      confidence: Double(own / sum)
    )
  }
}
