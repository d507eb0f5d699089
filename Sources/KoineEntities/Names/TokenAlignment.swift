/// Which words of two names answer each other.
struct TokenAlignment {
  /// Bits of the words of each name that found an answer.
  private(set) var usedA: UInt64 = 0
  private(set) var usedB: UInt64 = 0
  /// The weight of answered words on both sides, spelled or rendered differently counted less.
  private(set) var matched: Float = 0
  private(set) var distinctive = 0
  private(set) var hasRendering = false
  private(set) var hasTypo = false
  private(set) var hasAcronym = false

  private let a: PreparedName
  private let b: PreparedName

  init(_ a: PreparedName, _ b: PreparedName) {
    self.a = a
    self.b = b
    equalWords()
    let openA = a.tokens.count - usedA.nonzeroBitCount
    let openB = b.tokens.count - usedB.nonzeroBitCount
    if openA == 0 || openB == 0 { return }
    joinedWords()
    runsOfInitials()
    mistypedWords()
  }

  private mutating func take(_ i: Int, _ j: Int, _ share: Float) {
    usedA |= 1 << UInt64(i)
    usedB |= 1 << UInt64(j)
    matched += share * (a.tokens[i].weight + b.tokens[j].weight)
    count(a.tokens[i])
  }

  private mutating func count(_ token: NameToken) {
    if token.kind == .distinctive, token.count >= 2 {
      distinctive += 1
    } else if token.weight >= 0.5 {
      distinctive += 1
    }
  }

  private func isOpenA(_ i: Int) -> Bool { usedA & (1 << UInt64(i)) == 0 }
  private func isOpenB(_ j: Int) -> Bool { usedB & (1 << UInt64(j)) == 0 }

  private mutating func equalWords() {
    for i in a.tokens.indices {
      for j in b.tokens.indices where isOpenB(j) && a.tokens[i].hash == b.tokens[j].hash {
        take(i, j, 1)
        break
      }
    }
    for i in a.tokens.indices where isOpenA(i) {
      let one = a.tokens[i]
      for j in b.tokens.indices where isOpenB(j) {
        let two = b.tokens[j]
        if one.meaning == two.meaning || one.meaning == two.otherMeaning || one.otherMeaning == two.meaning {
          take(i, j, 0.97)
          hasRendering = true
          break
        }
      }
    }
  }

  // `Green Tech` and `GreenTech`.
  private mutating func joinedWords() {
    for i in a.tokens.indices where isOpenA(i) {
      for j in b.tokens.indices.dropLast() where isOpenA(i) && isOpenB(j) && isOpenB(j + 1) {
        if joins(a.span(a.tokens[i]), b.span(b.tokens[j]), b.span(b.tokens[j + 1])) {
          let weight = a.tokens[i].weight + max(b.tokens[j].weight, b.tokens[j + 1].weight)
          matched += weight
          usedA |= 1 << UInt64(i)
          usedB |= 0b11 << UInt64(j)
          distinctive += 1
        }
      }
    }
    for j in b.tokens.indices where isOpenB(j) {
      for i in a.tokens.indices.dropLast() where isOpenB(j) && isOpenA(i) && isOpenA(i + 1) {
        if joins(b.span(b.tokens[j]), a.span(a.tokens[i]), a.span(a.tokens[i + 1])) {
          let weight = b.tokens[j].weight + max(a.tokens[i].weight, a.tokens[i + 1].weight)
          matched += weight
          usedB |= 1 << UInt64(j)
          usedA |= 0b11 << UInt64(i)
          distinctive += 1
        }
      }
    }
  }

  private func joins(_ whole: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>, _ tail: ArraySlice<UInt8>) -> Bool {
    whole.count == head.count + tail.count && whole.starts(with: head) && whole.suffix(tail.count) == tail
  }

  // `SMIC` in `SMIC Beijing` stands for four words of the other name.
  private mutating func runsOfInitials() {
    run(from: a, to: b, openFrom: usedA, openTo: usedB, swapped: false)
    run(from: b, to: a, openFrom: usedB, openTo: usedA, swapped: true)
  }

  private mutating func run(
    from x: PreparedName,
    to y: PreparedName,
    openFrom: UInt64,
    openTo: UInt64,
    swapped: Bool
  ) {
    for i in x.tokens.indices where openFrom & (1 << UInt64(i)) == 0 {
      let word = x.span(x.tokens[i])
      guard word.count >= 3, word.count <= 7, y.tokens.count >= word.count else { continue }
      for start in 0...(y.tokens.count - word.count) {
        var fits = true
        var mask: UInt64 = 0
        for (offset, letter) in word.enumerated() {
          let token = y.tokens[start + offset]
          let bit: UInt64 = 1 << UInt64(start + offset)
          if y.bytes[Int(token.lower)] != letter || openTo & bit != 0 {
            fits = false
            break
          }
          mask |= bit
        }
        guard fits else { continue }
        var weight = x.tokens[i].weight
        for j in y.tokens.indices where mask & (1 << UInt64(j)) != 0 { weight += y.tokens[j].weight }
        matched += weight
        distinctive += 1
        hasAcronym = true
        if swapped {
          usedB |= 1 << UInt64(i)
          usedA |= mask
        } else {
          usedA |= 1 << UInt64(i)
          usedB |= mask
        }
        break
      }
    }
  }

  private mutating func mistypedWords() {
    for i in a.tokens.indices where isOpenA(i) {
      var best: (j: Int, share: Float)?
      for j in b.tokens.indices where isOpenB(j) {
        let share = Self.likeness(a, a.tokens[i], b, b.tokens[j])
        if share > 0, share > best?.share ?? 0 { best = (j, share) }
      }
      if let best {
        take(i, best.j, best.share)
        hasTypo = true
      }
    }
  }

  /// How much of an answer `y` is to `x`: mistyped within the budget, cut short, or an initial.
  static func likeness(_ a: PreparedName, _ x: NameToken, _ b: PreparedName, _ y: NameToken) -> Float {
    let one = a.span(x)
    let two = b.span(y)
    if x.kind == .number || y.kind == .number { return 0 }
    if x.isKnown, y.isKnown { return 0 }
    let shorter = min(one.count, two.count)
    let longer = max(one.count, two.count)
    if shorter >= 4, shorter < longer, one.prefix(shorter) == two.prefix(shorter), a.tokens.count + b.tokens.count > 3 {
      // A word cut short, as tables with narrow columns have it.
      if shorter >= 6 || longer - shorter <= 2 { return longer - shorter <= 3 ? 0.9 : 0.8 }
    }
    let budget = TypoBudget.allowed(shorter)
    if budget > 0, let distance = TypoBudget.distance(one, two, limit: budget) {
      return 0.95 - 0.5 * Float(distance) / Float(longer) - (distance > 1 ? 0.1 : 0)
    }
    return cognate(one, two)
  }

  /// One word in two languages: `geoscienze` and `geosciences` begin alike.
  private static func cognate(_ one: ArraySlice<UInt8>, _ two: ArraySlice<UInt8>) -> Float {
    let shorter = min(one.count, two.count)
    guard shorter >= 7, one.first == two.first else { return 0 }
    var same = 0
    for (x, y) in zip(one, two) {
      if x != y { break }
      same += 1
    }
    return same >= 5 && same * 10 >= max(one.count, two.count) * 6 ? 0.72 : 0
  }
}
