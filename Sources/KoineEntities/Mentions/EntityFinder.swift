public import KoineLexicon
public import KoineText

/// Finds the names of organizations, people and places in texts.
///
/// Names come from the registries, the gazetteer and CLDR, from legal forms and words such as `Group` or `Ministry`,
/// from first names, surnames and roles, and for the rest from what stands around a capitalized word.
public final class EntityFinder: Sendable {
  private let tables: MentionTables
  private let pinyin = Pinyin()

  /// Opens the lexicons of names in `store`.
  ///
  /// - Parameters:
  ///   - store: the lexicons.
  ///   - registries: the user's files of names (TSV, CSV, JSONL), the first winning over the next and over the shipped.
  /// - Throws: `Diagnostics` with every problem of every file.
  public init(store: LexiconStore, registries: [String] = []) throws(Diagnostics) {
    tables = try MentionTables(store: store, registries: registries)
  }

  /// Returns the names in `text`, in their order, none overlapping another.
  ///
  /// - Parameters:
  ///   - text: the text; beyond 2 GiB nothing is found.
  ///   - language: its language; English and Italian have context of their own, others go by tables and forms.
  ///   - sentences: the ranges of its sentences; without them full stops decide.
  /// - Returns: the mentions; their ranges are offsets in `text`.
  public func mentions(in text: String, language: Language, sentences: [TextRange]? = nil) -> [Mention] {
    guard text.utf8.count < Int(Int32.max) else { return [] }
    var search = NameSearch(text, language: language, sentences: sentences, tables: tables, pinyin: pinyin)
    search.collect()
    search.acquaint()
    return search.mentions()
  }
}
