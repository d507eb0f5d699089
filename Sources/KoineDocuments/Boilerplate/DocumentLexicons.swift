public import KoineLexicon

/// The kinds of lexicon files that reading documents needs.
public enum DocumentLexicons {
  /// Whole-line patterns: the language, the kind of line, the pattern, and a line that it must match.
  public static let boilerplate = TableSchema(
    path: "boilerplate/*.tsv",
    columns: [
      .init("language", isRequired: true),
      .init("kind", isRequired: true, values: Set(BoilerplateKind.allCases.map(\.rawValue))),
      .init("pattern", isRequired: true),
      .init("test", isRequired: true),
    ],
    uniqueColumns: 3
  )

  /// Every kind of file.
  public static let schemas: [TableSchema] = [boilerplate]

  /// The files of patterns that ship with Koine.
  public static let boilerplateFiles = ["de", "en", "es", "fr", "it", "ja", "nl", "pt", "ru", "zh"].map {
    "boilerplate/\($0).tsv"
  }
}

/// What a line of boilerplate is for.
public enum BoilerplateKind: String, Sendable, CaseIterable {
  case advert, author, comments, cookie, copyright, credit, link, navigation, newsletter, print, related, reprint, share
  case readMore = "read-more"
  case source, tags, truncated, views
}
