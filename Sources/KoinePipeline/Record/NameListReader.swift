import FoundationEssentials
public import KoineEntities
public import KoineText

/// Reads a canonical list in the shape that `NameList` writes as JSONL.
public enum NameListReader {
  private struct Entry: Decodable {
    struct Variant: Decodable {
      struct Place: Decodable {
        let document: String
        let file: String?
        let item: Int?
        let `in`: String
        let start: Int
        let end: Int
      }

      let name: String
      let count: Int
      let why: String?
      let decided: Bool?
      let former: Bool?
      let places: [Place]?
    }

    let id: String
    let name: String
    let type: String?
    let country: String?
    let names: [Variant]
    let documents: [String]?
    let confidence: Double?
    let why: String?
    let legal_forms: [String]?
    let tickers: [String]?
    let same_as: [String]?
  }

  /// Reads the entries of a list.
  ///
  /// - Parameters:
  ///   - bytes: one JSON object a line; blank lines are passed over.
  ///   - file: the name of the file, for messages.
  /// - Returns: the entries, in the order of the file.
  /// - Throws: `Diagnostics` with every line that is no entry, and with identifiers that two lines share.
  public static func names(_ bytes: [UInt8], file: String) throws(Diagnostics) -> [CanonicalName] {
    var names: [CanonicalName] = []
    var problems: [Diagnostic] = []
    var lines: [String: Int] = [:]
    func report(_ code: String, _ message: String, _ line: Int, hint: String) {
      let place = Diagnostic.Location(file: file, line: line)
      problems.append(Diagnostic(.error, "names." + code, message, at: place, hint: hint))
    }
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
      guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line)) else {
        report(
          "list",
          "the line is no entry of a list",
          index + 1,
          hint: "give a list that 'koine names --format jsonl' wrote"
        )
        continue
      }
      if let type = entry.type, EntityType(rawValue: type) == nil {
        report("type", "'\(type)' is no type of names", index + 1, hint: "one of \(Self.types)")
        continue
      }
      if let other = lines[entry.id] {
        report("id", "the identifier '\(entry.id)' is that of line \(other) too", index + 1, hint: "keep one of them")
        continue
      }
      lines[entry.id] = index + 1
      names.append(name(entry))
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
    return names
  }

  private static var types: String { EntityType.allCases.map(\.rawValue).joined(separator: ", ") }

  private static func name(_ entry: Entry) -> CanonicalName {
    var name = CanonicalName(
      id: entry.id,
      name: entry.name,
      type: entry.type.flatMap(EntityType.init(rawValue:)),
      names: entry.names.map { variant in
        CanonicalName.Variant(
          name: variant.name,
          count: max(0, variant.count),
          why: variant.why ?? "",
          places: (variant.places ?? []).map { place in
            NamePlace(
              document: place.document,
              file: place.file,
              item: place.item ?? 1,
              member: place.in,
              start: place.start,
              end: place.end
            )
          },
          isDecided: variant.decided ?? false,
          isFormer: variant.former ?? false
        )
      },
      documents: entry.documents ?? [],
      confidence: entry.confidence ?? 1,
      why: entry.why ?? ""
    )
    name.country = entry.country
    name.legalForms = entry.legal_forms ?? []
    name.tickers = entry.tickers ?? []
    name.sameAs = entry.same_as ?? []
    return name
  }
}
