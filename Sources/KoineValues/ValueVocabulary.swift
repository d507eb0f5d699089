public import KoineLexicon
public import KoineText

/// The words that make values in a language: months, parts of a year, scales, currencies, units.
public struct ValueVocabulary: Sendable {
  /// The kind of file that holds them.
  public static let schema = TableSchema(
    path: "values/*.tsv",
    columns: [
      .init("word", isRequired: true),
      .init(
        "kind",
        isRequired: true,
        values: [
          "month", "part", "ordinal", "scale", "currency", "unit", "period", "percent", "of", "before-year",
        ]
      ),
      .init("value", isRequired: true),
      .init("english"),
    ]
  )

  /// What a word stands for.
  struct Entry: Sendable {
    let kind: String
    let value: String
    let english: String
  }

  private let table: MappedTable

  /// Opens the words of a language, or `nil` if the lexicons have none for it.
  ///
  /// - Throws: every problem of the file.
  public init?(store: LexiconStore, language: Language) throws(Diagnostics) {
    let file = "values/\(language.rawValue).tsv"
    guard store.contains(file) else { return nil }
    table = try store.table("values", version: 1, from: [file]) { sources throws(Diagnostics) in
      var builder = TableBuilder(columns: 3)
      for row in try sources[0].rows(Self.schema) {
        builder.add(row[0], [row[1], row[2], row[3]], origin: row.origin)
      }
      return builder
    }
  }

  /// What `word`, in lower case, stands for as a `kind`.
  func entry(_ word: String, _ kind: String) -> Entry? {
    for row in table.rows(word) where row[0] == kind { return Entry(kind: row[0], value: row[1], english: row[2]) }
    return nil
  }
}
