import KoineLexicon
import KoineText

/// The compiled tables of names, places and name words, and what is asked of them.
///
/// Keys are folded names. Rows of one key keep their order of preference: user's files come before shipped ones.
final class EntityTables: Sendable {
  /// Folded alias → id, name, alias as written, type, country, `weak` or nothing, addresses elsewhere, tickers.
  let registry: MappedTable
  /// Folded place name → English name, country, kind, `weak` or nothing, id, name as written.
  let places: MappedTable
  /// Folded word → kind (`L` legal form, `N` its countries and how it is written, `G` gloss, `S` gloss of a stem, `C` class, `R` Japanese reading,
  /// `H` and `T` the length of a legal form that begins or ends with it), value.
  let words: MappedTable
  /// Folded personal name → `given`, `surname`, `pinyin` or `nick`, then languages or the full name.
  let people: MappedTable
  /// Folded word or phrase → `role` or a type, where, languages.
  let triggers: MappedTable
  /// Folds names.
  let folding: NameFolding

  /// Opens or compiles the tables; `registries` are the user's files of names, the first winning.
  init(store: LexiconStore, registries: [String]) throws(Diagnostics) {
    let folding = NameFolding()
    self.folding = folding
    let compiler = EntityTableCompiler(folding: folding)
    registry = try store.table("entities-registry", version: 6, from: registries + ["entities/organizations.tsv"]) {
      files throws(Diagnostics) in try compiler.registry(files)
    }
    places = try store.table("entities-places", version: 5, from: ["entities/places.tsv"]) {
      files throws(Diagnostics) in try compiler.places(files)
    }
    words = try store.table(
      "entities-words",
      version: 6,
      from: ["entities/legal-forms.tsv", "entities/words.tsv", "entities/kanji-readings.tsv"]
        + EntityLexicons.glossLanguages.map { "entities/name-glosses/\($0).tsv" }
    ) { files throws(Diagnostics) in try compiler.words(files) }
    people = try store.table(
      "entities-people",
      version: 4,
      from: ["entities/person-names.tsv", "entities/nicknames.tsv"]
    ) { files throws(Diagnostics) in try compiler.people(files) }
    triggers = try store.table("entities-triggers", version: 4, from: ["entities/roles.tsv", "entities/triggers.tsv"]) {
      files throws(Diagnostics) in try compiler.triggers(files)
    }
  }
}

/// An organization, person or other named thing that a registry knows.
struct RegistryEntry: Sendable {
  var id: String
  var name: String
  var alias: String
  var type: EntityType
  var country: String
  var isWeak: Bool
  var origin: Origin
  /// Addresses of the same thing elsewhere.
  var sameAs: [String] = []
  /// Codes of its shares with their exchange.
  var tickers: [String] = []

  init?(_ row: MappedTable.Row) {
    guard let type = EntityType(rawValue: row[3]) else { return nil }
    id = row[0]
    name = row[1]
    alias = row[2]
    self.type = type
    country = row[4]
    isWeak = row[5] == "weak"
    origin = row.origin
    if !row[6].isEmpty { sameAs = RegistryFile.parts(row[6]) }
    if !row[7].isEmpty { tickers = RegistryFile.parts(row[7]) }
  }
}

/// A place that the gazetteer or CLDR knows.
struct PlaceEntry: Sendable {
  var name: String
  var country: String
  var kind: String
  var isWeak: Bool
  var id: String
  var written: String
  var origin: Origin

  init(_ row: MappedTable.Row) {
    name = row[0]
    country = row[1]
    kind = row[2]
    isWeak = row[3] == "weak"
    id = row[4]
    written = row[5]
    origin = row.origin
  }
}
