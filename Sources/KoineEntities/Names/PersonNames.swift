import KoineLexicon

extension NamePreparer {
  private static let particles: Set<String> = [
    "al", "el", "bin", "ibn", "ben", "bint", "abu", "ash", "az", "ul", "ur", "ud", "de", "di", "da", "del", "della",
    "dei", "degli", "delle", "dos", "das", "du", "des", "le", "la", "van", "der", "den", "von", "zu", "of", "the",
    "haji", "hajji", "sheikh", "shaykh",
  ]

  private static let fathers: Set<String> = ["bin", "ibn", "bint"]

  private static let generations: [String: UInt8] = [
    "sr": 1, "senior": 1, "snr": 1, "jr": 2, "junior": 2, "jnr": 2, "ii": 2, "iii": 3, "iv": 4,
  ]

  /// Takes `name` apart as the name of a person.
  func person(_ name: String) -> PersonName {
    let original = tables.folding.folded(name)
    var parts: [PersonName.Part] = []
    var generation: UInt8 = 0
    var isFather = false
    let count = min(original.tokens.count, 16)
    let isShouted = original.tokens.allSatisfy { $0.isUpperCase || $0.count == 1 }
    for index in 0..<count {
      let token = original.tokens[index]
      let text = original.text(index)
      guard text.utf8.contains(where: { $0 >= 0x80 }) else {
        if index > 0, index + 1 == count || index + 2 == count, let known = Self.generations[text], parts.count > 1 {
          generation = known
          continue
        }
        if isRole(text, in: original, before: count - index - 1 + parts.count) { continue }
        if isInitials(token, text, isShouted: isShouted) {
          for letter in text.utf8 { parts.append(PersonName.Part([letter], isForeign: false)) }
          continue
        }
        parts.append(part(text, isForeign: false, isFather: isFather))
        isFather = Self.fathers.contains(text)
        continue
      }
      for piece in pieces(text, isOnly: original.tokens.count == 1) {
        parts.append(part(piece, isForeign: true, isFather: isFather))
      }
    }
    if parts.allSatisfy(\.isParticle) { for index in parts.indices { parts[index].isParticle = false } }
    return PersonName(
      parts: parts,
      letters: parts.filter { !$0.isParticle }.flatMap(\.bytes),
      pinyin: WadeGiles.pinyin(parts.lazy.filter { !$0.isForeign }.map(\.bytes)) ?? [],
      isForeign: original.hasForeignScript,
      isRun: original.tokens.count == 1 && original.hasCJK && parts.count == 2,
      generation: generation,
      characters: characters(of: original)
    )
  }

  private func characters(of name: FoldedName) -> [Unicode.Scalar] {
    guard name.hasCJK, name.tokens.allSatisfy(\.isCJK) else { return [] }
    let scalars = name.tokens.indices.flatMap { name.text($0).unicodeScalars }
    return scalars.allSatisfy(Romanizer.isHan) ? scalars.map { romanizer.simplified($0) } : []
  }

  private func part(_ text: String, isForeign: Bool, isFather: Bool) -> PersonName.Part {
    var part = PersonName.Part(Array(text.utf8), isForeign: isForeign)
    for row in tables.people.rows(text) {
      if row[0] == "nick" { part.fullNames.append(NameHash.of(row[1].utf8)) }
      if row[0] == "given" { part.isGiven = true }
    }
    part.isParticle = Self.particles.contains(text)
    part.isFather = isFather && !part.isParticle
    return part
  }

  /// `President Erdoğan`: a role before a name, if a name is left without it.
  private func isRole(_ text: String, in name: FoldedName, before others: Int) -> Bool {
    guard name.tokens.count > 1, others > 0, !Self.particles.contains(text) else { return false }
    return tables.triggers.rows(text).contains { $0[0] == "role" } && tables.people.rows(text).isEmpty
  }

  /// `J.P.`, and `JC` in a name that is not all in capitals.
  private func isInitials(_ token: FoldedName.Token, _ text: String, isShouted: Bool) -> Bool {
    guard (2...3).contains(token.count) else { return false }
    if token.isChain { return true }
    return token.isUpperCase && !isShouted && !Self.particles.contains(text) && tables.people.rows(text).isEmpty
  }

  /// One word of another script in Latin letters; a Chinese or Korean name of two to four characters gives
  /// surname and first name.
  private func pieces(_ text: String, isOnly: Bool) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let isHan = scalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    let isHangul = scalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) }
    func latin(_ part: ArraySlice<Unicode.Scalar>) -> String {
      if isHangul { return String(decoding: part.flatMap { Hangul.latin($0) }, as: UTF8.self) }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return tables.folding.folded(romanizer.latin(String(view))).key.split(separator: " ").joined()
    }
    if isOnly, isHan || isHangul, (2...4).contains(scalars.count) {
      return [latin(scalars[..<1]), latin(scalars[1...])]
    }
    return [latin(scalars[...])].filter { !$0.isEmpty }
  }
}
