import KoineText

/// Reads JSON Feed 1.0 and 1.1, and arrays of articles.
struct JSONFeedReader {
  let name: String
  let limits: DocumentLimits
  let options: ReadOptions

  func read(_ bytes: [UInt8]) throws(ReadError) -> Feed {
    let value: JSONValue
    var fault: JSONScanner.Failure?
    do throws(JSONScanner.Failure) {
      value = try JSONScanner.value(bytes[...])
    } catch {
      // Articles before the fault are read; one alone is not worth more than the fault.
      guard let partial = JSONScanner.partial(bytes[...]), Self.holdsArticles(partial.value) else {
        throw .malformed(line: line(of: error, in: bytes), reason: "this is not JSON: \(error.reason)")
      }
      value = partial.value
      fault = partial.fault ?? error
    }
    var feed = try feed(value)
    place(&feed.items, in: bytes)
    guard let fault, let last = feed.items.indices.last else { return feed }
    let place = Diagnostic.Location(file: name, line: line(of: fault, in: bytes))
    feed.items[last].isCut = true
    feed.items[last].diagnostics.append(
      Diagnostic(.warning, "feed.item-truncated", "the input breaks off in this item or behind it", at: place)
    )
    feed.diagnostics.append(
      Diagnostic(.warning, "json.truncated", "the input is read up to a fault: \(fault.reason)", at: place)
    )
    return feed
  }

  private static let lists = ["items", "articles", "entries"]

  /// Says where in the input each item stands.
  private func place(_ items: inout [FeedItem], in bytes: [UInt8]) {
    let places = JSONElements.places(in: bytes, ofFirst: Self.lists)
    // An article alone is no element of a list.
    guard places.count >= items.count else { return }
    var line = 1
    var at = 0
    for index in items.indices {
      while at < places[index].lowerBound {
        if bytes[at] == 10 { line += 1 }
        at += 1
      }
      items[index].move(to: line)
      items[index].place = places[index]
    }
  }

  private func line(of failure: JSONScanner.Failure, in bytes: [UInt8]) -> Int {
    bytes.prefix(failure.offset).count { $0 == 10 } + 1
  }

  private static func holdsArticles(_ value: JSONValue) -> Bool {
    let items = lists.lazy.compactMap { value[$0] }.first ?? value
    guard case .array(let values) = items, case .object(let members)? = values.first else { return false }
    return !members.isEmpty
  }

  private func feed(_ value: JSONValue) throws(ReadError) -> Feed {
    let articles = ArticleObject(name: name, limits: limits, options: options)
    var feed = Feed()
    if case .array(let values) = value {
      feed.items = values.prefix(limits.items).map { articles.item($0, line: 1) }
      return feed
    }
    guard case .array(let items)? = Self.lists.lazy.compactMap({ value[$0] }).first else {
      // One object that is an article by itself.
      let isArticle = ["title", "text", "content_text", "content_html", "html"].contains { value[$0] != nil }
      guard isArticle || !options.fields.isEmpty else { throw .notAFeed }
      feed.items = [articles.item(value, line: 1)]
      return feed
    }
    let home = value["home_page_url"]?.string.map { WebAddress.resolved($0, against: options.base) }
    let base = home ?? value["feed_url"]?.string.map { WebAddress.resolved($0, against: options.base) }
    feed.id = value["feed_url"]?.string
    feed.title = value["title"]?.string
    feed.homePageURL = home.flatMap { WebAddress.isUnsafe($0) ? nil : $0 }
    feed.description = value["description"]?.string
    feed.language = value["language"]?.string
    feed.author = articles.authors(value).first
    feed.items = items.prefix(limits.items).map { articles.item($0, line: 1, base: base) }
    if items.count > limits.items { feed.diagnostics.append(.tooManyItems(limits.items)) }
    return feed
  }
}

/// Reads one JSON article a line; a line that cannot be read keeps its place with an error.
struct JSONLinesReader {
  private let articles: ArticleObject

  init(name: String, limits: DocumentLimits, options: ReadOptions) {
    articles = ArticleObject(name: name, limits: limits, options: options)
  }

  /// Reads whole lines, of which the first one has the number `first`; lines with nothing in them are none.
  func items(_ text: ArraySlice<UInt8>, first: Int, _ places: LinePlaces = LinePlaces()) -> [FeedItem] {
    var places = places
    var items: [FeedItem] = []
    var line = first
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 10) ?? text.endIndex
      let content = PlainText.trimmed(text[start..<end])
      if !content.isEmpty {
        var item = item(content, line: line)
        item.place = places.input(start - text.startIndex, min(end + 1, text.endIndex) - text.startIndex)
        items.append(item)
      }
      start = end + 1
      line += 1
    }
    return items
  }

  private func item(_ content: ArraySlice<UInt8>, line: Int) -> FeedItem {
    do throws(JSONScanner.Failure) {
      return articles.item(try JSONScanner.value(content), line: line)
    } catch {
      return articles.broken("the line is not JSON: \(error.reason)", line: line, column: error.offset + 1)
    }
  }
}
