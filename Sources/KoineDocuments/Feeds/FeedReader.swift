import KoineText

/// Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 from their tree.
struct FeedReader {
  let tree: MarkupTree
  let name: String
  let limits: DocumentLimits
  let options: ReadOptions
  let text: MarkupText
  private let root: Int
  /// The namespace that the feed's own words are in.
  let space: MarkupSpace

  /// Finds the feed in a tree; `nil` when there is none.
  init?(tree: MarkupTree, name: String, limits: DocumentLimits, options: ReadOptions) {
    let roots: Set<String> = ["rss", "rdf", "feed", "channel"]
    let elements = tree.nodes.indices.prefix(4096).lazy.filter { tree.nodes[$0].kind == .element }
    guard let root = elements.first(where: { roots.contains(tree.name(of: $0).lowercased()) }) else { return nil }
    self.tree = tree
    self.name = name
    self.options = options
    self.limits = limits
    self.root = root
    text = MarkupText(limits: limits)
    space = tree.nodes[root].space
  }

  var raw: Bool { options.raw }

  func read() -> Feed {
    var feed = Feed()
    let channel = tree.elements(of: root).first { isOwn($0) && localName($0) == "channel" }
    let fields = fields(of: channel ?? root)
    let base = baseAddress(of: channel ?? root) ?? options.base
    feed.id =
      fields.text(["id"]).map { identifier($0, base: base) }
      ?? tree.attribute("about", of: channel ?? root, in: .rdfCore)
    // RSS 2.0 says that a channel and its image have the same title and link.
    let image = channelImage(fields)
    feed.title = line(fields.first(["title", "dc:title"])) ?? line(image?.first(["title"]))
    let home = link(fields, base: base) ?? image.flatMap { link($0, base: base) }
    feed.homePageURL = home.flatMap { WebAddress.isUnsafe($0) ? nil : $0 }
    feed.description = fields.first(["description", "subtitle", "tagline", "info", "itunes:summary"]).flatMap {
      paragraphs(written($0))
    }
    feed.language =
      fields.text(["language", "dc:language"]) ?? language(of: channel ?? root)
      ?? fields.first(["title", "dc:title"]).flatMap { tree.attribute("lang", of: $0, in: .xml) }
    feed.author =
      author(fields.all(["author", "managingeditor", "dc:creator", "dc:author", "itunes:author"])).first
    feed.items = items(base: options.base ?? feed.homePageURL.flatMap { WebAddress.isAbsolute($0) ? $0 : nil })
    if feed.items.count > limits.items {
      feed.items.removeLast(feed.items.count - limits.items)
      feed.diagnostics.append(.tooManyItems(limits.items))
    }
    return feed
  }

  /// The channel's image, which RSS 1.0 and 0.90 have beside the channel.
  private func channelImage(_ fields: Fields) -> Fields? {
    let beside = tree.elements(of: root).first { isOwn($0) && localName($0) == "image" }
    return (fields.first(["image"]) ?? beside).map { self.fields(of: $0) }
  }

  private func items(base: String?) -> [FeedItem] {
    var items: [FeedItem] = []
    var node = root + 1
    let end = tree.end(of: root)
    while node < end, items.count <= limits.items {
      if tree.nodes[node].kind == .element, isOwn(node), ["item", "entry"].contains(localName(node)) {
        items.append(item(node, feedBase: base))
        node = tree.end(of: node)
      } else {
        node += 1
      }
    }
    return items
  }

