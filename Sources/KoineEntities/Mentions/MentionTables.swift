import KoineLexicon
import KoineText

/// What the finder looks words and phrases up in, keyed as `WordReader` folds them.
final class MentionTables: Sendable {
  /// Folded word → its classes as a decimal number.
  let words: MappedTable
  /// Folded phrase → what it names; every beginning of a phrase is known too.
  let phrases: MappedTable
  /// Reads texts the way the keys were read.
  let reader: WordReader
  // The classes by row, so that the hot path makes no strings.
  private let classes: [UInt32]

  /// Opens or compiles the tables; `registries` are the user's files of names, the first winning.
  init(store: LexiconStore, registries: [String]) throws(Diagnostics) {
    let reader = WordReader()
    self.reader = reader
    // What these tables are made from is opened only when they are not in the cache.
    func compiler() throws(Diagnostics) -> MentionTableCompiler {
      try MentionTableCompiler(reader: reader, entities: EntityTables(store: store, registries: registries))
    }
    let files =
      registries
      + [
        "organizations", "places", "known-names", "roles", "triggers", "legal-forms", "person-names", "context",
      ].map { "entities/\($0).tsv" }
    phrases = try store.table("mentions-phrases", version: 6, from: files) { files throws(Diagnostics) in
      try compiler().phrases(files)
    }
    words = try store.table("mentions-words", version: 3, from: files) { files throws(Diagnostics) in
      try compiler().words(files)
    }
    classes = words.all.map { UInt32($0[0]) ?? 0 }
  }

  /// The classes of a folded word.
  @inline(__always)
  func classes(of word: Span<UInt8>) -> WordClass {
    guard let row = words.rows(word).first, row.index < classes.count else { return [] }
    return WordClass(rawValue: classes[row.index])
  }
}

/// One thing that a phrase may name.
struct PhraseEntry: Sendable {
  /// What kind of row it is.
  enum Kind: String, Sendable {
    case registry = "R"
    case place = "P"
    case known = "N"
    case role = "T"
    case legalForm = "L"
  }

  var kind: Kind
  var type: EntityType
  var name: String
  var id: String
  var written: String
  /// `weak`, the languages of a role or known name, or where a legal form stands.
  var note: String
  /// The country of a registry's entry, of a place, or of a legal form that only one country has.
  var country: String
  /// Addresses of the same thing elsewhere.
  var sameAs: [String]
  /// The row in the table of phrases.
  var row: Int
  var origin: Origin

  init?(_ row: MappedTable.Row) {
    guard let kind = Kind(rawValue: row[0]) else { return nil }
    self.kind = kind
    type = EntityType(rawValue: row[1]) ?? .organization
    name = row[2]
    id = row[3]
    written = row[4]
    note = row[5]
    country = row[6]
    sameAs = row[7].isEmpty ? [] : RegistryFile.parts(row[7])
    self.row = row.index
    origin = row.origin
  }
}
