/// Whether letters are Chinese syllables in pinyin.
enum PinyinSyllables {
  /// Whether `letters` can be cut into two to four syllables of pinyin.
  static func isPinyin(_ letters: [UInt8]) -> Bool {
    guard letters.count >= 4, letters.count <= 20 else { return false }
    // ends[i]: the numbers of syllables that the first i letters can be cut into.
    var ends = [Set<Int>](repeating: [], count: letters.count + 1)
    ends[0] = [0]
    for start in 0..<letters.count where !ends[start].isEmpty {
      for end in (start + 1)...min(letters.count, start + 6) where isSyllable(letters[start..<end]) {
        for count in ends[start] where count < 4 { ends[end].insert(count + 1) }
      }
    }
    return !ends[letters.count].isDisjoint(with: [2, 3, 4])
  }

  private static func isSyllable(_ letters: ArraySlice<UInt8>) -> Bool {
    var rest = letters
    if rest.starts(with: "zh".utf8) || rest.starts(with: "ch".utf8) || rest.starts(with: "sh".utf8) {
      rest = rest.dropFirst(2)
    } else if let first = rest.first, "bpmfdtnlgkhjqxrzcsyw".utf8.contains(first) {
      rest = rest.dropFirst()
    }
    return finals.contains(String(decoding: rest, as: UTF8.self))
  }

  private static let finals: Set<String> = [
    "a", "o", "e", "i", "u", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "ia", "ie", "iao", "iu", "ian",
    "in", "iang", "ing", "iong", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "er",
  ]
}
