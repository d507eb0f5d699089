/// An encoding of Chinese, Japanese or Korean that bytes may be in.
struct MultibyteCandidate: Sendable {
  /// The WHATWG name.
  let encoding: String
  private let weights: [UInt16: Double]
  private let isKorean: Bool
  private let isJapanese: Bool

  /// The encodings.
  static let all = [
    MultibyteCandidate("gb18030", [(CommonCharacters.simplified, 0.55)]),
    MultibyteCandidate("big5", [(CommonCharacters.traditional, 0.55)]),
    MultibyteCandidate("shift_jis", japanese),
    MultibyteCandidate("euc-jp", japanese),
    MultibyteCandidate("euc-kr", [(CommonCharacters.hangul, 0.75)]),
  ]

  private static let japanese = [
    (CommonCharacters.hiragana, 0.5), (CommonCharacters.katakana, 0.12), (CommonCharacters.kanji, 0.15),
  ]

  private init(_ encoding: String, _ lists: [(letters: String, share: Double)]) {
    self.encoding = encoding
    isKorean = encoding == "euc-kr"
    isJapanese = encoding == "shift_jis" || encoding == "euc-jp"
    var weights: [UInt16: Double] = [:]
    for (letters, share) in lists + [("，。、「」：；“”！？・（）《》…—　", 0.1)] {
      let scalars = Array(letters.utf16)
      let sum = scalars.indices.reduce(0) { $0 + 1 / Double($1 + 20) }
      for (index, scalar) in scalars.enumerated() where weights[scalar] == nil {
        weights[scalar] = Logarithm.natural(share / Double(index + 20) / sum)
      }
    }
    self.weights = weights
  }

  /// Returns the logarithm of the likelihood of `bytes`, or `nil` when they are not in this encoding.
  func score(of bytes: [UInt8]) -> Double? {
    guard let units = ICUConverter(encoding)?.units(of: bytes) else { return nil }
    return score(ofUnits: units)
  }

  /// Returns the logarithm of the likelihood of characters in UTF-16.
  func score(ofUnits units: [UInt16]) -> Double {
    var score = -1.0
    var before: UInt16 = 0
    for unit in units {
      defer { before = unit }
      if unit < 0x80 {
        // Words of Latin letters stand apart from Korean ones, and in Chinese and Japanese such letters are few.
        if isKorean, (unit | 0x20) &- 0x61 < 26, before >= 0xAC00 { score -= 1 }
        continue
      }
      score += weights[unit] ?? rare(unit)
    }
    return score
  }

  private func rare(_ unit: UInt16) -> Double {
    switch unit {
    case 0xFFFD: -25
    case 0x3041...0x30FF: isJapanese ? -8 : -10
    case 0x4E00...0x9FFF: isKorean ? -12 : -10
    case 0xAC00...0xD7A3: isKorean ? -9.5 : -16
    case 0x3000...0x303F, 0xFF01...0xFF5E: -8
    case 0x2010...0x203F: -8
    case 0xFF61...0xFF9F: -9
    case 0x80...0xFF, 0x2100...0x27FF, 0x370...0x44F: -12
    default: -16
    }
  }
}

/// The natural logarithm, without Foundation.
enum Logarithm {
  /// Returns the natural logarithm of a positive number.
  static func natural(_ value: Double) -> Double {
    // ln(m · 2^e) = ln m + e ln 2; the series of artanh converges fast for m between 1 and 2.
    let exponent = Double(value.exponent)
    let fraction = (value.significand - 1) / (value.significand + 1)
    var term = fraction
    var sum = 0.0
    for index in 0..<20 {
      sum += term / Double(2 * index + 1)
      term *= fraction * fraction
    }
    return 2 * sum + exponent * 0.693147180559945309
  }
}
