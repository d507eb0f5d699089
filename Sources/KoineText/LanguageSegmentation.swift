extension LanguageIdentifier {
  /// Returns the stretches of `text` that are each in one language, in order.
  ///
  /// The likeliest path through the tokens is taken: changing the language costs little where a sentence or line ends,
  /// more at quotes and commas, and most between words. Tokens without words join their neighbours.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - among: the languages to tell apart; with `nil`, those that its sentences are likeliest in, six at most.
  /// - Returns: stretches without white space around them; one of `und` when the text has no words.
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
    let gaps = tokens.indices.map { $0 == 0 ? Gap.none : Gap(between: tokens[$0 - 1], and: tokens[$0], in: bytes) }
    let candidates = self.candidates(tokens, gaps: gaps, in: bytes, among: among)
    guard !candidates.isEmpty else {
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
  /// What lies between two tokens, as far as it makes a change of language likely.
  private enum Gap: Float {
    case none = 0
    case paragraph = 0.5
    case line = 1
    case sentence = 2
    case phrase = 4
    case word = 6

    init(between left: TokenShape, and right: TokenShape, in bytes: Span<UInt8>) {
      var lines = 0
      for index in left.upper..<right.lower where bytes[index] == 0x0A { lines += 1 }
      if lines > 0 {
        self = lines > 1 ? .paragraph : .line
        return
      }
      var end = left.upper
      var quoted = false
      while end > left.lower, let width = Self.closing(before: end, from: left.lower, in: bytes) {
        end -= width
        quoted = true
      }
      let last = end > left.lower ? bytes[end - 1] : 0
      let isEllipsis = end - left.lower >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && last == 0xA6
      switch last {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): self = .sentence
      case _ where isEllipsis: self = .sentence
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): self = .phrase
      default: self = quoted || Self.opens(right, in: bytes) ? .phrase : .word
      }
    }

    private static func closing(before end: Int, from start: Int, in bytes: Span<UInt8>) -> Int? {
      switch bytes[end - 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return 1
      case 0xBB where end - start >= 2 && bytes[end - 2] == 0xC2: return 2
      case 0x9D where end - start >= 3 && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE2: return 3
      default: return nil
      }
    }

    private static func opens(_ token: TokenShape, in bytes: Span<UInt8>) -> Bool {
      switch bytes[token.lower] {
      case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "["): true
      case 0xC2: token.upper - token.lower > 1 && bytes[token.lower + 1] == 0xAB
      case 0xE2: token.upper - token.lower > 2 && bytes[token.lower + 1] == 0x80
      default: false
      }
    }
  }

  /// The classes of the model that tokens are tried in.
  private func candidates(
    _ tokens: [TokenShape],
    gaps: [Gap],
    in bytes: Span<UInt8>,
    among: [Language]?
  ) -> [Int] {
    if let among { return model.languages.indices.filter { among.contains(model.languages[$0]) } }
    var weights = [Int](repeating: 0, count: model.languages.count)
    var start = 0
    for index in 1...tokens.count {
      // Whole sentences are what the model tells best; a quotation may be the only place where a language is used.
      let size = tokens[index - 1].upper - tokens[start].lower
      let gap = index == tokens.count ? Gap.none : gaps[index]
      let isEnd = gap.rawValue <= Gap.line.rawValue || (gap != .word && size >= 24)
      guard isEnd || size >= 600 else { continue }
      let range = tokens[start].lower..<tokens[index - 1].upper
      if let best = bestClasses(bytes.extracting(range), count: 1).first { weights[best] += range.count }
      start = index
    }
    let order = weights.indices.filter { weights[$0] > 0 }.sorted { (weights[$0], $1) > (weights[$1], $0) }
    return Array(order.prefix(6))
  }

  /// Returns the language of each token on the likeliest path.
  private func likeliestPath(
    _ tokens: [TokenShape],
    gaps: [Gap],
    in bytes: Span<UInt8>,
    candidates: [Int]
  ) -> [Language] {
    var place = [Int](repeating: -1, count: LanguageModel.classLimit)
    for (index, name) in candidates.enumerated() { place[name] = index }
    let width = candidates.count
    var scores = [Float](repeating: 0, count: width)
    var token = [Float](repeating: 0, count: width)
    var cameFrom = [UInt8](repeating: 0, count: tokens.count * width)
    var state = 0
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
      score(shape, in: bytes, place, &state, &token)
      // Overlapping n-grams say the same thing about twice.
      for index in 0..<width { scores[index] += token[index] / 2 }
    }
    var at = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
    var path = [Language](repeating: .undetermined, count: tokens.count)
    for row in tokens.indices.reversed() {
      path[row] = model.languages[candidates[at]]
      at = Int(cameFrom[row * width + at])
    }
    return path
  }

  /// Fills in what one token scores in each candidate.
  private func score(
    _ shape: TokenShape,
    in bytes: Span<UInt8>,
    _ place: [Int],
    _ state: inout Int,
    _ scores: inout [Float]
  ) {
    for index in scores.indices { scores[index] = 0 }
    model.withTables { slots, entries in
      if shape.isCode {
        state = LanguageModel.state(after: 0x20, from: 0, in: slots)
        return
      }
      var visits: Float = 0
      // The first byte is scored with what came before it, which the languages on both sides share.
      for index in shape.lower..<min(shape.upper + 1, bytes.count) {
        state = LanguageModel.state(after: bytes[index], from: state, in: slots)
        let found = slots[state].entries
        guard found != 0, index > shape.lower else { continue }
        visits += 1
        let first = Int(found >> 8)
        for entry in first..<(first + Int(found & 255)) {
          let at = place[Int(entries[entry] & 127)]
          if at >= 0 { scores[at] += Float(entries[entry] >> 7) / 2 }
        }
      }
      for (name, index) in place.enumerated() where index >= 0 { scores[index] += visits * model.floors[name] }
    }
  }
}
