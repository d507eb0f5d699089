import CICU

/// The scripts that all letters of a word may belong to (UTS #39, 5.1).
struct ScriptSet {
  // A bit for each of ICU's script codes.
  private var bits: (UInt64, UInt64, UInt64, UInt64)

  /// Every script.
  static let all = ScriptSet(bits: (.max, .max, .max, .max))

  private init(bits: (UInt64, UInt64, UInt64, UInt64)) { self.bits = bits }

  /// The scripts of one character, with those of writings of several scripts; all for what any script uses.
  init(_ scalar: UInt32) {
    bits = (0, 0, 0, 0)
    var codes = [Int32](repeating: 0, count: 64)
    let count = min(Int(unsafe cicu_script_extensions(scalar, &codes, 64)), 64)
    for code in codes[..<count] {
      // Common and inherited.
      if code <= 1 {
        self = .all
        return
      }
      insert(code)
      switch code {
      case Self.han: [Self.hanWithBopomofo, Self.japanese, Self.korean].forEach { insert($0) }
      case Self.hiragana, Self.katakana: insert(Self.japanese)
      case Self.hangul: insert(Self.korean)
      case Self.bopomofo: insert(Self.hanWithBopomofo)
      default: break
      }
    }
  }

  /// Whether there is none.
  var isEmpty: Bool { bits.0 | bits.1 | bits.2 | bits.3 == 0 }
  /// Whether it is every script.
  var isAll: Bool { bits.0 & bits.1 & bits.2 & bits.3 == .max }
  /// Whether Latin is among them.
  var hasLatin: Bool { contains(Self.latin) }
  /// Whether they write Chinese, Japanese or Korean, with which Latin letters may stand (UTS #39, 5.2).
  var isEastAsian: Bool { contains(Self.hanWithBopomofo) || contains(Self.japanese) || contains(Self.korean) }

  /// Keeps the scripts that are in both.
  mutating func formIntersection(_ other: ScriptSet) {
    bits = (bits.0 & other.bits.0, bits.1 & other.bits.1, bits.2 & other.bits.2, bits.3 & other.bits.3)
  }

  /// Whether the two have a script in common.
  func overlaps(_ other: ScriptSet) -> Bool {
    var both = self
    both.formIntersection(other)
    return !both.isEmpty
  }

  /// The four-letter code (ISO 15924) of a character's own script, or `nil` for what any script uses.
  static func code(of scalar: UInt32) -> String? {
    let script = cicu_script(scalar)
    guard script > 1, script != unknown, let name = unsafe cicu_script_name(script) else { return nil }
    return unsafe String(cString: name)
  }

  private mutating func insert(_ code: Int32) {
    let bit = UInt64(1) << UInt64(code & 63)
    switch code >> 6 {
    case 0: bits.0 |= bit
    case 1: bits.1 |= bit
    case 2: bits.2 |= bit
    case 3: bits.3 |= bit
    default: break
    }
  }

  private func contains(_ code: Int32) -> Bool {
    var one = ScriptSet(bits: (0, 0, 0, 0))
    one.insert(code)
    return overlaps(one)
  }

  // The codes of ICU's `UScriptCode`.
  private static var bopomofo: Int32 { 5 }
  private static var han: Int32 { 17 }
  private static var hangul: Int32 { 18 }
  private static var hiragana: Int32 { 20 }
  private static var katakana: Int32 { 22 }
  private static var latin: Int32 { 25 }
  private static var unknown: Int32 { 103 }
  private static var japanese: Int32 { 105 }
  private static var korean: Int32 { 119 }
  private static var hanWithBopomofo: Int32 { 172 }
}
