/// Numbers in names: digits, ordinals, roman numerals.
enum NumberWord {
  /// A value that is the same for `3`, `3rd`, `III` and `third`, or `nil` if the word is no number.
  static func value(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    digits(bytes.span) ?? values[String(decoding: bytes, as: UTF8.self)].map(mark)
  }

  /// The same for words that begin with a digit; `nil` for all others.
  static func digits(_ bytes: Span<UInt8>) -> UInt64? {
    guard let first = bytes.indices.first, (0x30...0x39).contains(bytes[first]) else { return nil }
    var value: UInt64 = 0
    var at = 0
    while at < bytes.count, (0x30...0x39).contains(bytes[at]), value < 1_000_000_000_000 {
      value = value * 10 + UInt64(bytes[at] - 0x30)
      at += 1
    }
    // What follows may only be the end of an ordinal.
    let isOrdinal: Bool
    switch bytes.count - at {
    case 0: isOrdinal = true
    case 1: isOrdinal = "oae".utf8.contains(bytes[at])
    case 2:
      switch (bytes[at], bytes[at + 1]) {
      case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68), (0x65, 0x72): isOrdinal = true
      default: isOrdinal = false
      }
    default: isOrdinal = false
    }
    return isOrdinal ? mark(value) : nil
  }

  /// Sets the value apart from the hashes of words.
  static func mark(_ value: UInt64) -> UInt64 { value | 0xF0F0_0000_0000_0000 }

  /// The number of two words such as `forty` and `four`, `nil` if they do not make one.
  static func joined(_ tens: UInt64, _ ones: UInt64) -> UInt64? {
    let (a, b) = (tens & ~mark(0), ones & ~mark(0))
    return (20...90).contains(a) && a % 10 == 0 && (1...9).contains(b) ? mark(a + b) : nil
  }

  /// The numbers that are written in letters.
  static let words: [(String, UInt64)] = {
    var words: [(String, UInt64)] = []
    let romans = "ii iii iv . vi vii viii ix . xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv"
    for (index, roman) in romans.split(separator: " ").enumerated() where roman != "." {
      words.append((String(roman), UInt64(index + 2)))
    }
    let ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    for (index, word) in ordinals.split(separator: " ").enumerated() { words.append((String(word), UInt64(index + 1))) }
    let cardinals =
      "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    for (index, word) in cardinals.split(separator: " ").enumerated() {
      words.append((String(word), UInt64(index + 2)))
    }
    words.append(("nineteen", 19))
    for (index, word) in "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ").enumerated() {
      words.append((String(word), UInt64(index * 10 + 20)))
    }
    words += [("primo", 1), ("prima", 1), ("secondo", 2), ("seconda", 2), ("terzo", 3), ("terza", 3)]
    return words
  }()

  /// The values of the words, to be looked up.
  static let values = Dictionary(words.map { ($0.0, $0.1) }) { first, _ in first }

  /// The value of a roman numeral of one letter, which only counts at the end of a name.
  static func roman(_ letter: UInt8) -> UInt64? {
    switch letter {
    case UInt8(ascii: "i"): mark(1)
    case UInt8(ascii: "v"): mark(5)
    case UInt8(ascii: "x"): mark(10)
    default: nil
    }
  }
}
