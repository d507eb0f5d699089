/// Words of languages that a caller handed over, found by hashes of their letters.
struct LanguageWordLists: Sendable {
  /// The languages with a list, by their numbers in the model.
  let languages: [Int]
  // For the hash of each word, the lists that hold it, one bit a list.
  private let words: [UInt64: UInt64]

  /// What a word of its list is worth to a language, in nats.
  static let worth: Float = 4
  /// So many languages can have a list; the first by code are taken.
  static let limit = 64

  /// Takes the words of every language that `numbers` knows.
  init(_ lists: [Language: [String]], numbers: [Language: Int]) {
    var words: [UInt64: UInt64] = [:]
    var languages: [Int] = []
    for (language, list) in lists.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let number = numbers[language], languages.count < Self.limit else { continue }
      for word in list {
        let lower = word.lowercased()
        let bytes = lower.utf8Span.span
        if let hash = Self.hash(of: 0..<bytes.count, in: bytes) {
          words[hash, default: 0] |= 1 << UInt64(languages.count)
        }
      }
      languages.append(number)
    }
    (self.languages, self.words) = (languages, words)
  }

  /// Whether there is nothing to look up.
  var isEmpty: Bool { words.isEmpty }

  /// Adds to the scores of languages what the words of `bytes`, in lower case, are worth to them.
  func add(_ bytes: Span<UInt8>, to scores: inout [Float]) {
    var at = 0
    while let token = TokenShape.next(in: bytes, from: at) {
      at = token.upper
      guard let hash = Self.hash(of: token.lower..<token.upper, in: bytes), let lists = words[hash] else { continue }
      for (index, language) in languages.enumerated() where lists >> UInt64(index) & 1 == 1 {
        scores[language] += Self.worth
      }
    }
  }

  /// Hashes a word as FNV-1a does, without the ASCII punctuation around it; `nil` if nothing is left.
  private static func hash(of range: Range<Int>, in bytes: Span<UInt8>) -> UInt64? {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isPunctuation(bytes[lower]) { lower += 1 }
    while upper > lower, isPunctuation(bytes[upper - 1]) { upper -= 1 }
    if lower == upper { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in lower..<upper { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
