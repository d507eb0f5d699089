/// Brings typographic variants to the one plain form that `Cleaner` describes.
struct HousePass {
  private let bytes: [UInt8]
  private var rewriter: TextRewriter
  private var index = 0
  /// The angle quote that is open.
  private var openAngle: UInt32?

  /// Returns `text` in the house form.
  static func rewritten(_ text: String) -> RewrittenText {
    guard needsWork(text.utf8Span.span) else { return RewrittenText(unchanged: text) }
    var pass = HousePass(text)
    pass.run()
    return pass.rewriter.finish()
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
    rewriter = TextRewriter(text)
  }

  /// Whether there is anything but ASCII words with single spaces, and letters with accents.
  private static func needsWork(_ bytes: Span<UInt8>) -> Bool {
    var last: UInt8 = 0x0A
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x09, 0x0D, 0xC2, 0xE2, 0xE3, 0xEF: return true
      case 0x20, 0x2D, 0x2E: if last <= 0x20 || last == byte { return true }
      case 0x0A: if last <= 0x20 { return true }
      default: break
      }
      last = byte
    }
    return last <= 0x20
  }

  private mutating func run() {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20: space()
      case UInt8(ascii: "-"): hyphen()
      case UInt8(ascii: "."): dots()
      case 0..<0xC2, 0xC3..<0xE2: index += 1
      default: other()
      }
    }
  }

  /// Replaces the bytes from `start` to the place reached, if that changes anything.
  private mutating func put(_ replacement: String, from start: Int) {
    if bytes[start..<index].elementsEqual(replacement.utf8) { return }
    rewriter.replace(TextRange(start..<index), with: replacement)
  }

  /// A run of white space: at most two line feeds, or one space; nothing at either end of the text.
  private mutating func space() {
    let start = index
    var lines = 0
    while let (width, isLine) = Self.space(at: index, in: bytes) {
      if isLine { lines += 1 }
      index += width
    }
    if start == 0 || index == bytes.count {
      put(start == 0 || lines == 0 ? "" : "\n", from: start)
    } else if lines > 0 {
      openAngle = nil
      put(lines > 1 ? "\n\n" : "\n", from: start)
    } else if let dash = Self.dash(at: index, in: bytes), let (width, isLine) = Self.space(at: index + dash, in: bytes),
      !isLine, !isBetweenDigits(start, index + dash + width)
    {
      // ` - `, ` -- ` and ` — ` are the same dash.
      index += dash
      while let (width, isLine) = Self.space(at: index, in: bytes), !isLine { index += width }
      put(" – ", from: start)
    } else {
      put(closesAngle(at: index) ? "" : " ", from: start)
    }
  }

  private func isBetweenDigits(_ lower: Int, _ upper: Int) -> Bool {
    lower > 0 && upper < bytes.count && bytes[lower - 1] &- 0x30 < 10 && bytes[upper] &- 0x30 < 10
  }

  /// `--` between words is a dash; other hyphens stay.
  private mutating func hyphen() {
    let start = index
    while index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    let isInside = start > 0 && index < bytes.count && bytes[start - 1] > 0x20 && bytes[index] > 0x20
    if index - start == 2 || index - start == 3, isInside, Self.isWord(bytes[start - 1]), Self.isWord(bytes[index]) {
      put(" – ", from: start)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 }

  /// `. . .` is an ellipsis.
  private mutating func dots() {
    let start = index
    index += 1
    var end = index
    var count = 1
    while end + 1 < bytes.count, bytes[end] == 0x20, bytes[end + 1] == UInt8(ascii: ".") {
      end += 2
      count += 1
    }
    guard count > 2 else { return }
    index = end
    put("...", from: start)
  }

  private mutating func other() {
    let start = index
    let (scalar, width) = ScalarReader.scalar(in: bytes.span, at: index)
    if let (_, _) = Self.space(at: index, in: bytes) {
      space()
      return
    }
    index += width
    switch scalar {
    case 0xAD, 0xFFFC: put("", from: start)
    case 0xAB, 0xBB: angle(scalar, "\"", from: start)
    case 0x2039, 0x203A: angle(scalar, "'", from: start)
    case 0x201C...0x201F, 0x2033, 0x301D, 0x301E: put("\"", from: start)
    case 0x2018...0x201B, 0x2032: put("'", from: start)
    case 0x2026: put("...", from: start)
    case 0x2010, 0x2011, 0x2212: put("-", from: start)
    case 0x2012...0x2015, 0x2E3A, 0x2E3B: dash(from: start)
    case 0xFB00...0xFB06, 0xFF01...0xFF9F, 0xFFE0...0xFFE6:
      compatible(String(decoding: bytes[start..<index], as: UTF8.self), from: start)
    default: break
    }
  }

  /// Reads an angle quote.
  ///
  /// Most languages write «so», German and Danish »so«: the first of a pair opens.
  private mutating func angle(_ scalar: UInt32, _ quote: String, from start: Int) {
    if let open = openAngle, open != scalar {
      openAngle = nil
    } else {
      openAngle = scalar
      while let (width, isLine) = Self.space(at: index, in: bytes), !isLine { index += width }
    }
    put(quote, from: start)
  }

  /// Whether the angle quote at `index` closes the one that is open, so that the space before it goes.
  private func closesAngle(at index: Int) -> Bool {
    guard index + 1 < bytes.count, bytes[index] == 0xC2 || bytes[index] == 0xE2, let openAngle else { return false }
    let scalar = ScalarReader.scalar(in: bytes.span, at: index).scalar
    return Self.angles.contains(scalar) && scalar != openAngle
  }

  private static let angles: Set<UInt32> = [0xAB, 0xBB, 0x2039, 0x203A]

  /// A dash without spaces around: a hyphen between digits, else the dash with spaces.
  private mutating func dash(from start: Int) {
    if isBetweenDigits(start, index) { return put("-", from: start) }
    let isStart = start == 0 || bytes[start - 1] == 0x0A
    while let (width, isLine) = Self.space(at: index, in: bytes), !isLine { index += width }
    let hasLine = index == bytes.count || bytes[index] == 0x0A
    let isOpen = start > 0 && (bytes[start - 1] <= 0x20 || bytes[start - 1] == UInt8(ascii: "("))
    put((isStart || isOpen ? "–" : " –") + (hasLine ? "" : " "), from: start)
  }

  private mutating func compatible(_ text: String, from start: Int) {
    guard let plain = try? Normalizer(form: .nfkc).normalized(text).string else { return }
    put(plain, from: start)
  }

  /// The width of the white space at `index`, and whether it ends a line.
  private static func space(at index: Int, in bytes: [UInt8]) -> (width: Int, isLine: Bool)? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x20, 0x09: return (1, false)
    case 0x0A: return (1, true)
    case 0x0D: return (index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1, true)
    case 0xC2:
      if bytes[index + 1] == 0xA0 { return (2, false) }
      return bytes[index + 1] == 0x85 ? (2, true) : nil
    case 0xE2:
      if bytes[index + 1] == 0x80 {
        if bytes[index + 2] <= 0x8A || bytes[index + 2] == 0xAF { return (3, false) }
        return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? (3, true) : nil
      }
      return bytes[index + 1] == 0x81 && bytes[index + 2] == 0x9F ? (3, false) : nil
    case 0xE3: return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? (3, false) : nil
    default: return nil
    }
  }

  /// The width of the hyphens or the dash at `index`.
  private static func dash(at index: Int, in bytes: [UInt8]) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "-") {
      var end = index + 1
      while end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
      return end - index <= 3 ? end - index : nil
    }
    guard bytes[index] == 0xE2, bytes[index + 1] == 0x80, (0x92...0x95).contains(bytes[index + 2]) else { return nil }
    return 3
  }
}
