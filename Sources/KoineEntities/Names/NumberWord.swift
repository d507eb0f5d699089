/// Numbers in names: digits, ordinals, roman numerals.
enum NumberWord {
  /// A value that is the same for `3`, `3rd`, `III` and `third`, or `nil` if the word is no number.
  static func value(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    digits(bytes.span) ?? words[String(decoding: bytes, as: UTF8.self)].map(mark)
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

  /// The numbers that are written in letters.
  static let words: [String: UInt64] = [
    "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14,
    "xv": 15, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "primo": 1, "prima": 1, "secondo": 2, "seconda": 2, "terzo": 3, "terza": 3,
  ]
}
