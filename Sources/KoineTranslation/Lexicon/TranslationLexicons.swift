public import KoineLexicon

/// The kinds of lexicon files that the translator reads.
public enum TranslationLexicons {
  static let tags = Set(Tag.named.keys)

  /// `it/nouns.tsv`: lemma and pattern; a plural or feminine that the pattern does not give.
  public static let italianNouns = TableSchema(
    path: "it/nouns.tsv",
    columns: [
      .init("lemma", isRequired: true), .init("paradigm", isRequired: true), .init("plural"), .init("feminine"),
    ]
  )
  /// `it/adjectives.tsv`: masculine singular and pattern.
  public static let italianAdjectives = TableSchema(
    path: "it/adjectives.tsv",
    columns: [.init("lemma", isRequired: true), .init("paradigm", isRequired: true)]
  )
  /// `it/verbs.tsv`: infinitive, pattern, auxiliary.
  public static let italianVerbs = TableSchema(
    path: "it/verbs.tsv",
    columns: [
      .init("lemma", isRequired: true), .init("paradigm", isRequired: true),
      .init("auxiliary", values: ["a", "e", "ae"]),
    ]
  )
  /// `it/adverbs.tsv`: words that do not inflect.
  public static let italianAdverbs = TableSchema(path: "it/adverbs.tsv", columns: [.init("lemma", isRequired: true)])
  /// `it/closed.tsv` and `it/forms.tsv`: single forms with what they are.
  public static let italianForms = ["it/closed.tsv", "it/forms.tsv"].map { path in
    TableSchema(
      path: path,
      columns: [
        .init("form", isRequired: true), .init("lemma", isRequired: true),
        .init("tag", isRequired: true, values: tags), .init("features"), .init("cost"),
      ]
    )
  }
  /// `it/preferences.tsv`: what a reading of an ambiguous form costs beside the others.
  public static let italianPreferences = TableSchema(
    path: "it/preferences.tsv",
    columns: [
      .init("form", isRequired: true), .init("lemma", isRequired: true),
      .init("tag", isRequired: true, values: tags), .init("cost", isRequired: true),
    ],
    uniqueColumns: 3
  )
  /// `it-en/nouns.tsv` and its sisters: a lemma and one rendering a line, the preferred one first.
  public static let bilingual = ["nouns", "verbs", "adjectives", "adverbs"].map { name in
    TableSchema(
      path: "it-en/\(name).tsv",
      columns: [
        .init("lemma", isRequired: true), .init("english", isRequired: true),
        .init(name == "nouns" || name == "adverbs" ? "class" : "frame"),
      ]
    )
  }
  /// `it-en/closed.tsv`: words of the closed classes, by lemma and tag.
  public static let bilingualClosed = TableSchema(
    path: "it-en/closed.tsv",
    columns: [
      .init("lemma", isRequired: true), .init("tag", isRequired: true, values: tags), .init("english"), .init("notes"),
    ]
  )
  /// Phrases and terms: several words that mean one thing.
  public static let phrases = ["it-en/phrases.tsv", "it-en/names.tsv", "it-en-*/terms.tsv"].map { path in
    TableSchema(
      path: path,
      columns: [
        .init("italian", isRequired: true), .init("pos", isRequired: true, values: PhraseTable.kinds),
        .init("english", isRequired: true), .init("frame"),
      ]
    )
  }
  /// A user's own terms.
  public static let userTerms = TableSchema(
    path: "*.tsv",
    columns: [
      .init("italian", isRequired: true), .init("english", isRequired: true), .init("pos", values: PhraseTable.kinds),
    ]
  )
  /// `en/nouns.tsv`: irregular plurals and nouns that are not counted.
  public static let englishNouns = TableSchema(
    path: "en/nouns.tsv",
    columns: [
      .init("noun", isRequired: true), .init("plural"), .init("count", values: ["mass", "plural", "same"]),
    ],
    uniqueColumns: 1
  )
  /// `en/verbs.tsv`: irregular verbs, and those that double their last letter.
  public static let englishVerbs = TableSchema(
    path: "en/verbs.tsv",
    columns: [
      .init("verb", isRequired: true), .init("past", isRequired: true), .init("participle", isRequired: true),
      .init("ing"),
    ],
    uniqueColumns: 1
  )
  /// `en/adjectives.tsv`: comparatives that take an ending or are irregular.
  public static let englishAdjectives = TableSchema(
    path: "en/adjectives.tsv",
    columns: [
      .init("adjective", isRequired: true), .init("comparative", isRequired: true),
      .init("superlative", isRequired: true),
    ],
    uniqueColumns: 1
  )
  /// `en/articles.tsv`: words whose sound and spelling disagree about *a* and *an*.
  public static let englishArticles = TableSchema(
    path: "en/articles.tsv",
    columns: [.init("word", isRequired: true), .init("article", isRequired: true, values: ["a", "an"])],
    uniqueColumns: 1
  )
  /// `en/words.tsv`: words that a guess may end up with.
  public static let englishWords = TableSchema(
    path: "en/words.tsv",
    columns: [.init("word", isRequired: true)],
    uniqueColumns: 1
  )

  /// Every kind, for checks.
  public static let schemas: [TableSchema] =
    [italianNouns, italianAdjectives, italianVerbs, italianAdverbs, italianPreferences] + italianForms + bilingual + [
      bilingualClosed
    ]
    + phrases + [englishNouns, englishVerbs, englishAdjectives, englishArticles, englishWords, EnglishEditor.schema]
}
