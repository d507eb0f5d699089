import KoineEntities

extension CanonicalName {
  /// The entry as an entity of FollowTheMoney (https://followthemoney.tech), which tools for investigations read.
  var followTheMoney: JSONValue {
    var properties: [String: JSONValue] = ["name": [.string(name)]]
    let others = names.filter { $0.name != name }
    let aliases = others.filter { !$0.isFormer }.map(\.name)
    let former = others.filter(\.isFormer).map(\.name)
    if !aliases.isEmpty { properties["alias"] = .strings(aliases) }
    if !former.isEmpty { properties["previousName"] = .strings(former) }
    if let country { properties["country"] = [.string(country.lowercased())] }
    if type == .place { properties["full"] = [.string(name)] }
    let isCompany = type == .organization && !(legalForms.isEmpty && tickers.isEmpty)
    if isCompany, !legalForms.isEmpty { properties["legalForm"] = .strings(legalForms) }
    if isCompany, !tickers.isEmpty { properties["ticker"] = .strings(tickers) }
    let items = sameAs.compactMap { SameAs.wikidataID(in: $0) }
    if !items.isEmpty { properties["wikidataId"] = .strings(items) }
    let codes = type == .organization || type == .person ? sameAs.compactMap { SameAs.lei(in: $0) } : []
    if !codes.isEmpty { properties["leiCode"] = .strings(codes) }
    return [
      "id": .string(id),
      "schema": .string(schema(isCompany: isCompany)),
      "properties": .object(properties),
    ]
  }

  private func schema(isCompany: Bool) -> String {
    switch type {
    case .organization: isCompany ? "Company" : "Organization"
    case .person: "Person"
    case .place: "Address"
    case .event: "Event"
    case .product: "Asset"
    // Anyone who can own or owe: a person, a company or something like it.
    case nil: "LegalEntity"
    }
  }
}
