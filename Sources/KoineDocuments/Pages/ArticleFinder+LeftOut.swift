extension ArticleFinder {
  /// The most parts of a page that are told.
  private static let mostParts = 100

  /// What the page has beside the article, in its order, each with the reason.
  func leftOut() -> [LeftOutBlock] {
    let skipped = skippedElements()
    let blocks = TextBlocks(tree, inside: 0) { skipped[$0] }
    var parts = elements(skipped)
    guard let top = container(of: blocks) else { return parts.sorted { $0.node < $1.node }.map(\.block) }
    let chosen = Set(
      ArticleLines(tree: tree, blocks: blocks, top: top, title: title, outline: outline).chosen().map(\.lower)
    )
    var outside = OutsideElements(tree, around: top)
    for block in blocks.blocks where !chosen.contains(block.lower) && parts.count < Self.mostParts {
      let words = blocks.string(block)
      if block.node >= top, block.node < tree.end(of: top) {
        parts.append((block.node, part(block.node, reason(for: block, in: blocks), words: words)))
      } else if let node = outside.next(around: block.node) {
        let reason = isTitle(block, in: blocks) ? "the title again" : "it stands outside of \(tree.label(of: top))"
        parts.append((node, part(node, reason, words: words)))
      }
    }
    return parts.sorted { $0.node < $1.node }.map(\.block)
  }

  /// The elements that are apart, without those inside them.
  private func elements(_ skipped: [Bool]) -> [(node: Int, block: LeftOutBlock)] {
    var parts: [(node: Int, block: LeftOutBlock)] = []
    var node = 0
    while node < tree.nodes.count, parts.count < Self.mostParts {
      guard skipped[node] else {
        node += 1
        continue
      }
      let blocks = TextBlocks(tree, inside: node)
      if let first = blocks.blocks.first {
        let reason =
          roles[node].isApart
          ? ElementRole.reason(for: node, in: tree) : "a small box with a heading that is a link, or with a field"
        parts.append((node, part(node, reason, words: blocks.string(first))))
      }
      node = tree.end(of: node)
    }
    return parts
  }

  private func reason(for block: TextBlock, in blocks: TextBlocks) -> String {
    if block.kind == .caption { return "a caption" }
    if block.linkBytes * 2 > block.count { return "mostly links" }
    if isTitle(block, in: blocks) { return "the title again" }
    if block.kind == .heading { return "a heading with nothing left below it" }
    if block.kind == .item { return "a short item of a list" }
    return "a label: it comes again, or stands before the first or after the last paragraph"
  }

  private func isTitle(_ block: TextBlock, in blocks: TextBlocks) -> Bool {
    title.map { PlainText.line(blocks.string(block)) == $0 } ?? false
  }

  private func part(_ node: Int, _ reason: String, words: String) -> LeftOutBlock {
    let line = PlainText.line(String(words.unicodeScalars.prefix(400)))
    return LeftOutBlock(
      element: tree.label(of: node),
      reason: reason,
      words: line.unicodeScalars.count <= 80 ? line : String(line.unicodeScalars.prefix(70)) + " …",
      line: Int(tree.nodes[node].line)
    )
  }
}

/// The largest elements of a page that do not hold its article, each given out once.
private struct OutsideElements {
  private let tree: MarkupTree
  /// The elements that hold the article.
  private var around: Set<Int> = []
  /// The nodes that are in an element given out.
  private var seen: Set<Int> = []

  init(_ tree: MarkupTree, around top: Int) {
    self.tree = tree
    var node = top
    while node >= 0 {
      around.insert(node)
      node = Int(tree.nodes[node].parent)
    }
  }

  /// The largest element around a node; `nil` when it was given out.
  mutating func next(around start: Int) -> Int? {
    var node = start
    while seen.insert(node).inserted {
      let parent = Int(tree.nodes[node].parent)
      if parent <= 0 || around.contains(parent) || tree.nodes[parent].tag == .body { return node }
      node = parent
    }
    return nil
  }
}

extension MarkupTree {
  /// An element for people: its name, with its class or identifier.
  func label(of node: Int) -> String {
    guard nodes[node].kind == .element, !name(of: node).isEmpty else { return "the page" }
    for attribute in ["class", "id"] {
      guard let value = self.attribute(attribute, of: node).map(PlainText.line), !value.isEmpty else { continue }
      let shown = value.utf8.count <= 60 ? value : String(value.unicodeScalars.prefix(40)) + "…"
      return "<\(name(of: node)) \(attribute)=\"\(shown)\">"
    }
    return "<\(name(of: node))>"
  }
}
