import KoineLexicon

/// What the tables know of words, by the hash of the word, laid out for millions of questions a second.
struct WordFacts: Sendable {
  private let facts: [WordFact]
  // Open addressing: the number of a fact, or 0; fact 0 is nobody's.
  private let slots: [UInt32]
  private let mask: Int
  // One bit for each hash of four letters that a glossed word ends in.
  private let tails: [UInt64]

  /// Gathers what `words` and `places` know.
  init(words: MappedTable, places: MappedTable, folding: NameFolding) {
    var gathering = Gathering(folding: folding)
    words.forEachKey { key, rows in gathering.addWord(key, rows, words) }
    places.forEachKey { key, rows in gathering.addPlace(key, rows) }
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
    let bit = Self.tail(bytes[upper - 4], bytes[upper - 3], bytes[upper - 2], bytes[upper - 1])
    return tails[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  @inline(__always)
  fileprivate static func tail(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Int {
    let packed = UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d)
    return Int((packed &* 0x9E37_79B1) >> 16)
  }

  private static let exchanges = [
    "nyse", "nasdaq", "lse", "xetra", "bit", "epa", "ams", "tse", "hkex", "sse", "szse", "krx", "twse", "asx", "tsx",
    "otc", "amex", "bse", "nse", "six", "sgx", "jse",
  ]

  private struct Gathering {
    let folding: NameFolding
    var facts: [WordFact] = [WordFact(hash: 0)]
    var tails = [UInt64](repeating: 0, count: 1024)
    private var numbers: [UInt64: Int] = [:]

    init(folding: NameFolding) { self.folding = folding }

    private mutating func number(_ hash: UInt64) -> Int {
      if let known = numbers[hash] { return known }
      facts.append(WordFact(hash: hash))
      numbers[hash] = facts.count - 1
      return facts.count - 1
    }

    mutating func addWord(_ key: Span<UInt8>, _ rows: MappedTable.Rows, _ words: MappedTable) {
      let index = number(NameHash.of(key))
      var fact = facts[index]
      fact.flags.insert(.isWord)
      for row in rows {
        let value = row[1]
        switch row[0] {
        case "C":
          fact.flags.insert(.isKnown)
          if value == "stop" {
            fact.flags.insert(.isStop)
          } else if fact.kind == .distinctive {
            fact.kind = value == "generic" ? .generic : .field
            if value == "body" { fact.flags.insert(.isBody) }
          }
        case "G":
          fact.flags.insert(.isKnown)
          if value.isEmpty { continue }
          let hash = NameHash.of(value.utf8)
          if fact.gloss == 0 {
            fact.gloss = hash
            fact.meaning = hash
            fact.otherMeaning = hash
            if words.rows(value).contains(where: { $0[0] == "C" && $0[1] == "body" }) {
              fact.flags.insert(.glossIsBody)
            }
            addTail(key)
          } else if fact.otherMeaning == fact.meaning {
            fact.otherMeaning = hash
          }
        case "L":
          let parts = value.split(separator: " ")
          guard parts.count == 2 else { continue }
          let form = LegalForm(named: parts[1])
          fact.flags.insert(.isLegalForm)
          if parts[0] != "end", fact.startForm == nil { fact.startForm = form }
          if parts[0] != "start", fact.endForm == nil { fact.endForm = form }
        case "H": fact.startLength = max(fact.startLength, UInt8(clamping: Int(value) ?? 0))
        case "T": fact.endLength = max(fact.endLength, UInt8(clamping: Int(value) ?? 0))
        default: continue
        }
      }
      facts[index] = fact
    }

    private mutating func addTail(_ key: Span<UInt8>) {
      let count = key.count
      guard count >= 4 else { return }
      let bit = WordFacts.tail(key[count - 4], key[count - 3], key[count - 2], key[count - 1])
      tails[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    mutating func addPlace(_ key: Span<UInt8>, _ rows: MappedTable.Rows) {
      let index = number(NameHash.of(key))
      facts[index].flags.insert(.isPlace)
      guard let row = rows.first else { return }
      let hash = NameHash.of(folding.folded(row[0]).bytes)
      facts[index].place = hash
      let isWeak = row[3] == "weak"
      // A word with a meaning of its own stays what it is where the place is seldom meant.
      if isWeak, facts[index].meaning != 0 { return }
      if facts[index].kind == .distinctive || !isWeak { facts[index].kind = .place }
      facts[index].flags.insert(.isKnown)
      facts[index].meaning = hash
      facts[index].otherMeaning = hash
    }

    mutating func addNumber(_ word: String, _ value: UInt64) {
      let index = number(NameHash.of(word.utf8))
      facts[index].flags.formUnion([.isNumber, .isKnown])
      facts[index].kind = .number
      facts[index].meaning = NumberWord.mark(value)
      facts[index].otherMeaning = facts[index].meaning
    }

    mutating func addExchange(_ word: String) {
      let index = number(NameHash.of(word.utf8))
      facts[index].flags.insert(.isExchange)
    }
  }
}
