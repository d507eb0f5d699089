import KoineText

/// Makes an item of a JSON object, by the names that JSON Feed and exports of articles use or by those that the user gives.
struct ArticleObject {
  let name: String
  let limits: DocumentLimits
  let options: ReadOptions

  private var raw: Bool { options.raw }

  /// The name of JSON Feed, or the plainest one, for every field.
  static let plainNames: [(FieldMap.Field, String)] = [
    (.id, "id"), (.url, "url"), (.title, "title"), (.summary, "summary"), (.content, "content_text"),
    (.html, "content_html"), (.published, "date_published"), (.modified, "date_modified"), (.author, "author"),
    (.tags, "tags"), (.language, "language"), (.base, "base"), (.contentType, "content_type"),
  ]

  static let usualNames: [FieldMap.Field: [String]] = [
    .id: ["id", "guid", "uid", "_id"],
    .url: ["url", "link", "permalink", "external_url"],
    .title: ["title", "headline"],
    .summary: ["summary", "description", "abstract", "excerpt"],
    .content: ["content_text", "text", "content", "body", "article", "articleBody", "article_body"],
    .html: ["content_html", "html"],
    .published: [
      "date_published", "date", "published", "published_at", "datePublished", "pubDate", "pub_date",
      // What `koine read` shows where a date could not be read.
      "date_published_text",
    ],
    .modified: ["date_modified", "updated", "updated_at", "modified", "dateModified", "date_modified_text"],
    .author: ["authors", "author", "byline"],
    .tags: ["tags", "keywords", "categories"],
    .language: ["language", "lang"],
    .base: ["base", "base_url", "content_location"],
    .contentType: ["content_type", "media_type", "mime_type"],
  ]

  private static let known: Set<String> = Set(usualNames.values.flatMap(\.self))

