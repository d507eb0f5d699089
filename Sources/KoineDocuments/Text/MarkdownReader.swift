import KoineText

/// Reads a Markdown file as one article: what its front matter says, its first heading, and its paragraphs.
struct MarkdownReader {
  let name: String
  let limits: DocumentLimits
  let options: ReadOptions

  func read(_ text: String) -> FeedItem {
    var lines = PlainText.lines(text).map { Array($0) }
    let front = FrontMatter(lines)
    lines.removeFirst(front.lineCount)
    var item = item(of: front)
    item.line = 1
    let blocks = MarkdownBlocks(lines, limits: limits)
    var texts = blocks.blocks
    let first = texts.first
    if let first, first.isHeading, item.title.map({ Boilerplate.isSame($0, first.text) }) ?? true {
      if options.isTraced { item.note(.title, [("the first heading", first.text, nil)]) }
      item.title = item.title ?? first.text
      texts.removeFirst()
    }
    if options.raw {
      item.contentText = text
      return item
    }
    let body = texts.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
    item.contentText = body.isEmpty ? nil : body
    if options.isTraced { item.note(.text, [("the Markdown", item.contentText, front.lineCount + 1)]) }
    return item
  }

  private func item(of front: FrontMatter) -> FeedItem {
    guard front.lineCount > 0 else { return FeedItem() }
    var members: [JSONValue.Member] = []
    for (field, name) in ArticleObject.plainNames where field != .content && field != .html {
      guard let values = front.fields[field], let first = values.first else { continue }
      members.append(.init(name: name, value: values.count > 1 ? .array(values.map { .string($0) }) : .string(first)))
    }
    var settings = ReadOptions(base: options.base)
    settings.isTraced = options.isTraced
    var item = ArticleObject(name: name, limits: limits, options: settings).item(.object(members), line: 1)
    for index in item.origins.indices { item.origins[index].place = "front matter \(item.origins[index].place)" }
    item.diagnostics.removeAll { $0.code == "read.no-text" }
    for (name, value) in front.extras { item.addExtra(name, value) }
    return item
  }
}
