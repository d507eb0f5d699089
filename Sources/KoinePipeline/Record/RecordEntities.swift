import KoineEntities

/// The names of a record, grouped by what they name.
struct RecordEntities {
  let json: JSONValue

  private struct Group {
    let mention: Mention
    var places: [ShownText.Place] = []
    var weight = 0.0
  }

  init(_ document: Document, _ shown: ShownText) {
    var order: [String: Int] = [:]
    var groups: [Group] = []
    for place in shown.mentions {
      let mention = place.mention
      let key = mention.id ?? "\(mention.type.rawValue) \(mention.name)"
      let index = order[key] ?? groups.count
      order[key] = index
      if index == groups.count { groups.append(Group(mention: mention)) }
      groups[index].places.append(place)
      // A name in the title says what an article is about more than one in the text.
      groups[index].weight += place.member.hasSuffix("title") ? 3 : 1
    }
    let total = groups.reduce(0) { $0 + $1.weight }
    json = .array(
      groups.map { group in
        [
          "id": .optional(group.mention.id),
          "name": .string(group.mention.name),
          "type": .string(group.mention.type.rawValue),
          "same_as": .strings(group.mention.sameAs),
          "country": .optional(group.mention.country ?? AboutCountry.country(of: group.mention.id)),
          "confidence": .share(group.places.map(\.mention.confidence).max() ?? 0),
          "mentions": .array(group.places.map(\.json)),
          "salience": .share(group.weight / max(1, total)),
        ]
      }
    )
  }
}
