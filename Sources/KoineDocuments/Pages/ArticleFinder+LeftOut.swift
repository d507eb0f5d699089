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
      ArticleLines(tree: tree, blocks: blocks, top: top, title: title, roles: roles).chosen().map(\.lower)
    )
    var outside: Set<Int> = []
    for block in blocks.blocks where !chosen.contains(block.lower) && parts.count < Self.mostParts {
      var node = block.node
      var reason =
        isTitle(block, in: blocks) ? "the title again" : "it stands outside of \(tree.label(of: top))"
      if node >= top, node < tree.end(of: top) {
        reason = self.reason(for: block, in: blocks)
      } else {
        // Of what stands outside, the largest element is told that does not hold the article.
        while let parent = Int(exactly: tree.nodes[node].parent), parent > 0, !holds(parent, top),
          tree.nodes[parent].tag != .body
        {
          node = parent
        }
        guard outside.insert(node).inserted else { continue }
      }
      parts.append((node, part(node, reason, words: blocks.string(block))))
    }
    return parts.sorted { $0.node < $1.node }.map(\.block)
  }

  private func holds(_ node: Int, _ top: Int) -> Bool { node <= top && top < tree.end(of: node) }

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
        parts.append((node, part(node, ElementRole.reason(for: node, in: tree), words: blocks.string(first))))
      }
      node = tree.end(of: node)
    }
    return parts
  }

  private func reason(for block: TextBlock, in blocks: TextBlocks) -> String {
    if block.kind == .caption { return "a caption" }
    if block.linkBytes * 2 > block.count { return "mostly links" }
    if isTitle(block, in: blocks) { return "the title again" }
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
