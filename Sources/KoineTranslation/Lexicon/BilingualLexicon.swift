import KoineLexicon
import KoineText

/// What Italian lemmas are in English, by part of speech.
struct BilingualLexicon: Sendable {
  private let table: MappedTable

  init(store: LexiconStore) throws(Diagnostics) {
    let schemas = TranslationLexicons.bilingual
    let files = schemas.map(\.path) + [TranslationLexicons.bilingualClosed.path]
    table = try store.table("it-en", version: 2, from: files) { sources throws(Diagnostics) in
      var builder = TableBuilder(columns: 2)
      for (source, (schema, letter)) in zip(sources, zip(schemas, ["n", "v", "a", "d"])) {
        for row in try source.rows(schema) { builder.add("\(letter):\(row[0])", [row[1], row[2]], origin: row.origin) }
      }
      for row in try sources[4].rows(TranslationLexicons.bilingualClosed) {
        builder.add("\(row[1]):\(row[0])", [row[2], row[3]], origin: row.origin)
      }
      return builder
    }
  }

  /// The renderings of a lemma as a noun, best first.
  func nouns(_ lemma: String) -> [Sense] { senses("n:", lemma) }
  /// The renderings of an infinitive, best first.
  func verbs(_ lemma: String) -> [Sense] { senses("v:", lemma) }
  /// The renderings of an adjective, best first.
  func adjectives(_ lemma: String) -> [Sense] { senses("a:", lemma) }
  /// The renderings of an adverb, best first.
  func adverbs(_ lemma: String) -> [Sense] { senses("d:", lemma) }
  /// The renderings of a word of a closed class.
  func closed(_ lemma: String, _ tag: Tag) -> [Sense] { senses("\(tag):", lemma) }

  private func senses(_ prefix: String, _ lemma: String) -> [Sense] {
    table.rows(prefix + lemma).enumerated().map { rank, row in
      Sense(english: row[0], notes: row[1], origin: row.origin, rank: rank)
    }
  }
}
