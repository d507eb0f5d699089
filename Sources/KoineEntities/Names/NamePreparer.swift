import KoineLexicon

/// Takes names apart with the help of the tables.
struct NamePreparer: Sendable {
  let tables: EntityTables
  let romanizer: Romanizer

  init(tables: EntityTables) {
    self.tables = tables
    romanizer = Romanizer()
  }

  /// Takes `name` apart as the name of an organization or of anything that is not known better.
  func prepared(_ name: String) -> PreparedName {
    let original = tables.folding.folded(name)
    var folded = original
    var isLatin = true
    var foreign: ForeignName?
    if original.hasForeignScript {
      if original.hasCJK {
        isLatin = false
        foreign = foreignName(original)
      }
      if !original.hasCJK || original.tokens.contains(where: { !$0.isCJK }) {
        folded = tables.folding.folded(romanizer.latin(original.key))
      }
    }
    var out = PreparedName(
      text: name,
      bytes: [],
      tokens: [],
      initials: [],
      letters: [],
      whole: NameHash.of(original.bytes),
      sorted: 0,
      acronym: 0,
      legalForm: "",
      registryID: nil,
      registryName: "",
      foreign: foreign,
      isLatin: isLatin
    )
    var kept = Array(folded.tokens.indices)
    dropParentheses(folded, &kept, &out)
    let core = coreRange(folded, kept, &out)
    let legal = Set(kept).subtracting(core)
    fill(&out, folded, core: core, legal: legal, native: original.hasForeignScript && !original.hasCJK ? original : nil)
    if let entry = registryEntry(original, folded, core) {
      out.registryID = entry.id
      out.registryName = entry.name
    }
    return out
  }

  private static let exchanges: Set<String> = [
    "nyse", "nasdaq", "lse", "xetra", "bit", "epa", "ams", "tse", "hkex", "sse", "szse", "krx", "twse", "asx", "tsx",
    "otc",
    "amex", "bse", "nse", "six", "sgx", "jse",
  ]

  private func registryEntry(_ original: FoldedName, _ folded: FoldedName, _ core: [Int]) -> RegistryEntry? {
    let whole = original.key
    let short = core.count == folded.tokens.count ? "" : core.map { folded.text($0) }.joined(separator: " ")
    for key in [whole, short] where !key.isEmpty {
      let rows = tables.registry.rows(key)
      if rows.isEmpty { continue }
      let entries = rows.compactMap { RegistryEntry($0) }
      // An alias of several things names none of them for sure; the user's files come first and hide what follows.
      guard let first = entries.first else { continue }
      if entries.allSatisfy({ $0.id == first.id || $0.origin.file != first.origin.file }) { return first }
    }
    return nil
  }

  // `Foo (Japan)` drops the country, `Foo Bar (FB)` drops the acronym and remembers it.
  private func dropParentheses(_ folded: FoldedName, _ kept: inout [Int], _ out: inout PreparedName) {
    let inside = kept.filter { folded.tokens[$0].isParenthetical }
    guard !inside.isEmpty, inside.count < kept.count else { return }
    let outside = kept.filter { !folded.tokens[$0].isParenthetical }
    if inside.last == kept.last, let first = inside.first, let last = inside.last, last - first == inside.count - 1,
      tables.places.contains(folded.text(first..<(last + 1)))
    {
      kept = outside
      return
    }
    // An exchange with a ticker, `(NYSE: ABC)`, says nothing about the name.
    if inside.count == 2, let first = inside.first, Self.exchanges.contains(folded.text(first)) {
      kept = outside
      return
    }
    if inside.count == 1, let only = inside.first {
      let word = Array(folded.bytes[folded.tokens[only].range])
      let initials = outside.compactMap { folded.bytes[folded.tokens[$0].range].first }
      let telling = outside.filter { !isStopOrLegal(folded.text($0)) }
        .compactMap { folded.bytes[folded.tokens[$0].range].first }
      if word.count >= 2, word.count <= 10,
        AcronymRule.fit(word, initials) || AcronymRule.fit(word, telling)
          || word.count >= 3 && word.first == telling.first && AcronymRule.runs(word, through: telling)
      {
        out.acronym = NameHash.of(word)
        kept = outside
      }
    }
  }

