/// What a page says about its article, in JSON-LD, in `meta` elements, and in the markup itself.
struct PageFacts {
  private(set) var title: String?
  private(set) var address: String?
  private(set) var summary: String?
  private(set) var site: String?
  private(set) var language: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var authors: [String] = []
  private(set) var tags: [String] = []
  /// The article's text as JSON-LD has it.
  private(set) var body: String?

  let tree: MarkupTree
  /// The address that relative ones start from.
  private(set) var base: String?
  private(set) var metas: [String: String] = [:]
  private(set) var documentTitle: String?
  private(set) var headings: [String] = []
  private(set) var bylines: [String] = []
  private(set) var times: [String] = []
  private let text: MarkupText

  /// How the facts came about; kept when asked for.
  private(set) var origins: [FieldOrigin] = []

  init(_ tree: MarkupTree, base: String? = nil, isTraced: Bool = false) {
    self.tree = tree
    self.base = base
    text = MarkupText(limits: DocumentLimits(bytes: 1 << 22, nodes: 200_000))
    collect()
    let stated = StatedArticle(scripts: scripts())
    let site = line(stated.publisher ?? metas["og:site_name"] ?? metas["application-name"])
    self.site = site
    title = PageTitle.chosen(
      stated: line(stated.headline) ?? line(metas["og:title"] ?? metas["twitter:title"] ?? metas["dc.title"]),
      document: line(documentTitle),
      headings: headings,
      site: site
    )
    address = address ?? stated.address ?? metas["og:url"]
    summary = line(metas["og:description"] ?? metas["description"] ?? stated.summary)
    published =
      stated.published ?? metas["article:published_time"] ?? metas["datepublished"] ?? metas["parsely-pub-date"]
      ?? metas["dc.date.issued"] ?? metas["dc.date"] ?? metas["sailthru.date"] ?? metas["pubdate"] ?? metas["date"]
      ?? times.first
    modified = stated.modified ?? metas["article:modified_time"] ?? metas["og:updated_time"] ?? metas["datemodified"]
    let named =
      stated.authors.isEmpty
      ? [metas["author"] ?? metas["parsely-author"] ?? metas["dc.creator"]].compactMap(\.self) : stated.authors
    authors = Self.unique((named.isEmpty ? Array(bylines.prefix(1)) : named).map { AuthorName.plain(text.line($0)) })
      .filter { !$0.contains("://") && $0.utf8.count <= 100 }
    tags = Self.unique((stated.keywords + (metas["article:tag"].map { [$0] } ?? [])).map { text.line($0) })
    body = stated.body
    if isTraced { origins = origins(stated) }
  }

  private static func unique(_ values: [String]) -> [String] {
    var out: [String] = []
    for value in values where !value.isEmpty && !out.contains(value) && out.count < 50 { out.append(value) }
    return out
  }

  private func line(_ text: String?) -> String? {
    guard let text else { return nil }
    let line = self.text.line(text)
    return line.isEmpty ? nil : line
  }

  private mutating func collect() {
    for node in tree.nodes.indices where tree.nodes[node].kind == .element {
      switch tree.nodes[node].tag {
      case .html: if language == nil { language = tree.attribute("lang", of: node).flatMap { $0.isEmpty ? nil : $0 } }
      case .title: if documentTitle == nil { documentTitle = tree.string(in: node) }
      case .meta: meta(node)
      case .link:
        if address == nil, tree.attribute("rel", of: node)?.lowercased() == "canonical" {
          address = tree.attribute("href", of: node).map { WebAddress.resolved($0, against: base) }
            .flatMap { WebAddress.isAbsolute($0) ? $0 : nil }
        }
      case .base: base = tree.attribute("href", of: node).map { WebAddress.resolved($0, against: base) } ?? base
      case .h1: if let heading = tree.string(in: node), headings.count < 8 { headings.append(PlainText.line(heading)) }
      case .time:
        if let time = tree.attribute("datetime", of: node), times.count < 8 { times.append(time) }
      case .a, .span, .div, .p, .address: byline(node)
      default: break
      }
    }
  }

  private mutating func meta(_ node: Int) {
    guard let content = tree.attribute("content", of: node), !content.isEmpty, content.utf8.count <= 20_000 else {
      return
    }
    let key =
      tree.attribute("property", of: node) ?? tree.attribute("name", of: node) ?? tree.attribute("itemprop", of: node)
    if let key = key?.lowercased(), metas[key] == nil { metas[key] = content }
  }

  private mutating func byline(_ node: Int) {
    guard bylines.count < 4 else { return }
    let isAuthor =
      tree.attribute("rel", of: node) == "author" || tree.attribute("itemprop", of: node) == "author"
      || (tree.attribute("class", of: node)?.lowercased()).map { $0.contains("byline") || $0.contains("author-name") }
        ?? false
    guard isAuthor, let name = tree.string(in: node), (3...80).contains(name.utf8.count), !name.contains("\n") else {
      return
    }
    bylines.append(PlainText.line(name))
  }

  private func scripts() -> [[UInt8]] {
    tree.nodes.indices.filter { tree.nodes[$0].tag == .script && tree.nodes[$0].first >= 0 }.map { tree.bytes(in: $0) }
  }
}

/// What JSON-LD says of an article (schema.org).
struct StatedArticle {
  private(set) var headline: String?
  private(set) var body: String?
  private(set) var summary: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var address: String?
  private(set) var publisher: String?
  private(set) var authors: [String] = []
  private(set) var keywords: [String] = []

  init(scripts: [[UInt8]]) {
    for script in scripts.prefix(40) {
      guard let value = try? JSONScanner.value(script[...], isLenient: true) else { continue }
      visit(value, depth: 0)
    }
  }

  private mutating func visit(_ value: JSONValue, depth: Int) {
    guard depth < 6 else { return }
    switch value {
    case .array(let values): for element in values.prefix(200) { visit(element, depth: depth + 1) }
    case .object(let members):
      let types = value["@type"]?.elements.compactMap(\.string) ?? []
      if types.contains(where: {
        $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review"
      }) {
        take(value)
      }
      for member in members
      where member.name == "@graph" || member.name == "mainEntity" || member.name == "itemListElement" {
        visit(member.value, depth: depth + 1)
      }
    default: break
    }
  }

  private mutating func take(_ value: JSONValue) {
    headline = headline ?? value["headline"]?.string ?? value["name"]?.string
    if let text = value["articleBody"]?.string, text.utf8.count > (body?.utf8.count ?? 0) { body = text }
    summary = summary ?? value["description"]?.string
    published = published ?? value["datePublished"]?.string
    modified = modified ?? value["dateModified"]?.string
    address =
      address ?? value["url"]?.string ?? value["mainEntityOfPage"]?.string ?? value["mainEntityOfPage"]?["@id"]?.string
    publisher = publisher ?? value["publisher"]?["name"]?.string
    if authors.isEmpty {
      authors = (value["author"]?.elements ?? []).compactMap {
        $0["name"]?.string ?? $0["name"]?.elements.first?.string ?? $0.string
      }
    }
    if keywords.isEmpty {
      let words = value["keywords"]?.elements.compactMap(\.string) ?? []
      keywords = words.count == 1 ? words[0].split(separator: ",").map(String.init) : words
    }
  }
}
