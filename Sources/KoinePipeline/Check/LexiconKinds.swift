import KoineDocuments
import KoineEntities
public import KoineLexicon
import KoineTranslation
import KoineValues

/// Every kind of lexicon file that a module reads.
public enum LexiconKinds {
  /// The kinds, for the checker and the lexicon tools.
  public static let all: [TableSchema] =
    DocumentLexicons.schemas + EntityLexicons.schemas + TranslationLexicons.schemas + [ValueVocabulary.schema]

  /// Returns the kind of the file at `path`: by its place under the lexicons, else by its header line.
  public static func kind(of path: String, header: [String]) -> TableSchema? {
    let parts = path.split(separator: "/")
    for depth in [2, 3] where parts.count >= depth {
      let place = parts.suffix(depth).joined(separator: "/")
      if let kind = all.first(where: { $0.matches(place) }) { return kind }
    }
    return all.first { $0.columns.map(\.name) == header }
  }
}
