/// Words of a list that are one slip of the pen apart.
struct WordNeighbours {
  /// Pairs of words, of which at most one is established.
  private(set) var pairs: [(Int32, Int32)] = []
  /// For each word the established word that it is most likely a slip for, or itself.
  private(set) var corrected: [Int32]

  init(_ words: NameWords) {
    corrected = (0..<Int32(words.count)).map { $0 }
    var blocks = KeyBlocks(count: words.count)
    for word in 0..<words.count {
      let range = words.letters.range(word)
      guard (5...24).contains(range.count), words.kinds[word] != .number else { continue }
      blocks.add(words.hashes[word], word)
      for gap in range {
        var hash = NameHash()
        for place in range where place != gap { hash.add(words.letters.items[place]) }
        blocks.add(hash.finished, word)
      }
    }
    var found: Set<UInt64> = []
    blocks.drain(upTo: 40) { block in
      for (place, x) in block.enumerated() {
        for y in block.dropFirst(place + 1) where !words.isEstablished(Int(x)) || !words.isEstablished(Int(y)) {
          found.insert(UInt64(min(x, y)) << 32 | UInt64(max(x, y)))
        }
      }
    }
    for pair in found.sorted() {
      let (x, y) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      let (one, two) = (words.letters.range(x), words.letters.range(y))
      guard Edits.count(words.letters.items, one, two, atMost: min(one.count, two.count) < 8 ? 1 : 2) != nil else {
        continue
      }
      pairs.append((Int32(x), Int32(y)))
      for (slip, word) in [(x, y), (y, x)] where !words.isEstablished(slip) && words.isEstablished(word) {
        let known = Int(corrected[slip])
        if known == slip || words.frequency[known] < words.frequency[word] { corrected[slip] = Int32(word) }
      }
    }
  }
}
