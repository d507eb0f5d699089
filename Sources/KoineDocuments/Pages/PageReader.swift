import KoineText

/// Reads the article of a web page: its text, and what the page says about it.
struct PageReader {
  let name: String
  let limits: DocumentLimits
  let options: ReadOptions

  func read(_ bytes: [UInt8]) -> Feed {
    let tree = MarkupTree(bytes, language: .html, limits: limits)
    let facts = PageFacts(tree, base: options.base, isTraced: options.isTraced)
    let finder = ArticleFinder(tree, title: facts.title, statedBody: facts.body)
    let article = finder.article()
    var item = FeedItem()
    item.id = nil
    item.take(address: facts.address.map { WebAddress.resolved($0, against: options.base) } ?? options.base, file: name)
    item.title = facts.title
    item.summary = facts.summary
    item.contentText = article.text.isEmpty ? nil : article.text
    if let node = article.node, options.raw {
      item.contentHTML = CanonicalMarkup.canonical(tree.markup(inside: node), base: facts.base)
    }
    item.datePublishedText = facts.published
    item.dateModifiedText = facts.modified
    item.datePublished = item.date(facts.published, file: name)
    item.dateModified = facts.modified.flatMap { FeedDate($0)?.rfc3339 }
    item.authors = facts.authors
    item.tags = facts.tags
    item.language = facts.language
    if options.isTraced {
      let place = article.isStated ? "JSON-LD articleBody" : article.node.map { tree.label(of: $0) } ?? "the page"
      let line = article.isStated ? nil : article.node.map { Int(tree.nodes[$0].line) }
      item.origins = facts.origins
      item.note(.text, [(place, article.text, line)])
      if item.url != nil, facts.address == nil { item.note(.url, [("--base", item.url, nil)]) }
      item.leftOut = finder.leftOut()
    }
    if item.contentText == nil {
      item.diagnostics.append(
        Diagnostic(.warning, "page.no-article", "there is no article in the page", at: .init(file: name, line: 1))
      )
    }
    var feed = Feed()
    feed.title = facts.site
    feed.language = facts.language
    feed.homePageURL = nil
    feed.items = [item]
    feed.diagnostics = tree.problems.diagnostics(file: name)
    return feed
  }
}
