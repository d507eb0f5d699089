/// Finds the boxes that lead to other articles, or ask for an address, by what they are made of.
struct TeaserBoxes {
  private static let longestBox = 70
  private static let longestForm = 60
  /// A page that has fewer words beside its boxes is nothing but a list.
  private static let leastArticle = 60

  /// The boxes: small elements with a heading that is a link to elsewhere, or with a field for text.
  static func boxes(in tree: MarkupTree, outline: PageOutline, apart: (Int) -> Bool) -> [Int] {
    var boxes: [Int] = []
    var last = -1
    for node in tree.nodes.indices where node > last && tree.nodes[node].kind == .element {
      let box: Int?
      switch tree.nodes[node].tag {
      case .h2, .h3, .h4, .h5, .h6:
        guard node != outline.heading, outline.words[node] >= 2, outline.isLinked(node, in: tree) else { continue }
        box = self.box(around: node, upTo: longestBox, in: tree, outline)
      case .input:
        guard isField(node, in: tree) else { continue }
        box = self.box(around: node, upTo: longestForm, in: tree, outline)
      default: continue
      }
      guard let box, !apart(box) else { continue }
      boxes.append(box)
      last = tree.end(of: box) - 1
    }
    let inside = boxes.reduce(0) { $0 + outline.words[$1] }
    return outline.words[0] - inside >= max(leastArticle, inside / 4) ? boxes : []
  }

  /// The largest element around a node that is still small and holds no heading of the article.
  private static func box(around node: Int, upTo limit: Int, in tree: MarkupTree, _ outline: PageOutline) -> Int? {
    var best: Int?
    var at = Int(tree.nodes[node].parent)
    while at > 0, outline.words[at] <= limit {
      if let heading = outline.heading, at <= heading, heading < tree.end(of: at) { break }
      switch tree.nodes[at].tag {
      case .body, .html, .main, .head: return best
      case .p, .h1, .h2, .h3, .h4, .h5, .h6: break
      default: best = at
      }
      at = Int(tree.nodes[at].parent)
    }
    return best
  }

  private static func isField(_ node: Int, in tree: MarkupTree) -> Bool {
    switch tree.attribute("type", of: node)?.lowercased() {
    case nil, "text", "email", "search", "password", "tel": true
    default: false
    }
  }
}
