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
  let outline: PageOutline

  init(_ tree: MarkupTree, title: String?, statedBody: String?) {
    self.tree = tree
    self.title = title
    self.statedBody = statedBody
    var roles = [ElementRole](repeating: .neutral, count: tree.nodes.count)
    for node in tree.nodes.indices where tree.nodes[node].kind == .element { roles[node] = .of(node, in: tree) }
    self.roles = roles
    outline = PageOutline(tree, title: title)
  }

  func article() -> Article {
    let skipped = skippedElements()
    let blocks = TextBlocks(tree, inside: 0) { skipped[$0] }
    guard let top = container(of: blocks) else {
      return Article(text: stated ?? unscripted ?? "", node: nil, isStated: stated != nil)
    }
    let lines = ArticleLines(tree: tree, blocks: blocks, top: top, title: title, outline: outline)
    let text = blocks.joined(lines.chosen())
    if let stated, isBetter(stated, than: text) { return Article(text: stated, node: top, isStated: true) }
    if text.utf8.count < Self.shortArticle, let unscripted, unscripted.utf8.count > text.utf8.count * 2 {
      return Article(text: unscripted, node: top)
    }
    return Article(text: text, node: top)
  }

  /// Texts with fewer bytes may be all that a page shows while its scripts do not run.
  private static let shortArticle = 400

  /// The text that a page keeps for readers without scripts.
  private var unscripted: String? {
    let notes = tree.nodes.indices.filter { tree.nodes[$0].tag == .noscript }
    guard let note = notes.max(by: { (outline.words[$0], $1) < (outline.words[$1], $0) }), outline.words[note] >= 60
    else {
      return nil
    }
    let blocks = TextBlocks(tree, inside: note)
    let lines = ArticleLines(tree: tree, blocks: blocks, top: note, title: title, outline: outline)
    let text = blocks.joined(lines.chosen())
    return text.isEmpty ? nil : text
  }

  // MARK: what is left out

  /// The elements that are apart, unless they hold most of the page's text: some pages call everything a widget.
  func skippedElements() -> [Bool] {
    var skipped = [Bool](repeating: false, count: tree.nodes.count)
    for node in tree.nodes.indices where roles[node].isApart {
      let isLarge = outline.words[node] * 5 >= outline.words[0] * 2
      switch roles[node] {
      case .apart: skipped[node] = !isLarge && !holdsHeading(node) || isAlwaysApart(tree.nodes[node].tag)
      case .doubtful: skipped[node] = !isLarge && !holdsHeading(node) && !isProse(node)
      default: break
      }
    }
    for box in TeaserBoxes.boxes(in: tree, outline: outline, apart: { skipped[$0] }) { skipped[box] = true }
    return skipped
  }

  private func isAlwaysApart(_ tag: MarkupTag) -> Bool {
    switch tag {
    case .nav, .aside, .footer, .button, .menu, .dialog, .template: true
    default: false
    }
  }

  /// Whether the article's own heading, with a text below it, is inside: that is no box beside the article.
  private func holdsHeading(_ node: Int) -> Bool {
    guard let heading = outline.heading, node < heading, heading < tree.end(of: node) else { return false }
    return outline.words[node] >= outline.words[heading] + 50
  }

  /// Whether an element holds sentences rather than links, buttons and labels.
  private func isProse(_ node: Int) -> Bool {
    var prose = 0
    for inner in (node..<tree.end(of: node)).prefix(20_000) {
      switch tree.nodes[inner].tag {
      case .p where outline.words[inner] >= 15 && outline.linked[inner] * 5 <= outline.words[inner]:
        prose += outline.words[inner]
      case .form, .input, .button: return false
      default: break
      }
    }
    return prose * 4 >= outline.words[node] * 3 && prose > 0
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
    guard let best = touched.max(by: { (scores[$0], $1) < (scores[$1], $0) }) else { return nil }
    return marked(besides: best, blocks) ?? widened(best, blocks)
  }

  /// The `article` element around the page's heading where the longest text of the page is elsewhere, as with a brief.
  private func marked(besides best: Int, _ blocks: TextBlocks) -> Int? {
    guard var node = outline.heading else { return nil }
    while node > 0, tree.nodes[node].tag != .article { node = Int(tree.nodes[node].parent) }
    guard node > 0, best < node || best >= tree.end(of: node) else { return nil }
    let holdsArticle = best < node && node < tree.end(of: best)
    let end = tree.end(of: node)
    let hasText = blocks.blocks.contains {
      $0.node >= node && $0.node < end && $0.kind == .paragraph && $0.words >= 12 && value(of: $0, in: blocks) > 1.5
    }
    return !holdsArticle && hasText ? node : nil
  }

  /// The element around `top` that holds the other sections of the same article, if it holds little else.
  private func widened(_ top: Int, _ blocks: TextBlocks) -> Int {
    var values = [Double](repeating: 0, count: tree.nodes.count)
    var sizes = [Double](repeating: 0, count: tree.nodes.count)
    let deepest = depth(of: top) + depth(ofTextIn: top, blocks) + 1
    for block in blocks.blocks where block.kind != .caption {
      // What nests deeper than the text of the article is something else: an answer to it, a box.
      if block.kind != .heading, block.count >= 25,
        depth(of: block.node) <= deepest || isInside(block.node, alike: top)
      {
        values[block.node] += max(0, value(of: block, in: blocks))
      }
      sizes[block.node] += Double(block.words)
    }
    for node in tree.nodes.indices.dropFirst().reversed() {
      values[Int(tree.nodes[node].parent)] += values[node]
      sizes[Int(tree.nodes[node].parent)] += sizes[node]
    }
    var best = top
    var node = Int(tree.nodes[top].parent)
    for _ in 0..<5 {
      guard node > 0, tree.nodes[node].tag != .html else { break }
      if valueBeforeHeading(in: node, top, blocks) * 10 > values[best] { break }
      let density = values[node] / max(1, sizes[node])
      if values[node] >= values[best] * 1.15, density >= 0.85 * values[best] / max(1, sizes[best]) { best = node }
      node = Int(tree.nodes[node].parent)
    }
    return best
  }

  /// The value of sentences before the page's heading, which are not the article's: consent, appeals, announcements.
  private func valueBeforeHeading(in node: Int, _ top: Int, _ blocks: TextBlocks) -> Double {
    guard let heading = outline.heading, node < heading, heading < tree.end(of: node) else { return 0 }
    let start = min(heading, top)
    return blocks.blocks.reduce(0) { sum, block in
      guard block.node > node, block.node < start, block.kind == .paragraph, block.count >= 25 else { return sum }
      return sum + max(0, value(of: block, in: blocks))
    }
  }

  private func depth(of node: Int) -> Int {
    var depth = 0
    var at = Int(tree.nodes[node].parent)
    while at >= 0 {
      depth += 1
      at = Int(tree.nodes[at].parent)
    }
    return depth
  }

  /// Whether a node is in an element of the same class as `part`, as the sections of one article are.
  private func isInside(_ node: Int, alike part: Int) -> Bool {
    guard let name = tree.attribute("class", of: part), !name.isEmpty else { return false }
    var at = node
    while at > 0 {
      if tree.nodes[at].tag == tree.nodes[part].tag, tree.attribute("class", of: at) == name { return true }
      at = Int(tree.nodes[at].parent)
    }
    return false
  }

  /// How far below an element most of its text stands.
  private func depth(ofTextIn top: Int, _ blocks: TextBlocks) -> Int {
    var words = [Int](repeating: 0, count: 8)
    let end = tree.end(of: top)
    let base = depth(of: top)
    for block in blocks.blocks where block.node >= top && block.node < end && block.kind != .heading {
      words[min(7, depth(of: block.node) - base)] += block.words
    }
    return words.indices.max { (words[$0], $1) < (words[$1], $0) } ?? 0
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

  /// Whether the text that the page states is twice as long, or what was found has next to nothing of it.
  private func isBetter(_ stated: String, than found: String) -> Bool {
    let (a, b) = (stated.utf8.count, found.utf8.count)
    guard a > 400 else { return false }
    if b < a / 2 { return true }
    if a < b / 2 { return false }
    let all = ArticleLines.key(found)
    let key = ArticleLines.key(stated)
    var probes = Set<ArraySlice<UInt8>>()
    for start in stride(from: 0, to: min(key.count, 4_000) - 24, by: max(24, min(key.count, 4_000) / 24)) {
      probes.insert(key[start..<(start + 24)])
    }
    guard all.count >= 24, !probes.isEmpty, all.count < 1 << 20 else { return false }
    var seen = Set<ArraySlice<UInt8>>()
    for start in 0...(all.count - 24) where probes.contains(all[start..<(start + 24)]) {
      seen.insert(all[start..<(start + 24)])
    }
    return seen.count * 10 < probes.count
  }
}
