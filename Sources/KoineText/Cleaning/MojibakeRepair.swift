/// Turns UTF-8 that was read in a legacy encoding back, stretch by stretch, as often as it was misread.
struct MojibakeRepair {
  /// More readings in a row than this have not been seen; each round undoes one in one encoding.
  private static let roundLimit = 8

  /// One replaced stretch of a text of scalars.
  struct Change {
    /// The scalars replaced.
    var range: Range<Int>
    /// What replaces them.
    var replacement: [UInt32]
  }

  /// The scalars as they are now.
  private(set) var scalars: [UInt32]
  /// For each scalar the range of scalars of the first text that it came from.
  private(set) var sources: [Range<Int>]

  /// Takes a text apart.
  init(_ scalars: [UInt32]) {
    self.scalars = scalars
    sources = scalars.indices.map { $0..<($0 + 1) }
  }

  /// Undoes every misreading that is sure.
  mutating func repair() {
    for _ in 0..<Self.roundLimit {
      var best: [MojibakeSequence] = []
      var bestSize = 0
      for charset in LegacyCharset.all {
        let found = accepted(in: charset)
        let fillers = found.reduce(0) { $0 + scalars[$1.range].count(where: charset.isFiller) }
        if found.isEmpty { continue }
        let size = (found.reduce(0) { $0 + $1.range.count } * 2 - fillers) * 4 + quality(found)
        if size > bestSize { (best, bestSize) = (found, size) }
      }
      if best.isEmpty { return }
      apply(best)
    }
  }

  /// How well the letters that come out suit their words and one another: what counts when two encodings explain the
  /// same stretches.
  private func quality(_ sequences: [MojibakeSequence]) -> Int {
    var counts = [Int](repeating: 0, count: Alphabets.count)
    var total = 0
    var result = 0
    for sequence in sequences where sequence.scalar < 0x250 {
      if sequence.scalar < 0xA0 { result -= 1 }
      let kind = ScalarKind(sequence.scalar)
      guard kind.isCased else { continue }
      total += 1
      var languages = Alphabets.languages(of: sequence.scalar)
      while languages != 0 {
        counts[languages.trailingZeroBitCount] += 1
        languages &= languages - 1
      }
      let lower = sequence.range.lowerBound
      if kind == .upper, lower > 0, ScalarKind(scalars[lower - 1]) == .lower { result -= 1 }
    }
    // Letters that the likeliest language does not write.
    return result - (total - (counts.max() ?? 0))
  }

  /// The sequences that are to be turned back when the text was read in `charset`, in order.
  private func accepted(in charset: LegacyCharset) -> [MojibakeSequence] {
    var runs: [[(sequence: MojibakeSequence, evidence: MojibakeEvidence)]] = []
    var index = 0
    var lastEnd = -1
    while index < scalars.count {
      guard scalars[index] >= 0x80, index + 1 < scalars.count,
        let sequence = MojibakeSequence(scalars, at: index, in: charset)
      else {
        index += 1
        continue
      }
      let evidence = MojibakeEvidence(sequence, in: scalars, charset: charset)
      if evidence == .against {
        index += 1
        continue
      }
      if sequence.range.lowerBound == lastEnd {
        runs[runs.count - 1].append((sequence, evidence))
      } else {
        runs.append([(sequence, evidence)])
      }
      index = sequence.range.upperBound
      lastEnd = index
    }
    let strong = runs.map { run in
      run.contains { $0.evidence == .strong } || isDeepRun(run.map(\.evidence))
        || isScriptRun(run.map(\.sequence), charset)
        || isLatinRun(run.map(\.sequence), charset)
    }
    guard strong.contains(true) else { return [] }
    // What is possible is taken where the same mistake is sure: letters and signs, and scripts that it brought.
    let scripts = Set(
      zip(runs, strong).flatMap { run, isStrong in isStrong ? run.compactMap { script($0.sequence) } : [] }
    )
    return zip(runs, strong).flatMap { run, isStrong -> [MojibakeSequence] in
      if isStrong { return run.map(\.sequence) }
      return run.filter { $0.evidence == .weak }.map(\.sequence).filter { sequence in
        script(sequence).map(scripts.contains) ?? true
      }
    }
  }

