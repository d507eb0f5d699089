/// The elements of an item that give its fields, by their rank; those of other vocabularies have a prefix.
enum FeedWords {
  static let id = ["guid", "id"]
  static let title = ["title", "dc:title", "media:title"]
  static let content = ["content:encoded", "content", "body", "fullitem"]
  static let summary = ["summary", "description", "dc:description", "abstract", "itunes:summary", "media:description"]
  static let author = ["author", "dc:creator", "dc:author", "managingeditor", "itunes:author"]
  static let tags = ["category", "dc:subject", "keywords", "itunes:keywords", "media:keywords"]
  static let language = ["dc:language", "language"]
  static let published = ["pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created"]
  static let modified = ["updated", "modified", "dcterms:modified", "lastmod", "lastbuilddate"]
}
