import KoineDocuments
import KoineEntities
public import KoineText
import KoineTranslation
import KoineValues

/// Opens everything that is compiled from lexicons, so that it lies in the cache.
public enum EveryLexicon {
  /// Opens every lexicon.
  ///
  /// - Throws: every problem of the first module that has one.
  public static func open(_ resources: Resources) throws(Diagnostics) {
    let store = resources.store
    _ = try Boilerplate(store: store)
    _ = try EnglishEditor(store: store)
    _ = try ItalianTranslator(store: store)
    _ = try NameMatcher(store: store)
    _ = try EntityFinder(store: store)
    for language in [Language.italian, .english] { _ = try ValueFinder(store: store, language: language) }
  }
}
