/// A single-byte encoding that bytes may be in, with the languages that were written in it.
struct SingleByteCandidate: Sendable {
  /// What a byte is, as far as its neighbours matter.
  private enum Kind: UInt8, Sendable {
    case other, space, sign, lower, upper, foreignLower, foreignUpper
  }

  /// How likely one byte after the other is in one language.
  private struct Language: Sendable {
    let words: [String]
    /// The logarithm of the likelihood of each byte from 0x80 on.
    let weights: [Double]
  }

  /// The WHATWG name.
  let encoding: String
  /// How much likelier or less likely than windows-1252 it is from the start, as a logarithm.
  private let prior: Double
  private let kinds: [Kind]
  private let languages: [Language]

  /// The encodings, most frequent first: of two that read the same, the first is named.
  static let all: [SingleByteCandidate] = [
    SingleByteCandidate("windows-1252", 0, LetterModel.western),
    SingleByteCandidate("windows-1251", -0.5, LetterModel.cyrillic),
    SingleByteCandidate("windows-1250", -1, LetterModel.central),
    SingleByteCandidate("iso-8859-2", -1.5, LetterModel.central),
    SingleByteCandidate("windows-1254", -1, LetterModel.turkish),
    SingleByteCandidate("windows-1257", -1, LetterModel.baltic),
    SingleByteCandidate("iso-8859-15", -1, LetterModel.western),
    SingleByteCandidate("koi8-r", -1, Array(LetterModel.cyrillic.prefix(2))),
    SingleByteCandidate("koi8-u", -1.5, Array(LetterModel.cyrillic.prefix(2))),
    SingleByteCandidate("windows-1253", -1, LetterModel.greek),
    SingleByteCandidate("iso-8859-7", -1.5, LetterModel.greek),
    SingleByteCandidate("windows-1255", -1, LetterModel.hebrew),
    SingleByteCandidate("iso-8859-8", -1.5, LetterModel.hebrew),
    SingleByteCandidate("windows-1256", -1, LetterModel.arabic),
    SingleByteCandidate("iso-8859-6", -1.5, LetterModel.arabic),
    SingleByteCandidate("windows-874", -1, LetterModel.thai),
    SingleByteCandidate("macintosh", -2, LetterModel.western),
    SingleByteCandidate("iso-8859-5", -2, LetterModel.cyrillic),
    SingleByteCandidate("ibm866", -2, LetterModel.cyrillic),
    SingleByteCandidate("x-mac-cyrillic", -2.5, LetterModel.cyrillic),
    SingleByteCandidate("iso-8859-16", -2.5, LetterModel.central),
    SingleByteCandidate("iso-8859-13", -2, LetterModel.baltic),
    SingleByteCandidate("iso-8859-4", -3, LetterModel.baltic),
    SingleByteCandidate("iso-8859-3", -4, LetterModel.southern),
  ].compactMap { $0 }

  private init?(_ encoding: String, _ prior: Double, _ models: [LetterModel]) {
    guard let table = SingleByteTable(encoding) else { return nil }
    self.encoding = encoding
    self.prior = prior
    let isLatin = models.contains(where: \.isLatin)
    kinds = table.scalars.enumerated().map { byte, scalar in Self.kind(of: UInt32(scalar), byte, isLatin) }
    let signs = Self.ranks(LetterModel.signs)
    languages = models.map { model in
      let lower = Self.ranks(model.letters)
      let upper = Self.ranks(Self.capitals(model.letters))
      let weights = table.scalars[0x80...].map { scalar in
        let scalar = UInt32(scalar)
        if let weight = lower[scalar] { return weight - 0.2 }
        if let weight = upper[scalar] { return weight - 1.5 }
        if let weight = signs[scalar] { return weight - 2 }
        switch ScalarKind(scalar) {
        case .control: return -14
        case .lower, .upper, .letter: return ScalarKind(scalar).isCased == isLatin ? -9 : -12
        default: return scalar == 0xFFFD ? -25 : -11
        }
      }
      return Language(words: model.words.split(separator: " ").map(String.init), weights: weights)
    }
  }

  /// The logarithms of the likelihood of letters, most frequent first, by a law that falls off slowly.
  private static func ranks(_ letters: String) -> [UInt32: Double] {
    let scalars = letters.unicodeScalars.map(\.value)
    let sum = scalars.indices.reduce(0) { $0 + 1 / Double($1 + 2) }
    return Dictionary(
      scalars.enumerated().map { index, scalar in (scalar, Logarithm.natural(1 / Double(index + 2) / sum)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The capitals of letters, in their order; letters that have none stand for themselves.
  private static func capitals(_ letters: String) -> String {
    String(letters.map { $0.uppercased().count == 1 ? Character($0.uppercased()) : $0 })
  }

  private static func kind(of scalar: UInt32, _ byte: Int, _ isLatin: Bool) -> Kind {
    switch ScalarKind(scalar) {
    case .space, .digit: return scalar <= 0x20 ? .space : .other
    case .punctuation, .symbol, .control: return byte < 0x80 || scalar == 0x2019 || scalar == 0xB7 ? .other : .sign
    case .lower: return byte < 0x80 && !isLatin ? .foreignLower : .lower
    case .upper: return byte < 0x80 && !isLatin ? .foreignUpper : .upper
    case .letter:
      guard let letter = Unicode.Scalar(scalar) else { return .other }
      return letter.properties.isUppercase ? .upper : .lower
    }
  }

  /// Returns the logarithm of the likelihood of `bytes`.
  func score(of bytes: [UInt8], _ words: ASCIIWords) -> Double {
    var counts = [Int](repeating: 0, count: 128)
    var penalty = 0.0
    var before = Kind.space
    var beforeThat = Kind.space
    var beforeIsHigh = false
    for byte in bytes {
      let kind = kinds[Int(byte)]
      let isHigh = byte >= 0x80
      if isHigh { counts[Int(byte & 0x7F)] += 1 }
      if isHigh || beforeIsHigh { penalty += Self.penalty(beforeThat, before, kind) }
      beforeThat = before
      before = kind
      beforeIsHigh = isHigh
    }
    let best = languages.map { language in
      var score = 0.0
      for (byte, count) in counts.enumerated() where count > 0 { score += language.weights[byte] * Double(count) }
      return score + 1.5 * Double(min(8, words.count(of: language.words)))
    }.max()
    return (best ?? -.infinity) + prior - penalty
  }

  /// How odd it is that one kind follows the other.
  @inline(__always)
  private static func penalty(_ first: Kind, _ second: Kind, _ third: Kind) -> Double {
    switch (second, third) {
    case (.lower, .upper): 4
    // The second of two capitals in a word of small letters: `КОмпания`.
    case (.upper, .lower): first == .upper ? 1.5 : first == .lower ? 1 : 0
    case (.foreignLower, .lower), (.foreignUpper, .lower), (.foreignLower, .upper), (.foreignUpper, .upper),
      (.lower, .foreignLower), (.lower, .foreignUpper), (.upper, .foreignLower), (.upper, .foreignUpper):
      5
    case (.sign, .lower), (.sign, .upper): first == .lower || first == .upper ? 5 : 0
    default: 0
    }
  }
}
