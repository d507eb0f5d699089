/// For each word the nodes that hold it.
struct WordHolders {
  private var starts: [Int]
  private var flat: [Int32]

  init(words: NameWords, nodes: NameNodes) {
    starts = [Int](repeating: 0, count: words.count + 1)
    for word in nodes.words.items { starts[Int(word) + 1] += 1 }
    for word in 0..<words.count { starts[word + 1] += starts[word] }
    var next = starts
    flat = [Int32](repeating: 0, count: nodes.words.items.count)
    for node in 0..<nodes.count {
      for word in nodes.words[node] {
        flat[next[Int(word)]] = Int32(node)
        next[Int(word)] += 1
      }
    }
  }

  /// The nodes that hold `word`; twice those that hold it twice.
  subscript(word: Int32) -> ArraySlice<Int32> { flat[starts[Int(word)]..<starts[Int(word) + 1]] }
}
