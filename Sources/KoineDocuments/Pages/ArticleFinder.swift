/// Finds the article in a page by the density and the structure of its text.
struct ArticleFinder {
  /// What was found.
  struct Article {
    /// The text: paragraphs separated by one empty line.
    var text: String
    /// The element that holds it.
    var node: Int?
    /// Whether the text is the one that the page states in JSON-LD.
    var isStated = false
  }

  let tree: MarkupTree
  let title: String?
  private let statedBody: String?
  let roles: [ElementRole]

  init(_ tree: MarkupTree, title: String?, statedBody: String?) {
    self.tree = tree
    self.title = title
    self.statedBody = statedBody
    var roles = [ElementRole](repeating: .neutral, count: tree.nodes.count)
    for node in tree.nodes.indices where tree.nodes[node].kind == .element { roles[node] = .of(node, in: tree) }
    self.roles = roles
  }

  func article() -> Article {
    let skipped = skippedElements()
    let blocks = TextBlocks(tree, inside: 0) { skipped[$0] }
    guard let top = container(of: blocks) else {
      return Article(text: stated ?? "", node: nil, isStated: stated != nil)
    }
    let chosen = ArticleLines(tree: tree, blocks: blocks, top: top, title: title, roles: roles).chosen()
    let text = blocks.joined(chosen)
    if let stated, isBetter(stated, than: text) { return Article(text: stated, node: top, isStated: true) }
    return Article(text: text, node: top)
  }

  // MARK: what is left out

  /// The elements that are apart, unless they hold most of the page's text: some pages call everything a widget.
  func skippedElements() -> [Bool] {
    var words = [Int](repeating: 0, count: tree.nodes.count)
    for node in tree.nodes.indices.reversed() {
      if tree.nodes[node].kind == .text { words[node] = wordCount(node) }
      let parent = Int(tree.nodes[node].parent)
      if parent >= 0, tree.nodes[node].tag != .script { words[parent] += words[node] }
    }
    var skipped = [Bool](repeating: false, count: tree.nodes.count)
    for node in tree.nodes.indices where roles[node] == .apart {
      skipped[node] = words[node] * 5 < words[0] * 2 || isAlwaysApart(tree.nodes[node].tag)
    }
    return skipped
  }

  private func isAlwaysApart(_ tag: MarkupTag) -> Bool {
    switch tag {
    case .nav, .aside, .footer, .button, .menu, .dialog, .template: true
    default: false
    }
  }

  private func wordCount(_ node: Int) -> Int {
    var count = 0
    var inWord = false
    for index in Int(tree.nodes[node].lower)..<Int(tree.nodes[node].upper) {
      let isSpace = tree.text[index].isMarkupSpace
      if !isSpace, !inWord { count += 1 }
      inWord = !isSpace
    }
    return count
  }

  // MARK: where it is

  /// The element whose text has most of an article: long blocks with few links and with the marks of sentences.
  func container(of blocks: TextBlocks) -> Int? {
    var scores = [Double](repeating: 0, count: tree.nodes.count)
    var touched: [Int] = []
    for block in blocks.blocks {
      guard block.kind != .heading, block.kind != .caption, block.count >= 25 else { continue }
      let score = value(of: block, in: blocks)
      guard score > 0 else { continue }
      var node = tree.nodes[block.node].tag == .p ? Int(tree.nodes[block.node].parent) : block.node
      var weight = 1.0
      for _ in 0..<4 {
        guard node > 0, tree.nodes[node].tag != .html else { break }
        if scores[node] == 0 { touched.append(node) }
        scores[node] += score * weight
        weight *= 0.5
        node = Int(tree.nodes[node].parent)
      }
    }
    for node in touched where roles[node] == .article { scores[node] *= 1.3 }
    return touched.max { (scores[$0], $1) < (scores[$1], $0) }.map { widened($0, blocks) }
  }

  /// The element around `top` that holds the other sections of the same article, if it holds little else.
  private func widened(_ top: Int, _ blocks: TextBlocks) -> Int {
    var values = [Double](repeating: 0, count: tree.nodes.count)
    var sizes = [Double](repeating: 0, count: tree.nodes.count)
    for block in blocks.blocks where block.kind != .caption {
      if block.kind != .heading, block.count >= 25 { values[block.node] += max(0, value(of: block, in: blocks)) }
      sizes[block.node] += Double(block.words)
    }
    for node in tree.nodes.indices.dropFirst().reversed() {
      values[Int(tree.nodes[node].parent)] += values[node]
      sizes[Int(tree.nodes[node].parent)] += sizes[node]
    }
    var best = top
    var node = Int(tree.nodes[top].parent)
    for _ in 0..<5 {
      guard node > 0, tree.nodes[node].tag != .body, tree.nodes[node].tag != .html else { break }
      let density = values[node] / max(1, sizes[node])
      if values[node] >= values[best] * 1.15, density >= 0.85 * values[best] / max(1, sizes[best]) { best = node }
      node = Int(tree.nodes[node].parent)
    }
    return best
  }

  private func value(of block: TextBlock, in blocks: TextBlocks) -> Double {
    var commas = 0
    for index in block.lower..<block.upper where blocks.text[index] == UInt8(ascii: ",") { commas += 1 }
    let links = Double(block.linkBytes) / Double(block.count)
    let length = min(Double(block.count) / 100, 3)
    return (1 + Double(commas) + length) * (1 - links) * (block.kind == .item ? 0.5 : 1)
  }

  // MARK: what the page states

  private var stated: String? {
    statedBody.map { MarkupText(limits: DocumentLimits()).paragraphs($0) }
  }

  private func isBetter(_ stated: String, than found: String) -> Bool {
    let (a, b) = (stated.utf8.count, found.utf8.count)
    return a > 400 && b < a / 2
  }
}
