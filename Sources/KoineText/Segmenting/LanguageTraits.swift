/// What a language does with marks that is no matter of words.
struct LanguageTraits: Sendable {
  /// How a language writes ordinal numbers.
  enum Ordinals: Sendable {
    /// Without a full stop.
    case bare
    /// With one, and lower case or a month behind: `3. mai`.
    case stopped
    /// With one, and nouns in upper case behind: `der 3. Platz`.
    case stoppedBeforeNouns
  }

  let language: Language
  let ordinals: Ordinals
  let marks: SentenceMark.Tailoring
  /// Whether words have vowels, so that `Bldg.` must be short for something; not so where `r` and `l` may stand for one.
  let wordsHaveVowels: Bool

  /// Looks a language up.
  init(_ language: Language) {
    self.language = language
    let code = language.rawValue
    ordinals =
      switch code {
      case "de", "lb": .stoppedBeforeNouns
      case "bs", "cs", "da", "et", "fi", "fo", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr":
        .stopped
      default: .bare
      }
    marks = SentenceMark.Tailoring(semicolonAsks: code == "el", colonStops: code == "hy")
    wordsHaveVowels = [
      "da", "de", "en", "es", "fi", "fr", "hu", "it", "nb", "nl", "nn", "no", "pl", "pt", "ro", "sv", "tr",
    ].contains(code)
  }
}
