import CICU

/// The script of a letter, as far as transliteration tells scripts apart.
enum LetterScript {
  case latin, cyrillic, greek, han, kana, hangul
  /// Any other script of letters.
  case other
  /// Not a letter of one script: signs, digits, marks, what is unknown.
  case none

  /// Looks a character up.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2B8, 0x1E00...0x1EFF: self = .latin
    case 0..<0x370, 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF: self = .none
    case 0x400...0x482, 0x48A...0x52F: self = .cyrillic
    case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FD...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF6F,
      0xFF71...0xFF9D:
      self = .kana
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0xF900...0xFAFF, 0x20000...0x323AF: self = .han
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97C, 0xD7B0...0xD7FB: self = .hangul
    case 0x3000...0x303F, 0xE000...0xF8FF, 0xFF01...0xFF20, 0x1F000...0x1FAFF: self = .none
    default:
      // The codes of ICU's `UScriptCode`.
      switch cicu_script(scalar) {
      case 0, 1, 103: self = .none
      case 8: self = .cyrillic
      case 14: self = .greek
      case 25: self = .latin
      default: self = .other
      }
    }
  }

  /// Whether words of it stand without spaces and are found in dictionaries.
  var isHanOrKana: Bool { self == .han || self == .kana }
}
