/// The words of a language whose full stop does not, or not always, end a sentence.
///
/// All are in lower case and without the last full stop: `dott`, `s.p.a`.
public struct Abbreviations: Sendable {
  /// Words that something always follows, such as titles: `dott. Rossi`.
  public var leading: Set<String>
  /// Words that may end a sentence, such as `ecc.` or `Inc.`; they do when the next word starts one.
  public var trailing: Set<String>
  /// Words that a number follows, and plain words elsewhere: `n. 5`, `art. 12`.
  public var numbering: Set<String>
  /// Words that sentences start with, and that hardly follow an abbreviation otherwise: articles, pronouns, adverbs.
  public var starters: Set<String>
  /// Names of months, which follow an ordinal number in German: `3. Mai`.
  public var months: Set<String>

  /// Collects abbreviations.
  public init(
    leading: Set<String> = [],
    trailing: Set<String> = [],
    numbering: Set<String> = [],
    starters: Set<String> = [],
    months: Set<String> = []
  ) {
    self.leading = leading
    self.trailing = trailing
    self.numbering = numbering
    self.starters = starters
    self.months = months
  }

  /// Returns this module's own list for a language; one of titles and legal forms for languages that it has none for.
  public static func standard(for language: Language) -> Abbreviations {
    let list =
      switch language.rawValue {
      case "en": AbbreviationLists.english
      case "it": AbbreviationLists.italian
      case "de": AbbreviationLists.german
      case "fr": AbbreviationLists.french
      case "es": AbbreviationLists.spanish
      default: AbbreviationLists.general
      }
    return Abbreviations(
      leading: set(list.leading).union(set(AbbreviationLists.titles)),
      trailing: set(list.trailing).union(set(AbbreviationLists.legalForms)),
      numbering: set(list.numbering),
      starters: set(list.starters),
      months: set(list.months)
    )
  }

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }
}
