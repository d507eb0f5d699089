import KoineLexicon
import KoineText

/// The list of English words that guesses are held against.
struct EnglishWords: Sendable {
  private let table: MappedTable

  init(store: LexiconStore) throws(Diagnostics) {
    let schema = TranslationLexicons.englishWords
    table = try store.table("en-words", version: 1, from: [schema.path]) { sources throws(Diagnostics) in
      var builder = TableBuilder(columns: 0)
      for row in try sources[0].rows(schema) { builder.add(row[0], [], origin: row.origin) }
      return builder
    }
  }

  /// Whether `word`, in lower case, is an English word in its base form.
  func contains(_ word: String) -> Bool { table.contains(word) }

  /// The English word that an Italian stem makes with an ending, in one of the spellings that the languages differ by.
  func spelled(_ stem: String, _ ending: String) -> String? {
    for spelling in Self.spellings(stem) where contains(spelling + ending) { return spelling + ending }
    return nil
  }

  private static func spellings(_ stem: String) -> [String] {
    var result = [stem]
    let changes = [
      ("f", "ph"), ("i", "y"), ("t", "th"), ("cr", "chr"), ("z", "ti"), ("ss", "x"), ("tt", "ct"), ("tt", "pt"),
      ("mm", "dm"), ("vv", "dv"), ("gg", "dj"), ("qu", "cqu"), ("st", "xt"), ("s", "x"), ("c", "ch"), ("r", "rh"),
      ("e", "ae"), ("ch", "c"), ("mm", "m"), ("ll", "l"), ("nn", "n"), ("tt", "t"), ("pp", "p"), ("cc", "c"),
      ("bb", "b"), ("zz", "z"), ("ff", "f"), ("i", "j"), ("gi", "j"), ("s", "ns"), ("or", "our"), ("f", "ff"),
      ("c", "k"), ("ch", "k"), ("chi", "ki"), ("gh", "g"), ("o", "u"), ("isc", "esc"),
    ]
    for (italian, english) in changes where stem.contains(italian) {
      result.append(stem.replacing(italian, with: english))
      if let range = stem.firstRange(of: italian) { result.append(stem.replacingCharacters(in: range, with: english)) }
    }
    return result
  }
}

extension String {
  /// The string with one stretch replaced.
  fileprivate func replacingCharacters(in range: Range<String.Index>, with replacement: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: replacement)
    return copy
  }
}
