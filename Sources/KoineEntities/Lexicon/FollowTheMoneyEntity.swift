/// One entity of FollowTheMoney (https://followthemoney.tech), as it stands on a line of its own.
struct FollowTheMoneyEntity: Decodable {
  let id: String
  let schema: String
  let properties: [String: [String]]

  // What has a name of a kind that Koine keeps; ownerships, payments and vessels have none.
  private static let types: [String: EntityType] = [
    "Company": .organization, "Organization": .organization, "LegalEntity": .organization, "PublicBody": .organization,
    "Person": .person, "Address": .place, "Event": .event, "Asset": .product,
  ]

  /// The entity as an entry of a registry; `nil` if it is nothing that texts name.
  var values: [String: [String]]? {
    guard let type = Self.types[schema] else { return nil }
    let names = (properties["name"] ?? []) + (type == .place ? properties["full"] ?? [] : [])
    guard let name = names.first else { return nil }
    var aliases: [String] = []
    for key in ["alias", "previousName", "weakAlias", "abbreviation"] { aliases += properties[key] ?? [] }
    var others: [String] = []
    for other in names.dropFirst() + aliases where other != name && !others.contains(other) { others.append(other) }
    var values = ["id": [id], "name": [name], "aliases": others, "type": [type.rawValue]]
    let countries = properties["country"] ?? properties["mainCountry"] ?? properties["jurisdiction"]
    if let country = countries?.first { values["country"] = [country.uppercased()] }
    values["weak"] = properties["weakAlias"]
    values["ticker"] = properties["ticker"]
    values["wikidata"] = properties["wikidataId"]
    values["lei"] = properties["leiCode"]
    return values
  }
}
