public import KoineLexicon

/// The kinds of files under `Lexicons/entities`.
public enum EntityLexicons {
  /// The languages whose glosses of name words are shipped; `mul` holds those with a few words each, `latn`
  /// Chinese and Japanese words in Latin letters.
  static let glossLanguages = [
    "ca", "cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "ja", "ko", "latn", "mul", "nl", "no", "pl", "pt", "ro",
    "ru", "sv", "tr", "zh",
  ]

  static let organizations = TableSchema(
    path: "entities/organizations.tsv",
    columns: [
      .init("id", isRequired: true), .init("name", isRequired: true), .init("aliases"), .init("country"),
      .init("kind"), .init("ticker"), .init("weak"),
    ],
    uniqueColumns: 1
  )
  static let legalForms = TableSchema(
    path: "entities/legal-forms.tsv",
    columns: [
      .init("form", isRequired: true), .init("countries", isRequired: true),
      .init(
        "kind",
        isRequired: true,
        values: [
          "stock", "limited", "partnership", "cooperative", "corporation", "company", "group", "state", "association",
          "foundation", "other",
        ]
      ),
      .init("where", isRequired: true, values: ["start", "end", "both", "inside"]),
    ],
    uniqueColumns: 1
  )
  static let places = TableSchema(
    path: "entities/places.tsv",
    columns: [
      .init("name", isRequired: true), .init("english", isRequired: true), .init("country"),
      .init("kind", isRequired: true, values: ["city", "region", "country", "continent"]),
      .init("note", values: ["weak"]),
    ],
    uniqueColumns: 3
  )
  static let personNames = TableSchema(
    path: "entities/person-names.tsv",
    columns: [
      .init("name", isRequired: true), .init("part", isRequired: true, values: ["given", "surname", "pinyin"]),
      .init("languages"),
    ],
    uniqueColumns: 2
  )
  static let nicknames = TableSchema(
    path: "entities/nicknames.tsv",
    columns: [.init("nickname", isRequired: true), .init("name", isRequired: true)],
    uniqueColumns: 2
  )
  static let roles = TableSchema(
    path: "entities/roles.tsv",
    columns: [.init("role", isRequired: true), .init("languages", isRequired: true)],
    uniqueColumns: 2
  )
  static let triggers = TableSchema(
    path: "entities/triggers.tsv",
    columns: [
      .init("word", isRequired: true),
      .init("type", isRequired: true, values: ["Organization", "Place", "Person", "Product", "Event"]),
      .init("where", isRequired: true, values: ["first", "last", "any"]), .init("languages", isRequired: true),
    ],
    uniqueColumns: 4
  )
  static let knownNames = TableSchema(
    path: "entities/known-names.tsv",
    columns: [
      .init("name", isRequired: true),
      .init("type", isRequired: true, values: ["Organization", "Place", "Person", "Product", "Event"]),
      .init("canonical", isRequired: true), .init("languages"),
    ],
    uniqueColumns: 1
  )
  static let context = TableSchema(
    path: "entities/context.tsv",
    columns: [
      .init("word", isRequired: true),
      .init(
        "class",
        isRequired: true,
        values: Set(WordClass.names.map(\.0)).union(["function", "common"])
      ),
      .init("languages", isRequired: true),
    ],
    uniqueColumns: 2
  )
  static let words = TableSchema(
    path: "entities/words.tsv",
    columns: [
      .init("word", isRequired: true), .init("class", isRequired: true, values: ["stop", "generic", "field", "body"]),
    ],
    uniqueColumns: 1
  )
  static let kanjiReadings = TableSchema(
    path: "entities/kanji-readings.tsv",
    columns: [.init("character", isRequired: true), .init("readings", isRequired: true)],
    uniqueColumns: 1
  )
  static let glosses = TableSchema(
    path: "entities/name-glosses/*.tsv",
    columns: [.init("word", isRequired: true), .init("english")],
    uniqueColumns: 1
  )

  /// Every kind, for `koine check`.
  public static let schemas: [TableSchema] = [
    organizations, legalForms, places, personNames, nicknames, roles, triggers, knownNames, context, words,
    kanjiReadings, glosses,
  ]
}
