/// A set of words that are looked for at every place of a text at once.
struct ClassWords: Sendable {
  private let byFirst: [[[UInt8]]]

  /// Makes the set of words in small letters.
  init(_ words: [String]) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for word in words {
      let bytes = Array(word.utf8)
      if let first = bytes.first { table[Int(first)].append(bytes) }
    }
    byFirst = table
  }

  /// Whether one of the words is anywhere in a text in small letters.
  func occurs(in text: [UInt8]) -> Bool { first(in: text) != nil }

  /// The first word that stands in a text in small letters.
  func first(in text: [UInt8]) -> [UInt8]? {
    for at in text.indices {
      for word in byFirst[Int(text[at])] where text.count - at >= word.count {
        if text[at..<(at + word.count)].elementsEqual(word) { return word }
      }
    }
    return nil
  }
}
