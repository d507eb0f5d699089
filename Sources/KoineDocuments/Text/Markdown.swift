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

  /// A text without marks of emphasis, code, links and images.
  static func inline(_ line: String) -> String {
    let bytes = Array(line.utf8)
    var out: [UInt8] = []
    var links = Links(bytes)
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\") where at + 1 < bytes.count && !bytes[at + 1].isASCIIAlphanumeric && bytes[at + 1] < 0x80:
        out.append(bytes[at + 1])
        at += 2
      case UInt8(ascii: "*"), UInt8(ascii: "`"):
        // An asterisk between blanks is a sign of its own.
        let isAlone = (at == 0 || bytes[at - 1] == 0x20) && (at + 1 == bytes.count || bytes[at + 1] == 0x20)
        if isAlone { out.append(bytes[at]) }
        at += 1
      case UInt8(ascii: "_") where isEmphasis(bytes, at): at += 1
      case UInt8(ascii: "~") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "~"): at += 2
      case UInt8(ascii: "<") where isAddress(bytes, at): at += 1
      case UInt8(ascii: ">") where isInAddress(out): at += 1
      case UInt8(ascii: "!") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "["):
        if let link = links.link(at: at + 1) {
          at = link.end
        } else {
          out.append(bytes[at])
          at += 1
        }
      case UInt8(ascii: "["):
        if let link = links.link(at: at) {
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

  /// Whether a low line stands at the edge of a word; inside of words it is a letter.
  private static func isEmphasis(_ bytes: [UInt8], _ at: Int) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (bytes[index].isASCIIAlphanumeric || bytes[index] >= 0x80)
    }
    let (before, after) = (at > 0 ? bytes[at - 1] : 0x20, at + 1 < bytes.count ? bytes[at + 1] : 0x20)
    return isLetter(at - 1) != isLetter(at + 1) || before == bytes[at] || after == bytes[at]
  }

  private static func isAddress(_ bytes: [UInt8], _ at: Int) -> Bool {
    let rest = bytes[(at + 1)...]
    return rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) || rest.starts(with: "mailto:".utf8)
  }

  private static func isInAddress(_ out: [UInt8]) -> Bool {
    let word = out.suffix(400).split(separator: 0x20).last ?? []
    return word.starts(with: "http://".utf8) || word.starts(with: "https://".utf8) || word.starts(with: "mailto:".utf8)
  }

  /// Finds links, and remembers where nothing closes so that no stretch is searched twice.
  private struct Links {
    private static let longest = 2000
    private let bytes: [UInt8]
    private var close = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func link(at start: Int) -> (text: Range<Int>, end: Int)? {
      // The text of a link may be an image; one level is all there is.
      if bytes[start...].starts(with: "[![".utf8), let image = simple(at: start + 2), image.end + 1 < bytes.count,
        bytes[image.end] == UInt8(ascii: "]"), let end = target(at: image.end + 1)
      {
        return (image.end..<image.end, end)
      }
      return simple(at: start)
    }

    private mutating func simple(at start: Int) -> (text: Range<Int>, end: Int)? {
      if close <= start { close = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count }
      guard close < bytes.count, close - start <= Self.longest, close + 1 < bytes.count else { return nil }
      guard let end = target(at: close + 1) else { return nil }
      return ((start + 1)..<close, end)
    }

    /// The end of `(address)` or `[name]`.
    private func target(at start: Int) -> Int? {
      let first = bytes[start]
      guard first == UInt8(ascii: "(") || first == UInt8(ascii: "[") else { return nil }
      let last = first == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
      return bytes[(start + 1)...].prefix(Self.longest).firstIndex(of: last).map { $0 + 1 }
    }
  }
}
