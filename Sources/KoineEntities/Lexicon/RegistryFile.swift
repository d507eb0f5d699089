import KoineLexicon
import KoineText

/// A file of known names: shipped TSV, or a user's TSV, CSV or JSONL.
///
/// Columns are found by the names in the header: `id`, `name`, `aliases` (separated by `|`), `type`, `country`, `weak`,
/// `ticker`, `wikidata`, `lei` and `same_as`. JSONL may also be entities of FollowTheMoney.
struct RegistryFile {
  /// One known thing.
  struct Entry {
    var id: String
    var name: String
    var aliases: [String]
    var type: EntityType
    var country: String
    var weak: [String]
    var origin: Origin
    /// Addresses of the same thing elsewhere.
    var sameAs: [String] = []
    /// Codes of its shares with their exchange.
    var tickers: [String] = []
  }

  let entries: [Entry]

  /// Reads a file; the ending of its name tells the format, TSV when there is none.
  ///
  /// - Throws: `Diagnostics` with every line that cannot be used.
  init(_ file: LexiconStore.SourceFile) throws(Diagnostics) {
    if file.name == "entities/organizations.tsv" {
      entries = try file.rows(EntityLexicons.organizations).map { row in
        Entry(
          id: row[0],
          name: row[1],
          aliases: Self.parts(row[2]),
          type: .organization,
          country: row[3],
          weak: Self.parts(row[6]),
          origin: row.origin,
          tickers: Self.parts(row[5])
        )
      }
      return
    }
    let lowered = file.name.lowercased()
    let records: [RegistryRecord]
    if lowered.hasSuffix(".jsonl") || lowered.hasSuffix(".json") || lowered.hasSuffix(".ndjson")
      || lowered.hasSuffix(".ftm")
    {
      records = try RegistryRecord.jsonLines(file)
    } else {
      records = try RegistryRecord.separated(file, by: lowered.hasSuffix(".csv") ? "," : "\t")
    }
    var problems: [Diagnostic] = []
    var entries: [Entry] = []
    for record in records {
      guard let name = record.values["name"]?.first, !name.isEmpty else {
        problems.append(record.problem("registry.no-name", "the entry has no 'name'", hint: "every entry needs a name"))
        continue
      }
      var type = EntityType.organization
      if let written = record.values["type"]?.first ?? record.values["schema"]?.first, !written.isEmpty {
        guard let known = EntityType(written: written) else {
          problems.append(
            record.problem(
              "registry.unknown-type",
              "'\(written)' is not a type of names",
              hint: "one of \(EntityType.allCases.map(\.rawValue).joined(separator: ", "))"
            )
          )
          continue
        }
        type = known
      }
      let sameAs: [String]
      switch record.sameAs {
      case .success(let found): sameAs = found
      case .failure(let problem):
        problems.append(problem)
        continue
      }
      let id = record.values["id"]?.first.flatMap { $0.isEmpty ? nil : $0 }
      entries.append(
        Entry(
          id: id ?? "user:" + name.lowercased().split(whereSeparator: { $0.isWhitespace }).joined(separator: "-"),
          name: name,
          aliases: record.values["aliases"] ?? record.values["alias"] ?? [],
          type: type,
          country: record.values["country"]?.first?.uppercased() ?? "",
          weak: record.values["weak"] ?? [],
          origin: Origin(file: file.name, line: record.line),
          sameAs: sameAs,
          tickers: record.values["ticker"] ?? []
        )
      )
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
    self.entries = entries
  }

  static func parts(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }
}

extension EntityType {
  /// Takes a type as people and other tools write it: `Company` and `LegalEntity` are organizations.
  public init?(written: String) {
    switch written.lowercased() {
    case "organization", "organisation", "company", "legalentity", "publicbody", "org": self = .organization
    case "person", "per": self = .person
    case "place", "location", "address", "loc", "country", "city": self = .place
    case "product": self = .product
    case "event": self = .event
    default: return nil
    }
  }
}
