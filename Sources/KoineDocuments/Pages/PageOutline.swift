/// How much text each element of a page holds, and how much of it in links.
struct PageOutline {
  /// The words inside each node, without those of scripts.
  private(set) var words: [Int]
  /// How many of them are in links.
  private(set) var linked: [Int]
  /// The heading that says the page's title, or the first of the highest rank.
  private(set) var heading: Int?

  init(_ tree: MarkupTree, title: String?) {
    words = [Int](repeating: 0, count: tree.nodes.count)
    linked = words
    for node in tree.nodes.indices.reversed() {
      if tree.nodes[node].kind == .text {
        words[node] = Self.wordCount(tree.text, Int(tree.nodes[node].lower)..<Int(tree.nodes[node].upper))
      } else if tree.nodes[node].tag == .a {
        linked[node] = words[node]
      }
      let parent = Int(tree.nodes[node].parent)
      if parent >= 0, tree.nodes[node].tag != .script, tree.nodes[node].tag != .noscript {
        words[parent] += words[node]
        linked[parent] += linked[node]
      }
    }
    let key = title.map(ArticleLines.key)
    var first: Int?
    for node in tree.nodes.indices where tree.nodes[node].tag.isHeading && words[node] > 0 {
      if let key, !key.isEmpty, ArticleLines.key(String(decoding: tree.bytes(in: node), as: UTF8.self)) == key {
        heading = node
        return
      }
      if tree.nodes[node].tag == .h1, first == nil { first = node }
    }
    heading = first
  }

  /// Whether all text of a node is in links, its own or those around it.
  func isLinked(_ node: Int, in tree: MarkupTree) -> Bool {
    if words[node] > 0, linked[node] == words[node] { return true }
    var at = Int(tree.nodes[node].parent)
    for _ in 0..<4 where at > 0 {
      if tree.nodes[at].tag == .a { return true }
      at = Int(tree.nodes[at].parent)
    }
    return false
  }

  /// How many characters of Chinese, Japanese or Korean a stretch has.
  static func wideCount(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    for index in range where text[index] >= 0xE3 && text[index] <= 0xED { count += 1 }
    return count
  }

  private static func wordCount(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    var inWord = false
    for index in range {
      let isSpace = text[index].isMarkupSpace
      if !isSpace, !inWord { count += 1 }
      inWord = !isSpace
    }
    return count + wideCount(text, range) / 2
  }
}
