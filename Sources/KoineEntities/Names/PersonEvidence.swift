/// Weighs two names of persons part by part, in any order.
struct PersonEvidence: Sendable {
  func verdict(_ a: PersonName, _ b: PersonName) -> Verdict {
    guard !a.parts.isEmpty, !b.parts.isEmpty else { return .nothing }
    if a.generation != 0, b.generation != 0, a.generation != b.generation {
      return Verdict(score: 0.15, ground: .generations)
    }
    // Characters tell more than their sounds: many names are read alike.
    if !a.characters.isEmpty, !b.characters.isEmpty {
      return a.characters == b.characters
        ? Verdict(score: 0.97, ground: .identical) : Verdict(score: 0.2, ground: .characters)
    }
    if a.letters == b.letters, !swapsFathers(a, b) {
      return .init(score: a.isForeign || b.isForeign ? 0.95 : 1, ground: .identical)
    }
    let crossing = a.isForeign != b.isForeign
    var best = byParts(a, b, crossing: crossing)
    if swapsFathers(a, b) { return best.capped(0.3, .fathers) }
    if !a.pinyin.isEmpty && a.pinyin == b.letters || !b.pinyin.isEmpty && b.pinyin == a.letters {
      return Verdict(score: 0.85, ground: .romanization)
    }
    let whole = byLetters(a, b, crossing: crossing)
    if whole.score > best.score { best = whole }
    // Two to four Chinese characters are a surname and a first name, or one foreign name by sound.
    if crossing, a.isRun || b.isRun {
      let joined = byParts(a.joined, b.joined, crossing: true)
      if joined.score > best.score { best = joined }
    }
    return best
  }

  /// `Muhammad bin Salman` and `Salman bin Muhammad`: father and son.
  private func swapsFathers(_ a: PersonName, _ b: PersonName) -> Bool {
    guard let x = a.parts.first(where: \.isFather), let y = b.parts.first(where: \.isFather) else { return false }
    guard let one = a.parts.first(where: { !$0.isParticle }), let two = b.parts.first(where: { !$0.isParticle }) else {
      return false
    }
    return x.bytes != y.bytes && x.bytes == two.bytes && y.bytes == one.bytes
  }

  private func byParts(_ a: PersonName, _ b: PersonName, crossing: Bool) -> Verdict {
    let (countA, countB) = (min(a.parts.count, Self.mostParts), min(b.parts.count, Self.mostParts))
    var shares = InlineArray<256, Float>(repeating: 0)
    for i in 0..<countA {
      for j in 0..<countB {
        shares[i * Self.mostParts + j] = likeness(a.parts[i], b.parts[j], crossing: crossing)
      }
    }
    var usedA: UInt32 = 0
    var usedB: UInt32 = 0
    var matched: Float = 0
    var full = 0
    while true {
      // The best answer first; of equal ones the earlier parts, so that the outcome does not depend on chance.
      var best: (share: Float, i: Int, j: Int) = (0, 0, 0)
      for i in 0..<countA where usedA & (1 << UInt32(i)) == 0 {
        for j in 0..<countB where usedB & (1 << UInt32(j)) == 0 {
          let share = shares[i * Self.mostParts + j]
          if share > best.share { best = (share, i, j) }
        }
      }
      if best.share == 0 { break }
      usedA |= 1 << UInt32(best.i)
      usedB |= 1 << UInt32(best.j)
      let (x, y) = (a.parts[best.i], b.parts[best.j])
      matched += best.share * (x.weight + y.weight)
      if !x.isParticle, !y.isParticle, !x.isInitial, !y.isInitial { full += 1 }
    }
    guard full > 0 else { return Verdict(score: 0.1, ground: .nothing) }
    let openA = openCount(a, usedA)
    let openB = openCount(b, usedB)
    let share = matched / (weight(a) + weight(b))
    let ground: Verdict.Ground = crossing ? .sound : .personParts
    if openA == 0 || openB == 0 {
      // One name has all of the other.
      let missing = openA + openB
      if missing == 0 { return Verdict(score: 0.5 + 0.45 * max(0, (share - 0.6) / 0.4), ground: ground) }
      if full >= 2 { return Verdict(score: max(0.55, 0.85 - 0.08 * Float(missing)), ground: ground) }
      let short = openA == 0 ? a : b
      let lone = short.parts.first { !$0.isParticle }
      let isTelling = (lone?.bytes.count ?? 0) >= 5 && lone?.isGiven == false
      return Verdict(score: isTelling ? 0.52 : 0.4, ground: ground)
    }
    // Both have a part that the other lacks.
    return Verdict(score: min(0.45, share * 0.6), ground: .personConflict)
  }

  /// Parts beyond this many are not compared.
  private static let mostParts = 16

  private func openCount(_ name: PersonName, _ used: UInt32) -> Int {
    var count = 0
    for index in name.parts.indices where !name.parts[index].isParticle {
      if index >= Self.mostParts || used & (1 << UInt32(index)) == 0 { count += 1 }
    }
    return count
  }

  private func weight(_ name: PersonName) -> Float {
    var sum: Float = 0
    for index in name.parts.indices { sum += name.parts[index].weight }
    return sum
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
    if x.hash == y.hash { return 1 }
    if x.sharesName(with: y) { return 0.92 }
    if x.isInitial || y.isInitial {
      return x.bytes.first == y.bytes.first && !x.isParticle && !y.isParticle ? 0.75 : 0
    }
    if x.isParticle != y.isParticle { return 0 }
    if crossing {
      let sound = Phonetics.similarity(sounds: x.sounds, y.sounds, least: 0.64)
      return sound >= 0.64 ? sound : 0
    }
    let shorter = min(x.bytes.count, y.bytes.count)
    let longer = max(x.bytes.count, y.bytes.count)
    // Mario and Maria are two first names.
    if x.isGiven, y.isGiven, x.bytes.dropLast() == y.bytes.dropLast() { return 0 }
    let sound = Phonetics.similarity(sounds: x.sounds, y.sounds, least: 0.8)
    let budget = TypoBudget.allowed(shorter)
    if LetterMask.mayBeNear(x.mask, y.mask, edits: budget),
      let distance = Edits.count(x.bytes.span, y.bytes.span, atMost: budget)
    {
      if x.isGiven, y.isGiven, sound < 0.85 { return 0 }
      return max(0.7, 1 - Float(distance) / Float(longer))
    }
    return sound >= 0.8 && shorter >= 4 ? sound * 0.95 : 0
  }
}
