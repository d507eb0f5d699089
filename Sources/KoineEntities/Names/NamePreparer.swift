import KoineLexicon

/// Takes names apart with the help of the tables.
struct NamePreparer: Sendable {
  /// Memory for taking names apart, to be used again for the next name.
  struct Workspace: Sendable {
    fileprivate var original = FoldedName()
    fileprivate var latin = FoldedName()
    // The numbers of the facts about each word, and the words that are left.
    fileprivate var facts: [Int32] = []
    fileprivate var kept: [Int] = []
  }

  let tables: EntityTables
  let romanizer: Romanizer
  let facts: WordFacts

  init(tables: EntityTables) {
    self.tables = tables
    romanizer = Romanizer()
    facts = WordFacts(words: tables.words, places: tables.places, folding: tables.folding, romanizer: romanizer)
  }

  /// Takes `name` apart as the name of an organization or of anything that is not known better.
  func prepared(_ name: String) -> PreparedName {
    var workspace = Workspace()
    return prepared(name, in: &workspace)
  }

  /// The same with memory that is used again.
  func prepared(_ name: String, in workspace: inout Workspace) -> PreparedName {
    var out = PreparedName()
    prepare(name.utf8Span.span, in: &workspace, into: &out)
    out.text = name
    return out
  }

  /// The same for a name in UTF-8, into memory that is used again; `text` stays empty.
  func prepare(_ name: Span<UInt8>, in workspace: inout Workspace, into out: inout PreparedName) {
    out.removeAll()
    tables.folding.fold(name, into: &workspace.original)
    out.whole = NameHash.of(workspace.original.bytes.span)
    find(tables.registry.rows(workspace.original.bytes.span), &out)
    guard workspace.original.hasForeignScript else {
      take(workspace.original, native: nil, &workspace.facts, &workspace.kept, &out)
      return
    }
    if workspace.original.hasCJK {
      out.isLatin = false
      out.foreign = foreignName(workspace.original)
      if workspace.original.tokens.allSatisfy(\.isCJK) {
        take(workspace.original, native: nil, &workspace.facts, &workspace.kept, &out)
        return
      }
    }
    tables.folding.fold(romanizer.latin(workspace.original.key).utf8Span.span, into: &workspace.latin)
    let native = workspace.original.hasCJK ? nil : workspace.original
    take(workspace.latin, native: native, &workspace.facts, &workspace.kept, &out)
  }

  /// `folded` in Latin letters, and as it is written if that is Cyrillic, Greek or such.
  private func take(
    _ folded: FoldedName,
    native: FoldedName?,
    _ numbers: inout [Int32],
    _ kept: inout [Int],
    _ out: inout PreparedName
  ) {
    let count = folded.tokens.count
    numbers.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    for index in 0..<count {
      numbers.append(Int32(truncatingIfNeeded: facts.find(folded.tokens[index].hash)))
      kept.append(index)
    }
    if folded.hasParentheses { dropParentheses(folded, numbers, &kept, &out) }
    let core = coreRange(folded, numbers, kept, &out)
    fill(&out, folded, numbers, kept: kept, core: core, native: native)
    findCore(folded, kept, core, &out)
  }

  // MARK: registry

  /// Looks for the name without legal forms where the whole is unknown.
  private func findCore(_ folded: FoldedName, _ kept: [Int], _ core: Range<Int>, _ out: inout PreparedName) {
    guard out.registry < 0, core.count != folded.tokens.count, !core.isEmpty else { return }
    let bytes = folded.bytes.span
    let (first, last) = (kept[core.lowerBound], kept[core.upperBound - 1])
    if last - first == core.count - 1 {
      find(tables.registry.rows(bytes.extracting(folded.extent(of: first..<(last + 1)))), &out)
    } else {
      find(tables.registry.rows(kept[core].map { folded.text($0) }.joined(separator: " ")), &out)
    }
  }

  // An alias of several things names none of them for sure; the user's files come first and hide what follows.
  private func find(_ rows: MappedTable.Rows, _ out: inout PreparedName) {
    guard let first = rows.first else { return }
    let identity = first.identity(of: 0)
    for row in rows where row.identity(of: 0) != identity && row.file == first.file { return }
    out.registry = Int32(truncatingIfNeeded: first.index)
    out.registryIdentity = identity
  }

