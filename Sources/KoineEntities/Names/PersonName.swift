/// A person's name taken apart.
struct PersonName: Sendable {
  /// One part of the name.
  struct Part: Sendable {
    var bytes: [UInt8]
    var sounds: [UInt8]
    var hash: UInt64
    var mask: UInt32
    /// The full forms that the part may be short for.
    var fullNames: [UInt64]
    var isGiven: Bool
    /// `bin`, `al`, `de`, `van`: they may be missing.
    var isParticle: Bool
    /// Whether the part before it says that this is the father's name: `bin`, `ibn`, `bint`.
    var isFather: Bool
    /// Whether it was written in another script.
    var isForeign: Bool

    var isInitial: Bool { bytes.count == 1 }
    var weight: Float { isParticle ? 0.2 : isInitial ? 0.5 : 1 }

    init(_ bytes: [UInt8], isForeign: Bool) {
      self.bytes = bytes
      sounds = Phonetics.sounds(bytes[...])
      hash = NameHash.of(bytes, bytes.indices)
      mask = LetterMask.of(bytes, bytes.indices)
      fullNames = []
      isGiven = false
      isParticle = false
      isFather = false
      self.isForeign = isForeign
    }

    /// Whether one is short for the other, or both for one name.
    func sharesName(with other: Part) -> Bool {
      if hash == other.hash { return true }
      if fullNames.isEmpty, other.fullNames.isEmpty { return false }
      return fullNames.contains(other.hash) || other.fullNames.contains(hash)
        || fullNames.contains { other.fullNames.contains($0) }
    }
  }

  var parts: [Part]
  /// All letters, without particles.
  var letters: [UInt8]
  /// The same as pinyin, if every part is written as Wade and Giles did.
  var pinyin: [UInt8]
  var isForeign: Bool
  /// Whether it was one run of characters that has been cut into surname and first name.
  var isRun: Bool
  /// Which bearer of the name: 1 for `Sr.`, 2 for `Jr.` and `II`, 0 where nothing is said.
  var generation: UInt8
  /// The simplified characters, if the name is written in nothing else.
  var characters: [Unicode.Scalar]

  /// The name with that cut undone.
  var joined: PersonName {
    guard isRun, parts.count > 1 else { return self }
    var whole = self
    whole.parts = [Part(parts.flatMap(\.bytes), isForeign: true)]
    whole.isRun = false
    return whole
  }
}
