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
  private let space: MarkupSpace

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

  private var raw: Bool { options.raw }

  func read() -> Feed {
    var feed = Feed()
    let channel = tree.elements(of: root).first { isOwn($0) && localName($0) == "channel" }
    let fields = fields(of: channel ?? root)
    let base = baseAddress(of: channel ?? root) ?? options.base
    feed.id = fields.text("id") ?? tree.attribute("about", of: channel ?? root, in: .rdfCore)
    // RSS 2.0 says that a channel and its image have the same title and link.
    let image = channelImage(fields)
    feed.title = line(fields.first("title", "dc:title")) ?? line(image?.first("title"))
    feed.homePageURL = link(fields, base: base) ?? image.flatMap { link($0, base: base) }
    feed.description = paragraphs(
      fields.first("description", "subtitle", "tagline", "info", "itunes:summary").map(construct)
    )
    feed.language =
      fields.text("language", "dc:language") ?? language(of: channel ?? root)
      ?? fields.first("title", "dc:title").flatMap { tree.attribute("lang", of: $0, in: .xml) }
    feed.author = author(fields.all("author", "managingeditor", "dc:creator", "dc:author", "itunes:author")).first
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
    return (fields.first("image") ?? beside).map { self.fields(of: $0) }
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
    item.id =
      fields.text("guid", "id") ?? tree.attribute("about", of: node, in: .rdfCore) ?? fields.text("dc:identifier")
    item.url = link(fields, base: base) ?? permanentLink(fields, base: base)
    item.title = line(fields.first("title", "dc:title", "media:title"))
    let contentNode = fields.first("content:encoded", "content", "body", "fullitem")
    let summaryNode = fields.first(
      "summary",
      "description",
      "dc:description",
      "abstract",
      "itunes:summary",
      "media:description"
    )
    // Atom's entries may have their text in the content alone.
    let (content, summary) = (contentNode.map(construct), summaryNode.map(construct))
    item.summary = paragraphs(summary) ?? (raw && space == .atom ? paragraphs(content) : nil)
    item.contentHTML = content?.markup ?? summary.flatMap(markupOnly)
    // Feeds with the whole article in its description are as common as those with `content:encoded`.
    item.contentText = raw ? nil : paragraphs(content) ?? item.summary
    item.authors = author(fields.all("author", "dc:creator", "dc:author", "managingeditor", "itunes:author"))
    item.tags = tags(fields)
    item.language = fields.text("dc:language", "language") ?? tree.attribute("lang", of: node, in: .xml)
    let published = fields.text(
      "pubdate",
      "published",
      "issued",
      "dcterms:issued",
      "dc:date",
      "dcterms:created",
      "created"
    )
    let modified = fields.text("updated", "modified", "dcterms:modified", "lastmod", "lastbuilddate")
    item.datePublishedText = published
    item.dateModifiedText = modified
    item.datePublished = item.date(published, file: name, kind: "published")
    item.dateModified = item.date(modified, file: name, kind: "modified")
    if item.language == nil {
      item.language = [fields.first("title"), contentNode, summaryNode].lazy.compactMap(\.self)
        .compactMap { tree.attribute("lang", of: $0, in: .xml) }.first { !$0.isEmpty }
    }
    addExtras(of: node, to: &item)
    return item
  }

  // MARK: fields

  /// The child elements of an item or channel by their names; those of other vocabularies have a prefix.
  struct Fields {
    fileprivate var nodes: [String: [Int]] = [:]
    fileprivate let tree: MarkupTree

    /// The first element with text, by the first of the names that has one.
    func first(_ names: String...) -> Int? {
      for name in names {
        if let node = nodes[name]?.first(where: { tree.string(in: $0) != nil || tree.hasElements($0) }) { return node }
      }
      return nil
    }

    func text(_ names: String...) -> String? {
      for name in names {
        for node in nodes[name] ?? [] { if let text = tree.string(in: node) { return text } }
      }
      return nil
    }

    /// The elements of the first of the names that has any.
    func all(_ names: String...) -> [Int] {
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

  private func link(_ fields: Fields, base: String?) -> String? {
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
    for name in ["category", "dc:subject", "keywords", "itunes:keywords", "media:keywords"] {
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
  private func baseAddress(of node: Int) -> String? {
    var chain: [String] = []
    var at = node
    while at > 0 {
      if let base = tree.attribute("base", of: at, in: .xml), !base.isEmpty { chain.append(base) }
      at = Int(tree.nodes[at].parent)
    }
    if chain.isEmpty { return nil }
    return chain.reversed().reduce(options.base) { WebAddress.resolved($1, against: $0) }
  }

  // MARK: texts

  private func line(_ node: Int?) -> String? {
    guard let node else { return nil }
    let written = construct(node)
    let line = raw ? written.markup : written.isMarkup ? text.line(written.markup) : PlainText.line(written.markup)
    return line.isEmpty ? nil : line
  }

  private func paragraphs(_ written: Written?) -> String? {
    guard let written else { return nil }
    if raw { return written.markup }
    let result = written.isMarkup ? text.paragraphs(written.markup) : PlainText.paragraphs(written.markup)
    return result.isEmpty ? nil : result
  }

  private func markupOnly(_ written: Written) -> String? {
    written.isMarkup && MarkupText.mayBeMarkup(written.markup) ? written.markup : nil
  }

  private typealias Written = (markup: String, isMarkup: Bool)

  /// What a text element holds, and whether that is markup.
  private func construct(_ node: Int) -> Written {
    let type = tree.attribute("type", of: node)?.lowercased() ?? ""
    if tree.hasElements(node) {
      // Atom 1.0 wraps XHTML in one `div` that is not part of the text.
      if type == "xhtml", let wrapper = tree.elements(of: node).first(where: { tree.nodes[$0].tag == .div }) {
        return (canonical(tree.markup(inside: wrapper)), true)
      }
      return (canonical(tree.markup(inside: node)), true)
    }
    let written = tree.string(in: node) ?? ""
    let mode = tree.attribute("mode", of: node)?.lowercased() ?? ""
    let isEncoded = mode == "base64" || mode.isEmpty && type.contains("/") && !Self.isTextual(type)
    if isEncoded, let bytes = Base64.decoded(written) {
      return (canonical(String(decoding: bytes, as: UTF8.self)), true)
    }
    let isPlain = type == "text" || type == "text/plain" || space == .atom && type.isEmpty
    let isMarkup = !isPlain || MarkupText.hasTag(written) && type != "text/plain"
    return (isMarkup ? CanonicalMarkup.canonical(written) : written, isMarkup)
  }

  private func canonical(_ markup: String) -> String { CanonicalMarkup.canonical(PlainText.trimmed(markup)) }

  private static func isTextual(_ type: String) -> Bool {
    type.hasPrefix("text/") || type.contains("html") || type.contains("xml")
  }
}
