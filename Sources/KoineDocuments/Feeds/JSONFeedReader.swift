import KoineText

/// Reads JSON Feed 1.0 and 1.1, and arrays of articles.
struct JSONFeedReader {
  let name: String
  let raw: Bool
  let limits: DocumentLimits

  func read(_ bytes: [UInt8]) throws(ReadError) -> Feed {
    let value: JSONValue
    do throws(JSONScanner.Failure) {
      value = try JSONScanner.value(bytes[...])
    } catch {
      let line = bytes.prefix(error.offset).count { $0 == 10 } + 1
      throw .malformed(line: line, reason: "this is not JSON: \(error.reason)")
    }
    let articles = ArticleObject(raw: raw, name: name, limits: limits)
    var feed = Feed()
    if case .array(let values) = value {
      feed.items = values.prefix(limits.items).map { articles.item($0, line: 1) }
      return feed
    }
    guard case .array(let items)? = value["items"] ?? value["articles"] ?? value["entries"] else {
      // One object that is an article by itself.
      guard value["title"] != nil || value["text"] != nil || value["content_text"] != nil else { throw .notAFeed }
      feed.items = [articles.item(value, line: 1)]
      return feed
    }
    let home = value["home_page_url"]?.string
    let base = home ?? value["feed_url"]?.string
    feed.id = value["feed_url"]?.string
    feed.title = value["title"]?.string
    feed.homePageURL = home
    feed.description = value["description"]?.string
    feed.language = value["language"]?.string
    feed.author = articles.authors(value).first
    feed.items = items.prefix(limits.items).map { articles.item($0, line: 1, base: base) }
    return feed
  }
}

/// Reads one JSON article a line; a line that cannot be read keeps its place with an error.
struct JSONLinesReader {
  let name: String
  let raw: Bool
  let limits: DocumentLimits

  func read(_ bytes: [UInt8]) -> Feed {
    let articles = ArticleObject(raw: raw, name: name, limits: limits)
    var feed = Feed()
    var line = 0
    for slice in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      line += 1
      let content = PlainText.trimmed(slice)
      if content.isEmpty { continue }
      if feed.items.count >= limits.items {
        feed.diagnostics.append(
          Diagnostic(
            .warning,
            "feed.too-many-items",
            "there are more than \(limits.items) lines; the rest was not read"
          )
        )
        break
      }
      do throws(JSONScanner.Failure) {
        feed.items.append(articles.item(try JSONScanner.value(content), line: line))
      } catch {
        feed.items.append(
          articles.broken("the line is not JSON: \(error.reason)", line: line, column: error.offset + 1)
        )
      }
    }
    return feed
  }
}

/// Makes an item of a JSON object, by the names that JSON Feed and exports of articles use.
struct ArticleObject {
  let raw: Bool
  let name: String
  let limits: DocumentLimits

  func item(_ value: JSONValue, line: Int, base: String? = nil) -> FeedItem {
    guard case .object = value else { return broken("the line is not a JSON object", line: line, column: 1) }
    let text = MarkupText(limits: limits)
    var item = FeedItem()
    item.line = line
    item.id = scalar(value, "id", "guid", "uid", "_id")
    item.url = scalar(value, "url", "link", "permalink", "external_url").map { WebAddress.resolved($0, against: base) }
    item.title = string(value, "title", "headline").map { raw ? $0 : text.line($0) }
    item.summary = string(value, "summary", "description", "abstract", "excerpt").map { raw ? $0 : text.paragraphs($0) }
    item.contentHTML = string(value, "content_html", "html")
    let plain = string(value, "content_text", "text", "content", "body", "article", "articleBody", "article_body")
    item.contentText = plain ?? item.contentHTML
    if !raw { item.contentText = item.contentText.map { text.paragraphs($0) } }
    item.datePublishedText = scalar(
      value,
      "date_published",
      "date",
      "published",
      "published_at",
      "datePublished",
      "pubDate",
      "pub_date"
    )
    item.dateModifiedText = scalar(value, "date_modified", "updated", "updated_at", "modified", "dateModified")
    item.datePublished = date(item.datePublishedText, &item)
    item.dateModified = date(item.dateModifiedText, &item)
    item.authors = authors(value)
    item.tags = (value["tags"] ?? value["keywords"] ?? value["categories"])?.elements.compactMap(\.string) ?? []
    item.language = string(value, "language", "lang")
    if item.title == nil, item.contentText == nil, item.summary == nil {
      item.diagnostics.append(
        Diagnostic(
          .error,
          "read.no-text",
          "the object has neither a title nor a text",
          at: .init(file: name, line: line),
          hint: "the text is looked for in 'content_text', 'text', 'content' and 'body'"
        )
      )
    }
    return item
  }

  /// An item that holds the place of something that cannot be read.
  func broken(_ message: String, line: Int, column: Int) -> FeedItem {
    var item = FeedItem()
    item.line = line
    item.diagnostics = [
      Diagnostic(.error, "read.malformed-line", message, at: .init(file: name, line: line, column: column))
    ]
    return item
  }

  func authors(_ value: JSONValue) -> [String] {
    let values = (value["authors"] ?? value["author"] ?? value["byline"])?.elements ?? []
    return values.compactMap { author in
      (author["name"]?.string ?? author.string).map { raw ? $0 : AuthorName.plain($0) }
    }
  }

  private func string(_ value: JSONValue, _ names: String...) -> String? {
    for name in names { if let text = value[name]?.string { return text } }
    return nil
  }

  private func scalar(_ value: JSONValue, _ names: String...) -> String? {
    for name in names { if let text = value[name]?.scalarText { return text } }
    return nil
  }

  private func date(_ text: String?, _ item: inout FeedItem) -> String? {
    guard let text else { return nil }
    if let date = FeedDate(text) { return date.rfc3339 }
    item.diagnostics.append(
      Diagnostic(
        .warning,
        "feed.date-unclear",
        "the date '\(text.prefix(80))' cannot be read, or in two ways",
        at: .init(file: name, line: item.line)
      )
    )
    return nil
  }
}
