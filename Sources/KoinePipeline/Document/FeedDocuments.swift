public import KoineDocuments
import KoineText

extension Document {
  /// Returns the documents of what was read from one input, in its order; lines that repeat in them are not looked for.
  ///
  /// - Parameters:
  ///   - feed: what was read.
  ///   - name: the name of the input, for identifiers and for the record.
  ///   - sha256: the hash of the input's bytes.
  ///   - isTraced: whether stages keep what they do, for an explanation.
  ///   - before: how many items of the input came before these.
  ///   - isAlone: whether the input has one item and no more; the number of items says so if it is `nil`.
  /// - Returns: one document an item.
  public static func documents(
    of feed: Feed,
    name: String,
    sha256: String?,
    isTraced: Bool = false,
    before: Int = 0,
    isAlone: Bool? = nil
  ) -> [Document] {
    let isAlone = isAlone ?? (feed.items.count == 1)
    return feed.items.enumerated().map { index, item in
      var source = Source()
      source.name = feed.title
      source.homePageURL = feed.homePageURL
      source.feedURL = feed.id.flatMap { $0.hasPrefix("http") ? $0 : nil }
      source.file = name
      source.sha256 = sha256
      source.encoding = feed.encoding
      source.item = before + index + 1
      source.line = item.line
      source.place = item.place
      var metadata = Metadata()
      metadata.url = item.url
      metadata.datePublished = item.datePublished
      metadata.dateModified = item.dateModified
      metadata.authors = item.authors
      metadata.tags = item.tags
      metadata.statedLanguage = item.language ?? feed.language
      metadata.extras = item.extras
      let place = isAlone ? name : "\(name)#\(source.item)"
      var document = Document(
        id: item.id ?? item.url ?? place,
        source: source,
        metadata: metadata,
        title: item.title,
        lead: item.contentText?.isEmpty == false ? item.summary : nil,
        body: body(of: item),
        isTraced: isTraced
      )
      document.trace?.origins = item.origins
      document.trace?.leftOut = item.leftOut
      document.lineSource = LineSurvey.source(
        feedURL: source.feedURL,
        homePage: source.homePageURL,
        url: metadata.url,
        file: name,
        isAlone: isAlone
      )
      if item.isCut { document.flags.insert(.truncated) }
      document.diagnostics = item.diagnostics + (index == 0 ? feed.diagnostics : [])
      return document
    }
  }

  /// The article's text, or what the feed says of it.
  private static func body(of item: FeedItem) -> String {
    [item.contentText, item.summary].lazy.compactMap(\.self).first { !$0.isEmpty } ?? ""
  }
}
