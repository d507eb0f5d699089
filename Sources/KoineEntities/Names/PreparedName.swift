/// The kind of a legal form.
enum LegalForm: UInt8, Sendable {
  case stock = 1
  case limited, partnership, cooperative, corporation, company, group, state, association, foundation, other

  /// The kind that the lexicon calls `name`.
  init(named name: some StringProtocol) {
    self =
      switch name {
      case "stock": .stock
      case "limited": .limited
      case "partnership": .partnership
      case "cooperative": .cooperative
      case "corporation": .corporation
      case "company": .company
      case "group": .group
      case "state": .state
      case "association": .association
      case "foundation": .foundation
      default: .other
      }
  }
}

/// A name that has been taken apart once, to be compared many times.
public struct PreparedName: Sendable {
  /// The first letter of a word, for acronyms; words that acronyms may leave out are marked.
  struct Initial: Sendable {
    var lower: UInt16
    var upper: UInt16
    var letter: UInt8
    /// A stop word or a part of a legal form.
    var isOptional: Bool
    /// A part of a legal form.
    var isLegal: Bool

    @inline(__always) var range: Range<Int> { Int(lower)..<Int(upper) }

    init(_ range: Range<Int>, in bytes: [UInt8], isOptional: Bool, isLegal: Bool = false) {
      lower = UInt16(truncatingIfNeeded: range.lowerBound)
      upper = UInt16(truncatingIfNeeded: range.upperBound)
      letter = bytes[range.lowerBound]
      self.isOptional = isOptional
      self.isLegal = isLegal
    }
  }

  /// The name as it was given.
  public internal(set) var text: String = ""
  /// The folded words that `tokens` point into.
  var bytes: [UInt8] = []
  /// The words without legal form and stop words; never empty unless the name has no letter.
  var tokens: [NameToken] = []
  /// The first letters of all words, in their order.
  var initials: [Initial] = []
  /// All letters of `tokens`, without spaces.
  var letters: [UInt8] = []
  /// The letters of `tokens`, one bit each.
  var mask: UInt32 = 0
  /// The letters of all words, legal forms too, one bit each.
  var wideMask: UInt32 = 0
  /// What all words together weigh.
  var weight: Float = 0
  /// The hash of the folded name as a whole.
  var whole: UInt64 = 0
  /// A hash of the meanings of `tokens` in whatever order.
  var sorted: UInt64 = 0
  /// The hash of an acronym given in parentheses, or 0.
  var acronym: UInt64 = 0
  /// The legal form's kind, if the name has one.
  var legalForm: LegalForm?
  /// The row of the thing that a registry knows by this name, or -1.
  var registry: Int32 = -1
  /// What all names of that thing share, or 0.
  var registryIdentity: UInt32 = 0
  /// The parts of a Chinese, Japanese or Korean name.
  var foreign: ForeignName?
  /// Whether the name is written in Latin letters (or has been brought to them).
  var isLatin = true

  /// Whether there is anything to compare.
  var isEmpty: Bool { tokens.isEmpty && foreign == nil }

  /// Empties the name and keeps its memory.
  mutating func removeAll() {
    text = ""
    bytes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    initials.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    mask = 0
    wideMask = 0
    weight = 0
    acronym = 0
    legalForm = nil
    registry = -1
    registryIdentity = 0
    foreign = nil
    isLatin = true
  }

  /// Sums up the words, once all are known.
  mutating func finish() {
    letters.removeAll(keepingCapacity: true)
    var sum: UInt64 = 0
    var weight: Float = 0
    var mask: UInt32 = 0
    for index in tokens.indices {
      let token = tokens[index]
      for place in token.range where bytes[place] != 0x20 { letters.append(bytes[place]) }
      sum &+= NameHash.mixed(token.meaning)
      weight += token.weight
      mask |= token.mask
    }
    sorted = sum
    self.weight = weight
    self.mask = mask
    wideMask = LetterMask.of(bytes, bytes.indices)
  }

  func span(_ token: NameToken) -> ArraySlice<UInt8> { bytes[Int(token.lower)..<Int(token.upper)] }

  func text(_ token: NameToken) -> String { String(decoding: span(token), as: UTF8.self) }
}
