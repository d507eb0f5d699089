/// The words of a language that tell whether a mark ends a sentence.
///
/// A word may be in several sets. All are in lower case, abbreviations without the last full stop and without spaces:
/// `dott`, `s.p.a`, `z.b`.
public struct Abbreviations: Sendable {
  /// Words that something always follows, such as titles: `dott. Rossi`.
  public var leading: Set<String>
  /// Words that may end a sentence, such as `ecc.` or `Inc.`; they do when the next word starts one.
  public var trailing: Set<String>
  /// Words that close a list of things, such as `etc.`; a capital behind them starts a sentence.
  public var closing: Set<String>
  /// Words that a number follows, and plain words elsewhere: `n. 5`, `art. 12`.
  public var numbering: Set<String>
  /// Words that sentences start with, and that hardly follow an abbreviation otherwise: articles, pronouns, adverbs.
  public var starters: Set<String>
  /// Words that follow an ordinal number where that has a full stop, such as the months in German: `3. Mai`.
  public var months: Set<String>
  /// Verbs of saying, which follow a quotation and a name, such as `asked`.
  public var sayings: Set<String>
  /// Names that are written with a mark: `Yahoo! Finance`.
  public var exclaimed: Set<String>

  /// Collects words.
  public init(
    leading: Set<String> = [],
    trailing: Set<String> = [],
    closing: Set<String> = [],
    numbering: Set<String> = [],
    starters: Set<String> = [],
    months: Set<String> = [],
    sayings: Set<String> = [],
    exclaimed: Set<String> = []
  ) {
    self.leading = leading
    self.trailing = trailing
    self.closing = closing
    self.numbering = numbering
    self.starters = starters
    self.months = months
    self.sayings = sayings
    self.exclaimed = exclaimed
  }

  /// The languages that this module has words of their own for, sorted.
  public static let languages: [Language] = AbbreviationLists.byLanguage.keys.sorted()
    .map { Language(rawValue: $0) }

  /// Returns this module's own words of a language; titles and legal forms for languages that it has none for.
  public static func standard(for language: Language) -> Abbreviations {
    let list = AbbreviationLists.byLanguage[language.rawValue] ?? AbbreviationLists.general
    let shared = list.isLatin ? AbbreviationLists.shared : AbbreviationLists.List()
    return Abbreviations(
      leading: set(list.leading, shared.leading),
      trailing: set(list.trailing, AbbreviationLists.legalForms),
      closing: set(AbbreviationLists.closing),
      numbering: set(list.numbering, shared.numbering),
      starters: set(list.starters),
      months: set(list.months),
      sayings: set(list.sayings),
      exclaimed: set(AbbreviationLists.exclaimed)
    )
  }

  private static func set(_ words: String...) -> Set<String> {
    var result = Set<String>()
    for part in words {
      for word in part.split(whereSeparator: { $0 == " " || $0 == "\n" }) { result.insert(String(word)) }
    }
    return result
  }
}