  private func item(_ node: Int, feedBase: String?) -> FeedItem {
    var item = FeedItem()
    let fields = fields(of: node)
    let base = baseAddress(of: node) ?? feedBase
    item.line = Int(tree.nodes[node].line)
    item.place = tree.place(ofItem: node)
    item.id =
      fields.text(FeedWords.id).map { identifier($0, base: baseAddress(of: node) ?? options.base) }
      ?? tree.attribute("about", of: node, in: .rdfCore) ?? fields.text(["dc:identifier"])
    item.take(address: link(fields, base: base) ?? permanentLink(fields, base: base), file: name)
    item.title = line(fields.first(FeedWords.title))
    // Without a base of its own a text starts from its article's page, or from the feed's.
    let textBase = raw ? nil : item.url.flatMap { WebAddress.isAbsolute($0) ? $0 : nil } ?? feedBase
    let content = fields.first(FeedWords.content)
    let summary = fields.first(FeedWords.summary)
    let contentWritten = content.map { written($0, base: textBase) }
    let summaryWritten = summary.map { written($0, base: textBase) }
    // Atom's entries may have their text in the content alone.
    item.summary =
      summaryWritten.flatMap(paragraphs) ?? (raw && space == .atom ? contentWritten.flatMap(paragraphs) : nil)
    item.contentHTML = contentWritten?.markup ?? summaryWritten.flatMap { $0.holdsMarkup ? $0.markup : nil }
    // Feeds with the whole article in its description are as common as those with `content:encoded`.
    item.contentText = raw ? nil : contentWritten.flatMap(paragraphs) ?? item.summary
    item.authors = author(fields.all(FeedWords.author))
    item.tags = tags(fields)
    item.language = fields.text(FeedWords.language) ?? tree.attribute("lang", of: node, in: .xml)
    item.datePublishedText = fields.text(FeedWords.published)
    item.dateModifiedText = fields.text(FeedWords.modified)
    item.datePublished = item.date(item.datePublishedText, file: name, kind: "published")
    item.dateModified = item.date(item.dateModifiedText, file: name, kind: "modified")
    if item.language == nil {
      item.language = [fields.first(["title"]), content, summary].lazy.compactMap(\.self)
        .compactMap { tree.attribute("lang", of: $0, in: .xml) }.first { !$0.isEmpty }
    }
    if options.isTraced { addOrigins(of: node, fields, base: base, to: &item) }
    addExtras(of: node, to: &item)
    return item
  }

  /// An identifier that is a path only tells items of one site apart; where its base is known, it is made whole.
  private func identifier(_ written: String, base: String?) -> String {
    guard let base, ["/", "./", "../"].contains(where: { written.hasPrefix($0) }) else { return written }
    return WebAddress.resolved(written, against: base)
  }

  // MARK: fields

  /// The child elements of an item or channel by their names; those of other vocabularies have a prefix.
  struct Fields {
    var nodes: [String: [Int]] = [:]
    fileprivate let tree: MarkupTree

    /// The first element with text, by the first of the names that has one.
    func first(_ names: [String]) -> Int? {
      for name in names {
        if let node = nodes[name]?.first(where: { tree.string(in: $0) != nil || tree.hasElements($0) }) { return node }
      }
      return nil
    }

    func text(_ names: [String]) -> String? {
      for name in names {
        for node in nodes[name] ?? [] { if let text = tree.string(in: node) { return text } }
      }
      return nil
    }

    /// The elements of the first of the names that has any.
    func all(_ names: [String]) -> [Int] {
      for name in names { if let found = nodes[name], !found.isEmpty { return found } }
      return []
    }
  }

  private func fields(of node: Int) -> Fields {
    var fields = Fields(tree: tree)
    for child in tree.elements(of: node) {
      guard let key = key(of: child) else { continue }
      fields.nodes[key, default: []].append(child)
    }
    return fields
  }

  private func key(of node: Int) -> String? {
    let local = localName(node)
    switch tree.nodes[node].space {
    case .dc: return "dc:\(local)"
    case .dcterms: return "dcterms:\(local)"
    case .content: return "content:\(local)"
    case .media: return "media:\(local)"
    case .itunes: return "itunes:\(local)"
    case .atom where space != .atom: return local == "link" ? "atom:link" : local
    case .xhtml: return local == "body" || local == "div" ? "body" : nil
    default: return isOwn(node) ? local : nil
    }
  }

