/// Which words of two names answer each other.
struct TokenAlignment {
  /// Bits of the words of each name that found an answer.
  private(set) var usedA: UInt64 = 0
  private(set) var usedB: UInt64 = 0
  /// The weight of answered words on both sides, spelled or rendered differently counted less.
  private(set) var matched: Float = 0
  private(set) var distinctive = 0
  /// How many answered words are names by themselves, not places, fields or numbers.
  private(set) var proper = 0
  private(set) var hasRendering = false
  private(set) var hasTypo = false
  private(set) var hasAcronym = false

  init(_ a: PreparedName, _ b: PreparedName) {
    let (x, y) = (a.tokens.span, b.tokens.span)
    equalWords(x, y)
    if usedA.nonzeroBitCount == x.count || usedB.nonzeroBitCount == y.count { return }
    let (lettersA, lettersB) = (a.bytes.span, b.bytes.span)
    joinedWords(x, lettersA, y, lettersB)
    runsOfInitials(x, lettersA, y, lettersB)
    mistypedWords(x, lettersA, y, lettersB)
  }

  private mutating func take(_ i: Int, _ one: NameToken, _ j: Int, _ two: NameToken, _ share: Float) {
    usedA |= 1 << UInt64(i)
    usedB |= 1 << UInt64(j)
    matched += share * (one.weight + two.weight)
    if one.kind == .distinctive && one.count >= 2 || one.weight >= 0.5 { distinctive += 1 }
    if one.kind == .distinctive || two.kind == .distinctive { proper += 1 }
  }

  @inline(__always)
  private func isOpenA(_ i: Int) -> Bool { usedA & (1 << UInt64(i)) == 0 }
  @inline(__always)
  private func isOpenB(_ j: Int) -> Bool { usedB & (1 << UInt64(j)) == 0 }

  private mutating func equalWords(_ x: Span<NameToken>, _ y: Span<NameToken>) {
    for i in x.indices {
      for j in y.indices where isOpenB(j) && x[i].hash == y[j].hash {
        take(i, x[i], j, y[j], 1)
        break
      }
    }
    for i in x.indices where isOpenA(i) {
      let one = x[i]
      for j in y.indices where isOpenB(j) {
        let two = y[j]
        if one.meaning == two.meaning || one.meaning == two.otherMeaning || one.otherMeaning == two.meaning {
          take(i, one, j, two, 0.97)
          hasRendering = true
          break
        }
      }
    }
  }

  // `Green Tech` and `GreenTech`.
  private mutating func joinedWords(
    _ x: Span<NameToken>,
    _ lettersA: Span<UInt8>,
    _ y: Span<NameToken>,
    _ lettersB: Span<UInt8>
  ) {
    for i in x.indices where isOpenA(i) {
      for j in y.indices.dropLast() where isOpenA(i) && isOpenB(j) && isOpenB(j + 1) {
        if Self.joins(x[i], lettersA, y[j], y[j + 1], lettersB) {
          matched += x[i].weight + max(y[j].weight, y[j + 1].weight)
          usedA |= 1 << UInt64(i)
          usedB |= 0b11 << UInt64(j)
          distinctive += 1
          proper += 1
        }
      }
    }
    for j in y.indices where isOpenB(j) {
      for i in x.indices.dropLast() where isOpenB(j) && isOpenA(i) && isOpenA(i + 1) {
        if Self.joins(y[j], lettersB, x[i], x[i + 1], lettersA) {
          matched += y[j].weight + max(x[i].weight, x[i + 1].weight)
          usedB |= 1 << UInt64(j)
          usedA |= 0b11 << UInt64(i)
          distinctive += 1
          proper += 1
        }
      }
    }
  }

  @inline(__always)
  private static func joins(
    _ whole: NameToken,
    _ letters: Span<UInt8>,
    _ head: NameToken,
    _ tail: NameToken,
    _ others: Span<UInt8>
  ) -> Bool {
    guard whole.count == head.count + tail.count else { return false }
    let start = Int(whole.lower)
    for offset in 0..<head.count where letters[start + offset] != others[Int(head.lower) + offset] { return false }
    let middle = start + head.count
    for offset in 0..<tail.count where letters[middle + offset] != others[Int(tail.lower) + offset] { return false }
    return true
  }

