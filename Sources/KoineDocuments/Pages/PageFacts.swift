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
  private(set) var lesserHeadings: [String] = []
  private(set) var headingNodes: (first: Int?, lesser: Int?)
  private(set) var bylines: [String] = []
  /// Dates that the markup shows, those before the page's heading apart: they are often of other things.
  private(set) var times: [String] = []
  private(set) var earlyTimes: [String] = []
  private let text: MarkupText

  /// How the facts came about; kept when asked for.
  private(set) var origins: [FieldOrigin] = []

  init(_ tree: MarkupTree, base: String? = nil, isTraced: Bool = false) {
    self.tree = tree
    self.base = base
    text = MarkupText(limits: DocumentLimits(bytes: 1 << 22, nodes: 200_000))
    collect()
    language = language ?? Self.languageNames.lazy.compactMap { [metas] in Self.language(metas[$0]) }.first
    let stated = StatedArticle(
      scripts: scripts(),
      titles: headings + [metas["og:title"], documentTitle].compactMap(\.self)
    )
    let site = line(stated.publisher ?? metas["og:site_name"] ?? metas["application-name"])
    self.site = site
    title = PageTitle.chosen(
      stated: line(stated.headline) ?? line(metas["og:title"] ?? metas["twitter:title"] ?? metas["dc.title"]),
      document: line(documentTitle),
      headings: headings,
      lesserHeadings: lesserHeadings,
      site: site
    )
    address = address ?? stated.address ?? metas["og:url"]
    summary = line(metas["og:description"] ?? metas["description"] ?? stated.summary)
    published = Self.date(
      stated.published,
      Self.publishedNames.map { metas[$0] } + (times + [dateBelowHeading()] + earlyTimes).map { $0 }
    )
    modified = Self.date(stated.modified, Self.modifiedNames.map { metas[$0] })
    let named =
      stated.authors.isEmpty
      ? [metas["author"] ?? metas["parsely-author"] ?? metas["dc.creator"]].compactMap(\.self) : stated.authors
    authors = Self.unique((named.isEmpty ? Array(bylines.prefix(1)) : named).map { AuthorName.plain(text.line($0)) })
      .filter { !$0.contains("://") && $0.utf8.count <= 100 }
    tags = Self.unique((stated.keywords + (metas["article:tag"].map { [$0] } ?? [])).map { text.line($0) })
    body = stated.body
    if isTraced { origins = origins(stated) }
  }

  static let languageNames = ["dc.language", "language", "og:locale"]

  /// A language as BCP 47 has it, also where it is written as a locale; names of languages are none.
  static func language(_ text: String?) -> String? {
    guard let text, (2...12).contains(text.utf8.count) else { return nil }
    let tag = text.replacing("_", with: "-")
    let isTag = tag.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
    return isTag && (2...3).contains(tag.utf8.prefix { $0 != UInt8(ascii: "-") }.count) ? tag : nil
  }

  static let publishedNames = [
    "article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dcterms.created", "dc.date",
    "sailthru.date", "pubdate", "publishdate", "publish_date", "publish-date", "date",
  ]
  static let modifiedNames = ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"]

  /// The first of some dates that can be read; the first of all where none can.
  private static func date(_ first: String?, _ others: [String?]) -> String? {
    let texts = ([first] + others).compactMap(\.self).filter { !$0.isEmpty }
    return texts.first { FeedDate($0) != nil } ?? texts.first
  }

  /// What a line has between the marks that separate.
  private static func parts(of line: String) -> [String] {
    let parts = line.unicodeScalars.split { "|\u{B7}\u{2022}\u{2013}\u{2014}".unicodeScalars.contains($0) }
    return parts.count < 2 ? [] : parts.map { PlainText.line(String($0)) }
  }

  /// A line soon below the heading, or a part of it, that is nothing but a date.
  func dateBelowHeading() -> String? {
    guard let heading = headingNodes.first ?? headingNodes.lesser else { return nil }
    for node in (heading..<tree.nodes.count).prefix(60) where tree.nodes[node].kind == .text {
      guard let text = tree.string(in: node), (8...120).contains(text.utf8.count) else { continue }
      // Names and reading times stand beside dates, with marks between; a number alone may count anything.
      let line = PlainText.line(text)
      for part in [line] + Self.parts(of: line) where part.utf8.count >= 8 && !part.allSatisfy(\.isNumber) {
        if FeedDate(part) != nil { return part }
      }
    }
    return nil
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
      case .h1:
        if let heading = heading(node), headings.count < 8 {
          headings.append(heading)
          headingNodes.first = headingNodes.first ?? node
        }
      case .h2, .h3:
        if let heading = heading(node), lesserHeadings.count < 20 {
          lesserHeadings.append(heading)
          headingNodes.lesser = headingNodes.lesser ?? node
        }
      case .time: time(tree.attribute("datetime", of: node) ?? tree.string(in: node))
      default: if tree.nodes[node].lower < tree.nodes[node].upper { named(node) }
      }
    }
  }

  /// A heading without the sign of the link to itself behind it.
  private func heading(_ node: Int) -> String? {
    guard let text = tree.string(in: node), text.utf8.count <= 1_000 else { return nil }
    var line = PlainText.line(text)
    while let last = line.unicodeScalars.last, "\u{B6}#\u{1F517} ".unicodeScalars.contains(last) {
      line.unicodeScalars.removeLast()
    }
    return line.isEmpty ? nil : line
  }

  private mutating func time(_ text: String?) {
    guard let text, !text.isEmpty, text.utf8.count <= 100, times.count < 8 else { return }
    if !headings.isEmpty {
      times.append(text)
    } else if earlyTimes.count < 8 {
      earlyTimes.append(text)
    }
  }

  private static let dateWords = ClassWords(["date", "publish", "pubtime", "timestamp", "posted"])
  private static let authorWords = ClassWords(["byline", "author-name", "author_name"])

  /// Looks at an element that its author has named as the one of the author or the date.
  private mutating func named(_ node: Int) {
    var isAuthor = false
    var isDate = false
    var isPublished = false
    for index in Int(tree.nodes[node].lower)..<Int(tree.nodes[node].upper) {
      let attribute = tree.attributes[index]
      guard attribute.space == .none, attribute.upper - attribute.lower <= 1_000 else { continue }
      let name = tree.names[Int(attribute.name)]
      guard name == "class" || name == "itemprop" || name == "rel" else { continue }
      let value = tree.text[Int(attribute.lower)..<Int(attribute.upper)].map(\.lowercased)
      switch name {
      case "class":
        isDate = Self.dateWords.occurs(in: value)
        isAuthor = isAuthor || Self.authorWords.occurs(in: value)
      case "itemprop":
        isPublished = value.elementsEqual("datepublished".utf8)
        isAuthor = isAuthor || value.elementsEqual("author".utf8)
      default: isAuthor = isAuthor || value.elementsEqual("author".utf8)
      }
    }
    if isPublished {
      return time(tree.attribute("content", of: node) ?? tree.attribute("datetime", of: node) ?? tree.string(in: node))
    }
    if isAuthor { byline(node) }
    guard isDate, times.count < 8, tree.nodes[node].tag != .body, tree.end(of: node) - node <= 12,
      !(node..<tree.end(of: node)).contains(where: { tree.nodes[$0].tag == .time })
    else { return }
    // A class says little: only what reads as a date is one.
    for text in [tree.attribute("title", of: node), tree.string(in: node)] {
      if let text, text.utf8.count <= 100, FeedDate(PlainText.line(text)) != nil { return time(PlainText.line(text)) }
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
    // The name may be marked inside what is said about the author.
    let inner = (node..<tree.end(of: node)).prefix(40).first {
      tree.nodes[$0].kind == .element && tree.attribute("itemprop", of: $0)?.lowercased() == "name"
    }
    guard let name = tree.attribute("content", of: inner ?? node) ?? tree.string(in: inner ?? node),
      (3...80).contains(name.utf8.count), !name.contains("\n")
    else { return }
    bylines.append(PlainText.line(name))
  }

  private func scripts() -> [[UInt8]] {
    tree.nodes.indices.filter { tree.nodes[$0].tag == .script && tree.nodes[$0].first >= 0 }.map { tree.bytes(in: $0) }
  }
}
