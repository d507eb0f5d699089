/// Compares names of which one or both are Chinese, Japanese or Korean.
struct ForeignEvidence: Sendable {
  func verdict(_ a: PreparedName, _ b: PreparedName) -> Verdict {
    switch (a.foreign, b.foreign) {
    case (let x?, let y?): bothForeign(x, y)
    case (let x?, nil): mixed(x, a, b)
    case (nil, let y?): mixed(y, b, a)
    case (nil, nil): .nothing
    }
  }

  // MARK: one script

  /// Two names in characters: equal, one a part of the other, or a short form that keeps the order.
  private func bothForeign(_ x: ForeignName, _ y: ForeignName) -> Verdict {
    if x.core == y.core { return .init(score: 0.96, ground: .sameCore) }
    let (short, long) = x.core.count <= y.core.count ? (x.core, y.core) : (y.core, x.core)
    guard short.count >= 2 else { return .nothing }
    let numbers = Set("0123456789一二三四五六七八九十".unicodeScalars)
    let extra = long.filter { numbers.contains($0) }.count - short.filter { numbers.contains($0) }.count
    if contains(long, short) {
      let share = Float(short.count) / Float(long.count)
      let score: Float = short.count >= 3 ? 0.72 + 0.15 * share : 0.55
      return Verdict(score: score, ground: .shortForm).capped(extra > 0 ? 0.4 : 1, .numbers)
    }
    var at = 0
    for scalar in long where at < short.count && scalar == short[at] { at += 1 }
    if at == short.count {
      return Verdict(score: short.count >= 4 ? 0.7 : short.count == 3 ? 0.6 : 0.4, ground: .shortForm)
    }
    if short.count >= 4, short.count == long.count {
      let different = zip(short, long).filter { $0 != $1 }.count
      if different == 1 { return .init(score: 0.45, ground: .spelling) }
    }
    var common = 0
    var pool = long
    for scalar in short {
      if let found = pool.firstIndex(of: scalar) {
        pool.remove(at: found)
        common += 1
      }
    }
    let share = Float(common) / Float(short.count)
    return Verdict(score: share >= 0.75 && short.count >= 4 ? 0.5 : 0.4 * share, ground: .overlap)
  }

  private func contains(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { long[$0..<($0 + short.count)].elementsEqual(short) }
  }

  // MARK: characters against Latin letters

  private func mixed(_ foreign: ForeignName, _ name: PreparedName, _ latin: PreparedName) -> Verdict {
    var total: Float = 0
    var covered: Float = 0
    var glossed: Set<UInt64> = []
    for part in foreign.parts { for meaning in part.meanings { glossed.formUnion(meaning) } }
    let runs = sounds(foreign)
    var distinctive: Float = 0
    for token in latin.tokens {
      total += token.weight
      if glossed.contains(token.meaning) || glossed.contains(token.hash) || glossed.contains(token.otherMeaning) {
        covered += token.weight
        if token.kind == .distinctive || token.kind == .place { distinctive = max(distinctive, 0.8) }
        continue
      }
      // Words written in Latin letters in both: `TCL中环`.
      if name.tokens.contains(where: { $0.hash == token.hash }) {
        covered += token.weight
        if token.kind == .distinctive { distinctive = 1 }
        continue
      }
      if token.kind == .generic || token.kind == .number { continue }
      let likeness = best(Phonetics.sounds(latin.span(token)), runs)
      if likeness >= 0.62 {
        covered += token.weight * likeness
        if token.kind == .distinctive { distinctive = max(distinctive, likeness) }
      }
    }
    guard total > 0 else { return .nothing }
    let forward = covered / total
    let backward = backwardCover(foreign, name, latin)
    let whole = wholeLikeness(foreign, latin)
    let share = max((2 * forward + backward) / 3, whole)
    let hasDistinctive = latin.tokens.contains { $0.kind == .distinctive }
    if hasDistinctive, distinctive == 0, whole < 0.7 {
      return Verdict(score: min(0.45, share * 0.75), ground: .nothingDistinctive)
    }
    let score = share < 0.52 ? share * 0.5 / 0.52 : 0.5 + 0.4 * (share - 0.52) / 0.48
    return Verdict(score: min(0.9, score), ground: .rendered)
  }

  private func sounds(_ foreign: ForeignName) -> [[UInt8]] {
    var runs: [[UInt8]] = []
    let count = min(foreign.syllables.count, 24)
    for start in 0..<count {
      var run: [UInt8] = []
      for end in start..<min(start + 6, count) {
        run += foreign.syllables[end]
        runs.append(Phonetics.sounds(run[...]))
      }
    }
    for part in foreign.parts { runs.append(Phonetics.sounds(part.latin[...])) }
    return runs
  }

  private func best(_ word: [UInt8], _ runs: [[UInt8]]) -> Float {
    var top: Float = 0
    for run in runs where abs(run.count - word.count) <= max(3, word.count / 2) {
      top = max(top, Phonetics.similarity(sounds: word, run))
    }
    return top
  }

  private func backwardCover(_ foreign: ForeignName, _ name: PreparedName, _ latin: PreparedName) -> Float {
    var known: Set<UInt64> = []
    for token in latin.tokens { known.formUnion([token.hash, token.meaning, token.otherMeaning]) }
    var words = latin.tokens.map { Phonetics.sounds(latin.span($0)) }
    for index in latin.tokens.indices.dropLast() {
      words.append(
        Phonetics.sounds((Array(latin.span(latin.tokens[index])) + Array(latin.span(latin.tokens[index + 1])))[...])
      )
    }
    var total: Float = 0
    var covered: Float = 0
    for part in foreign.parts {
      total += part.weight
      if part.meanings.contains(where: { !$0.isEmpty && $0.allSatisfy(known.contains) }) {
        covered += part.weight
      } else {
        let likeness = best(Phonetics.sounds(part.latin[...]), words)
        if likeness >= 0.62 { covered += part.weight * likeness }
      }
    }
    for token in name.tokens {
      total += token.weight
      if known.contains(token.hash) { covered += token.weight }
    }
    return total > 0 ? covered / total : 0
  }

  private func wholeLikeness(_ foreign: ForeignName, _ latin: PreparedName) -> Float {
    let all = Phonetics.sounds(foreign.syllables.joined().prefix(60).map { $0 }[...])
    let letters = Phonetics.sounds(latin.letters.prefix(60))
    let distinct = latin.tokens.filter { $0.kind == .distinctive }.flatMap { latin.span($0) }
    return max(
      Phonetics.similarity(sounds: all, letters),
      Phonetics.similarity(sounds: all, Phonetics.sounds(distinct[...]))
    )
  }
}
