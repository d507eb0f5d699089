import KoineLexicon

/// Gathers facts about words, table by table.
struct WordFactsGathering {
  let folding: NameFolding
  let romanizer: Romanizer
  let words: MappedTable
  private(set) var facts: [WordFact] = [WordFact(hash: 0)]
  /// Bits of the last four letters of glossed words, and of the first four letters of stems.
  private(set) var tails = [UInt64](repeating: 0, count: 1024)
  private(set) var heads = [UInt64](repeating: 0, count: 1024)
  private var numbers: [UInt64: Int] = [:]

  init(folding: NameFolding, romanizer: Romanizer, words: MappedTable) {
    self.folding = folding
    self.romanizer = romanizer
    self.words = words
  }

  private mutating func number(_ hash: UInt64) -> Int {
    if let known = numbers[hash] { return known }
    facts.append(WordFact(hash: hash))
    numbers[hash] = facts.count - 1
    return facts.count - 1
  }

  // MARK: words

  /// Takes what the table of words says of `key`; of words in Cyrillic, Greek, Arabic, Hebrew, Thai and other letters
  /// also under their Latin letters.
  mutating func addWord(_ key: Span<UInt8>, _ rows: MappedTable.Rows) {
    guard !rows.isEmpty else { return }
    let bytes = key.indices.map { key[$0] }
    add(bytes, rows)
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { $0.value >= 0x250 }), !text.unicodeScalars.contains(where: isCJK) else {
      return
    }
    let latin = folding.folded(romanizer.latin(text)).bytes
    if latin.isEmpty { return }
    add(latin, rows, onlyForms: !words.rows(latin.span).isEmpty)
  }

  private mutating func add(_ key: [UInt8], _ rows: MappedTable.Rows, onlyForms: Bool = false) {
    if rows.contains(where: { $0[0] == "S" }) { addStem(key, rows) }
    let index = number(NameHash.of(key))
    var fact = facts[index]
    fact.flags.insert(.isWord)
    for row in rows {
      let value = row[1]
      switch row[0] {
      case "C" where onlyForms, "G" where onlyForms: continue
      case "C": setClass(value, of: &fact)
      case "G":
        fact.flags.insert(.isKnown)
        if !value.isEmpty, addGloss(value, to: &fact) { addTail(key) }
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

  private func setClass(_ name: String, of fact: inout WordFact) {
    fact.flags.insert(.isKnown)
    if name == "stop" {
      fact.flags.insert(.isStop)
    } else if fact.kind == .distinctive {
      fact.kind = name == "generic" ? .generic : .field
      if name == "body" { fact.flags.insert(.isBody) }
    }
  }

  /// Adds a rendering, of which two are kept; returns whether it is the first.
  private func addGloss(_ gloss: String, to fact: inout WordFact) -> Bool {
    let hash = NameHash.of(gloss.utf8)
    guard fact.gloss == 0 else {
      if fact.otherMeaning == fact.meaning { fact.otherMeaning = hash }
      return false
    }
    fact.gloss = hash
    fact.meaning = hash
    fact.otherMeaning = hash
    if words.rows(gloss).contains(where: { $0[0] == "C" && $0[1] == "body" }) { fact.flags.insert(.glossIsBody) }
    return true
  }

  private mutating func addTail(_ key: [UInt8]) {
    let count = key.count
    guard count >= 4 else { return }
    let bit = WordFacts.four(key[count - 4], key[count - 3], key[count - 2], key[count - 1])
    tails[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private mutating func addStem(_ key: [UInt8], _ rows: MappedTable.Rows) {
    guard key.count >= 5 else { return }
    let index = number(WordFacts.stemmed(NameHash.of(key)))
    var fact = facts[index]
    fact.flags.formUnion([.isKnown, .isStem, .isWord])
    for row in rows where row[0] == "S" && addGloss(row[1], to: &fact) {
      fact.kind = .field
      for other in words.rows(row[1]) where other[0] == "C" {
        fact.kind = .distinctive
        setClass(other[1], of: &fact)
      }
    }
    facts[index] = fact
    let bit = WordFacts.four(key[0], key[1], key[2], key[3])
    heads[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  // MARK: places, numbers, exchanges

  /// Takes what the gazetteer says of `key`.
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

  /// Makes words that render the name of a place names of that place.
  mutating func renderPlaces() {
    for index in facts.indices where facts[index].kind == .field && facts[index].gloss != 0 {
      guard let place = numbers[facts[index].gloss], facts[place].kind == .place else { continue }
      facts[index].kind = .place
      facts[index].meaning = facts[place].meaning
    }
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
