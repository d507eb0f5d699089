/// Numbers in names: digits, ordinals, roman numerals.
enum NumberWord {
  /// A value that is the same for `3`, `3rd`, `III` and `third`, or `nil` if the word is no number.
  static func value(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    guard let first = bytes.first else { return nil }
    if (0x30...0x39).contains(first) {
      var value: UInt64 = 0
      var rest = bytes[...]
      while let digit = rest.first, (0x30...0x39).contains(digit), value < 1_000_000_000_000 {
        value = value * 10 + UInt64(digit - 0x30)
        rest = rest.dropFirst()
      }
      let tail = String(decoding: rest, as: UTF8.self)
      return ["", "st", "nd", "rd", "th", "o", "a", "e", "er"].contains(tail) ? mark(value) : nil
    }
    return words[String(decoding: bytes, as: UTF8.self)].map(mark)
  }

  // Set apart from the hashes of words.
  private static func mark(_ value: UInt64) -> UInt64 { value | 0xF0F0_0000_0000_0000 }

  private static let words: [String: UInt64] = [
    "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14,
    "xv": 15, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "primo": 1, "prima": 1, "secondo": 2, "seconda": 2, "terzo": 3, "terza": 3,
  ]
}
