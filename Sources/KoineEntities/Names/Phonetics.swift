/// How alike two romanized words sound, letter by letter, for names that crossed from one script to another.
enum Phonetics {
  private static let limit = 40

  /// Returns 0 (nothing alike) to 1 (the same sound).
  static func similarity(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Float {
    let x = sounds(a)
    let y = sounds(b)
    return similarity(sounds: x, y)
  }

  /// Compares what `sounds(_:)` returned; 0 also where it would be less than `least`.
  static func similarity(sounds x: [UInt8], _ y: [UInt8], least: Float = 0) -> Float {
    if x.isEmpty || y.isEmpty || x.count > limit || y.count > limit { return 0 }
    if x == y { return 1 }
    let lengthX = x.reduce(0) { $0 + gap($1) }
    let lengthY = y.reduce(0) { $0 + gap($1) }
    let longer = max(lengthX, lengthY)
    if longer == 0 { return 0 }
    if abs(lengthX - lengthY) / longer > 0.55 { return 0 }
    var last = InlineArray<41, Float>(repeating: 0)
    var row = InlineArray<41, Float>(repeating: 0)
    for j in 1...y.count { last[j] = last[j - 1] + gap(y[j - 1]) }
    for i in 1...x.count {
      let gapX = i > 1 && x[i - 1] == x[i - 2] ? 0.1 : gap(x[i - 1])
      row[0] = last[0] + gapX
      var lowest = row[0]
      for j in 1...y.count {
        let gapY = j > 1 && y[j - 1] == y[j - 2] ? 0.1 : gap(y[j - 1])
        row[j] = min(last[j] + gapX, row[j - 1] + gapY, last[j - 1] + swap(x[i - 1], y[j - 1]))
        lowest = min(lowest, row[j])
      }
      // What a row costs at least, the end costs too.
      if 1 - lowest / longer < least { return 0 }
      last = row
    }
    // A different beginning weighs more than a different end.
    let start: Float = swap(x[0], y[0]) >= 0.9 && gap(x[0]) > 0.6 && gap(y[0]) > 0.6 ? 0.25 : 0
    return max(0, 1 - (last[y.count] + start) / longer)
  }

  /// Spellings of one sound made one: `ph` f, `ck` k, `sh` S, `ch` C.
  static func sounds(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(min(limit, word.count) + 1)
    var word = word
    if word.count > limit || word.contains(where: { $0 < 0x61 || $0 > 0x7A }) {
      word = word.prefix(limit).filter { (0x61...0x7A).contains($0) }[...]
    }
    var i = word.startIndex
    func at(_ offset: Int) -> UInt8 { i + offset < word.endIndex ? word[i + offset] : 0 }
    while i < word.endIndex, out.count < limit {
      let (sound, after, taken) = sound(word[i], at(1), at(2))
      if out.last != sound { out.append(sound) }
      if after != 0, out.last != after, out.count < limit { out.append(after) }
      i += taken
    }
    return out
  }

  /// The sound that letters begin with, a second one or 0, and how many letters make them.
  @inline(__always)
  private static func sound(_ c: UInt8, _ next: UInt8, _ third: UInt8) -> (UInt8, UInt8, Int) {
    switch (c, next) {
    case (p, h): (f, 0, 2)
    case (c_, k): (k, 0, 2)
    case (s, c_) where third == h: (shh, 0, 3)
    case (t, c_) where third == h: (chh, 0, 3)
    case (s, h): (shh, 0, 2)
    case (c_, h): (chh, 0, 2)
    case (t, h): (t, 0, 2)
    case (k, h): (h, 0, 2)
    case (g, h): (g, 0, 2)
    case (z, h): (jh, 0, 2)
    case (d, z) where third == h: (jh, 0, 3)
    case (d, j): (jh, 0, 2)
    case (w, h): (w, 0, 2)
    case (t, s), (t, z): (z, 0, 2)
    case (q, u): (k, w, 2)
    case (o, u), (o, o), (e, u): (u, 0, 2)
    case (e, e), (i_, e), (e, a): (i_, 0, 2)
    case (e, o): (o, 0, 2)
    case (a, e): (e, 0, 2)
    case (a, u), (a, w): (o, 0, 2)
    case (x, _): (k, s, 1)
    case (q, _): (chh, 0, 1)
    case (y, _): (i_, 0, 1)
    case (j, _): (jh, 0, 1)
    case (c_, _): (next == e || next == i_ || next == y ? s : k, 0, 1)
    default: (c, 0, 1)
    }
  }

  private static let a = UInt8(ascii: "a"), e = UInt8(ascii: "e"), i_ = UInt8(ascii: "i"), o = UInt8(ascii: "o")
  private static let u = UInt8(ascii: "u"), c_ = UInt8(ascii: "c"), d = UInt8(ascii: "d"), f = UInt8(ascii: "f")
  private static let g = UInt8(ascii: "g"), h = UInt8(ascii: "h"), j = UInt8(ascii: "j"), k = UInt8(ascii: "k")
  private static let p = UInt8(ascii: "p"), q = UInt8(ascii: "q"), s = UInt8(ascii: "s"), t = UInt8(ascii: "t")
  private static let w = UInt8(ascii: "w"), x = UInt8(ascii: "x"), y = UInt8(ascii: "y"), z = UInt8(ascii: "z")
  private static let shh = UInt8(ascii: "S"), chh = UInt8(ascii: "C"), jh = UInt8(ascii: "J")

  // What it costs to leave a sound out: vowels come and go between languages, consonants stay.
  private static func gap(_ sound: UInt8) -> Float {
    switch sound {
    case a, e, i_, o, u: 0.4
    case h, w: 0.4
    case UInt8(ascii: "r"), UInt8(ascii: "l"), UInt8(ascii: "n"), t, d: 0.75
    default: 1
    }
  }

  private static func group(_ sound: UInt8) -> UInt8 {
    switch sound {
    case a, e, i_, o, u: 1
    case UInt8(ascii: "b"), p, UInt8(ascii: "v"), f, w: 2
    case d, t: 3
    case g, k, h, q: 4
    case s, z, shh, chh, jh: 5
    case UInt8(ascii: "l"), UInt8(ascii: "r"): 6
    case UInt8(ascii: "m"), UInt8(ascii: "n"): 7
    default: 0
    }
  }

  private static func swap(_ x: UInt8, _ y: UInt8) -> Float {
    if x == y { return 0 }
    let (one, two) = (group(x), group(y))
    if one == two, one > 0 { return one == 1 ? 0.25 : 0.3 }
    switch (min(one, two), max(one, two)) {
    case (3, 5), (4, 5): return 0.6
    case (1, 2) where x == w || y == w || x == UInt8(ascii: "v") || y == UInt8(ascii: "v"): return 0.5
    case (1, 4) where x == h || y == h: return 0.6
    case (1, 5) where (x == jh || y == jh) && (x == i_ || y == i_): return 0.3
    case (6, 7): return 0.7
    default: return 1
    }
  }
}
