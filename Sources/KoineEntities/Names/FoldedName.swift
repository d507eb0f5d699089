import KoineText

/// A name as it is compared: lower case, ASCII where it is Latin, tokens separated by one space.
struct FoldedName: Sendable {
  /// One word of a folded name.
  struct Token: Sendable {
    /// Offsets in `bytes`.
    var range: Range<Int>
    /// Whether it stood in parentheses.
    var isParenthetical: Bool
    /// Whether it was written in capitals, two letters at least.
    var isUpperCase: Bool
    /// Whether it is Chinese, Japanese or Korean.
    var isCJK: Bool
  }

  /// The tokens, a space between each two.
  private(set) var bytes: [UInt8] = []
  /// The words in their order.
  private(set) var tokens: [Token] = []
  /// Whether anything in it is written in a script other than Latin.
  private(set) var hasForeignScript = false
  /// Whether any of it is Chinese, Japanese or Korean.
  var hasCJK: Bool { tokens.contains { $0.isCJK } }

  /// The whole as a string.
  var key: String { String(decoding: bytes, as: UTF8.self) }

  /// One token as a string.
  func text(_ index: Int) -> String { String(decoding: bytes[tokens[index].range], as: UTF8.self) }

  /// Tokens from `range`, with a space between each two.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(decoding: bytes[tokens[first].range.lowerBound..<tokens[last].range.upperBound], as: UTF8.self)
  }

  private var start = -1
  private var upper = 0
  private var lower = 0
  private var isChain = false

  fileprivate mutating func append(_ letters: [UInt8], cjk: Bool, inside depth: Int, capital: Bool?) {
    if start >= 0, let last = tokens.last, last.isCJK != cjk { close() }
    if start < 0 {
      if !tokens.isEmpty { bytes.append(0x20) }
      start = bytes.count
      tokens.append(
        Token(range: start..<start, isParenthetical: depth > 0, isUpperCase: false, isCJK: cjk)
      )
      upper = 0
      lower = 0
    }
    bytes.append(contentsOf: letters)
    if capital == true { upper += 1 } else if capital == false { lower += 1 }
  }

  fileprivate mutating func markForeign() { hasForeignScript = true }

  fileprivate mutating func close() {
    guard start >= 0, let last = tokens.indices.last else { return }
    tokens[last].range = start..<bytes.count
    tokens[last].isUpperCase = upper >= 2 && lower == 0
    start = -1
    isChain = false
  }

  fileprivate var openLength: Int { start < 0 ? 0 : bytes.count - start }
  fileprivate var chainsInitials: Bool {
    get { isChain }
    set { isChain = newValue }
  }
  fileprivate var openBytes: ArraySlice<UInt8> { start < 0 ? [] : bytes[start...] }
}

/// Folds names; made once, shared.
struct NameFolding: Sendable {
  /// Scalars beyond this many are left out: no name is that long, and hostile input is.
  static let limit = 400

  private let latin = LatinLetters()
  private let compatibility = Normalizer(form: .nfkc)

  /// Returns `name` as it is compared.
  func folded(_ name: String) -> FoldedName {
    var scalars = Array(name.unicodeScalars.prefix(Self.limit))
    if scalars.contains(where: { $0.value >= 0x2000 }) {
      let text = String(String.UnicodeScalarView(scalars))
      if let plain = try? compatibility.normalized(text).string { scalars = Array(plain.unicodeScalars) }
    }
    var out = FoldedName()
    var depth = 0
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      index += 1
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39:
        out.append([UInt8(scalar.value)], cjk: false, inside: depth, capital: scalar.value >= 0x61 ? false : nil)
      case 0x41...0x5A:
        out.append([UInt8(scalar.value) + 0x20], cjk: false, inside: depth, capital: true)
      case 0x2E:
        // Initials and forms such as `S.p.A.` become one word; a full stop after a longer word ends it.
        if out.openLength == 1 || out.chainsInitials, let next, isLetter(next) {
          out.chainsInitials = true
        } else {
          out.close()
        }
      case 0x27, 0x2019, 0x2BC, 0x2018, 0x60, 0xB4, 0x2032:
        guard let next, isLetter(next) else {
          out.close()
          continue
        }
        if next == "s" || next == "S", index + 1 >= scalars.count || !isLetter(scalars[index + 1]) {
          index += 1
        } else if splitsAtApostrophe(out.openBytes) {
          out.close()
        }
      case 0x28, 0x5B, 0xFF08, 0x3010:
        out.close()
        depth += 1
      case 0x29, 0x5D, 0xFF09, 0x3011:
        out.close()
        depth = max(0, depth - 1)
      case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0x640, 0x64B...0x65F:
        continue
      case 0x80...:
        if let letters = latin.letters(of: scalar) {
          let capital = scalar.properties.isUppercase
          out.append(letters, cjk: false, inside: depth, capital: capital)
        } else if isLetter(scalar) {
          out.markForeign()
          let lower = Array(scalar.properties.lowercaseMapping.utf8)
          out.append(lower, cjk: isCJK(scalar), inside: depth, capital: nil)
        } else {
          out.close()
        }
      default: out.close()
      }
    }
    out.close()
    return out
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  // The letters that elision leaves before an apostrophe: `l'`, `d'`, `dell'`, and `O'` of Irish names.
  private func splitsAtApostrophe(_ head: ArraySlice<UInt8>) -> Bool {
    if head.count <= 1 { return true }
    return ["dell", "dall", "nell", "sull", "coll", "all", "qu", "un", "sant", "quell"].contains {
      $0.utf8.elementsEqual(head)
    }
  }
}

/// Whether `scalar` belongs to Chinese, Japanese or Korean writing.
func isCJK(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3130...0x318F, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3134F:
    true
  default: false
  }
}

/// FNV-1a over some bytes, with a final mix.
struct NameHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  var finished: UInt64 { value ^ (value >> 31) }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = NameHash()
    for byte in bytes { hash.add(byte) }
    return hash.finished
  }
}
