/// Finds the pairs of nodes that are worth a closer look.
struct CandidatePairs {
  /// Blocks of more nodes say too little to look at every pair.
  private static let largestBlock = 60
  /// A word that more names hold does not find candidates on its own.
  private static let rareWord: Int32 = 40

  /// The pairs, the smaller number in the upper half of each, sorted and without repetition.
  private(set) var pairs: [UInt64] = []

  private let words: NameWords
  private let nodes: NameNodes

  init(words: NameWords, nodes: NameNodes, foreign: (Int) -> [UInt64]) {
    self.words = words
    self.nodes = nodes
    let neighbours = WordNeighbours(words)
    var blocks = KeyBlocks(count: nodes.count)
    addLetters(&blocks)
    addRareWords(&blocks, foreign)
    addCommonWords(&blocks, neighbours.corrected)
    addEnds(&blocks)
    addNeighbours(neighbours.pairs)
    addAlphabetical()
    addKnown()
    pairs.sort()
    removeRepeated()
  }

  private mutating func removeRepeated() {
    var kept = 0
    for index in pairs.indices where index == 0 || pairs[index] != pairs[index - 1] {
      pairs[kept] = pairs[index]
      kept += 1
    }
    pairs.removeLast(pairs.count - kept)
  }

  private mutating func add(_ a: Int32, _ b: Int32) {
    if a != b { pairs.append(UInt64(min(a, b)) << 32 | UInt64(max(a, b))) }
  }

  private mutating func drain(_ blocks: inout KeyBlocks, upTo limit: Int = largestBlock) {
    blocks.drain(upTo: limit) { block in
      for (place, a) in block.enumerated() {
        for b in block.dropFirst(place + 1) { add(a, b) }
      }
    }
  }

  /// Equal letters, whatever the spaces.
  private mutating func addLetters(_ blocks: inout KeyBlocks) {
    for node in 0..<nodes.count where !nodes.facts[node].isOpaque {
      blocks.add(NameHash.of(nodes.letters[node]), node)
      var sum: UInt64 = 0
      for word in nodes.words[node] { sum &+= words.hashes[Int(word)] | 1 }
      blocks.add(sum, node)
    }
    drain(&blocks, upTo: 200)
  }

  /// A word that few names share, as written or in English.
  private mutating func addRareWords(_ blocks: inout KeyBlocks, _ foreign: (Int) -> [UInt64]) {
    for node in 0..<nodes.count {
      if nodes.facts[node].isForeign { for key in foreign(node) { blocks.add(key, node) } }
      for word in nodes.words[node] where words.letters.range(Int(word)).count > 2 {
        guard words.frequency[Int(word)] <= Self.rareWord else { continue }
        blocks.add(words.hashes[Int(word)], node)
        if words.meanings[Int(word)] != words.hashes[Int(word)] { blocks.add(words.meanings[Int(word)], node) }
      }
    }
    drain(&blocks)
  }

  /// Two words together, where each alone is common; slips of the pen set right.
  private mutating func addCommonWords(_ blocks: inout KeyBlocks, _ corrected: [Int32]) {
    for node in 0..<nodes.count {
      var common: [Int32] = []
      for word in nodes.words[node] {
        let word = corrected[Int(word)]
        if words.frequency[Int(word)] > Self.rareWord, common.count < 6, !common.contains(word) { common.append(word) }
      }
      common.sort()
      for (place, a) in common.enumerated() {
        for b in common.dropFirst(place + 1) {
          blocks.add(words.hashes[Int(a)] &* 31 &+ words.hashes[Int(b)], node)
        }
      }
    }
    drain(&blocks)
  }

  /// The first and the last six letters.
  private mutating func addEnds(_ blocks: inout KeyBlocks) {
    for node in 0..<nodes.count where !nodes.facts[node].isForeign {
      let letters = nodes.letters[node]
      guard letters.count >= 6 else { continue }
      blocks.add(NameHash.of(letters.prefix(6)), node)
      blocks.add(~NameHash.of(letters.suffix(6)), node)
    }
    drain(&blocks)
  }

  /// Nodes that hold two words one slip apart.
  private mutating func addNeighbours(_ neighbours: [(Int32, Int32)]) {
    let holders = WordHolders(words: words, nodes: nodes)
    for (x, y) in neighbours {
      let one = holders[x]
      let two = holders[y]
      guard one.count * two.count <= 2 * Self.largestBlock else { continue }
      for a in one { for b in two { add(a, b) } }
    }
  }

  /// All that a registry knows as one thing.
  private mutating func addKnown() {
    var first: [Int32: Int32] = [:]
    for (node, facts) in nodes.facts.enumerated() where facts.registry >= 0 {
      if let known = first[facts.registry] { add(known, Int32(node)) } else { first[facts.registry] = Int32(node) }
    }
  }

  /// The next few in alphabetical order, read forwards and backwards.
  private mutating func addAlphabetical() {
    var order = (0..<Int32(nodes.count)).filter { !nodes.facts[Int($0)].isOpaque && !nodes.facts[Int($0)].isForeign }
    let letters = nodes.letters
    func join() {
      for (place, a) in order.enumerated() {
        for b in order.dropFirst(place + 1).prefix(3) { add(a, b) }
      }
    }
    order.sort { letters[Int($0)].lexicographicallyPrecedes(letters[Int($1)]) }
    join()
    order.sort { letters[Int($0)].reversed().lexicographicallyPrecedes(letters[Int($1)].reversed()) }
    join()
  }
}
