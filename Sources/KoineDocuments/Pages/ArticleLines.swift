/// Chooses the blocks inside an article's element that are its text.
struct ArticleLines {
  let tree: MarkupTree
  let blocks: TextBlocks
  let top: Int
  let title: String?
  let roles: [ElementRole]

  func chosen() -> [TextBlock] {
    let end = tree.end(of: top)
    var chosen: [TextBlock] = []
    let titleKey = title.map(Self.key)
    for block in blocks.blocks where block.node >= top && block.node < end {
      if isText(block), titleKey == nil || chosen.count > 2 || Self.key(blocks.string(block)) != titleKey {
        chosen.append(block)
      }
    }
    while let last = chosen.last, last.kind == .heading { chosen.removeLast() }
    return chosen
  }

  private func isText(_ block: TextBlock) -> Bool {
    let links = Double(block.linkBytes) / Double(max(1, block.count))
    switch block.kind {
    case .caption: return false
    case .item: return links <= 0.5 && block.words >= 4
    case .heading: return links < 0.5
    case .cell: return links < 0.5
    case .preformatted: return true
    case .paragraph: return !(links > 0.8 && block.words < 25)
    }
  }

  /// Letters and digits only, so that titles can be compared.
  private static func key(_ text: String) -> [UInt8] {
    text.utf8.filter { $0 >= 0x80 || $0.isASCIIAlphanumeric }.map(\.lowercased)
  }
}
