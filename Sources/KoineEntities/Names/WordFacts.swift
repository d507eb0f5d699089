import KoineLexicon

/// What the tables know of words, by the hash of the word, laid out for millions of questions a second.
struct WordFacts: Sendable {
  private let facts: [WordFact]
  // Open addressing: the number of a fact, or 0; fact 0 is nobody's.
  private let slots: [UInt32]
  private let mask: Int
  // One bit for each hash of four letters that a glossed word ends in.
  private let tails: [UInt64]
  // The same for four letters that a stem begins with.
  private let heads: [UInt64]

  /// Gathers what `words` and `places` know.
  init(words: MappedTable, places: MappedTable, folding: NameFolding, romanizer: Romanizer) {
    var gathering = WordFactsGathering(folding: folding, romanizer: romanizer, words: words)
    words.forEachKey { key, rows in gathering.addWord(key, rows) }
    places.forEachKey { key, rows in gathering.addPlace(key, rows) }
    gathering.renderPlaces()
    for (word, value) in NumberWord.words { gathering.addNumber(word, value) }
    for exchange in Self.exchanges { gathering.addExchange(exchange) }
    let facts = gathering.facts
    var size = 1024
    while size < facts.count * 3 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for index in facts.indices.dropFirst() {
      var slot = Int(truncatingIfNeeded: facts[index].hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(index)
    }
    self.facts = facts
    self.slots = slots
    mask = size - 1
    tails = gathering.tails
    heads = gathering.heads
  }

  /// The number of the fact about the word of that hash, or 0.
  @inline(__always)
  func find(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let index = Int(slots[slot])
      if index == 0 || facts[index].hash == hash { return index }
      slot = (slot + 1) & mask
    }
  }

  /// The fact of that number; number 0 knows nothing.
  @inline(__always)
  subscript(index: Int) -> WordFact { facts[index] }

  /// What is known of the word of that hash.
  @inline(__always)
  func fact(_ hash: UInt64) -> WordFact { facts[find(hash)] }

  /// Whether some glossed word of four letters at least may end as `bytes` does before `upper`.
  @inline(__always)
  func mayEndInGloss(_ bytes: [UInt8], upper: Int) -> Bool {
    let bit = Self.four(bytes[upper - 4], bytes[upper - 3], bytes[upper - 2], bytes[upper - 1])
    return tails[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// The number of the fact about the stem that the word `range` of `bytes` has before a Russian ending, or 0.
  @inline(__always)
  func findStem(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard range.count >= 6 else { return 0 }
    let start = range.lowerBound
    let bit = Self.four(bytes[start], bytes[start + 1], bytes[start + 2], bytes[start + 3])
    return heads[bit >> 6] & (1 << UInt64(bit & 63)) == 0 ? 0 : stem(bytes, range)
  }

  private func stem(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var packed: UInt32 = 0
    for length in 0...min(4, range.count - 5) {
      let cut = range.upperBound - length
      // The ending, its last letter in the low byte.
      if length > 0 { packed |= UInt32(bytes[cut]) << UInt32(8 * (length - 1)) }
      guard Self.endings.contains(packed) else { continue }
      let found = find(Self.stemmed(NameHash.of(bytes, range.lowerBound..<cut)))
      if found != 0 { return found }
    }
    return 0
  }

  /// The hash under which a stem is kept, apart from words.
  static func stemmed(_ hash: UInt64) -> UInt64 { NameHash.mixed(hash &+ 1) }

  // Endings of Russian nouns and adjectives, as they are romanized in one way or another.
  private static let endings: Set<UInt32> = {
    let endings =
      "a u e i y o yy iy ij yi ii aya aia aja yaya oe oye oie oje ye yye iye ie oi oy oj ey ei ogo ego ova om em ykh ikh "
      + "yh ih ov ev ami am ya ia ja yu iyu iya iyi yi nyy nom"
    var packed: Set<UInt32> = [0]
    for ending in endings.split(separator: " ") { packed.insert(ending.utf8.reduce(0) { $0 << 8 | UInt32($1) }) }
    return packed
  }()

  /// The place of four letters among the bits of `tails` and `heads`.
  @inline(__always)
  static func four(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Int {
    let packed = UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d)
    return Int((packed &* 0x9E37_79B1) >> 16)
  }

  private static let exchanges = [
    "nyse", "nasdaq", "lse", "xetra", "bit", "epa", "ams", "tse", "hkex", "sse", "szse", "krx", "twse", "asx", "tsx",
    "otc", "amex", "bse", "nse", "six", "sgx", "jse",
  ]
}
