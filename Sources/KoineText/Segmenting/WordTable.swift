/// What the words of a language mean for the mark behind or before them, found without making a string.
struct WordTable: Sendable {
  /// The parts that a word plays.
  struct Kinds: OptionSet, Sendable, BitwiseCopyable {
    let rawValue: UInt8
    static let leading = Kinds(rawValue: 1)
    static let trailing = Kinds(rawValue: 2)
    static let numbering = Kinds(rawValue: 4)
    static let starter = Kinds(rawValue: 8)
    static let month = Kinds(rawValue: 16)
    static let saying = Kinds(rawValue: 32)
    static let exclaimed = Kinds(rawValue: 64)
    static let closing = Kinds(rawValue: 128)
    static let abbreviation: Kinds = [.leading, .trailing, .numbering, .closing]
  }

  private struct Entry: BitwiseCopyable {
    var offset: UInt32
    var count: UInt32
    var kinds: Kinds
  }

  /// The entry's number plus one, at the place of its hash or behind it; 0 where there is none.
  private var slots: [UInt32]
  private var entries: [Entry] = []
  private var text: [UInt8] = []

  /// Makes a table of all the words of a language.
  init(_ words: Abbreviations) {
    let sets: [(Set<String>, Kinds)] = [
      (words.leading, .leading), (words.trailing, .trailing), (words.numbering, .numbering), (words.closing, .closing),
      (words.starters, .starter), (words.months, .month), (words.sayings, .saying), (words.exclaimed, .exclaimed),
    ]
    var size = 64
    while size < 2 * sets.reduce(0, { $0 + $1.0.count }) { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for (set, kinds) in sets {
      for word in set {
        var key = WordKey()
        key.append(word.utf8Span.span)
        guard key.isWhole, !key.isEmpty else { continue }
        add(key, kinds)
      }
    }
  }

  private mutating func add(_ key: borrowing WordKey, _ kinds: Kinds) {
    var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isSame(entries[number], key) {
        entries[number].kinds.formUnion(kinds)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(Entry(offset: UInt32(text.count), count: UInt32(key.count), kinds: kinds))
    for index in 0..<key.count { text.append(key.bytes[index]) }
    slots[slot] = UInt32(entries.count)
  }

  /// Returns the parts of a word; none for a word that is not there.
  func kinds(of key: borrowing WordKey) -> Kinds {
    guard key.isWhole, !key.isEmpty else { return [] }
    var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if isSame(entry, key) { return entry.kinds }
      slot = (slot + 1) & (slots.count - 1)
    }
    return []
  }

  /// Returns the parts of the word in `range`, whatever its case.
  subscript(range: Range<Int>, bytes: Span<UInt8>) -> Kinds {
    var key = WordKey()
    key.append(range, of: bytes)
    return kinds(of: key)
  }

  private func isSame(_ entry: Entry, _ key: borrowing WordKey) -> Bool {
    guard Int(entry.count) == key.count else { return false }
    for index in 0..<key.count where text[Int(entry.offset) + index] != key.bytes[index] { return false }
    return true
  }
}

/// A word in lower case on the stack.
struct WordKey: ~Copyable {
  /// Longer words are no abbreviations.
  static let limit = 48

  private(set) var bytes = InlineArray<48, UInt8>(repeating: 0)
  private(set) var count = 0
  /// Whether all of the word found room.
  private(set) var isWhole = true
  /// FNV-1a of the bytes.
  private(set) var hash: UInt32 = 2_166_136_261

  var isEmpty: Bool { count == 0 }

  /// Takes bytes as they are.
  mutating func append(_ word: Span<UInt8>) {
    for index in word.indices { append(word[index]) }
  }

  /// Takes a stretch of text in lower case.
  mutating func append(_ range: Range<Int>, of bytes: Span<UInt8>) {
    var index = range.lowerBound
    while index < range.upperBound, isWhole {
      let byte = bytes[index]
      if byte < 0x80 {
        append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
        continue
      }
      let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
      if ScalarKind.isUpperCase(scalar), let letter = Unicode.Scalar(scalar) {
        for byte in letter.properties.lowercaseMapping.utf8 { append(byte) }
      } else if scalar == 0x2019 {
        append(UInt8(ascii: "'"))
      } else {
        for place in index..<(index + width) { append(bytes[place]) }
      }
      index += width
    }
  }

  private mutating func append(_ byte: UInt8) {
    guard count < Self.limit else {
      isWhole = false
      return
    }
    bytes[count] = byte
    count += 1
    hash = (hash ^ UInt32(byte)) &* 16_777_619
  }
}
