#if canImport(Glibc)
import Glibc
#endif

extension LanguageIdentifier {
  /// Chooses the language of what `scratch` has read from `bytes`.
  func decide(_ scratch: inout Scratch, _ bytes: Span<UInt8>) -> LanguageGuess {
    guard scratch.letters.hasWord else { return Self.nothing }
    switch mainScript(scratch.letters) {
    case .none: return Self.nothing
    case .single(let language, let letters):
      guard scratch.asked.contains(language) else { return Self.nothing }
      return guess(language, 1 - exp2f(-1 - Float(min(letters, 30))))
    case .ideographs: return decideIdeographs(scratch)
    case .shared(let script): return decide(script, &scratch, bytes)
    }
  }

  private static let nothing = LanguageGuess(language: .undetermined, confidence: 1)

  private func guess(_ language: Int, _ confidence: Float) -> LanguageGuess {
    let name = model.languages[language]
    return LanguageGuess(language: name == Self.noLanguage ? .undetermined : name, confidence: Double(confidence))
  }

  private enum Script {
    case none
    case single(language: Int, letters: Int)
    case ideographs
    case shared(Int)
  }

  /// Returns the script that most of the text is in.
  private func mainScript(_ letters: LetterScan) -> Script {
    // Latin names stand in texts of every script, others hardly in Latin text; ideographs and syllables say more.
    var most = 5 * (letters.kana + letters.ideographs)
    var result = most > 0 ? Script.ideographs : .none
    for (index, count) in letters.singles.enumerated() where count > 0 {
      // Hangul wins over as many ideographs.
      let weight = index == model.hangul ? 5 * count + 1 : 3 * count
      if weight > most { (most, result) = (weight, .single(language: model.singles[index], letters: count)) }
    }
    for (index, sum) in letters.sums.enumerated() where sum.count > 0 {
      let weight = (index == 0 ? 2 : 3) * sum.count
      if weight > most { (most, result) = (weight, .shared(index)) }
    }
    return result
  }

  private func decideIdeographs(_ scratch: Scratch) -> LanguageGuess {
    let letters = scratch.letters
    // A Chinese text may quote a kana or two; three in ten are kana where a text is Japanese.
    let lean = Float(letters.lean) / 10 - 6 * Float(letters.kana)
    let doubt = 1 + 0.5 * Float(letters.ideographs).squareRoot()
    let isChinese = letters.kana == 0 && lean > 0 || lean > 0 && letters.kana * 12 < letters.ideographs
    let (best, other) = isChinese ? (model.chinese, model.japanese) : (model.japanese, model.chinese)
    let confidence = 1 / (1 + expf(-abs(lean) / doubt))
    if scratch.asked.contains(best) {
      return guess(best, scratch.asked.contains(other) ? confidence : max(confidence, 0.9))
    }
    guard scratch.asked.contains(other), confidence < 0.95 else { return Self.nothing }
    return guess(other, 1 - confidence)
  }

  /// Chooses among the languages of a script that many share.
  private func decide(_ script: Int, _ scratch: inout Scratch, _ bytes: Span<UInt8>) -> LanguageGuess {
    let table = model.scripts[script]
    let sum = scratch.letters.sums[script]
    let asked = scratch.asked
    let first = script * LetterTable.languageLimit
    for (index, language) in table.languages.enumerated() {
      scratch.scores[language] = -LetterTable.step * Float(scratch.letters.behind[first + index])
    }
    if !wordLists.isEmpty, bytes.count <= Self.short {
      wordLists.add(Self.string(bytes).lowercased().utf8Span.span, to: &scratch.scores)
    }
    let root = Float(sum.count).squareRoot()
    var ranking = Ranking(table.languages, scratch.scores, asked)
    if isDoubtful(ranking, sum, scratch.scores, isOpen: asked == .all) {
      consult(&scratch, bytes, ranking, sum)
      ranking = Ranking(model.languages.indices, scratch.scores, asked)
    }
    guard let best = ranking.best else { return Self.nothing }
    if let outside = ranking.bestOutside, scratch.scores[outside] - scratch.scores[best] > 2 * (root + 1) {
      return Self.nothing
    }
    var temperature = self.temperature(sum)
    let letters = scratch.letters
    // Names go everywhere, and tell less about the language of those who name them.
    let isNames = letters.words == letters.capitalized && letters.words <= 4 && !Self.endsSentence(bytes)
    if isNames { temperature *= 2 }
    var total: Float = 0
    for language in ranking.candidates where asked.contains(language) {
      total += expf((scratch.scores[language] - scratch.scores[best]) / temperature)
    }
    let confidence = 1 / total
    scratch.shares = Shares(languages: ranking.candidates, best: best, temperature: temperature, total: total)
    if isNames && confidence < 0.8 {
      return LanguageGuess(language: .undetermined, confidence: Double(max(0.5, 1 - confidence)))
    }
    return guess(best, confidence)
  }

