/// The letters beyond ASCII that languages in Latin script write, which tells likely repairs from unlikely ones.
///
/// From the exemplar characters of the languages; letters that only loan words have are left out.
enum Alphabets {
  /// Whether one language writes both letters, the first of them as given, in a word that `first` may begin.
  static func share(_ first: UInt32, _ second: UInt32, atStart: Bool) -> Bool {
    guard first >= 0x80, second >= 0x80 else { return true }
    let together = languages(of: first) & languages(of: second)
    return together != 0 && !(atStart && neverInitial.contains(first))
  }

  /// The languages that write a letter, a bit each; 0 for what is no letter of theirs.
  static func languages(of scalar: UInt32) -> UInt64 { masks[scalar] ?? 0 }

  /// How many languages there are.
  static let count = lists.count

  /// Capitals that no word begins with.
  private static let neverInitial: Set<UInt32> = [0x139, 0x154]

  private static let masks: [UInt32: UInt64] = {
    var masks: [UInt32: UInt64] = [:]
    for (index, list) in lists.enumerated() {
      for letter in list + list.uppercased() where letter.unicodeScalars.count == 1 {
        for scalar in letter.unicodeScalars where scalar.value >= 0x80 {
          masks[scalar.value, default: 0] |= 1 << UInt64(index)
        }
      }
    }
    return masks
  }()

  private static let lists = [
    "àèéìíîòóùú",  // Italian
    "àâæçèéêëîïôœùûüÿ",  // French
    "äöüß",  // German
    "áéíñóúüªº",  // Spanish
    "àáâãçéêíóôõúªº",  // Portuguese
    "àçèéíïòóúü",  // Catalan
    "áéèëíïóöúü",  // Dutch
    "åäöé",  // Swedish, Finnish
    "æøåéòô",  // Danish, Norwegian
    "áéíðóöúýþæ",  // Icelandic
    "äõöüšž",  // Estonian
    "ąćęłńóśźż",  // Polish
    "áčďéěíňóřšťúůýž",  // Czech
    "áäčďéíĺľňóôŕšťúýž",  // Slovak
    "áéíóöőúüű",  // Hungarian
    "ăâîșțşţ",  // Romanian
    "čćđšž",  // Croatian, Bosnian, Serbian, Slovenian
    "çë",  // Albanian
    "âçğıîöşüû",  // Turkish
    "ąčęėįšųūž",  // Lithuanian
    "āčēģīķļņšūž",  // Latvian
    "àáâãèéêìíòóôõùúýăđĩũơư",  // Vietnamese
    "àáâäèéêëìíîïòóôöùúûüẃẁŵẅýỳŷÿ",  // Welsh
    "ċġħżàèìòù",  // Maltese
    "ĉĝĥĵŝŭ",  // Esperanto
    "əçğıöşü",  // Azerbaijani
    "áčđŋšŧž",  // Northern Sami
  ]
}