  // The fact about words that follow one another without a gap.
  func fact(_ folded: FoldedName, _ first: Int, _ last: Int, _ length: Int) -> WordFact? {
    guard last - first == length - 1 else { return nil }
    if length == 1 { return facts.fact(folded.tokens[first].hash) }
    return facts.fact(NameHash.of(folded.bytes, folded.extent(of: first..<(last + 1))))
  }

  // MARK: words

  private func fill(
    _ out: inout PreparedName,
    _ folded: FoldedName,
    _ numbers: [Int32],
    kept: [Int],
    core: Range<Int>,
    native: FoldedName?
  ) {
    out.bytes.append(contentsOf: folded.bytes)
    var place = 0
    while place < kept.count, out.tokens.count < Self.mostWords {
      let index = kept[place]
      let token = folded.tokens[index]
      guard core.contains(place) else {
        out.initials.append(.init(token.range, in: out.bytes, isOptional: true, isLegal: true))
        place += 1
        continue
      }
      let number = Int(numbers[index])
      if facts[number].flags.contains(.isPlace), let (length, meaning) = longPlace(folded, kept, core, place) {
        for word in index..<(index + length) {
          out.initials.append(.init(folded.tokens[word].range, in: out.bytes, isOptional: false))
        }
        let extent = folded.extent(of: index..<(index + length))
        let hash = NameHash.of(folded.bytes, extent)
        out.tokens.append(
          Self.token(out.bytes, extent, hash, kind: .place, meaning: meaning, isKnown: true)
        )
        place += length
        continue
      }
      var word = self.word(folded, index, number, native: native)
      // `forty-four`, and `Fund V`.
      if let ones = word, ones.kind == .number, let tens = out.tokens.last, tens.kind == .number,
        Int(tens.upper) + 1 == Int(ones.lower), let value = NumberWord.joined(tens.meaning, ones.meaning)
      {
        out.tokens.removeLast()
        let extent = tens.range.lowerBound..<ones.range.upperBound
        let hash = NameHash.of(out.bytes, extent)
        word = Self.token(out.bytes, extent, hash, kind: .number, meaning: value, isKnown: true)
      } else if token.count == 1, place + 1 == core.upperBound, place > core.lowerBound, word != nil,
        let value = NumberWord.roman(out.bytes[token.range.lowerBound]), !folded.tokens[kept[place - 1]].isShort
      {
        word = Self.token(out.bytes, token.range, token.hash, kind: .number, meaning: value, isKnown: true)
      }
      out.initials.append(.init(token.range, in: out.bytes, isOptional: word == nil))
      if let word {
        if !word.isKnown, word.count >= 9, facts.mayEndInGloss(out.bytes, upper: Int(word.upper)),
          let (head, tail) = compound(out.bytes, word.range)
        {
          out.tokens.append(head)
          out.tokens.append(tail)
        } else {
          out.tokens.append(word)
        }
      }
      place += 1
    }
    if out.tokens.isEmpty {
      // Nothing but stop words: they are the name.
      for index in kept[core] {
        let token = folded.tokens[index]
        out.tokens.append(
          Self.token(out.bytes, token.range, token.hash, kind: .distinctive, meaning: token.hash, isKnown: true)
        )
      }
    }
    weighInitials(&out)
    weighWithoutDistinctive(&out)
    out.finish()
  }

  /// Words beyond this many are not compared.
  private static let mostWords = 40

  /// `P. N. Lebedev Physical Institute`: the initials of someone whom an institute is named after may be missing.
  private func weighInitials(_ out: inout PreparedName) {
    guard out.tokens.count >= 3, out.tokens.contains(where: { $0.isBody }) else { return }
    for index in out.tokens.indices.dropLast() {
      let token = out.tokens[index]
      guard token.kind == .distinctive, token.count <= 2, !token.isKnown else { continue }
      var next = index + 1
      while next < out.tokens.count - 1, out.tokens[next].count <= 2 { next += 1 }
      guard out.tokens[next].kind == .distinctive, out.tokens[next].count >= 4 else { continue }
      out.tokens[index].kind = .generic
      out.tokens[index].weight = 0.05
    }
  }

  private func weighWithoutDistinctive(_ out: inout PreparedName) {
    var hasPlace = false
    for index in out.tokens.indices {
      if out.tokens[index].kind == .distinctive { return }
      if out.tokens[index].kind == .place { hasPlace = true }
    }
    for index in out.tokens.indices {
      if out.tokens[index].kind == .place { out.tokens[index].weight = 0.9 }
      if out.tokens[index].kind == .field { out.tokens[index].weight = hasPlace ? 0.5 : 0.7 }
    }
  }

