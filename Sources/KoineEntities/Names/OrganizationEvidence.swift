/// Weighs what two organization names share and where they differ.
struct OrganizationEvidence: Sendable {
  /// The share of weighted words that makes two names one.
  static let threshold: Float = 0.62

  func verdict(_ a: PreparedName, _ b: PreparedName) -> Verdict {
    if a.isEmpty || b.isEmpty { return a.whole == b.whole ? .init(score: 1, ground: .identical) : .nothing }
    if a.whole == b.whole { return .init(score: 1, ground: .identical) }
    if a.registry >= 0, b.registry >= 0 {
      return a.registryIdentity == b.registryIdentity
        ? .init(score: 0.98, ground: .registry) : .init(score: 0.08, ground: .otherRegistry)
    }
    if a.foreign != nil || b.foreign != nil { return ForeignEvidence().verdict(a, b) }
    return latin(a, b)
  }

  func latin(_ a: PreparedName, _ b: PreparedName) -> Verdict {
    if a.sorted == b.sorted || a.letters == b.letters {
      // The same letters cut differently are not the same numbers: `3 M12`, `3M 12`.
      return .init(score: a.letters == b.letters ? 0.97 : 0.93, ground: .sameCore)
    }
    if let acronym = acronym(a, b) { return acronym }
    let alignment = TokenAlignment(a, b)
    let total = a.weight + b.weight
    var share = total > 0 ? alignment.matched / total : 0
    var ground: Verdict.Ground =
      alignment.hasAcronym ? .acronym : alignment.hasTypo ? .spelling : alignment.hasRendering ? .rendered : .overlap
    let length = max(a.letters.count, b.letters.count)
    if length >= 6, !hasNumber(a), !hasNumber(b) {
      let budget = length < 10 ? 1 : 2
      if LetterMask.mayBeNear(a.mask, b.mask, edits: budget),
        let distance = Edits.count(a.letters.span, b.letters.span, atMost: budget),
        !knownConflict(a, b, alignment)
      {
        let likeness = 1 - Float(distance) / Float(length)
        if likeness > share {
          share = likeness
          ground = .spelling
        }
      }
    }
    if alignment.distinctive == 0, ground != .spelling {
      return Verdict(score: min(0.3, share * 0.4), ground: .nothingDistinctive)
    }
    var verdict = Verdict(score: calibrated(share), ground: ground)
    let short = shortForm(a, b, alignment)
    if short > verdict.score { verdict = Verdict(score: short, ground: .shortForm) }
    verdict = restrained(verdict, a, b, alignment)
    if verdict.score < 0.5, namesParent(a, b, alignment) { return Verdict(score: 0.56, ground: .parent) }
    return verdict
  }

  private func calibrated(_ share: Float) -> Float {
    let t = Self.threshold
    return share < t ? 0.5 * share / t : 0.5 + 0.42 * (share - t) / (1 - t)
  }

  // MARK: caps

  private func restrained(_ verdict: Verdict, _ a: PreparedName, _ b: PreparedName, _ alignment: TokenAlignment)
    -> Verdict
  {
    var openA = Open()
    var openB = Open()
    for index in a.tokens.indices where alignment.usedA & (1 << UInt64(index)) == 0 { openA.add(a.tokens[index]) }
    for index in b.tokens.indices where alignment.usedB & (1 << UInt64(index)) == 0 { openB.add(b.tokens[index]) }
    if openA.numbers > 0, openB.numbers > 0 { return verdict.capped(0.15, .numbers) }
    if openA.places > 0, openB.places > 0 { return verdict.capped(0.3, .places) }
    // Where every word is common, every word tells: `Bank of China`, `China Construction Bank`.
    if alignment.proper == 0, alignment.usedA.nonzeroBitCount < 3 {
      if openA.distinctive + openB.distinctive > 0 { return verdict.capped(0.45, .overlap) }
      if openA.fields + openB.fields > 0 { return verdict.capped(0.45, .fields) }
    }
    if openA.fields > 0, openB.fields > 0, openA.distinctive + openB.distinctive == 0 {
      return verdict.capped(0.42, .fields)
    }
    // A name that lacks as many telling words as it shares is another name.
    if openA.distinctive + openB.distinctive > 0 {
      let lacking = max(openA.distinctive, openB.distinctive)
      let areBodies = a.tokens.contains(where: \.isBody) && b.tokens.contains(where: \.isBody)
      if areBodies ? lacking > alignment.distinctive : lacking >= alignment.distinctive {
        return verdict.capped(0.46, .overlap)
      }
      if openA.distinctive > 0, openB.distinctive > 0, alignment.distinctive < 2 {
        return verdict.capped(0.49, .overlap)
      }
    }
    if openA.numbers + openB.numbers > 0 { return verdict.capped(0.45, .numbers) }
    return verdict
  }

  private struct Open {
    var distinctive = 0
    var fields = 0
    var places = 0
    var numbers = 0

