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
    case .table: table
    case .csv: csv
    case .json: names.isEmpty ? "[]\n" : "[\n" + names.map { Self.json($0).line }.joined(separator: ",\n") + "\n]\n"
    case .jsonl: names.map { Self.json($0).line + "\n" }.joined()
    case .ftm: names.map { Self.entity($0).line + "\n" }.joined()
    }
  }

  private static func json(_ name: CanonicalName) -> JSONValue {
    [
      "id": .string(name.id),
      "name": .string(name.name),
      "type": .optional(name.type?.rawValue),
      "names": .array(name.names.map { ["name": .string($0.name), "count": .integer($0.count)] }),
      "documents": .strings(name.documents),
      "confidence": .share(name.confidence),
      "why": .string(name.why),
    ]
  }

  /// The shape of FollowTheMoney, which tools for investigations read.
  private static func entity(_ name: CanonicalName) -> JSONValue {
    let schema =
      switch name.type {
      case .organization: "Organization"
      case .person: "Person"
      case .place: "Address"
      case .product, .event, nil: "Thing"
      }
    let aliases = name.names.map(\.name).filter { $0 != name.name }
    let label = name.type == .place ? "full" : "name"
    return [
      "id": .string(name.id),
      "schema": .string(schema),
      "properties": .object(
        [label: [.string(name.name)]].merging(aliases.isEmpty ? [:] : ["alias": .strings(aliases)]) { a, _ in a }
      ),
    ]
  }

  private var csv: String {
    var text = CSV.row(["id", "name", "type", "names", "documents", "confidence", "why"])
    for name in names {
      let variants = name.names.map { "\($0.name) (\($0.count))" }.joined(separator: "; ")
      let confidence = "\((name.confidence * 1000).rounded() / 1000)"
      let type = name.type?.rawValue ?? ""
      text += CSV.row([name.id, name.name, type, variants, "\(name.documents.count)", confidence, name.why])
    }
    return text
  }

  /// One block a type, the names of most documents first.
  private var table: String {
    let titles: [(EntityType?, String)] = [
      (.organization, "Organizations"), (.person, "People"), (.place, "Places"), (.product, "Products"),
      (.event, "Events"), (nil, "Other names"),
    ]
    let blocks = titles.compactMap { type, title -> String? in
      let own = names.filter { $0.type == type }.sorted { a, b in
        let (x, y) = (Self.weight(a), Self.weight(b))
        return x == y ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8) : x > y
      }
      if own.isEmpty { return nil }
      let width = min(44, own.map(\.name.count).max() ?? 0)
      return "\(title)\n\n" + own.map { Self.row($0, width) }.joined()
    }
    return blocks.joined(separator: "\n")
  }

  private static func weight(_ name: CanonicalName) -> [Int] {
    [name.documents.count, name.names.reduce(0) { $0 + $1.count }]
  }

  private static func row(_ name: CanonicalName, _ width: Int) -> String {
    let uses = name.names.reduce(0) { $0 + $1.count }
    let counts = name.documents.isEmpty ? "\(uses)×" : "\(uses)× in \(name.documents.count)"
    let others = name.names.filter { $0.name != name.name }.map(\.name)
    let also = others.isEmpty ? "" : "also \(others.joined(separator: ", "))"
    return "  \(padded(name.name, width)) \(padded(counts, 10)) \(also)".trimmedEnd + "\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension [Int] {
  fileprivate static func > (a: [Int], b: [Int]) -> Bool { b.lexicographicallyPrecedes(a) }
}

extension String {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