  /// Whether a letter is followed by what becomes control characters: it was misread in two ways, one after the other.
  private func isDeepRun(_ run: [MojibakeEvidence]) -> Bool {
    zip(run, run.dropFirst()).contains { $0 == .weak && $1 == .tied }
  }

  private func script(_ sequence: MojibakeSequence) -> Int32? {
    if case .script(let script) = Plausibility(sequence.scalar) { return script }
    return nil
  }

  /// Whether Cyrillic pairs side by side make Latin letters or signs in a text that is not Cyrillic there.
  private func isLatinRun(_ run: [MojibakeSequence], _ charset: LegacyCharset) -> Bool {
    guard charset.family == .cyrillic || charset.family == .greek, run.count > 1, let first = run.first,
      let last = run.last,
      run.allSatisfy({ script($0) == nil })
    else { return false }
    let isLetter = { (index: Int) in scalars.indices.contains(index) && ScalarKind(scalars[index]) == .letter }
    return !isLetter(first.range.lowerBound - 1) && !isLetter(last.range.upperBound)
  }

  /// Whether sequences side by side make a word in another script.
  private func isScriptRun(_ run: [MojibakeSequence], _ charset: LegacyCharset) -> Bool {
    var scripts: [Int32: Int] = [:]
    for sequence in run {
      if let script = script(sequence) { scripts[script, default: 0] += 1 }
    }
    // Letters of the kinds that mix in one word, and the most of the run.
    guard scripts.count == 1, let count = scripts.values.first, count * 2 >= run.count else { return false }
    switch charset.family {
    case .latin:
      if count < 2 { return false }
      return count > 2
        || run.contains { sequence in
          scalars[(sequence.range.lowerBound + 1)..<sequence.range.upperBound].contains {
            let kind = ScalarKind($0)
            return kind == .symbol || kind == .control || kind == .punctuation
          }
        }
    case .cyrillic, .greek: return count > 2
    case .macintosh, .dos: return count > 1
    }
  }

  private mutating func apply(_ sequences: [MojibakeSequence]) {
    var newScalars: [UInt32] = []
    var newSources: [Range<Int>] = []
    newScalars.reserveCapacity(scalars.count)
    newSources.reserveCapacity(scalars.count)
    var copied = 0
    for sequence in sequences {
      let range = sequence.range
      newScalars += scalars[copied..<range.lowerBound]
      newSources += sources[copied..<range.lowerBound]
      let source = sources[range.lowerBound].lowerBound..<sources[range.upperBound - 1].upperBound
      newScalars.append(sequence.scalar)
      newSources.append(source)
      if sequence.hasSpace, sequence.length == 2, sequence.scalar == 0xE0, keepsSpace(at: range.upperBound) {
        newScalars.append(0x20)
        newSources.append(source)
      }
      copied = range.upperBound
    }
    newScalars += scalars[copied...]
    newSources += sources[copied...]
    scalars = newScalars
    sources = newSources
  }

  /// What no space stands before.
  private static let closers: Set<UInt32> = [
    0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x2026,
  ]

  /// Whether the space in `Ã ` was also a space: Portuguese alone goes on after `à`, in `às` and `àquele`.
  private func keepsSpace(at index: Int) -> Bool {
    guard index < scalars.count, scalars[index] != 0x20, !Self.closers.contains(scalars[index]) else { return false }
    if scalars[index] == 0xC2, index + 1 < scalars.count, scalars[index + 1] == 0xBB { return false }
    let next = scalars[index...].prefix { ($0 | 0x20) &- 0x61 < 26 }
    let end = index + next.count
    let isElided = end < scalars.count && (scalars[end] == 0x27 || scalars[end] == 0x2019)
    let isPlural = next.elementsEqual([0x73]) && !isElided
    return !isPlural && !next.starts(with: "quel".unicodeScalars.map(\.value))
  }
}
