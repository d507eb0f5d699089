import Foundation
import KoineLexicon
import KoineText

/// One entry of a user's file of names, before it is judged.
struct RegistryRecord {
  var values: [String: [String]]
  var file: String
  var line: Int

  func problem(_ code: String, _ message: String, hint: String?) -> Diagnostic {
    Diagnostic(.error, code, message, at: .init(file: file, line: line), hint: hint)
  }

  /// The addresses that its columns `wikidata`, `lei` and `same_as` give, or what is wrong with one of them.
  var sameAs: Result<[String], Diagnostic> {
    var found: [String] = []
    for id in values["wikidata"] ?? [] where !id.isEmpty {
      guard let address = SameAs.wikidata(id) else {
        return .failure(problem("registry.wikidata", "'\(id)' is no item of Wikidata", hint: "write it as Q42"))
      }
      found.append(address)
    }
    for code in values["lei"] ?? [] where !code.isEmpty {
      guard let address = SameAs.lei(code) else {
        return .failure(
          problem(
            "registry.lei",
            "'\(code)' is no Legal Entity Identifier",
            hint: "it has 20 letters and digits, and the last two are check digits"
          )
        )
      }
      found.append(address)
    }
    return .success(found + (values["same_as"] ?? []))
  }

  /// Reads comma- or tab-separated lines under a header; fields of CSV may be quoted.
  static func separated(
    _ file: LexiconStore.SourceFile,
    by separator: Character
  ) throws(Diagnostics) -> [RegistryRecord] {
    var records: [RegistryRecord] = []
    var header: [String] = []
    for (line, fields) in rows(file.text, separator: separator) {
      if header.isEmpty {
        header = fields.map { $0.lowercased() }
        guard header.contains("name") else {
          throw Diagnostics([
            Diagnostic(
              .error,
              "registry.header",
              "the first line should name the columns, 'name' among them",
              at: .init(file: file.name, line: line),
              hint:
                "columns are id, name, aliases, type, country, weak, ticker, wikidata, lei, same_as; aliases are separated by |"
            )
          ])
        }
        continue
      }
      var values: [String: [String]] = [:]
      for (column, field) in zip(header, fields) where !field.isEmpty {
        values[column] = Self.lists.contains(column) ? RegistryFile.parts(field) : [field]
      }
      records.append(RegistryRecord(values: values, file: file.name, line: line))
    }
    return records
  }

  // Columns that hold several values with `|` between them.
  private static let lists: Set<String> = ["aliases", "weak", "ticker", "same_as"]

  private static func rows(_ text: String, separator: Character) -> [(line: Int, fields: [String])] {
    var rows: [(Int, [String])] = []
    var fields: [String] = []
    var field = ""
    var quoted = false
    var line = 1
    var start = 1
    func finish() {
      fields.append(field)
      field = ""
      if fields.contains(where: { !$0.isEmpty }), fields.first?.hasPrefix("#") != true { rows.append((start, fields)) }
      fields = []
    }
    var previous: Character?
    for character in text {
      if character.isNewline { line += 1 }
      if quoted {
        if character == "\"" { quoted = false } else { field.append(character) }
      } else if character == "\"", separator == ",", field.isEmpty || previous == "\"" {
        if previous == "\"", !field.isEmpty { field.append("\"") }
        quoted = true
      } else if character == separator {
        fields.append(field)
        field = ""
      } else if character.isNewline {
        finish()
        start = line
      } else {
        field.append(character)
      }
      previous = character
    }
    if !field.isEmpty || !fields.isEmpty { finish() }
    return rows
  }

  /// Reads one JSON object a line; values are strings, or lists of strings for `aliases`.
  static func jsonLines(_ file: LexiconStore.SourceFile) throws(Diagnostics) -> [RegistryRecord] {
    var records: [RegistryRecord] = []
    var problems: [Diagnostic] = []
    for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy(\.isWhitespace) { continue }
      guard let fields = try? JSONDecoder().decode([String: Field].self, from: Data(line.utf8)) else {
        problems.append(
          Diagnostic(
            .error,
            "registry.json",
            "the line is not a JSON object",
            at: .init(file: file.name, line: index + 1),
            hint: "one object a line, such as {\"name\": \"Acme\", \"aliases\": [\"Acme Corp\"]}"
          )
        )
        continue
      }
      if fields["properties"] != nil {
        guard let entity = try? JSONDecoder().decode(FollowTheMoneyEntity.self, from: Data(line.utf8)) else {
          problems.append(
            Diagnostic(
              .error,
              "registry.ftm",
              "the line is no entity of FollowTheMoney",
              at: .init(file: file.name, line: index + 1),
              hint: "an entity has an id, a schema, and properties that are lists of strings"
            )
          )
          continue
        }
        guard let values = entity.values else { continue }
        records.append(RegistryRecord(values: values, file: file.name, line: index + 1))
        continue
      }
      records.append(RegistryRecord(values: fields.mapValues(\.strings), file: file.name, line: index + 1))
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
    return records
  }

  private struct Field: Decodable {
    var strings: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(String.self) {
        strings = [one]
      } else if let many = try? container.decode([String].self) {
        strings = many
      } else {
        strings = []
      }
    }
  }
}
