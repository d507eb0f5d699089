/// Weighs two names of persons part by part, in any order.
struct PersonEvidence: Sendable {
  func verdict(_ a: PersonName, _ b: PersonName) -> Verdict {
    guard !a.parts.isEmpty, !b.parts.isEmpty else { return .nothing }
    if a.letters == b.letters { return .init(score: a.isForeign || b.isForeign ? 0.95 : 1, ground: .identical) }
    let crossing = a.isForeign != b.isForeign
    var best = byParts(a, b, crossing: crossing)
    let whole = byLetters(a, b, crossing: crossing)
    if whole.score > best.score { best = whole }
    // Two to four Chinese characters are a surname and a first name, or one foreign name by sound.
    if crossing, a.isRun || b.isRun {
      let joined = byParts(a.joined, b.joined, crossing: true)
      if joined.score > best.score { best = joined }
    }
    return best
  }

  private func byParts(_ a: PersonName, _ b: PersonName, crossing: Bool) -> Verdict {
    var usedA: Set<Int> = []
    var usedB: Set<Int> = []
    var pairs: [(share: Float, i: Int, j: Int)] = []
    for (i, x) in a.parts.enumerated() {
      for (j, y) in b.parts.enumerated() {
        let share = likeness(x, y, crossing: crossing)
        if share > 0 { pairs.append((share, i, j)) }
      }
    }
    // The best answer first; of equal ones the earlier parts, so that the outcome does not depend on chance.
    pairs.sort { ($0.share, -$0.i, -$0.j) > ($1.share, -$1.i, -$1.j) }
    var matched: Float = 0
    var full = 0
    for pair in pairs where !usedA.contains(pair.i) && !usedB.contains(pair.j) {
      usedA.insert(pair.i)
      usedB.insert(pair.j)
      matched += pair.share * (a.parts[pair.i].weight + b.parts[pair.j].weight)
      let isWhole = !a.parts[pair.i].isInitial && !b.parts[pair.j].isInitial
      if !a.parts[pair.i].isParticle, !b.parts[pair.j].isParticle, isWhole { full += 1 }
    }
    guard full > 0 else { return Verdict(score: 0.1, ground: .nothing) }
    let openA = a.parts.indices.filter { !usedA.contains($0) && !a.parts[$0].isParticle }
    let openB = b.parts.indices.filter { !usedB.contains($0) && !b.parts[$0].isParticle }
    let total = a.parts.reduce(0) { $0 + $1.weight } + b.parts.reduce(0) { $0 + $1.weight }
    let share = matched / total
    let ground: Verdict.Ground = crossing ? .sound : .personParts
    if openA.isEmpty || openB.isEmpty {
      // One name has all of the other.
      let missing = openA.count + openB.count
      if missing == 0 { return Verdict(score: 0.5 + 0.45 * max(0, (share - 0.6) / 0.4), ground: ground) }
      if full >= 2 { return Verdict(score: max(0.55, 0.85 - 0.08 * Float(missing)), ground: ground) }
      let short = openA.isEmpty ? a : b
      let lone = short.parts.first { !$0.isParticle }
      let isTelling = (lone?.bytes.count ?? 0) >= 5 && lone?.isGiven == false
      return Verdict(score: isTelling ? 0.52 : 0.4, ground: ground)
    }
    // Both have a part that the other lacks.
    if full >= 3, openA.count == 1, openB.count == 1 { return Verdict(score: min(0.6, share * 0.8), ground: ground) }
    return Verdict(score: min(0.45, share * 0.6), ground: .personConflict)
  }

  private func byLetters(_ a: PersonName, _ b: PersonName, crossing: Bool) -> Verdict {
    let length = max(a.letters.count, b.letters.count)
    if crossing {
      guard min(a.parts.count, b.parts.count) == 1 || a.isRun || b.isRun else { return .nothing }
      let likeness = Phonetics.similarity(a.letters[...], b.letters[...])
      return Verdict(score: Self.calibrated(likeness), ground: .sound)
    }
    guard length >= 8, length <= 60 else { return .nothing }
    if a.parts.count == b.parts.count { return .nothing }
    guard let distance = TypoBudget.distance(a.letters[...], b.letters[...], limit: 2) else { return .nothing }
    return Verdict(score: 0.85 - 0.12 * Float(distance), ground: .spelling)
  }

  static func calibrated(_ likeness: Float) -> Float {
    let bar: Float = 0.66
    return likeness < bar ? 0.5 * likeness / bar : 0.5 + 0.4 * (likeness - bar) / (1 - bar)
  }

  /// How well one part answers another, 0 for not at all.
  private func likeness(_ x: PersonName.Part, _ y: PersonName.Part, crossing: Bool) -> Float {
    if x.bytes == y.bytes { return 1 }
    if !x.names.isDisjoint(with: y.names) { return 0.92 }
    if x.isInitial || y.isInitial {
      return x.bytes.first == y.bytes.first && !x.isParticle && !y.isParticle ? 0.75 : 0
    }
    if x.isParticle != y.isParticle { return 0 }
    if crossing {
      let sound = Phonetics.similarity(sounds: x.sounds, y.sounds)
      return sound >= 0.64 ? sound : 0
    }
    let shorter = min(x.bytes.count, y.bytes.count)
    let longer = max(x.bytes.count, y.bytes.count)
    // Mario and Maria are two first names.
    if x.isGiven, y.isGiven, x.bytes.dropLast() == y.bytes.dropLast() { return 0 }
    let sound = Phonetics.similarity(sounds: x.sounds, y.sounds)
    if let distance = TypoBudget.distance(x.bytes[...], y.bytes[...], limit: TypoBudget.allowed(shorter)) {
      if x.isGiven, y.isGiven, sound < 0.85 { return 0 }
      return max(0.7, 1 - Float(distance) / Float(longer))
    }
    return sound >= 0.8 && shorter >= 4 ? sound * 0.95 : 0
  }
}
