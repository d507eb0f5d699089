/// Chooses the blocks inside an article's element that are its text.
struct ArticleLines {
  let tree: MarkupTree
  let blocks: TextBlocks
  let top: Int
  let title: String?
  let outline: PageOutline

  func chosen() -> [TextBlock] {
    let end = tree.end(of: top)
    var chosen: [TextBlock] = []
    let titleKey = title.map(Self.key)
    for block in blocks.blocks where block.node >= top && block.node < end {
      if isText(block), titleKey == nil || chosen.count > 2 || Self.key(blocks.string(block)) != titleKey {
        chosen.append(block)
      }
    }
    return withoutEmptySections(trimmed(withoutRepetitions(chosen)))
  }

  /// Without headings that nothing follows: what stood below them is no part of the article.
  private func withoutEmptySections(_ chosen: [TextBlock]) -> [TextBlock] {
    chosen.indices.filter { index in
      guard chosen[index].kind == .heading else { return true }
      guard index + 1 < chosen.count else { return false }
      return chosen[index + 1].kind != .heading || rank(chosen[index + 1]) > rank(chosen[index])
    }.map { chosen[$0] }
  }

  /// The rank of a heading, 1 for the highest.
  private func rank(_ block: TextBlock) -> Int {
    var at = block.node
    for _ in 0..<6 where at >= 0 {
      switch tree.nodes[at].tag {
      case .h1: return 1
      case .h2: return 2
      case .h3: return 3
      case .h4: return 4
      case .h5: return 5
      case .h6: return 6
      default: at = Int(tree.nodes[at].parent)
      }
    }
    return 7
  }

  /// Without short blocks that say the same more than once, as labels of advertising do.
  private func withoutRepetitions(_ chosen: [TextBlock]) -> [TextBlock] {
    var counts: [[UInt8]: Int] = [:]
    func isLabel(_ block: TextBlock) -> Bool {
      words(block) <= 4 && block.kind == .paragraph && !endsSentence(block)
    }
    for block in chosen where isLabel(block) { counts[Self.key(blocks.string(block)), default: 0] += 1 }
    return chosen.filter { !isLabel($0) || counts[Self.key(blocks.string($0))] == 1 }
  }

  /// Without the labels before the first paragraph and after the last: dates, names, tags, buttons.
  private func trimmed(_ chosen: [TextBlock]) -> [TextBlock] {
    guard let first = chosen.firstIndex(where: isParagraph), let last = chosen.lastIndex(where: isParagraph) else {
      return chosen
    }
    let words = chosen.reduce(0) { $0 + self.words($1) }
    // Many or long lines outside the paragraphs are part of the article: lists, tables, verses.
    func isFrame(_ range: Range<Int>) -> Bool {
      let labels = chosen[range].filter(isLabel)
      return labels.count <= 6 && labels.reduce(0) { $0 + self.words($1) } * 10 <= words
    }
    let head = isFrame(0..<first)
    let tail = isFrame((last + 1)..<chosen.count)
    return chosen.indices.filter { index in
      !(isLabel(chosen[index]) && (index < first && head || index > last && tail))
    }.map { chosen[$0] }
  }

  private func isLabel(_ block: TextBlock) -> Bool { block.kind == .paragraph || block.kind == .cell }

  /// Whether a block is a sentence or long enough to be one.
  private func isParagraph(_ block: TextBlock) -> Bool {
    block.kind != .heading && (words(block) >= 15 || words(block) >= 4 && endsSentence(block))
  }

  private func endsSentence(_ block: TextBlock) -> Bool {
    let tail = blocks.text[max(block.lower, block.upper - 12)..<block.upper]
    guard let last = String(decoding: tail, as: UTF8.self).unicodeScalars.last else { return false }
    return ".!?:;)]\"'\u{2026}\u{201D}\u{2019}\u{BB}\u{3002}\u{FF01}\u{FF1F}".unicodeScalars.contains(last)
  }

  private func isText(_ block: TextBlock) -> Bool {
    let links = Double(block.linkBytes) / Double(max(1, block.count))
    switch block.kind {
    case .caption: return false
    case .item: return links <= 0.5 && words(block) >= 4
    case .heading: return links < 0.5
    case .cell: return links < 0.5
    case .preformatted: return true
    case .paragraph:
      // A line that is mostly a link leads to another article; in a sentence a link is a part.
      let words = words(block)
      return !(links > 0.8 && words < 25 || links > 0.5 && words < 20 && !endsSentence(block))
        && !isTime(block)
    }
  }

  /// How many words a block has; two characters of Chinese or Japanese, which have no blanks, are about one.
  private func words(_ block: TextBlock) -> Int {
    guard block.count >= block.words * 12 else { return block.words }
    return block.words + PageOutline.wideCount(blocks.text, block.lower..<block.upper) / 2
  }

  /// Whether a short line is the date of what follows, marked as one.
  private func isTime(_ block: TextBlock) -> Bool {
    guard words(block) <= 12, !endsSentence(block) else { return false }
    return (block.node..<min(tree.end(of: block.node), block.node + 12)).contains { tree.nodes[$0].tag == .time }
  }

  /// Letters and digits only, so that titles can be compared.
  static func key(_ text: String) -> [UInt8] {
    text.utf8.filter { $0 >= 0x80 || $0.isASCIIAlphanumeric }.map(\.lowercased)
  }
}
