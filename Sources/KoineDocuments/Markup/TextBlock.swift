/// A stretch of text that stands by itself in a document: a paragraph, a heading, an item of a list.
struct TextBlock: BitwiseCopyable, Sendable {
  /// What the block is in its document.
  enum Kind: UInt8, Sendable {
    case paragraph, heading, item, cell, preformatted, caption
  }

  var kind: Kind
  /// The bytes of the block in `TextBlocks.text`.
  var lower: Int
  var upper: Int
  /// How many of them are in links.
  var linkBytes: Int
  /// How many words it has.
  var words: Int
  /// The element that the block is directly in.
  var node: Int
  /// Whether the block goes on the one before, in a line of its own, as the items of a list do.
  var isTight: Bool

  var count: Int { upper - lower }
}

/// The text of a document or of an element in it, block by block.
struct TextBlocks: Sendable {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [TextBlock] = []

  private let keepsLines: Bool
  private var blockStart = 0
  private var linkBytes = 0
  private var linkDepth = 0
  private var preDepth = 0
  private var words = 0
  private var inWord = false
  // What comes before the next text: nothing, a blank, or a line end.
  private var gap: UInt8 = 0
  private var lineBreaks = 0
  private var lastWasItem = false

  /// Collects the blocks inside `node`, without the elements that `isSkipped` and all that is in them.
  ///
  /// With `keepsLines` an empty line of the source ends a block, for text that only pretends to be markup.
  init(_ tree: MarkupTree, inside node: Int, keepsLines: Bool = false, isSkipped: (Int) -> Bool = { _ in false }) {
    self.keepsLines = keepsLines
    let end = tree.end(of: node)
    var open: [Int] = [node]
    var at = node + 1
    if tree.nodes[node].kind == .text { at = node }
    while at < end {
      while open.count > 1, let last = open.last, tree.nodes[at].parent != Int32(last) {
        leave(open.removeLast(), in: tree, parent: open[open.count - 1])
      }
      if tree.nodes[at].kind == .text {
        let range = Int(tree.nodes[at].lower)..<Int(tree.nodes[at].upper)
        append(tree.text, range, in: open[open.count - 1], of: tree)
        at += 1
      } else if Self.isNeverText(tree.nodes[at].tag) || isSkipped(at) {
        if tree.nodes[at].tag.isBlock { finish(in: open[open.count - 1], of: tree) }
        at = tree.end(of: at)
      } else {
        enter(at, in: tree, parent: open[open.count - 1])
        if tree.nodes[at].first >= 0 { open.append(at) } else { leave(at, in: tree, parent: open[open.count - 1]) }
        at += 1
      }
    }
    while let last = open.popLast() { leave(last, in: tree, parent: open.last ?? node) }
    finish(in: node, of: tree)
  }

  private static func isNeverText(_ tag: MarkupTag) -> Bool {
    switch tag {
    case .script, .template, .noscript, .head, .button, .input, .audio, .video, .embed, .math, .meta, .link: true
    default: false
    }
  }

  // MARK: walking

  private mutating func enter(_ node: Int, in tree: MarkupTree, parent: Int) {
    let tag = tree.nodes[node].tag
    if tag == .br {
      lineBreak(in: parent, of: tree)
    } else if tag.isBlock {
      finish(in: parent, of: tree)
    }
    if tag == .a { linkDepth += 1 }
    if tag == .pre { preDepth += 1 }
  }

  private mutating func leave(_ node: Int, in tree: MarkupTree, parent: Int) {
    let tag = tree.nodes[node].tag
    if tag.isBlock { finish(in: node, of: tree) }
    if tag == .a { linkDepth = max(0, linkDepth - 1) }
    if tag == .pre { preDepth = max(0, preDepth - 1) }
  }

  private mutating func lineBreak(in node: Int, of tree: MarkupTree) {
    lineBreaks += 1
    if lineBreaks >= 2 { finish(in: node, of: tree) } else { gap = 10 }
  }

  private mutating func append(_ source: [UInt8], _ range: Range<Int>, in node: Int, of tree: MarkupTree) {
    var emptyLine = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = source[index]
      if byte.isMarkupSpace {
        index += 1
        inWord = false
        if byte == 10, preDepth > 0 { gap = 10 } else if gap != 10 { gap = 0x20 }
        if byte == 10, keepsLines, preDepth == 0 {
          if emptyLine { finish(in: node, of: tree) }
          emptyLine = true
        }
        continue
      }
      emptyLine = false
      // A no-break space that stands alone is layout.
      if gap != 0 {
        if text.count > blockStart { text.append(gap) }
        gap = 0
      }
      if !inWord {
        words += 1
        inWord = true
      }
      lineBreaks = 0
      let start = index
      var blanks = 0
      // Words with single blanks between them are copied as one stretch.
      repeat {
        if source[index] == 0x20 { blanks += 1 }
        index += 1
      } while index < range.upperBound
        && (!source[index].isMarkupSpace
          || source[index] == 0x20 && index + 1 < range.upperBound && !source[index + 1].isMarkupSpace)
      text.append(contentsOf: source[start..<index])
      words += blanks
      if linkDepth > 0 { linkBytes += index - start - blanks }
    }
  }

  private mutating func finish(in node: Int, of tree: MarkupTree) {
    defer {
      blockStart = text.count
      linkBytes = 0
      gap = 0
      lineBreaks = 0
      words = 0
      inWord = false
    }
    guard text.count > blockStart, hasContent else {
      text.removeSubrange(blockStart...)
      return
    }
    let kind = kind(of: node, in: tree)
    blocks.append(
      TextBlock(
        kind: kind,
        lower: blockStart,
        upper: text.count,
        linkBytes: linkBytes,
        words: words,
        node: node,
        isTight: (kind == .item || kind == .cell) && lastWasItem
      )
    )
    lastWasItem = kind == .item || kind == .cell
  }

  /// Whether the open block is more than no-break spaces.
  private var hasContent: Bool {
    var at = blockStart
    while at < text.count {
      if text[at] == 0xC2, at + 1 < text.count, text[at + 1] == 0xA0 {
        at += 2
      } else if text[at].isMarkupSpace {
        at += 1
      } else {
        return true
      }
    }
    return false
  }

  private func kind(of node: Int, in tree: MarkupTree) -> TextBlock.Kind {
    var at = node
    var steps = 0
    while at >= 0, steps < 12 {
      switch tree.nodes[at].tag {
      case .li, .dt, .dd, .option: return .item
      case .td, .th: return .cell
      case .pre: return .preformatted
      case .figcaption, .caption: return .caption
      case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
      case .p: if steps > 0 { return .paragraph }
      case .div, .section, .article, .main, .body, .blockquote, .aside: return .paragraph
      default: break
      }
      at = Int(tree.nodes[at].parent)
      steps += 1
    }
    return .paragraph
  }

  // MARK: results

  /// The text of one block.
  func string(_ block: TextBlock) -> String { String(decoding: text[block.lower..<block.upper], as: UTF8.self) }

  /// Some blocks as one text: an empty line between paragraphs, a line end between items of a list.
  func joined(_ chosen: some Sequence<TextBlock>) -> String {
    var out: [UInt8] = []
    for block in chosen {
      if !out.isEmpty { out.append(contentsOf: block.isTight ? "\n".utf8 : "\n\n".utf8) }
      out.append(contentsOf: text[block.lower..<block.upper])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
