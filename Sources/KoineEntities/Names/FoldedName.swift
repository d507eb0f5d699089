/// A name as it is compared: lower case, ASCII where it is Latin, tokens separated by one space.
struct FoldedName: Sendable {
  /// One word of a folded name.
  struct Token: Sendable {
    /// Offsets in `bytes`.
    var lower: Int32
    var upper: Int32
    /// The hash of the word.
    var hash: UInt64
    /// Whether it stood in parentheses.
    var isParenthetical: Bool
    /// Whether it was written in capitals, two letters at least.
    var isUpperCase: Bool
    /// Whether it is Chinese, Japanese or Korean.
    var isCJK: Bool
    /// Whether it is made of initials with full stops: `J.P.`.
    var isChain = false

    /// Whether it is no more than an initial or two.
    var isShort: Bool { isChain || upper - lower == 1 }
    var range: Range<Int> { Int(lower)..<Int(upper) }
    var count: Int { Int(upper - lower) }
  }

  /// The tokens, a space between each two.
  private(set) var bytes: [UInt8] = []
  /// The words in their order.
  private(set) var tokens: [Token] = []
  /// Whether anything in it is written in a script other than Latin.
  private(set) var hasForeignScript = false
  /// Whether any of it is Chinese, Japanese or Korean.
  private(set) var hasCJK = false
  /// Whether any of it stood in parentheses.
  private(set) var hasParentheses = false

  /// The whole as a string.
  var key: String { String(decoding: bytes, as: UTF8.self) }

  /// One token as a string.
  func text(_ index: Int) -> String { String(decoding: bytes[tokens[index].range], as: UTF8.self) }

  /// Tokens from `range`, with a space between each two.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[extent(of: range)], as: UTF8.self) }

  /// The offsets that tokens from `range` cover, with the spaces between.
  func extent(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens[first].lower)..<Int(tokens[last].upper)
  }

  private var start: Int32 = -1
  private var hash = NameHash()
  private var upper = 0
  private var lower = 0

  /// Empties the name and keeps its memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    hasForeignScript = false
    hasCJK = false
    hasParentheses = false
    start = -1
    isChain = false
  }

  /// How a letter was written.
  enum Case {
    case upper
    case lower
    case none
  }

  @inline(__always)
  mutating func append(_ byte: UInt8, cjk: Bool, inside depth: Int, case written: Case) {
    if start >= 0, cjk != isCJKOpen { close() }
    if start < 0 { open(cjk: cjk, isParenthetical: depth > 0) }
    bytes.append(byte)
    hash.add(byte)
    switch written {
    case .upper: upper += 1
    case .lower: lower += 1
    case .none: break
    }
  }

  private var isCJKOpen = false

  private mutating func open(cjk: Bool, isParenthetical: Bool) {
    if !tokens.isEmpty { bytes.append(0x20) }
    start = Int32(bytes.count)
    tokens.append(
      Token(lower: start, upper: start, hash: 0, isParenthetical: isParenthetical, isUpperCase: false, isCJK: cjk)
    )
    isCJKOpen = cjk
    if cjk { hasCJK = true }
    if isParenthetical { hasParentheses = true }
    hash = NameHash()
    upper = 0
    lower = 0
  }

  mutating func markForeign() { hasForeignScript = true }

  @inline(__always)
  mutating func close() {
    if start < 0 { return }
    let last = tokens.count - 1
    tokens[last].upper = Int32(bytes.count)
    tokens[last].hash = hash.finished
    tokens[last].isUpperCase = upper >= 2 && lower == 0
    tokens[last].isChain = isChain
    start = -1
    isChain = false
  }

  /// How many bytes the word that is being written has.
  var openLength: Int { start < 0 ? 0 : bytes.count - Int(start) }
  /// Whether the word that is being written is made of initials with full stops.
  var isChain = false
  /// The bytes of the word that is being written.
  var openBytes: ArraySlice<UInt8> { start < 0 ? [] : bytes[Int(start)...] }
}
