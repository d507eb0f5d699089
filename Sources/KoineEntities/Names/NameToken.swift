/// One word of a name that is ready to be compared.
struct NameToken: Sendable {
  /// What kind of word it is, which decides how much it tells.
  enum Kind: UInt8, Sendable {
    /// Tells one name from another: `Infineon`.
    case distinctive
    /// Says what a company does or is: `Semiconductor`, `Bank`, `University`.
    case field
    /// Says next to nothing: `Group`, `International`.
    case generic
    /// A place or a people.
    case place
    /// A number, an ordinal or a roman numeral.
    case number
  }

  /// Offsets in the name's bytes.
  var lower: UInt16
  var upper: UInt16
  /// The letters that it has, one bit each.
  var mask: UInt32
  /// The hash of the word itself.
  var hash: UInt64
  /// The hash of its English rendering, or of itself.
  var meaning: UInt64
  /// A second rendering, or the same.
  var otherMeaning: UInt64
  var kind: Kind
  /// Whether some list knows the word, so that a word one letter away is another word, not a typo.
  var isKnown: Bool
  /// Whether it says what kind of institution it is: institute, academy, ministry.
  var isBody = false
  /// How much the word counts.
  var weight: Float

  @inline(__always) var count: Int { Int(upper - lower) }
  @inline(__always) var range: Range<Int> { Int(lower)..<Int(upper) }
}

extension NameToken: Equatable {
  static func == (a: Self, b: Self) -> Bool { a.lower == b.lower && a.upper == b.upper }
}

/// Sets of letters as bits, to tell quickly that two words cannot be alike.
enum LetterMask {
  /// The bit of a letter; all that is no ASCII letter shares six bits.
  @inline(__always)
  static func bit(_ byte: UInt8) -> UInt32 {
    let index = byte &- 0x61
    return 1 << UInt32(index < 26 ? index : 26 + byte % 6)
  }

  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var mask: UInt32 = 0
    for index in range { mask |= bit(bytes[index]) }
    return mask
  }

  /// Whether two words may be within `edits` of one another: an edit adds and takes away one letter each at most.
  @inline(__always)
  static func mayBeNear(_ a: UInt32, _ b: UInt32, edits: Int) -> Bool { (a ^ b).nonzeroBitCount <= 2 * edits }
}
