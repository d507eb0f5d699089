import CICU

/// What a character is, as far as it makes damage plain or a repair believable.
enum ScalarKind {
  case space
  case digit
  case lower
  case upper
  /// A letter without case, or one of a script other than Latin.
  case letter
  /// A character that stands at the ends of words in good text: quotes, dashes, dots, signs of trade.
  case punctuation
  /// A character that good text has between letters hardly ever.
  case symbol
  /// A control character of the upper half.
  case control

  /// Looks a character up.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A: self = .lower
    case 0x41...0x5A: self = .upper
    case 0x30...0x39: self = .digit
    case 0...0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0...0x7F: self = .punctuation
    case 0x80...0x9F: self = .control
    case 0xA1, 0xA8, 0xA9, 0xAB, 0xAE, 0xB0, 0xB4, 0xB7, 0xBB, 0xBF: self = .punctuation
    case 0x2013...0x201E, 0x2022, 0x2026, 0x2039, 0x203A, 0x2122, 0xFFFD: self = .punctuation
    // Modifiers count as letters in Unicode.
    case 0xAA, 0xBA, 0xB5, 0x2C6, 0x2C7, 0x2D8...0x2DD: self = .symbol
    case 0xDF...0xF6, 0xF8...0xFF: self = .lower
    case 0xC0...0xD6, 0xD8...0xDE: self = .upper
    case 0x152, 0x160, 0x178, 0x17D: self = .upper
    case 0x153, 0x161, 0x17E, 0x192: self = .lower
    default:
      switch cicu_general_category(scalar) {
      case 1: self = scalar < 0x250 || (0x1E00...0x1EFF).contains(scalar) ? .upper : .letter
      case 2: self = scalar < 0x250 || (0x1E00...0x1EFF).contains(scalar) ? .lower : .letter
      case 3, 4, 5: self = .letter
      case 9: self = .digit
      default: self = .symbol
      }
    }
  }

  /// Whether it is a Latin letter with case.
  var isCased: Bool { self == .lower || self == .upper }
  /// Whether it is any letter.
  var isLetter: Bool { isCased || self == .letter }
}

/// How believable a character is as what a damaged stretch once was.
enum Plausibility: Equatable {
  /// A Latin letter that European languages or Vietnamese write.
  case latin
  /// Punctuation, currency, arrows, emoji and the like.
  case mark
  /// A character of another script, believable among its kind.
  case script(Int32)
  /// Anything else.
  case none

  /// Looks a character up.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x13F, 0x140, 0x149, 0x17F: self = .none
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17E, 0x1A0, 0x1A1, 0x1AF, 0x1B0: self = .latin
    case 0x218...0x21B, 0x1E02...0x1E03, 0x1E9E, 0x1EA0...0x1EF9, 0xFB00...0xFB04: self = .latin
    case 0xA0...0xBF, 0xD7, 0xF7, 0x300...0x304, 0x323, 0x335, 0x336, 0x192, 0x2C6, 0x2C7, 0x2D8...0x2DD: self = .mark
    case 0x2002...0x2015, 0x2018...0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A: self = .mark
    case 0x2044, 0x2060, 0x20A0...0x20C0, 0x2116, 0x2122, 0x2190...0x21FF, 0x2200...0x22FF: self = .mark
    case 0x2300...0x23FF, 0x2500...0x25FF, 0x2600...0x27BF, 0x2800, 0x2B00...0x2BFF: self = .mark
    case 0x60C, 0x61B, 0x61F, 0x640, 0xE3F, 0x3000...0x3003, 0x3008...0x3011, 0xFE0F, 0xFEFF, 0xFF01...0xFF5E, 0xFFFD:
      self = .mark
    case 0x1F000...0x1FAFF, 0x1D400...0x1D7FF: self = .mark
    case 0x3099...0x309C, 0x30FC: self = .script(17)
    case 0x964, 0x965: self = .script(10)
    default:
      let script = cicu_script(scalar)
      let isKnown = Self.scripts.contains(script) && cicu_general_category(scalar) != 0
      // Kana and Han mix in every sentence.
      self = isKnown ? .script(script == 20 || script == 22 ? 17 : script) : .none
    }
  }

  // Arabic, Armenian, Bengali, Cyrillic, Devanagari, Ethiopic, Georgian, Greek, Gujarati, Gurmukhi, Han, Hangul, Hebrew,
  // Hiragana, Kannada, Katakana, Khmer, Lao, Malayalam, Myanmar, Sinhala, Tamil, Telugu, Thai, Tibetan.
  private static let scripts: Set<Int32> = [
    2, 3, 4, 8, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 28, 33, 35, 36, 38, 39,
  ]
}
