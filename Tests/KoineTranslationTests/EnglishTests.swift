import KoineLexicon
import TestTables
import Testing

@testable import KoineTranslation

@Suite("English forms")
struct EnglishTests {
  @Test("words take their forms", arguments: Table("translation/english.tsv").rows)
  func inflects(row: Table.Row) throws {
    let inflector = try EnglishInflector(store: RuleTests.store)
    let word = row["word"]
    let form: String =
      switch row["form"] {
      case "plural": inflector.plural(word)
      case "past": inflector.form(.past, of: word)
      case "participle": inflector.form(.participle, of: word)
      case "ing": inflector.form(.ing, of: word)
      case "third": inflector.form(.third, of: word)
      case "comparative": inflector.comparative(word)
      case "superlative": inflector.superlative(word)
      default: inflector.article(before: word)
      }
    #expect(form == row["result"])
  }

  @Test(
    "numbers change their separators",
    arguments: [
      ("1.234,5", "1,234.5"), ("1.234", "1,234"), ("2025", "2025"), ("4,5", "4.5"), ("10:30", "10:30"), ("'90", "'90s"),
      ("3.11", "3.11"),
    ]
  )
  func numbers(italian: String, english: String) { #expect(EnglishNumbers.rewritten(italian) == english) }

  @Test(
    "ordinals get their endings",
    arguments: [("1", "1st"), ("2", "2nd"), ("11", "11th"), ("23", "23rd"), ("x", "x")]
  )
  func ordinals(digits: String, english: String) { #expect(EnglishNumbers.ordinal(digits) == english) }
}
