public import KoineEntities

/// Writes a canonical list of names.
public struct NameList: Sendable {
  /// The shapes that a list can be written in.
  public enum Format: String, Sendable, CaseIterable {
    case table, csv, json, jsonl, ftm
  }

  private let names: [CanonicalName]

  /// Takes a list in its order.
  public init(_ names: [CanonicalName]) { self.names = names }

  /// The list in a shape, with the last line end.
  public func text(_ format: Format) -> String {
    switch format {
    case .table: NameTable(names).text
    case .csv: csv
    case .json: names.isEmpty ? "[]\n" : "[\n" + names.map { $0.json.line }.joined(separator: ",\n") + "\n]\n"
    case .jsonl: names.map { $0.json.line + "\n" }.joined()
    case .ftm: names.map { $0.followTheMoney.line + "\n" }.joined()
    }
  }

  /// One row a variant.
  private var csv: String {
    var text = CSV.row([
      "id", "name", "type", "country", "variant", "count", "documents", "confidence", "decided", "legal_forms",
      "tickers", "why",
    ])
    for name in names {
      let shared = [name.id, name.name, name.type?.rawValue ?? "", name.country ?? ""]
      for variant in name.names {
        let documents = Set(variant.places.map(\.document)).count
        text += CSV.row(
          shared + [
            variant.name, "\(variant.count)", documents > 0 ? "\(documents)" : "",
            "\((name.confidence * 1000).rounded() / 1000)", variant.isDecided ? "yes" : "",
            name.legalForms.joined(separator: "; "), name.tickers.joined(separator: "; "),
            variant.why.isEmpty ? name.why : variant.why,
          ]
        )
      }
    }
    return text
  }
}

extension CanonicalName {
  /// The entry as a JSON object, as `docs/names.md` describes it.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(id),
      "name": .string(name),
      "type": .optional(type?.rawValue),
      "country": .optional(country),
      "names": .array(names.map(\.json)),
      "documents": .strings(documents),
      "confidence": .share(confidence),
      "why": .string(why),
    ]
    if isDecided { members["decided"] = true }
    if !legalForms.isEmpty { members["legal_forms"] = .strings(legalForms) }
    if !tickers.isEmpty { members["tickers"] = .strings(tickers) }
    if !sameAs.isEmpty { members["same_as"] = .strings(sameAs) }
    return .object(members)
  }
}

extension CanonicalName.Variant {
  fileprivate var json: JSONValue {
    var members: [String: JSONValue] = ["name": .string(name), "count": .integer(count)]
    if !why.isEmpty { members["why"] = .string(why) }
    if isDecided { members["decided"] = true }
    if isFormer { members["former"] = true }
    if !places.isEmpty {
      members["places"] = .array(
        places.map { place in
          var members: [String: JSONValue] = [
            "document": .string(place.document), "in": .string(place.member), "start": .integer(place.start),
            "end": .integer(place.end),
          ]
          if let file = place.file {
            members["file"] = .string(file)
            members["item"] = .integer(place.item)
          }
          return .object(members)
        }
      )
    }
    return .object(members)
  }
}
