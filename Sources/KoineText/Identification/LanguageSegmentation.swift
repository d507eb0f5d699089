extension LanguageIdentifier {
  /// Returns the stretches of `text` that are each in one language, in order.
  ///
  /// The likeliest path through the tokens is taken: changing the language costs little where a sentence or line ends,
  /// more at quotes and commas, and most between words. Tokens without words join their neighbours.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - among: the languages to tell apart; with `nil`, those that its sentences are likeliest in, six at most.
  /// - Returns: stretches without white space around them; `und` for those in languages that nobody asked for, and one
  ///   of `und` when the text has no words. The time grows with the size of the text and the number of languages.
  public func segments(_ text: String, among: [Language]? = nil) -> [LanguageSegment] {
    guard text.utf8.count <= Int(UInt32.max) else { return [] }
    let bytes = text.utf8Span.span
    var tokens: [TokenShape] = []
    while let token = TokenShape.next(in: bytes, from: tokens.last?.upper ?? 0) { tokens.append(token) }
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let whole = TextRange(first.lower..<last.upper)
    guard tokens.contains(where: \.hasWord) else {
      return [LanguageSegment(range: whole, language: .undetermined, confidence: 1)]
    }
    let gaps = tokens.indices.map {
      $0 == 0 ? SegmentGap.none : SegmentGap(between: tokens[$0 - 1], and: tokens[$0], in: bytes)
    }
    let candidates = self.candidates(tokens, gaps: gaps, in: bytes, among: among)
    guard candidates.contains(where: { $0 != Self.foreign }) else {
      return [LanguageSegment(range: whole, language: .undetermined, confidence: 1)]
    }
    let path = likeliestPath(tokens, gaps: gaps, in: bytes, candidates: candidates)
    var result: [LanguageSegment] = []
    var start = 0
    for index in 1...tokens.count where index == tokens.count || path[index] != path[start] {
      let range = tokens[start].lower..<tokens[index - 1].upper
      let language = path[start]
      let guess = identify(bytes.extracting(range), among: among)
      let isForeign =
        among != nil && guess.language == .undetermined && range.count >= Self.refusable
        && tokens[start..<index].contains(where: \.hasWord)
      result.append(
        LanguageSegment(
          range: TextRange(range),
          language: isForeign || language == Self.noLanguage ? .undetermined : language,
          confidence: guess.language == language || isForeign ? guess.confidence : min(0.5, 1 - guess.confidence)
        )
      )
      start = index
    }
    return result
  }

  // A shorter stretch is too little to say that it is foreign to the languages asked for.
  private static let refusable = 40
}

extension LanguageIdentifier {
  /// The numbers of the languages that tokens are tried in.
  private func candidates(
    _ tokens: [TokenShape],
    gaps: [SegmentGap],
    in bytes: Span<UInt8>,
    among: [Language]?
  ) -> [Int] {
    if let among { return Set(among.compactMap { model.numbers[$0] }).sorted() + [Self.foreign] }
    var weights = [Int](repeating: 0, count: model.languages.count)
    var start = 0
    for index in 1...tokens.count {
      // Whole sentences are what the model tells best; a quotation may be the only place where a language is used.
      let size = tokens[index - 1].upper - tokens[start].lower
      let gap = index == tokens.count ? SegmentGap.none : gaps[index]
      let isEnd = gap.rawValue <= SegmentGap.line.rawValue || (gap != .word && size >= 24)
      guard isEnd || size >= 600 else { continue }
      let range = tokens[start].lower..<tokens[index - 1].upper
      let language = identify(bytes.extracting(range), among: nil).language
      if let number = model.numbers[language] { weights[number] += range.count }
      start = index
    }
    let order = weights.indices.filter { weights[$0] > 0 }.sorted { (weights[$0], $1) > (weights[$1], $0) }
    return Array(order.prefix(6))
  }

