import KoineDocuments
import KoinePipeline
import KoineText

extension Document {
  /// The hash of everything that a pipeline makes a record of, apart from the place in the file.
  var contentHash: String {
    var hash = SHA256()
    func add(_ part: String?) {
      hash.update(part.map { "\($0.utf8.count) " } ?? "- ")
      if let part { hash.update(part) }
    }
    func add(_ parts: [String]) {
      add("\(parts.count)")
      parts.forEach(add)
    }
    let parts: [String?] = [
      id, source.name, source.homePageURL, source.feedURL, source.encoding, metadata.url, metadata.datePublished,
      metadata.dateModified, metadata.statedLanguage, title.read, lead.read, body.read, failure?.code, failure?.message,
    ]
    parts.forEach(add)
    add(metadata.authors)
    add(metadata.tags)
    for extra in metadata.extras {
      add(extra.name)
      add(extra.value)
      add(extra.attributes.flatMap { [$0.name, $0.value] })
    }
    add(flags.sorted().map(\.rawValue))
    add(diagnostics.flatMap { [$0.severity.rawValue, $0.code, $0.message] })
    add(repeatedLines.map { "\($0.range.lower) \($0.range.upper) \($0.articles)" })
    return hash.finish()
  }
}
