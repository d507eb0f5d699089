/// A pattern for a whole line: `*` stands for any text, `#` for a number, the rest for itself in any case.
///
/// Signs of layout at the ends (bullets, arrows, full stops, quotation marks) count neither in the line nor in the pattern.
public struct LinePattern: Hashable, Sendable {
  /// The pattern in the form in which lines are compared.
  public let key: String

  /// Makes a pattern from its text in a lexicon.
  public init(_ text: String) { key = Self.folded(text, keeping: ["*", "#"]) }

  /// The key of a pattern that was folded before.
  init(folded key: String) { self.key = key }

  /// Whether `line` is what the pattern describes.
  public func matches(_ line: String) -> Bool { matches(folded: Array(Self.folded(line).utf8)) }

  /// The word that a matching line starts with; `nil` when the pattern starts with a sign.
  var firstWord: String? {
    let word = key.utf8.prefix { $0 != 0x20 }
    return word.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "#") } || word.isEmpty
      ? nil : String(Substring(word))
  }

  /// The first character of a text in Chinese or Japanese, whose words cannot be told by blanks.
  static func firstWide(_ key: some StringProtocol) -> String? {
    guard let first = key.unicodeScalars.first, ("\u{2E80}"..."\u{9FFF}").contains(first) else { return nil }
    return String(Character(first))
  }

  /// Whether the pattern leaves part of the line open.
  var isOpen: Bool { key.utf8.contains(UInt8(ascii: "*")) }

  func matches(folded line: [UInt8]) -> Bool {
    let pattern = Array(key.utf8)
    // Where to go on when what follows the last star did not fit, in the pattern and in the line.
    var retry: (pattern: Int, line: Int)?
    var p = 0
    var l = 0
    while l < line.count || p < pattern.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        retry = (p + 1, l)
        p += 1
        continue
      }
      if p < pattern.count, l < line.count {
        if pattern[p] == UInt8(ascii: "#"), line[l].isASCIIDigit {
          while l < line.count, line[l].isASCIIDigit || line[l] == UInt8(ascii: ".") || line[l] == UInt8(ascii: ",") {
            l += 1
          }
          p += 1
          continue
        }
        if pattern[p] == line[l], pattern[p] != UInt8(ascii: "#") {
          p += 1
          l += 1
          continue
        }
      }
      guard let back = retry, back.line < line.count else { return false }
      retry = (back.pattern, back.line + 1)
      p = back.pattern
      l = back.line + 1
    }
    return true
  }

  /// Text in lower case, with straight quotation marks, single blanks and without the signs around it.
  static func folded(_ text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
    var out = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}" {
        pendingBlank = !out.isEmpty
        continue
      }
      if out.isEmpty, isFrame(scalar), !kept.contains(scalar) { continue }
      if pendingBlank {
        out.append(" ")
        pendingBlank = false
      }
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{00B4}", "`": out.append("'")
      case "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}": out.append("\"")
      case "\u{2013}", "\u{2014}": out.append("-")
      case "\u{FF1A}": out.append(":")
      case "\u{FF08}": out.append("(")
      case "\u{FF09}": out.append(")")
      default: out.append(scalar)
      }
    }
    while let last = out.last, isFrame(last) || last == " ", !kept.contains(last) { out.removeLast() }
    return String(out)
  }

  private static func isFrame(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "*", ".", ":", ";", ",", "!", ">", "<", "|", "[", "]", "\"", "'", "\u{2022}", "\u{00B7}", "\u{2013}",
      "\u{2014}", "\u{2026}", "\u{203A}", "\u{2039}", "\u{00BB}", "\u{00AB}", "\u{2190}"..."\u{21FF}",
      "\u{25A0}"..."\u{25FF}",
      "\u{201C}", "\u{201D}", "\u{1F300}"..."\u{1FAFF}", "\u{2B00}"..."\u{2BFF}", "\u{FE0F}":
      true
    default: false
    }
  }
}