  func isOwn(_ node: Int) -> Bool {
    let other = tree.nodes[node].space
    return other == space || other == .none || other == .feed || other == .atom
  }

  func localName(_ node: Int) -> String { tree.name(of: node).lowercased() }

  // MARK: links, authors, tags, languages

  func link(_ fields: Fields, base: String?) -> String? {
    var alternate: String?
    var written: String?
    for node in fields.nodes["link", default: []] + fields.nodes["atom:link", default: []] {
      let relation = tree.attribute("rel", of: node)?.lowercased() ?? "alternate"
      guard relation == "alternate" || relation.isEmpty else { continue }
      let nodeBase = tree.attribute("base", of: node, in: .xml) ?? base
      let type = tree.attribute("type", of: node) ?? "text/html"
      if let address = tree.attribute("href", of: node) {
        if alternate == nil || type.contains("html") && !isHTML(alternate, in: fields) {
          alternate = WebAddress.resolved(address, against: nodeBase)
        }
      } else if written == nil, let address = tree.string(in: node) {
        written = WebAddress.resolved(address, against: nodeBase)
      }
    }
    return written ?? alternate
  }

  /// Whether the link found so far is already one to a page.
  private func isHTML(_ address: String?, in fields: Fields) -> Bool {
    fields.nodes["link", default: []].contains {
      tree.attribute("href", of: $0) == address && (tree.attribute("type", of: $0) ?? "text/html").contains("html")
    }
  }

  private func permanentLink(_ fields: Fields, base: String?) -> String? {
    guard let node = fields.nodes["guid"]?.first, let address = tree.string(in: node) else { return nil }
    let isPermanent = tree.attribute("isPermaLink", of: node)?.lowercased() ?? "true"
    guard isPermanent != "false", WebAddress.isAbsolute(address) || address.hasPrefix("/") else { return nil }
    return WebAddress.resolved(address, against: base)
  }

  private func author(_ nodes: [Int]) -> [String] {
    var authors: [String] = []
    for node in nodes {
      var name: String?
      var email: String?
      for child in tree.elements(of: node) {
        switch localName(child) {
        case "name": name = name ?? tree.string(in: child)
        case "email": email = email ?? tree.string(in: child)
        default: break
        }
      }
      let written = tree.hasElements(node) ? name ?? email : tree.string(in: node)
      guard let written else { continue }
      if raw {
        authors.append(name == nil ? written : email.map { "\(written) (\($0))" } ?? written)
      } else {
        authors.append(AuthorName.plain(text.line(written)))
      }
    }
    return authors.filter { !$0.isEmpty }
  }

  private func tags(_ fields: Fields) -> [String] {
    var tags: [String] = []
    for name in FeedWords.tags {
      for node in fields.nodes[name] ?? [] {
        let written = tree.attribute("label", of: node) ?? tree.string(in: node) ?? tree.attribute("term", of: node)
        guard let written else { continue }
        let parts = name.hasSuffix("keywords") ? written.split(separator: ",").map(String.init) : [written]
        for part in parts {
          let tag = raw ? part : text.line(part)
          if !tag.isEmpty, !tags.contains(tag), tags.count < 100 { tags.append(tag) }
        }
      }
    }
    return tags
  }

  /// The language of an element or of those around it.
  private func language(of node: Int) -> String? {
    var at = node
    while at > 0 {
      if let tag = tree.attribute("lang", of: at, in: .xml), !tag.isEmpty { return tag }
      at = Int(tree.nodes[at].parent)
    }
    return nil
  }

  /// The address that relative ones inside an element start from.
  func baseAddress(of node: Int) -> String? {
    var chain: [String] = []
    var at = node
    while at > 0 {
      if let base = tree.attribute("base", of: at, in: .xml), !base.isEmpty { chain.append(base) }
      at = Int(tree.nodes[at].parent)
    }
    if chain.isEmpty { return nil }
    return chain.reversed().reduce(options.base) { WebAddress.resolved($1, against: $0) }
  }
}
