import KoineLexicon
import KoineText
import TestTables
import Testing

@testable import KoineTranslation

@Suite("Italian")
struct ItalianTests {
  static let forms = try? ItalianForms(store: RuleTests.store)

  @Test("forms lead to their lemma", arguments: Table("translation/forms.tsv").rows)
  func readsForms(row: Table.Row) {
    let readings = Self.forms?.readings(of: row["form"]).map { "\($0.lemma)/\($0.tag).\($0.features)" } ?? []
    let wanted = row["reading"]
    #expect(readings.contains(wanted) || readings.contains(wanted + "."), "\(readings)")
  }

  @Test("sentences are cut into words, numbers and marks", arguments: Table("translation/tokens.tsv").rows)
  func cutsTokens(row: Table.Row) {
    #expect(ItalianToken.tokens(in: row["text"]).map(\.text) == row.list("tokens"))
  }

  @Test("tokens cover what is not white space, in order")
  func tokensCover() {
    let text = "L’Aquila, «dov’è?»: 3,5 km/h… 😀 ªº ‘30 e-mail"
    let tokens = ItalianToken.tokens(in: text)
    var end: UInt32 = 0
    for token in tokens {
      #expect(token.range.lower >= end)
      let gap = text[TextRange(lower: end, upper: token.range.lower)]
      #expect(gap?.allSatisfy { $0.isWhitespace } ?? false)
      end = token.range.upper
    }
    #expect(Int(end) == text.utf8.count)
  }

  @Test(
    "unknown words are understood by their endings",
    arguments: [
      ("adattabilità", "adaptability"), ("xyzzione", ""), ("superveloce", "super"),
    ]
  )
  func guesses(word: String, english: String) throws {
    let lexicon = try BilingualLexicon(store: RuleTests.store)
    let guesser = Guesser(bilingual: lexicon, words: try EnglishWords(store: RuleTests.store))
    let forms = try ItalianForms(store: RuleTests.store)
    let found = guesser.readings(of: word, forms: forms).compactMap(\.given).first?.english ?? ""
    #expect(english.isEmpty ? found.isEmpty : found.hasPrefix(english))
  }
}
