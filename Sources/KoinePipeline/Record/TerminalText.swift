/// Texts in columns of a terminal.
package enum TerminalText {
  /// How many columns a text takes: two for each wide character (UAX #11), none for marks that combine.
  package static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The text with blanks after it, up to `width` columns.
  package static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Self.width(text)))
  }

  /// The text without anything that would move the cursor or turn the writing around.
  package static func plain(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: out += "\u{FFFD}"
      case .format where scalar.value != 0x200D: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// The text, cut at `width` columns with an ellipsis in the place of the rest.
  package static func cut(_ text: String, _ width: Int) -> String {
    if Self.width(text) <= width { return text }
    var out = ""
    var used = 0
    for character in text {
      let more = character.unicodeScalars.reduce(0) { $0 + Self.width($1) }
      if used + more > width - 1 { break }
      used += more
      out.append(character)
    }
    return out + "…"
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: 1
      }
    }
  }
}
