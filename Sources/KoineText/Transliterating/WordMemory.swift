/// What words became when they were last rewritten; a caller has one for itself, and hands it back for the next.
struct WordMemory: Sendable {
  /// A stretch of a word, and what it becomes.
  struct Part: Sendable {
    /// The bytes of the stretch.
    var width: Int
    /// What it becomes.
    var text: String
  }

  private struct Word: Hashable {
    var bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      // The bytes are only read, and within the call.
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }

  // More words than a language's common ones would only take memory.
  private static let limit = 1 << 14
  private var words: [Word: [Part]] = [:]

  /// The parts of a word, if it has come before.
  subscript(word: ArraySlice<UInt8>) -> [Part]? { words[Word(bytes: word)] }

  /// Remembers the parts of a word, which is copied so as not to keep its text.
  mutating func remember(_ word: ArraySlice<UInt8>, _ parts: [Part]) {
    if words.count >= Self.limit { words.removeAll(keepingCapacity: true) }
    words[Word(bytes: ArraySlice(Array(word)))] = parts
  }
}