  /// The parts of a compound such as `Krebsforschung`, if glosses know both.
  private func compound(_ bytes: [UInt8], _ range: Range<Int>) -> (NameToken, NameToken)? {
    for cut in stride(from: range.upperBound - 4, through: range.lowerBound + 4, by: -1) {
      guard let tail = glossed(bytes, cut..<range.upperBound) else { continue }
      for link in 0...2 where cut - link - range.lowerBound >= 4 && isLink(bytes, (cut - link)..<cut) {
        if let head = glossed(bytes, range.lowerBound..<(cut - link)) { return (head, tail) }
      }
    }
    return nil
  }

  // What joins the parts of a German or Dutch compound: nothing, -s-, -n-, -en-, -es-.
  private func isLink(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let (e, n, s) = (UInt8(ascii: "e"), UInt8(ascii: "n"), UInt8(ascii: "s"))
    guard let first = range.first, let last = range.last else { return true }
    return (bytes[last] == n || bytes[last] == s) && (range.count == 1 || bytes[first] == e)
  }

  private func glossed(_ bytes: [UInt8], _ range: Range<Int>) -> NameToken? {
    let hash = NameHash.of(bytes, range)
    let fact = facts.fact(hash)
    guard fact.gloss != 0 else { return nil }
    var out = Self.token(bytes, range, hash, kind: .field, meaning: fact.gloss, isKnown: true)
    out.isBody = fact.flags.contains(.glossIsBody)
    return out
  }

  private func longPlace(_ folded: FoldedName, _ kept: [Int], _ core: Range<Int>, _ place: Int) -> (Int, UInt64)? {
    let first = kept[place]
    for length in [3, 2] where place + length <= core.upperBound {
      let last = kept[place + length - 1]
      if let fact = fact(folded, first, last, length), fact.place != 0 { return (length, fact.place) }
    }
    return nil
  }

  @inline(__always)
  static func token(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ hash: UInt64,
    kind: NameToken.Kind,
    meaning: UInt64,
    isKnown: Bool
  ) -> NameToken {
    let weight: Float =
      switch kind {
      case .distinctive: range.count <= 2 ? 0.6 : 1
      case .field: 0.4
      case .generic: 0.15
      case .place: 0.5
      case .number: 0.6
      }
    return NameToken(
      lower: UInt16(truncatingIfNeeded: range.lowerBound),
      upper: UInt16(truncatingIfNeeded: range.upperBound),
      mask: LetterMask.of(bytes, range),
      hash: hash,
      meaning: meaning,
      otherMeaning: meaning,
      kind: kind,
      isKnown: isKnown,
      weight: weight
    )
  }

  /// The token at `index`, or `nil` for a stop word.
  private func word(_ folded: FoldedName, _ index: Int, _ number: Int, native: FoldedName?) -> NameToken? {
    let token = folded.tokens[index]
    var number = number
    // Cyrillic and Greek glosses are looked up as written; the Latin form is for everything else.
    if let native, native.tokens.count == folded.tokens.count, !facts[number].flags.contains(.isNumber) {
      let written = facts.find(native.tokens[index].hash)
      if facts[written].flags.contains(.isWord) { number = written }
    }
    if number == 0 { number = facts.findStem(folded.bytes, token.range) }
    if number == 0 {
      if let value = NumberWord.digits(folded.bytes.span.extracting(token.range)) {
        return Self.token(folded.bytes, token.range, token.hash, kind: .number, meaning: value, isKnown: true)
      }
      return Self.token(
        folded.bytes,
        token.range,
        token.hash,
        kind: .distinctive,
        meaning: token.hash,
        isKnown: false
      )
    }
    // Words with a digit in front, such as `3m`, may be in a list too.
    if let value = NumberWord.digits(folded.bytes.span.extracting(token.range)) {
      return Self.token(folded.bytes, token.range, token.hash, kind: .number, meaning: value, isKnown: true)
    }
    let fact = facts[number]
    if fact.flags.contains(.isStop), !fact.flags.contains(.isNumber), folded.tokens.count > 1 { return nil }
    var out = Self.token(
      folded.bytes,
      token.range,
      token.hash,
      kind: fact.kind,
      meaning: fact.meaning == 0 ? token.hash : fact.meaning,
      isKnown: fact.flags.contains(.isKnown)
    )
    out.isBody = fact.flags.contains(.isBody) && fact.kind == .field
    if fact.otherMeaning != 0 { out.otherMeaning = fact.otherMeaning }
    return out
  }
}
