/// Which words of two nodes answer each other.
struct WordAlignment {
  private let words: NameWords
  private let wordsA: ArraySlice<Int32>
  private let wordsB: ArraySlice<Int32>
  private var usedA: UInt32 = 0
  private var usedB: UInt32 = 0
  private var total: Float = 0
  private var matched: Float = 0
  private var hasTypo = false
  private var hasRendering = false
  private var hasJoin = false
  /// One name is hardly ever written in more ways.
  private static let largestFamily: Int32 = 20

  private var distinctive = 0
  private var weak = 0
  // How many names hold the rarest of the words that are answered and tell names apart.
  private var family = Int32.max

  init(words: NameWords, nodes: NameNodes, _ a: Int, _ b: Int) {
    self.words = words
    wordsA = nodes.words[a]
    wordsB = nodes.words[b]
    for (i, x) in wordsA.enumerated() {
      for (j, y) in wordsB.enumerated() where x == y && usedB & (1 << UInt32(j)) == 0 {
        take(i, j, 2 * words.weights[Int(x)], share: 1)
        note(x)
        break
      }
    }
  }

  /// Whether every word but those that companies put on and off has found its equal.
  var isComplete: Bool { isCovered(wordsA, usedA) && isCovered(wordsB, usedB) && usedA != 0 }

  private func isCovered(_ row: ArraySlice<Int32>, _ used: UInt32) -> Bool {
    used.nonzeroBitCount == row.count
  }

  private mutating func take(_ i: Int, _ j: Int, _ weight: Float, share: Float) {
    usedA |= 1 << UInt32(i)
    usedB |= 1 << UInt32(j)
    total += weight
    matched += weight * share
  }

  private mutating func note(_ word: Int32) {
    let kind = words.kinds[Int(word)]
    if kind == .distinctive, words.letters.range(Int(word)).count > 1 {
      distinctive += 1
      family = min(family, words.frequency[Int(word)])
    }
    if kind == .place || kind == .field { weak += 1 }
  }

  /// Whether a word that tells names apart is answered, or two that do so together: `East West Bank`.
  var hasDistinctive: Bool { distinctive > 0 || weak > 1 || isComplete }

  private func isOpenA(_ i: Int) -> Bool { usedA & (1 << UInt32(i)) == 0 }
  private func isOpenB(_ j: Int) -> Bool { usedB & (1 << UInt32(j)) == 0 }

  /// Finds answers for the words that have no equal, then weighs those that stay alone.
  mutating func alignRest() {
    joins()
    for i in wordsA.indices where isOpenA(i - wordsA.startIndex) {
      let x = Int(wordsA[i])
      var best: (j: Int, share: Float)?
      for j in wordsB.indices where isOpenB(j - wordsB.startIndex) {
        let share = likeness(x, Int(wordsB[j]))
        if share > best?.share ?? 0 { best = (j, share) }
      }
      guard let best else { continue }
      let y = Int(wordsB[best.j])
      take(
        i - wordsA.startIndex,
        best.j - wordsB.startIndex,
        2 * min(words.weights[x], words.weights[y]),
        share: 0.5 + 0.5 * best.share
      )
      if words.meanings[x] == words.meanings[y] { hasRendering = true } else { hasTypo = true }
      note(words.frequency[x] > words.frequency[y] ? Int32(x) : Int32(y))
    }
    for (i, x) in wordsA.enumerated() where isOpenA(i) { total += words.weights[Int(x)] }
    for (j, y) in wordsB.enumerated() where isOpenB(j) { total += words.weights[Int(y)] }
  }

  // `Green Tech` and `GreenTech` beside other words.
  private mutating func joins() {
    join(wordsA, wordsB, swapped: false)
    join(wordsB, wordsA, swapped: true)
  }