  private func isStopOrLegal(_ word: String) -> Bool {
    tables.words.rows(word).contains { $0[0] == "L" || $0[0] == "C" && $0[1] == "stop" }
  }

  /// The tokens left after legal forms at either end, and strong ones inside, are taken away.
  private func coreRange(_ folded: FoldedName, _ kept: [Int], _ out: inout PreparedName) -> [Int] {
    var core = kept
    var changed = true
    while changed, core.count > 1 {
      changed = false
      // `Acme Inc., The` and `Acme Inc/the`.
      if let last = core.last, folded.text(last) == "the" {
        core.removeLast()
        changed = true
        continue
      }
      if let (length, kind) = legalForm(folded, core, fromStart: false) {
        core.removeLast(length)
        if out.legalForm.isEmpty { out.legalForm = kind }
        changed = true
      } else if let (length, kind) = legalForm(folded, core, fromStart: true) {
        core.removeFirst(length)
        if out.legalForm.isEmpty { out.legalForm = kind }
        changed = true
      }
    }
    return core
  }

  private func legalForm(_ folded: FoldedName, _ core: [Int], fromStart: Bool) -> (Int, String)? {
    guard let edge = fromStart ? core.first : core.last else { return nil }
    // Most words neither begin nor end a legal form, and one look tells.
    let mark = fromStart ? "H" : "T"
    let marks = tables.words.rows(folded.text(edge)).filter { $0[0] == mark }
    guard let longest = marks.compactMap({ Int($0[1]) }).max() else { return nil }
    for length in stride(from: min(longest, core.count - 1), to: 0, by: -1) {
      let part = fromStart ? core.prefix(length) : core.suffix(length)
      guard let first = part.first, let last = part.last, last - first == length - 1 else { continue }
      let key = folded.text(first..<(last + 1))
      for row in tables.words.rows(key) where row[0] == "L" {
        let fields = row[1].split(separator: " ")
        guard fields.count == 2 else { continue }
        let place = fields[0]
        if place == "both" || place == "inside" || place == (fromStart ? "start" : "end") {
          return (length, String(fields[1]))
        }
      }
    }
    return nil
  }

  private func fill(
    _ out: inout PreparedName,
    _ folded: FoldedName,
    core: [Int],
    legal: Set<Int>,
    native: FoldedName?
  ) {
    out.bytes = folded.bytes
    let inCore = Set(core)
    var index = 0
    while index < folded.tokens.count, out.tokens.count < 40 {
      let range = folded.tokens[index].range
      guard inCore.contains(index) else {
        if legal.contains(index) {
          out.initials.append(.init(range, in: folded.bytes, isOptional: true, isLegal: true))
        }
        index += 1
        continue
      }
      if let (length, meaning) = longPlace(folded, index, inCore) {
        for word in index..<(index + length) {
          out.initials.append(.init(folded.tokens[word].range, in: folded.bytes, isOptional: false))
        }
        let upper = folded.tokens[index + length - 1].range.upperBound
        out.tokens.append(
          token(folded, range.lowerBound..<upper, kind: .place, meaning: meaning, isKnown: true)
        )
        index += length
        continue
      }
      let word = self.word(folded, index, native: native)
      out.initials.append(.init(range, in: folded.bytes, isOptional: word == nil))
      if let word {
        if !word.isKnown, word.count >= 9, let (head, tail) = compound(folded, range) {
          out.tokens.append(head)
          out.tokens.append(tail)
        } else {
          out.tokens.append(word)
        }
      }
      index += 1
    }
    if out.tokens.isEmpty {
      // Nothing but stop words: they are the name.
      for index in core {
        out.tokens.append(
          token(folded, folded.tokens[index].range, kind: .distinctive, meaning: nil, isKnown: true)
        )
      }
    }
    if !out.tokens.contains(where: { $0.kind == .distinctive }) {
      let hasPlace = out.tokens.contains { $0.kind == .place }
      for index in out.tokens.indices {
        if out.tokens[index].kind == .place { out.tokens[index].weight = 0.9 }
        if out.tokens[index].kind == .field { out.tokens[index].weight = hasPlace ? 0.5 : 0.7 }
      }
    }
    for token in out.tokens { out.letters.append(contentsOf: out.span(token).filter { $0 != 0x20 }) }
    var hash = NameHash()
    for value in out.tokens.map(\.meaning).sorted() {
      for shift in stride(from: 0, to: 64, by: 8) { hash.add(UInt8(truncatingIfNeeded: value >> UInt64(shift))) }
    }
    out.sorted = hash.finished
  }