  /// Returns the language of each token on the likeliest path.
  private func likeliestPath(
    _ tokens: [TokenShape],
    gaps: [SegmentGap],
    in bytes: Span<UInt8>,
    candidates: [Int]
  ) -> [Language] {
    let width = candidates.count
    let asked = model.scripts.map { table in candidates.contains { table.languages.contains($0) } }
    var scores = [Float](repeating: 0, count: width)
    var token = scores
    var cameFrom = [UInt8](repeating: 0, count: tokens.count * width)
    withScratch { scratch in
      for (row, shape) in tokens.enumerated() {
        if row > 0 {
          let best = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
          let changed = scores[best] - gaps[row].rawValue
          for index in 0..<width {
            let stays = scores[index] >= changed
            cameFrom[row * width + index] = UInt8(stays ? index : best)
            if !stays { scores[index] = changed }
          }
        }
        scratch.letters.reset()
        scratch.letters.read(shape, of: bytes, model)
        for (index, language) in candidates.enumerated() {
          token[index] =
            language == Self.foreign ? foreignScore(scratch.letters, asked) : score(language, scratch.letters)
        }
        let most = token.max() ?? 0
        let weight = scratch.letters.capitalized > 0 ? Self.capitalWeight : 1
        for index in 0..<width { scores[index] += weight * max(token[index] - most, -Self.tokenLimit) }
      }
    }
    var at = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
    var path = [Language](repeating: .undetermined, count: tokens.count)
    for row in tokens.indices.reversed() {
      path[row] = candidates[at] == Self.foreign ? .undetermined : model.languages[candidates[at]]
      at = Int(cameFrom[row * width + at])
    }
    return path
  }

  /// Returns what the letters of one token score in a language: 0 where it is as likely as any, less elsewhere.
  private func score(_ language: Int, _ letters: LetterScan) -> Float {
    var score: Float = 0
    for (script, sum) in letters.sums.enumerated() where sum.count > 0 {
      let table = model.scripts[script]
      let first = script * LetterTable.languageLimit
      if table.languages.contains(language) {
        score -= LetterTable.step * Float(letters.behind[first + language - table.firstLanguage])
      } else if model.isBytesOnly[language] {
        let least = letters.behind[first..<(first + table.languageCount)].min() ?? 0
        score -= LetterTable.step * Float(least) + 0.2 * Float(sum.count)
      } else {
        score -= Self.foreignLetter * Float(sum.count)
      }
    }
    for (index, count) in letters.singles.enumerated() where count > 0 && model.singles[index] != language {
      score -= Self.foreignLetter * Float(count)
    }
    let others = letters.kana + letters.ideographs
    guard others > 0 else { return score }
    switch language {
    case model.chinese: return score - 3 * Float(letters.kana) - Float(max(0, -letters.lean)) / 20
    case model.japanese: return score - Float(max(0, letters.lean)) / 20
    default: return score - Self.foreignLetter * Float(others)
    }
  }

  /// Returns what the letters of one token score in the languages that nobody asked for; `asked` tells the scripts that
  /// some language that was asked for uses.
  private func foreignScore(_ letters: LetterScan, _ asked: [Bool]) -> Float {
    var score: Float = 0
    for (script, sum) in letters.sums.enumerated() where sum.count > 0 && asked[script] {
      let first = script * LetterTable.languageLimit
      let least = letters.behind[first..<(first + model.scripts[script].languageCount)].min() ?? 0
      score -= LetterTable.step * Float(least) + Self.foreignCost * Float(sum.count)
    }
    return score
  }

  // Stands for all languages that nobody asked for.
  private static let foreign = -1
  // How much likelier than all others a language that nobody asked for must be, in nats a letter.
  private static let foreignCost: Float = 1
  // Names stand in texts of every language, so capitalized words count less.
  private static let capitalWeight: Float = 0.4
  // No single word says more, in nats.
  private static let tokenLimit: Float = 7
  // What a letter costs a language that does not use its script, in nats.
  private static let foreignLetter: Float = 5
}