  /// How the confidence is shared among the languages that were looked at last.
  struct Shares: Sendable {
    let languages: Range<Int>
    let best: Int
    let temperature: Float
    let total: Float
  }

  /// Returns the languages that `text` may be in, likeliest first.
  ///
  /// - Parameters:
  ///   - text: the text; its first 32 kB decide.
  ///   - among: the languages that are expected; with `nil`, any language.
  ///   - least: the confidence from which a language is named.
  /// - Returns: languages with confidences whose sum is at most 1, beginning with what `identify(_:among:)` says unless
  ///   that is `und`: then nothing.
  public func guesses(_ text: String, among: [Language]? = nil, least: Double = 0.01) -> [LanguageGuess] {
    let span = text.utf8Span.span
    return withScratch { scratch in
      scratch.shares = nil
      let first = identify(span.extracting(0..<min(span.count, Self.reach)), among: among, &scratch)
      if first.language == .undetermined { return [] }
      guard let shares = scratch.shares else { return [first] }
      let all = shares.languages.filter { scratch.asked.contains($0) }.map { language in
        let score = scratch.scores[language] - scratch.scores[shares.best]
        return guess(language, expf(score / shares.temperature) / shares.total)
      }
      return all.filter { $0.confidence >= least && $0.language != .undetermined }
        .sorted { ($0.confidence, $1.language.rawValue) > ($1.confidence, $0.language.rawValue) }
    }
  }

  /// Whether the byte model should be asked: a language that the letters do not know may be meant, or two are close.
  private func isDoubtful(_ ranking: Ranking, _ sum: LetterSum, _ scores: [Float], isOpen: Bool) -> Bool {
    guard let best = ranking.best ?? ranking.bestOutside, sum.count >= 12 else { return false }
    // So many nats a letter are rare in a language that the letters know.
    if Float(sum.cost) / 10 - scores[best] > 2.2 * Float(sum.count) { return true }
    guard let second = ranking.second else { return false }
    let lead = scores[best] - scores[second]
    return lead < 3 * temperature(sum) || (isOpen && lead < 0.08 * Float(sum.count))
  }

  // Letters depend on each other, the more so the longer the text; the factors were fitted to hit rates.
  private func temperature(_ sum: LetterSum) -> Float { 1 + 0.27 * Float(sum.count).squareRoot() }

  /// Adds what the byte model says to the scores, and scores the languages that only it knows.
  private func consult(_ scratch: inout Scratch, _ bytes: Span<UInt8>, _ ranking: Ranking, _ sum: LetterSum) {
    guard let best = ranking.best ?? ranking.bestOutside else { return }
    if scratch.bytes == nil { scratch.bytes = ByteGramScores(model.bytes) }
    let letters = scratch.letters
    let isUpper = letters.words == letters.capitalized
    let visits: Int?
    if isUpper {
      visits = scratch.bytes?.read(Self.string(bytes).lowercased().utf8Span.span, model.bytes)
    } else {
      visits = scratch.bytes?.read(bytes, model.bytes)
    }
    guard let visits, visits > 0, let known = scratch.bytes?.scores else { return }
    let weight: Float = 0.5
    let own = model.byteLanguages.firstIndex(of: best).map { known[$0] }
    guard let own else { return }
    let base = scratch.scores[best]
    // A language that only the byte model knows must beat all that both know.
    var rival = own
    for (index, language) in model.byteLanguages.enumerated() where ranking.candidates.contains(language) {
      rival = max(rival, known[index])
    }
    for language in model.languages.indices where !ranking.candidates.contains(language) {
      scratch.scores[language] = -.infinity
    }
    for (index, language) in model.byteLanguages.enumerated() {
      let gain = weight * (known[index] - own)
      if ranking.candidates.contains(language) {
        scratch.scores[language] += gain
      } else if model.isBytesOnly[language] {
        // What the letters would say of it is not known, but hardly better than of the language that they like best.
        scratch.scores[language] = base + weight * (known[index] - rival) - 3
      }
    }
  }

  /// A longer text needs no word lists, in bytes.
  private static let short = 120

  private static func endsSentence(_ bytes: Span<UInt8>) -> Bool {
    var end = bytes.count
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > 0 else { return false }
    return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[end - 1])
  }
}

extension LanguageIdentifier {
  /// The likeliest languages among those asked for, and the likeliest of the others.
  struct Ranking {
    /// The languages that were looked at.
    let candidates: Range<Int>
    var best: Int?
    var second: Int?
    var bestOutside: Int?

    init(_ candidates: Range<Int>, _ scores: [Float], _ asked: LanguageSet) {
      self.candidates = candidates
      for language in candidates {
        if !asked.contains(language) {
          if bestOutside.map({ scores[language] > scores[$0] }) ?? true { bestOutside = language }
        } else if best.map({ scores[language] > scores[$0] }) ?? true {
          (best, second) = (language, best)
        } else if second.map({ scores[language] > scores[$0] }) ?? true {
          second = language
        }
      }
    }
  }
}
