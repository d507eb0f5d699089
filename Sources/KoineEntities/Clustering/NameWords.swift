#if canImport(Glibc)
import Glibc
#endif

/// The distinct words of all names of a list; every word is a number.
struct NameWords: Sendable {
  private var ids: [UInt64: Int32] = [:]
  /// The hash of each word.
  private(set) var hashes: [UInt64] = []
  /// The letters of each word.
  private(set) var letters = Rows<UInt8>()
  /// The hash of each word's English rendering, or of itself.
  private(set) var meanings: [UInt64] = []
  /// The kind that the lexicons give each word.
  private(set) var kinds: [NameToken.Kind] = []
  /// Whether some lexicon knows the word.
  private(set) var isKnown: [Bool] = []
  /// How many names hold each word.
  private(set) var frequency: [Int32] = []
  /// How many ways of writing names hold each word.
  private(set) var uses: [Int32] = []
  /// How much each word tells one name from another.
  private(set) var weights: [Float] = []

  /// How many words there are.
  var count: Int { kinds.count }

  /// Returns the number of a word, a new one if it has none.
  mutating func id(_ token: NameToken, in name: PreparedName) -> Int32 {
    if let known = ids[token.hash] { return known }
    let id = Int32(count)
    ids[token.hash] = id
    hashes.append(token.hash)
    letters.append(name.span(token))
    meanings.append(token.meaning)
    kinds.append(token.kind)
    isKnown.append(token.isKnown)
    frequency.append(0)
    uses.append(0)
    return id
  }

  /// Counts one more name that holds `word`.
  mutating func count(_ word: Int32) { frequency[Int(word)] += 1 }

  /// Counts one more way of writing a name that holds `word`.
  mutating func countUse(_ word: Int32) { uses[Int(word)] += 1 }

  /// Sets the weights, when every name has been counted.
  ///
  /// A short list tells little about its words, so the lexicons' classes stand for a background of names.
  mutating func weigh(names: Int) {
    let background = 20_000.0
    weights = (0..<count).map { word in
      let expected: Double =
        switch kinds[word] {
        case .distinctive, .number: letters.range(word).count == 1 ? 100 : 1
        case .place: 100
        case .field: 150
        case .generic: 2_000
        }
      return Float(log((Double(names) + background) / (Double(frequency[word]) + expected)))
    }
  }

  /// Whether the word is written so often that it is no slip of the pen.
  func isEstablished(_ word: Int) -> Bool { isKnown[word] || uses[word] >= 3 }
}
