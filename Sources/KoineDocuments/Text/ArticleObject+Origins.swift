extension ArticleObject {
  /// Notes which members gave the fields of an item, and which others might have.
  func addOrigins(_ value: JSONValue, to item: inout FeedItem) {
    let fields: [(FieldOrigin.Field, [FieldMap.Field])] = [
      (.id, [.id]), (.url, [.url]), (.title, [.title]), (.summary, [.summary]), (.text, [.content, .html]),
      (.datePublished, [.published]), (.dateModified, [.modified]), (.authors, [.author]), (.tags, [.tags]),
      (.language, [.language]),
    ]
    for (field, sources) in fields {
      item.note(
        field,
        sources.flatMap { source in
          (options.fields[source] + (Self.usualNames[source] ?? [])).compactMap { path in
            value.member(path).map { found in
              (path, found.joinedText ?? found.elements.lazy.compactMap { $0["name"]?.string }.first, item.line)
            }
          }
        }
      )
    }
  }
}

extension FeedItem {
  /// Takes extras in the shape in which `koine read` shows them: lists of texts, or of objects with `_text`, by name.
  mutating func addExtras(_ value: JSONValue?) {
    guard case .object(let members)? = value else { return }
    for member in members {
      for element in member.value.elements {
        guard case .object(let parts) = element else {
          if let text = element.scalarText { addExtra(member.name, text) }
          continue
        }
        let attributes = parts.prefix(20).compactMap { part in
          part.name == "_text" ? nil : part.value.scalarText.map { FeedExtra.Attribute(name: part.name, value: $0) }
        }
        addExtra(member.name, element["_text"]?.string, attributes)
      }
    }
  }
}