    mutating func add(_ token: NameToken) {
      switch token.kind {
      case .distinctive: distinctive += 1
      case .field: fields += 1
      case .place: places += 1
      case .number: numbers += token.meaning & 0xFFFF >= 1900 && token.meaning & 0xFFFF < 2100 ? 0 : 1
      case .generic: break
      }
    }
  }

  private func hasNumber(_ name: PreparedName) -> Bool { name.tokens.contains { $0.kind == .number } }

  // Two words that lists know, one letter apart, are two words: Austria, Australia.
  private func knownConflict(_ a: PreparedName, _ b: PreparedName, _ alignment: TokenAlignment) -> Bool {
    let openA = a.tokens.indices.filter { alignment.usedA & (1 << UInt64($0)) == 0 }
    let openB = b.tokens.indices.filter { alignment.usedB & (1 << UInt64($0)) == 0 }
    guard openA.count == 1, openB.count == 1 else { return false }
    let one = a.tokens[openA[0]]
    let two = b.tokens[openB[0]]
    if PinyinSyllables.arePinyin(a.bytes.span.extracting(one.range), b.bytes.span.extracting(two.range)) { return true }
    return one.isKnown && two.isKnown || min(one.count, two.count) < 5
  }

  // MARK: acronyms and short forms

  private func acronym(_ a: PreparedName, _ b: PreparedName) -> Verdict? {
    if a.acronym != 0, b.tokens.count == 1, a.acronym == b.tokens[0].hash {
      return .init(score: 0.95, ground: .acronym)
    }
    if b.acronym != 0, a.tokens.count == 1, b.acronym == a.tokens[0].hash {
      return .init(score: 0.95, ground: .acronym)
    }
    return acronym(short: a, long: b) ?? acronym(short: b, long: a)
  }

  private func acronym(short: PreparedName, long: PreparedName) -> Verdict? {
    if (2...3).contains(short.tokens.count), short.letters.count <= 7, long.tokens.count >= 3,
      short.tokens.allSatisfy({ $0.count <= 4 && $0.kind != .number })
    {
      let score = AcronymRule.score(short.letters.span, long)
      if score >= 0.7 { return .init(score: score - 0.05, ground: .acronym) }
    }
    guard short.tokens.count == 1, long.tokens.count >= 2 || long.initials.count >= 2 else { return nil }
    let word = short.tokens[0]
    guard word.count <= 10, !long.tokens.contains(where: { $0.hash == word.hash }) else { return nil }
    let score = AcronymRule.score(short.bytes.span.extracting(word.range), long)
    return score >= 0.5 ? .init(score: score, ground: .acronym) : nil
  }

  /// `Keldysh Institute` and `Keldysh Institute of the Academy`: the longer name adds the body that the shorter
  /// one belongs to.
  private func namesParent(_ a: PreparedName, _ b: PreparedName, _ alignment: TokenAlignment) -> Bool {
    let openA = a.tokens.count - alignment.usedA.nonzeroBitCount
    let openB = b.tokens.count - alignment.usedB.nonzeroBitCount
    let (short, long) = a.tokens.count <= b.tokens.count ? (a, b) : (b, a)
    let (openShort, openLong) = a.tokens.count <= b.tokens.count ? (openA, openB) : (openB, openA)
    let used = a.tokens.count <= b.tokens.count ? alignment.usedB : alignment.usedA
    guard openShort == 0, openLong > 0, short.tokens.count >= 3, short.tokens.contains(where: \.isBody) else {
      return false
    }
    guard !short.tokens.contains(where: { $0.kind == .number }) || openLong == 0 else { return false }
    // What is added stands together at one end and names a body itself.
    let open = long.tokens.indices.filter { used & (1 << UInt64($0)) == 0 }
    guard let first = open.first, let last = open.last, last - first == open.count - 1 else { return false }
    guard first == 0 || last == long.tokens.count - 1 else { return false }
    return open.contains { long.tokens[$0].isBody }
  }

  /// `Gudeng` for `Gudeng Precision Industrial`: all words of one, the rest of the other says what it does.
  private func shortForm(_ a: PreparedName, _ b: PreparedName, _ alignment: TokenAlignment) -> Float {
    let allA = alignment.usedA.nonzeroBitCount == a.tokens.count
    let allB = alignment.usedB.nonzeroBitCount == b.tokens.count
    guard allA != allB, !alignment.hasTypo else { return 0 }
    let short = allA ? a : b
    let long = allA ? b : a
    let used = allA ? alignment.usedB : alignment.usedA
    guard short.tokens.contains(where: { $0.kind == .distinctive && $0.count >= 4 }) else { return 0 }
    var first = true
    var score: Float = 0.66
    for (index, token) in long.tokens.enumerated() {
      if used & (1 << UInt64(index)) != 0 {
        first = false
        continue
      }
      switch token.kind {
      case .distinctive, .number: return 0
      // A place before the name is where the company sits; one after it may be a daughter's.
      case .place: score -= first ? 0.04 : 0.09
      case .field: score -= 0.02
      case .generic: break
      }
    }
    return max(0.5, score)
  }
}