  private mutating func join(_ one: ArraySlice<Int32>, _ two: ArraySlice<Int32>, swapped: Bool) {
    guard two.count > 1 else { return }
    for i in 0..<one.count where swapped ? isOpenB(i) : isOpenA(i) {
      let whole = words.letters.range(Int(one[one.startIndex + i]))
      for j in 0..<(two.count - 1) where swapped ? isOpenA(j) && isOpenA(j + 1) : isOpenB(j) && isOpenB(j + 1) {
        let (x, y) = (Int(two[two.startIndex + j]), Int(two[two.startIndex + j + 1]))
        let (head, tail) = (words.letters.range(x), words.letters.range(y))
        guard whole.count == head.count + tail.count else { continue }
        let letters = words.letters.items
        let middle = whole.lowerBound + head.count
        guard letters[whole.lowerBound..<middle].elementsEqual(letters[head]),
          letters[middle..<whole.upperBound].elementsEqual(letters[tail])
        else { continue }
        let bits: UInt32 = 0b11 << UInt32(j)
        if swapped {
          usedB |= 1 << UInt32(i)
          usedA |= bits
        } else {
          usedA |= 1 << UInt32(i)
          usedB |= bits
        }
        let weight = 2 * max(words.weights[x], words.weights[y])
        total += weight
        matched += weight
        hasJoin = true
        distinctive += 1
        break
      }
    }
  }

  /// How much of an answer one word is to another: rendered, cut short or mistyped.
  private func likeness(_ x: Int, _ y: Int) -> Float {
    if words.meanings[x] == words.meanings[y] { return 0.97 }
    if words.kinds[x] == .number || words.kinds[y] == .number { return 0 }
    if words.isKnown[x], words.isKnown[y] { return 0 }
    let (one, two) = (words.letters.range(x), words.letters.range(y))
    let shorter = min(one.count, two.count)
    // A short word that nothing else bears out may as well be another name: `Jasco`, `Jalco`.
    guard shorter >= (distinctive > 0 ? 3 : weak > 0 ? 4 : 6) else { return 0 }
    // Where many names share the rest, short words are what they are told apart by: `Foo Fund ABC`, `Foo Fund ABD`.
    if shorter < 6, distinctive > 0, family > Self.largestFamily { return 0 }
    if words.isEstablished(x), words.isEstablished(y) { return 0 }
    // Without other words to go by, two edits are too many: `Medicare`, `Medicaid`.
    let budget = shorter < (distinctive > 0 || weak > 0 ? 8 : 11) ? 1 : 2
    guard let distance = Edits.count(words.letters.items, one, two, atMost: budget) else { return 0 }
    return 1 - Float(distance) / Float(max(one.count, two.count))
  }

  /// The weight that is answered, as a share of the whole.
  var share: Float { total > 0 ? matched / total : 0 }

  /// What makes the two alike.
  var ground: PairScore.Ground {
    hasTypo ? .spelling : hasRendering ? .rendering : hasJoin ? .spacing : .addedWords
  }

  /// Whether spaces may have moved: then the letters as a whole tell more than word by word.
  var isCutDifferently: Bool { wordsA.count != wordsB.count }

  /// Caps a score where the words that stay alone speak against it.
  func restrained(_ score: PairScore) -> PairScore {
    let (a, b) = (open(wordsA, usedA), open(wordsB, usedB))
    // `University of Southern California` is not `University of California`.
    if distinctive == 0, a.isTelling || b.isTelling { return score.capped(0.45) }
    if a.numbers > 0, b.numbers > 0 { return score.capped(0.1) }
    if a.numbers + b.numbers > 0 { return score.capped(0.4) }
    if a.places > 0, b.places > 0 { return score.capped(0.3) }
    // `Foo Brasil` is a daughter of Foo; `Shenzhen Foo` is Foo with its seat.
    if a.endsInPlace || b.endsInPlace { return score.capped(0.45) }
    if a.fields + a.distinctive > 0, b.fields + b.distinctive > 0 { return score.capped(0.4) }
    return score
  }

  private func open(_ row: ArraySlice<Int32>, _ used: UInt32) -> Open {
    var open = Open()
    for (place, word) in row.enumerated() where used & (1 << UInt32(place)) == 0 {
      switch words.kinds[Int(word)] {
      case .number: open.numbers += 1
      case .place:
        open.places += 1
        if place > 0, place == row.count - 1 { open.endsInPlace = true }
      case .field: open.fields += 1
      case .generic: break
      case .distinctive: open.distinctive += 1
      }
    }
    return open
  }

  private struct Open {
    var numbers = 0
    var places = 0
    var fields = 0
    var distinctive = 0
    var endsInPlace = false
    var isTelling: Bool { fields + places + distinctive > 0 }
  }
}
