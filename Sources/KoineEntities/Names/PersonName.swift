import KoineLexicon

/// A person's name taken apart.
struct PersonName: Sendable {
  /// One part of the name.
  struct Part: Sendable {
    var bytes: [UInt8]
    var sounds: [UInt8]
    /// The full forms that the part may be short for, and itself.
    var names: Set<UInt64>
    var isGiven: Bool
    /// `bin`, `al`, `de`, `van`: they may be missing.
    var isParticle: Bool
    /// Whether it was written in another script.
    var isForeign: Bool

    var isInitial: Bool { bytes.count == 1 }
    var weight: Float { isParticle ? 0.2 : isInitial ? 0.5 : 1 }
  }

  var parts: [Part]
  /// All letters, without particles.
  var letters: [UInt8]
  var isForeign: Bool
  /// Whether it was one run of characters that has been cut into surname and first name.
  var isRun: Bool

  /// The name with that cut undone.
  var joined: PersonName {
    guard isRun, parts.count > 1 else { return self }
    var whole = self
    let letters = parts.flatMap(\.bytes)
    whole.parts = [
      Part(
        bytes: letters,
        sounds: Phonetics.sounds(letters[...]),
        names: [NameHash.of(letters)],
        isGiven: false,
        isParticle: false,
        isForeign: true
      )
    ]
    whole.isRun = false
    return whole
  }
}

extension NamePreparer {
  private static let particles: Set<String> = [
    "al", "el", "bin", "ibn", "ben", "bint", "abu", "ash", "az", "ul", "ur", "ud", "de", "di", "da", "del", "della",
    "dei", "degli", "delle", "dos", "das", "du", "des", "le", "la", "van", "der", "den", "von", "zu", "of", "the", "jr",
    "sr", "ii", "iii", "haji",
    "hajji", "sheikh", "shaykh",
  ]

  /// Takes `name` apart as the name of a person.
  func person(_ name: String) -> PersonName {
    let original = tables.folding.folded(name)
    var parts: [PersonName.Part] = []
    for index in original.tokens.indices.prefix(16) {
      let text = original.text(index)
      let isForeign = text.utf8.contains { $0 >= 0x80 }
      for piece in isForeign ? pieces(text, isOnly: original.tokens.count == 1) : [text] {
        if !isForeign, original.tokens.count > 2, tables.triggers.rows(piece).contains(where: { $0[0] == "role" }),
          !Self.particles.contains(piece), tables.people.rows(piece).isEmpty
        {
          continue
        }
        let bytes = Array(piece.utf8)
        var names: Set<UInt64> = [NameHash.of(bytes)]
        var isGiven = false
        for row in tables.people.rows(piece) {
          if row[0] == "nick" { names.insert(NameHash.of(row[1].utf8)) }
          if row[0] == "given" { isGiven = true }
        }
        parts.append(
          .init(
            bytes: bytes,
            sounds: Phonetics.sounds(bytes[...]),
            names: names,
            isGiven: isGiven,
            isParticle: Self.particles.contains(piece),
            isForeign: isForeign
          )
        )
      }
    }
    if parts.allSatisfy(\.isParticle) { for index in parts.indices { parts[index].isParticle = false } }
    return PersonName(
      parts: parts,
      letters: parts.filter { !$0.isParticle }.flatMap(\.bytes),
      isForeign: original.hasForeignScript,
      isRun: original.tokens.count == 1 && original.hasCJK && parts.count == 2
    )
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
