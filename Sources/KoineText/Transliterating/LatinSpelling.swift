/// What ICU's letter by letter spelling lacks to be the one that people write.
enum LatinSpelling {
  /// Returns the syllables of one Chinese word as Hanyu Pinyin.
  ///
  /// A syllable inside the word that starts with a vowel gets an apostrophe (ISO 7098): `xī'ān`.
  static func pinyin(_ syllables: [String], tones: Bool) -> [String] {
    syllables.enumerated().map { index, syllable in
      let plain = tones ? syllable : withoutTones(syllable)
      let isOpen = syllable.unicodeScalars.first.map { vowels.contains($0.value) } ?? false
      return index > 0 && isOpen ? "'" + plain : plain
    }
  }

  /// Returns pinyin without the marks of tones.
  static func withoutTones(_ text: some StringProtocol) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(toneless[scalar] ?? scalar) }
    return String(view)
  }

  /// Returns rōmaji without the `~` that ICU puts before a small vowel: `vu~e` is `ve`, and `u~i` is `wi`.
  static func romaji(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "~")) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar == "~", let vowel = out.last, "aiueo".unicodeScalars.contains(vowel) else {
        out.append(scalar)
        continue
      }
      out.removeLast()
      let hasConsonant = out.last.map { $0.properties.isAlphabetic && !"aiueoāīūēō".unicodeScalars.contains($0) }
      if vowel == "u", hasConsonant != true { out.append("w") }
    }
    return String(out)
  }

  /// Returns a Cyrillic name without the signs of soft and hard consonants, as English writes it.
  static func withoutSigns(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{2B9}" && $0 != "\u{2BA}" }))
  }

  private static let vowels: Set<UInt32> = Set("aāáǎàoōóǒòeēéěè".unicodeScalars.map(\.value))

  private static let toneless: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, marked) in [
      ("a", "āáǎà"), ("e", "ēéěè"), ("i", "īíǐì"), ("o", "ōóǒò"), ("u", "ūúǔù"), ("ü", "ǖǘǚǜ"), ("n", "ńňǹ"),
      ("m", "ḿ"),
    ] as [(Unicode.Scalar, String)] {
      for scalar in marked.unicodeScalars { table[scalar] = base }
    }
    return table
  }()
}
