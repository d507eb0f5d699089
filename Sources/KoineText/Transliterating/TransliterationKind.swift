extension Transliterator {
  /// What a text is rewritten to.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Every script in Latin letters with their marks; Chinese characters are read as Mandarin, in Japanese texts too.
    case latin
    /// The same in ASCII, as far as CLDR knows how; Cyrillic and Greek words as English writes names.
    case latinASCII = "latin-ascii"
    /// Chinese characters in Hanyu Pinyin, words written together as ISO 7098 has it.
    case pinyin
    /// Hanyu Pinyin without the marks of tones; `ü` stays.
    case pinyinWithoutTones = "pinyin-without-tones"
    /// Hiragana and katakana in rōmaji (Hepburn's, extended for foreign words).
    case romaji
    /// Hangul in the Revised Romanization of Korean, letter by letter.
    case hangul
    /// Cyrillic letters by ISO 9: one letter with marks for each, whatever the language.
    case cyrillic
    /// Cyrillic letters as the BGN and PCGN write names of the text's language; as Russian if they have no rules for it.
    case cyrillicNames = "cyrillic-names"
    /// Greek letters as the BGN and PCGN write names, by sound.
    case greek
    /// Chinese characters in their simplified forms.
    case simplified
    /// Chinese characters in their traditional forms.
    case traditional
  }
}

extension Transliterator.Kind {
  /// Whether this kind rewrites letters of a script.
  func rewrites(_ script: LetterScript) -> Bool {
    switch self {
    case .latin, .latinASCII: script != .latin && script != .none
    case .pinyin, .pinyinWithoutTones, .simplified, .traditional: script == .han
    case .romaji: script == .kana
    case .hangul: script == .hangul
    case .cyrillic, .cyrillicNames: script == .cyrillic
    case .greek: script == .greek
    }
  }

  /// Whether words of Chinese characters and kana are set apart by spaces.
  var spacesWords: Bool { self != .simplified && self != .traditional }

  /// ICU's transform for letters of a script.
  func transform(_ script: LetterScript, _ language: Language) -> String {
    switch self {
    case .latin: "Any-Latin"
    case .latinASCII:
      switch script {
      case .cyrillic: Self.cyrillicNames.transform(script, language)
      case .greek: Self.greek.transform(script, language)
      default: "Any-Latin"
      }
    case .pinyin, .pinyinWithoutTones: "Han-Latin"
    case .romaji: "Hiragana-Katakana; Katakana-Latin"
    case .hangul: "Hangul-Latin"
    case .cyrillic: "Cyrillic-Latin"
    case .cyrillicNames: (Self.namedLanguages[language.rawValue] ?? "Russian") + "-Latin/BGN"
    case .greek: "el-el_Latn/BGN"
    case .simplified: "Traditional-Simplified"
    case .traditional: "Simplified-Traditional"
    }
  }

  private static let namedLanguages = [
    "be": "Belarusian", "bg": "Bulgarian", "kk": "Kazakh", "ky": "Kirghiz", "mk": "Macedonian", "mn": "Mongolian",
    "sr": "Serbian", "uk": "Ukrainian", "uz": "Uzbek",
  ]
}
