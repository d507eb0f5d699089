/// The little of Markdown that articles use.
enum Markdown {
  /// How many `#` begin a heading.
  static func headingLevel(_ line: [UInt8]) -> Int? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), line.count > level, line[level] == 0x20 else { return nil }
    return level
  }

  /// Whether the line underlines the one above, which makes that a heading.
  static func isUnderline(_ line: [UInt8]) -> Bool {
    guard line.count >= 3, let first = line.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else {
      return false
    }
    return line.allSatisfy { $0 == first }
  }

  /// Whether the line is an item of a list.
  static func isListItem(_ line: [UInt8]) -> Bool {
    guard line.count > 2 else { return false }
    if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(line[0]), line[1] == 0x20 { return true }
    let digits = line.prefix { $0.isASCIIDigit }.count
    return digits > 0 && line.count > digits + 1 && line[digits] == UInt8(ascii: ".") && line[digits + 1] == 0x20
  }

  /// The lines without headings' signs, quotes' signs, fences and inline marks.
  static func plain(_ lines: [[UInt8]]) -> [[UInt8]] {
    var out: [[UInt8]] = []
    var isCode = false
    for line in lines {
      if line.starts(with: "```".utf8) {
        isCode.toggle()
        continue
      }
      if isUnderline(line) { continue }
      var line = line
      if let level = headingLevel(line) {
        line.removeFirst(level + 1)
        while line.last == UInt8(ascii: "#") || line.last == 0x20 { line.removeLast() }
      }
      while line.first == UInt8(ascii: ">") { line = Array(PlainText.trimmed(line.dropFirst())) }
      out.append(isCode ? line : Array(inline(String(decoding: line, as: UTF8.self)).utf8))
    }
    return out
  }

  /// One line without marks of emphasis, code, links and images.
  static func inline(_ line: String) -> String {
    let bytes = Array(line.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\") where at + 1 < bytes.count && !bytes[at + 1].isASCIIAlphanumeric:
        out.append(bytes[at + 1])
        at += 2
      case UInt8(ascii: "*"), UInt8(ascii: "`"):
        // An asterisk between blanks is a sign of its own.
        let isAlone = (at == 0 || bytes[at - 1] == 0x20) && (at + 1 == bytes.count || bytes[at + 1] == 0x20)
        if isAlone { out.append(bytes[at]) }
        at += 1
      case UInt8(ascii: "!") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "["):
        if let link = link(bytes, at: at + 1) {
          at = link.end
        } else {
          out.append(bytes[at])
          at += 1
        }
      case UInt8(ascii: "["):
        if let link = link(bytes, at: at) {
          out.append(contentsOf: bytes[link.text])
          at = link.end
        } else {
          out.append(bytes[at])
          at += 1
        }
      default:
        out.append(bytes[at])
        at += 1
      }
    }
    return PlainText.trimmed(String(decoding: out, as: UTF8.self))
  }

  private static func link(_ bytes: [UInt8], at start: Int) -> (text: Range<Int>, end: Int)? {
    let window = min(bytes.count, start + 2000)
    guard let close = bytes[start..<window].firstIndex(of: UInt8(ascii: "]")), close + 1 < window,
      bytes[close + 1] == UInt8(ascii: "("), let end = bytes[close..<window].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return ((start + 1)..<close, end + 1)
  }
}
