public import KoineDocuments

extension JSONValue {
  /// What an input says beside the article: a list for each name, of texts, or of objects where there are attributes.
  public init(_ extras: [FeedExtra]) {
    var lists: [String: [JSONValue]] = [:]
    for extra in extras {
      var value = JSONValue.optional(extra.value)
      if !extra.attributes.isEmpty {
        var members = Dictionary(extra.attributes.map { ($0.name, JSONValue.string($0.value)) }) { first, _ in first }
        if extra.value != nil { members["_text"] = value }
        value = .object(members)
      }
      lists[extra.name, default: []].append(value)
    }
    self = .object(lists.mapValues { .array($0) })
  }
}