  /// The parts of a compound such as `Krebsforschung`, if glosses know both.
  private func compound(_ folded: FoldedName, _ range: Range<Int>) -> (NameToken, NameToken)? {
    for cut in stride(from: range.upperBound - 4, through: range.lowerBound + 4, by: -1) {
      guard let tail = glossed(folded, cut..<range.upperBound) else { continue }
      for link in 0...2 where cut - link - range.lowerBound >= 4 {
        let joint = String(decoding: folded.bytes[(cut - link)..<cut], as: UTF8.self)
        guard ["", "s", "n", "en", "es"].contains(joint) else { continue }
        if let head = glossed(folded, range.lowerBound..<(cut - link)) { return (head, tail) }
      }
    }
    return nil
  }

  private func glossed(_ folded: FoldedName, _ range: Range<Int>) -> NameToken? {
    let key = String(decoding: folded.bytes[range], as: UTF8.self)
    guard let gloss = tables.words.rows(key).first(where: { $0[0] == "G" && !$0[1].isEmpty })?[1] else { return nil }
    var out = token(folded, range, kind: .field, meaning: NameHash.of(gloss.utf8), isKnown: true)
    out.isBody = tables.words.rows(gloss).contains { $0[0] == "C" && $0[1] == "body" }
    return out
  }

  private func longPlace(_ folded: FoldedName, _ index: Int, _ inCore: Set<Int>) -> (Int, UInt64)? {
    guard tables.places.contains(folded.text(index)) else { return nil }
    for length in [3, 2] where index + length <= folded.tokens.count {
      guard inCore.contains(index + length - 1), inCore.contains(index + 1) else { continue }
      if let row = tables.places.rows(folded.text(index..<(index + length))).first {
        return (length, NameHash.of(tables.folding.folded(row[0]).bytes))
      }
    }
    return nil
  }

  private func token(
    _ folded: FoldedName,
    _ range: Range<Int>,
    kind: NameToken.Kind,
    meaning: UInt64?,
    isKnown: Bool
  ) -> NameToken {
    let hash = NameHash.of(folded.bytes[range])
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
      hash: hash,
      meaning: meaning ?? hash,
      otherMeaning: meaning ?? hash,
      kind: kind,
      isKnown: isKnown,
      weight: weight
    )
  }

  /// The token at `index`, or `nil` for a stop word.
  private func word(_ folded: FoldedName, _ index: Int, native: FoldedName?) -> NameToken? {
    let range = folded.tokens[index].range
    let bytes = folded.bytes[range]
    if let number = NumberWord.value(bytes) {
      return token(folded, range, kind: .number, meaning: number, isKnown: true)
    }
    var key = String(decoding: bytes, as: UTF8.self)
    // Cyrillic and Greek glosses are looked up as written; the Latin form is for everything else.
    if let native, native.tokens.count == folded.tokens.count {
      let written = native.text(index)
      if tables.words.contains(written) { key = written }
    }
    var kind = NameToken.Kind.distinctive
    var isKnown = false
    var isBody = false
    var meanings: [UInt64] = []
    for row in tables.words.rows(key) {
      switch row[0] {
      case "C":
        isKnown = true
        if row[1] == "stop" {
          if folded.tokens.count > 1 { return nil }
        } else if kind == .distinctive {
          kind = row[1] == "generic" ? .generic : .field
          isBody = row[1] == "body"
        }
      case "G":
        isKnown = true
        let gloss = row[1]
        if !gloss.isEmpty { meanings.append(NameHash.of(gloss.utf8)) }
      default: continue
      }
    }
    if let row = tables.places.rows(key).first, meanings.isEmpty || row[3] != "weak" {
      if kind == .distinctive || row[3] != "weak" { kind = .place }
      isKnown = true
      meanings = [NameHash.of(tables.folding.folded(row[0]).bytes)]
    }
    var out = token(folded, range, kind: kind, meaning: meanings.first, isKnown: isKnown)
    out.isBody = isBody && kind == .field
    if meanings.count > 1 { out.otherMeaning = meanings[1] }
    return out
  }
}
