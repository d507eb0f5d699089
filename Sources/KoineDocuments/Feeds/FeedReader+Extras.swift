extension FeedReader {
  /// The own elements of RSS that say something beside the article.
  private static let own: Set<String> = ["enclosure", "comments", "source"]

  /// Keeps what other vocabularies say of an item: places, pictures, sounds, counts of comments.
  func addExtras(of node: Int, to item: inout FeedItem, depth: Int = 0) {
    for child in tree.elements(of: node) {
      let prefix: String
      if let known = tree.nodes[child].space.extraPrefix {
        prefix = "\(known):"
      } else if depth == 0, isOwn(child), isExtra(child) {
        prefix = ""
      } else {
        continue
      }
      let attributes = tree.attributes(of: child)
      let value = tree.hasElements(child) ? nil : tree.string(in: child)
      if value != nil || !attributes.isEmpty { item.addExtra(prefix + tree.name(of: child), value, attributes) }
      // Groups and shapes hold what they say in elements of their own.
      if depth < 3 { addExtras(of: child, to: &item, depth: depth + 1) }
    }
  }

  private func isExtra(_ node: Int) -> Bool {
    let name = localName(node)
    if name == "link" { return tree.attribute("rel", of: node).map { $0 != "alternate" && $0 != "self" } ?? false }
    return Self.own.contains(name)
  }
}

extension MarkupTree {
  /// The attributes of an element without those of namespaces, short ones only.
  fileprivate func attributes(of node: Int) -> [FeedExtra.Attribute] {
    let element = nodes[node]
    guard element.kind == .element else { return [] }
    return attributes[Int(element.lower)..<Int(element.upper)].prefix(20).compactMap { attribute in
      guard attribute.space == .none, attribute.upper - attribute.lower <= FeedItem.longestExtra else { return nil }
      let value = String(decoding: text[Int(attribute.lower)..<Int(attribute.upper)], as: UTF8.self)
      return FeedExtra.Attribute(name: names[Int(attribute.name)], value: value)
    }
  }
}
