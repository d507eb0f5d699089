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

  /// Reads the article of the page from its scripts: the one whose headline is among the page's own titles, else the first.
  init(scripts: [[UInt8]], titles: [String] = []) {
    var articles: [JSONValue] = []
    for script in scripts.prefix(40) {
      guard let value = try? JSONScanner.value(script[...], isLenient: true) else { continue }
      Self.visit(value, depth: 0, &articles)
    }
    let keys = titles.map(ArticleLines.key)
    let own = articles.filter { article in
      guard let headline = article["headline"]?.string ?? article["name"]?.string else { return false }
      let key = ArticleLines.key(headline)
      return key.count >= 8 && keys.contains { $0.starts(with: key) || key.starts(with: $0) && $0.count >= 8 }
    }
    for article in own.isEmpty ? Array(articles.prefix(1)) : own { take(article) }
  }

  private static func visit(_ value: JSONValue, depth: Int, _ articles: inout [JSONValue]) {
    guard depth < 6, articles.count < 100 else { return }
    switch value {
    case .array(let values): for element in values.prefix(200) { visit(element, depth: depth + 1, &articles) }
    case .object(let members):
      let types = value["@type"]?.elements.compactMap(\.string) ?? []
      if types.contains(where: {
        $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review"
      }) {
        articles.append(value)
      }
      for name in ["@graph", "mainEntity", "itemListElement", "item"] {
        for member in members where member.name == name { visit(member.value, depth: depth + 1, &articles) }
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
