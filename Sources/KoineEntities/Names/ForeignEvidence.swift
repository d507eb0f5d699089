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

  /// Two names in characters: equal, or one the short form of the other, which keeps what no gloss knows.
  private func bothForeign(_ x: ForeignName, _ y: ForeignName) -> Verdict {
    if x.core == y.core { return .init(score: 0.96, ground: .sameCore) }
    let (short, long) = x.core.count <= y.core.count ? (x, y) : (y, x)
    guard short.core.count >= 2 else { return .nothing }
    if numbers(short) != numbers(long) { return .init(score: 0.3, ground: .numbers) }
    let placeless = long.parts.filter { !$0.isPlace }.flatMap(\.characters)
    if contains(placeless, short.core) || contains(long.core, short.core) {
      let share = Float(short.core.count) / Float(long.core.count)
      return Verdict(score: short.core.count >= 3 ? 0.72 + 0.15 * share : 0.6, ground: .shortForm)
    }
    let telling = short.parts.filter { !$0.isGlossed }.map(\.characters)
    let ordered = isSubsequence(short.core, of: long.core)
    // `中国银行`, `中国建设银行`: one head, and what stands before it tells.
    if telling.isEmpty, short.parts.count > 1, let head = short.parts.last?.characters, head.count >= 2,
      long.core.suffix(head.count).elementsEqual(head)
    {
      return Verdict(score: 0.42, ground: .fields)
    }
    if !telling.isEmpty, telling.allSatisfy({ $0.count >= 2 && contains(placeless, $0) }) {
      // `現代重工業`, `現代自動車`: each says what it does.
      if !ordered, isAnotherField(short, long) { return Verdict(score: 0.42, ground: .fields) }
      return Verdict(score: ordered ? 0.75 : 0.54, ground: .shortForm)
    }
    if ordered, short.core.count >= 3 {
      return Verdict(score: short.core.count >= 4 && telling.isEmpty ? 0.62 : 0.45, ground: .shortForm)
    }
    if short.core.count >= 5, short.core.count == long.core.count {
      let different = zip(short.core, long.core).filter { $0 != $1 }.count
      if different == 1 { return .init(score: 0.48, ground: .spelling) }
    }
    var common = 0
    var pool = long.core
    for scalar in short.core {
      if let found = pool.firstIndex(of: scalar) {
        pool.remove(at: found)
        common += 1
      }
    }
    return Verdict(score: 0.42 * Float(common) / Float(short.core.count), ground: .overlap)
  }

  /// Whether both have words of business that share no character.
  private func isAnotherField(_ short: ForeignName, _ long: ForeignName) -> Bool {
    func fields(_ name: ForeignName) -> Set<Unicode.Scalar> {
      Set(name.parts.filter { $0.isGlossed && !$0.isPlace && $0.weight > 0.15 }.flatMap(\.characters))
    }
    let (one, two) = (fields(short), fields(long))
    return !one.isEmpty && !two.isEmpty && one.isDisjoint(with: two)
  }

  // Digits, and numerals after the ordinal mark.
  private func numbers(_ name: ForeignName) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    var isOrdinal = false
    for scalar in name.core {
      if (0x30...0x39).contains(scalar.value) || isOrdinal && "一二三四五六七八九十".unicodeScalars.contains(scalar) {
        out.append(scalar)
      } else {
        isOrdinal = false
      }
      if scalar == "第" || scalar == "제" { isOrdinal = true }
    }
    return out
  }

  private func isSubsequence(_ short: [Unicode.Scalar], of long: [Unicode.Scalar]) -> Bool {
    var at = 0
    for scalar in long where at < short.count && scalar == short[at] { at += 1 }
    return at == short.count
  }

  private func contains(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
    guard short.count <= long.count, !short.isEmpty else { return false }
    return (0...(long.count - short.count)).contains { long[$0..<($0 + short.count)].elementsEqual(short) }
  }

  // MARK: characters against Latin letters

  private func mixed(_ foreign: ForeignName, _ name: PreparedName, _ latin: PreparedName) -> Verdict {
    var total: Float = 0
    var covered: Float = 0
    var glossed: Set<UInt64> = []
    for part in foreign.parts { for meaning in part.meanings { glossed.formUnion(meaning) } }
    let runs = sounds(foreign)
    let readings = KanjiLattice(foreign)
    var distinctive: Float = 0
    for unit in units(latin) {
      total += unit.weight
      if unit.tokens.allSatisfy({ glosses(glossed, $0) }) {
        covered += unit.weight
        if unit.isTelling { distinctive = max(distinctive, 0.8) }
        continue
      }
      // Words written in Latin letters in both: `TCL中环`.
      if unit.tokens.allSatisfy({ token in name.tokens.contains { $0.hash == token.hash } }) {
        covered += unit.weight
        if unit.isTelling { distinctive = 1 }
        continue
      }
      guard unit.isTelling || unit.letters.count >= 4 else { continue }
      if !foreign.spelled.isEmpty, foreign.spelled == unit.letters || readings.reads(unit.letters) {
        covered += unit.weight
        if unit.isTelling { distinctive = 1 }
        continue
      }
      if readings.reads(unit.letters) {
        covered += unit.weight
        if unit.isTelling { distinctive = 1 }
        continue
      }
      let likeness = best(unit.letters, runs)
      if likeness > 0 {
        covered += unit.weight * likeness
        if unit.isTelling { distinctive = max(distinctive, likeness) }
      }
    }
    guard total > 0 else { return .nothing }
    let forward = covered / total
    let backward = backwardCover(foreign, name, latin, readings)
    let whole = wholeLikeness(foreign, latin)
    let share = max((2 * forward + backward) / 3, whole)
    let hasDistinctive = latin.tokens.contains { $0.kind == .distinctive }
    if hasDistinctive, distinctive == 0, whole < 0.7 {
      return Verdict(score: min(0.45, share * 0.75), ground: .nothingDistinctive)
    }
    let bar = Self.bar
    let score = share < bar ? share * 0.5 / bar : 0.5 + 0.4 * (share - bar) / (1 - bar)
    return Verdict(score: min(0.9, score), ground: .rendered)
  }

  /// The share of rendered words that makes two names one.
  static let bar: Float = 0.45

  /// A Latin word, or short ones in a row that are syllables of one word: `Yang Guang`.
  private struct Unit {
    var tokens: [NameToken]
    var letters: [UInt8]
    var weight: Float
    var isTelling: Bool
  }

  private func units(_ latin: PreparedName) -> [Unit] {
    var units: [Unit] = []
    for token in latin.tokens {
      let letters = Array(latin.span(token))
      let isTelling = token.kind == .distinctive
      if isTelling, letters.count <= 5, let last = units.last, last.isTelling,
        last.tokens.allSatisfy({ $0.count <= 5 }), last.letters.count <= 12
      {
        units[units.count - 1].tokens.append(token)
        units[units.count - 1].letters += letters
        units[units.count - 1].weight = 1.2
      } else {
        units.append(Unit(tokens: [token], letters: letters, weight: token.weight, isTelling: isTelling))
      }
    }
    return units
  }

  private func glosses(_ glossed: Set<UInt64>, _ token: NameToken) -> Bool {
    glossed.contains(token.meaning) || glossed.contains(token.hash) || glossed.contains(token.otherMeaning)
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

  /// The best likeness in sound, 0 below what counts for a word of this length.
  private func best(_ letters: [UInt8], _ runs: [[UInt8]]) -> Float {
    let word = Phonetics.sounds(letters[...])
    let least: Float = word.count <= 3 ? 0.95 : word.count <= 5 ? 0.74 : 0.64
    var top: Float = 0
    for run in runs where abs(run.count - word.count) <= max(3, word.count / 2) {
      top = max(top, Phonetics.similarity(sounds: word, run, least: max(least, top)))
    }
    // Pinyin is spelled one way: what is pinyin and not the same is another word.
    if top < 0.97, PinyinSyllables.isSyllabic(letters) { top *= 0.8 }
    return top >= least ? top : 0
  }

  private func backwardCover(
    _ foreign: ForeignName,
    _ name: PreparedName,
    _ latin: PreparedName,
    _ readings: KanjiLattice
  ) -> Float {
    var known: Set<UInt64> = []
    for token in latin.tokens { known.formUnion([token.hash, token.meaning, token.otherMeaning]) }
    var words = latin.tokens.map { Array(latin.span($0)) }
    for index in latin.tokens.indices.dropLast() {
      words.append(Array(latin.span(latin.tokens[index])) + Array(latin.span(latin.tokens[index + 1])))
    }
    let sounds = words.map { Phonetics.sounds($0[...]) }
    var total: Float = 0
    var covered: Float = 0
    for part in foreign.parts {
      total += part.weight
      if part.meanings.contains(where: { !$0.isEmpty && $0.allSatisfy(known.contains) }) {
        covered += part.weight
      } else if !part.isGlossed, !foreign.spelled.isEmpty, words.contains(foreign.spelled) {
        covered += part.weight
      } else if words.contains(where: { readings.reads($0, part: part) }) {
        covered += part.weight
      } else {
        let likeness = best(part.latin, sounds)
        covered += part.weight * likeness
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