  /// Reads an object; `line` is where it stands, `base` the address that the feed gives for relative ones.
  func item(_ value: JSONValue, line: Int, base feedBase: String? = nil) -> FeedItem {
    guard case .object(let members) = value else {
      return broken("the line is not a JSON object", line: line, column: 1)
    }
    let text = MarkupText(limits: limits)
    var item = FeedItem()
    item.line = line
    let base = string(value, .base).map { WebAddress.resolved($0, against: options.base) } ?? feedBase ?? options.base
    item.id = scalar(value, .id)
    item.take(address: scalar(value, .url).map { WebAddress.resolved($0, against: base) }, file: name)
    item.title = string(value, .title).map { raw ? $0 : text.line($0) }
    item.summary = string(value, .summary).map { raw ? $0 : text.paragraphs($0) }
    item.contentHTML = string(value, .html)
    let textBase = string(value, .base) == nil ? options.base ?? item.url.flatMap(Self.whole) ?? base : base
    item.contentText = string(value, .content) ?? item.contentHTML
    item.datePublishedText = scalar(value, .published)
    item.dateModifiedText = scalar(value, .modified)
    item.authors = authors(value)
    item.tags = tags(value)
    item.language = string(value, .language)
    if let page = page(in: item, value, base: base ?? item.url) {
      item.addFacts(of: page)
    } else if !raw {
      item.contentText = item.contentText.map { text.paragraphs($0) }
    }
    if !raw { item.contentHTML = item.contentHTML.map { CanonicalMarkup.canonical($0, base: textBase) } }
    item.datePublished = item.datePublished ?? item.date(item.datePublishedText, file: name)
    item.dateModified = item.dateModified ?? item.date(item.dateModifiedText, file: name)
    let named = options.fields.named
    for member in members where !Self.known.contains(member.name) && !named.contains(member.name) {
      if let text = member.value.scalarText { item.addExtra(member.name, text) }
    }
    // What an item or a record of Koine's had beside the article goes on with it.
    item.addExtras(value["_extras"] ?? value["_koine"]?["extras"])
    if options.isTraced { addOrigins(value, to: &item) }
    if item.title == nil, item.contentText == nil, item.summary == nil {
      item.diagnostics.append(
        Diagnostic(
          .error,
          "read.no-text",
          "the object has neither a title nor a text",
          at: .init(file: name, line: line),
          hint:
            "the text is looked for in 'content_text', 'text', 'content' and 'body'; '--fields content=NAME' says where else"
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
    let values = first(value, .author)?.elements ?? []
    return values.flatMap { author -> [String] in
      if let name = author["name"]?.string { return [raw ? name : AuthorName.plain(name)] }
      guard let written = author.string else { return [] }
      if raw { return [written] }
      return written.split(separator: ";").map { AuthorName.plain(String($0)) }.filter { !$0.isEmpty }
    }
  }

  private func tags(_ value: JSONValue) -> [String] {
    let tags = (first(value, .tags)?.elements ?? []).compactMap(\.string)
    // Tables have all tags in one field.
    guard tags.count == 1, !raw else { return tags }
    return tags[0].split { ",;|".contains($0) }.map { PlainText.line(String($0)) }.filter { !$0.isEmpty }
  }

  /// The article of a whole page in the item's markup, as crawlers keep them.
  private func page(in item: FeedItem, _ value: JSONValue, base: String?) -> FeedItem? {
    let isStated = string(value, .contentType).flatMap { MediaType($0) }.map { $0.name.contains("html") } ?? false
    guard let markup = item.contentHTML ?? (isStated ? item.contentText : nil), MarkupText.isPage(markup) else {
      return nil
    }
    var page = options
    page.base = base
    return PageReader(name: name, limits: limits, options: page).read(Array(markup.utf8)).items.first
  }

  private static func whole(_ address: String) -> String? { WebAddress.isAbsolute(address) ? address : nil }

  // MARK: members

  private func first(_ value: JSONValue, _ field: FieldMap.Field) -> JSONValue? {
    for path in options.fields[field] { if let found = value.member(path) { return found } }
    for name in Self.usualNames[field] ?? [] { if let found = value[name] { return found } }
    return nil
  }

  private func string(_ value: JSONValue, _ field: FieldMap.Field) -> String? {
    for path in options.fields[field] { if let text = value.member(path)?.joinedText { return text } }
    for name in Self.usualNames[field] ?? [] { if let text = value[name]?.string { return text } }
    return nil
  }

  private func scalar(_ value: JSONValue, _ field: FieldMap.Field) -> String? {
    for path in options.fields[field] { if let text = value.member(path)?.scalarText { return text } }
    for name in Self.usualNames[field] ?? [] { if let text = value[name]?.scalarText { return text } }
    return nil
  }
}

extension JSONValue {
  /// The member at a path such as `meta.body` or `parts.0.text`; a member with a point in its own name comes first.
  func member(_ path: String) -> JSONValue? {
    if let found = self[path] { return found }
    var value = self
    for part in path.split(separator: ".").prefix(32) {
      if case .array(let values) = value, let index = Int(part), values.indices.contains(index) {
        value = values[index]
      } else if let next = value[String(part)] {
        value = next
      } else {
        return nil
      }
    }
    return value
  }

  /// A text, or the texts of an array as paragraphs.
  var joinedText: String? {
    guard case .array(let values) = self else { return scalarText }
    let texts = values.compactMap(\.string)
    return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
  }
}

extension FeedItem {
  /// Takes the article of a page and what the page says where the item says nothing.
  fileprivate mutating func addFacts(of page: FeedItem) {
    origins += page.origins.filter { isMissing($0.field) }
    leftOut = page.leftOut
    contentText = page.contentText
    contentHTML = page.contentHTML ?? contentHTML
    title = title ?? page.title
    summary = summary ?? page.summary
    url = url ?? page.url
    language = language ?? page.language
    if authors.isEmpty { authors = page.authors }
    if tags.isEmpty { tags = page.tags }
    if datePublishedText == nil { (datePublishedText, datePublished) = (page.datePublishedText, page.datePublished) }
    if dateModifiedText == nil { (dateModifiedText, dateModified) = (page.dateModifiedText, page.dateModified) }
    diagnostics += page.diagnostics
  }

  /// Whether a page is asked for a field.
  private func isMissing(_ field: FieldOrigin.Field) -> Bool {
    switch field {
    case .id: false
    case .text: true
    case .url: url == nil
    case .title: title == nil
    case .summary: summary == nil
    case .datePublished: datePublishedText == nil
    case .dateModified: dateModifiedText == nil
    case .authors: authors.isEmpty
    case .tags: tags.isEmpty
    case .language: language == nil
    }
  }

  /// Reads a date, with a diagnostic when it is not clear.
  mutating func date(_ text: String?, file: String, kind: String = "") -> String? {
    guard let text else { return nil }
    if let date = FeedDate(text) { return date.rfc3339 }
    diagnostics.append(
      Diagnostic(
        .warning,
        "feed.date-unclear",
        "the \(kind.isEmpty ? "" : kind + " ")date '\(text.prefix(80))' cannot be read, or in two ways",
        at: .init(file: file, line: line)
      )
    )
    return nil
  }
}