  // `SMIC` in `SMIC Beijing` stands for four words of the other name.
  private mutating func runsOfInitials(
    _ x: Span<NameToken>,
    _ lettersA: Span<UInt8>,
    _ y: Span<NameToken>,
    _ lettersB: Span<UInt8>
  ) {
    for i in x.indices where isOpenA(i) {
      guard let run = Self.run(of: x[i], lettersA, in: y, lettersB, taken: usedB) else { continue }
      matched += x[i].weight + run.weight
      usedA |= 1 << UInt64(i)
      usedB |= run.mask
      distinctive += 1
      proper += 1
      hasAcronym = true
    }
    for j in y.indices where isOpenB(j) {
      guard let run = Self.run(of: y[j], lettersB, in: x, lettersA, taken: usedA) else { continue }
      matched += y[j].weight + run.weight
      usedB |= 1 << UInt64(j)
      usedA |= run.mask
      distinctive += 1
      proper += 1
      hasAcronym = true
    }
  }

  @inline(__always)
  private static func run(
    of word: NameToken,
    _ letters: Span<UInt8>,
    in words: Span<NameToken>,
    _ others: Span<UInt8>,
    taken: UInt64
  ) -> (mask: UInt64, weight: Float)? {
    let count = word.count
    guard count >= 3, count <= 7, words.count >= count else { return nil }
    for start in 0...(words.count - count) {
      var weight: Float = 0
      var mask: UInt64 = 0
      for offset in 0..<count {
        let bit: UInt64 = 1 << UInt64(start + offset)
        let token = words[start + offset]
        if others[Int(token.lower)] != letters[Int(word.lower) + offset] || taken & bit != 0 { break }
        mask |= bit
        weight += token.weight
      }
      if mask.nonzeroBitCount == count { return (mask, weight) }
    }
    return nil
  }

  private mutating func mistypedWords(
    _ x: Span<NameToken>,
    _ lettersA: Span<UInt8>,
    _ y: Span<NameToken>,
    _ lettersB: Span<UInt8>
  ) {
    for i in x.indices where isOpenA(i) {
      let one = x[i]
      if one.kind == .number { continue }
      var best: (j: Int, share: Float)?
      for j in y.indices where isOpenB(j) {
        let two = y[j]
        if two.kind == .number || one.isKnown && two.isKnown { continue }
        let share = Self.likeness(
          lettersA.extracting(one.range),
          one.mask,
          lettersB.extracting(two.range),
          two.mask,
          areAlone: x.count + y.count <= 3,
          isBorneOut: usedA != 0
        )
        if share > 0, share > best?.share ?? 0 { best = (j, share) }
      }
      if let best {
        take(i, one, best.j, y[best.j], best.share)
        hasTypo = true
      }
    }
  }

  /// How much of an answer one word is to another: mistyped within the budget, cut short, or an initial.
  @inline(__always)
  private static func likeness(
    _ one: Span<UInt8>,
    _ maskOne: UInt32,
    _ two: Span<UInt8>,
    _ maskTwo: UInt32,
    areAlone: Bool,
    isBorneOut: Bool
  ) -> Float {
    let shorter = min(one.count, two.count)
    let longer = max(one.count, two.count)
    if shorter < 4 { return 0 }
    var same = 0
    while same < shorter, one[same] == two[same] { same += 1 }
    if same == shorter, shorter < longer, !areAlone, !PinyinSyllables.arePinyin(one, two) {
      // A word cut short, as tables with narrow columns have it.
      if shorter >= 6 || longer - shorter <= 2 { return longer - shorter <= 3 ? 0.9 : 0.8 }
    }
    // Without another word to go by, a short word is another name: `Nokia`, `Nokian`.
    let budget = isBorneOut || shorter >= 7 ? TypoBudget.allowed(shorter) : 0
    if budget > 0, longer - shorter <= budget, LetterMask.mayBeNear(maskOne, maskTwo, edits: budget),
      let distance = Edits.count(one, two, atMost: budget), !PinyinSyllables.arePinyin(one, two)
    {
      return 0.95 - 0.5 * Float(distance) / Float(longer) - (distance > 1 ? 0.1 : 0)
    }
    // One word in two languages: `geoscienze` and `geosciences` begin alike.
    return isBorneOut && shorter >= 7 && same >= 5 && same * 10 >= longer * 6 ? 0.72 : 0
  }
}
