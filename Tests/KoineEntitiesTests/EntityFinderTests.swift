import KoineEntities
import KoineLexicon
import KoineText
import TestTables
import Testing

@Suite struct EntityFinderTests {
  // Compiled once for all cases.
  private static let shared = Result {
    try EntityFinder(store: LexiconStore(directory: Fixture.lexicons(), cache: nil))
  }

  private let finder: EntityFinder

  init() throws { finder = try Self.shared.get() }

  @Test(arguments: Table("entities/mentions.tsv").rows)
  func findsNames(row: Table.Row) {
    let found = finder.mentions(in: row["text"], language: Language(rawValue: row["language"]))
    #expect(found.map { "\($0.type.rawValue):\($0.text)=\($0.name)" } == row.list("mentions"), "\(row["why"])")
  }

  @Test(arguments: Table("entities/mentions.tsv").rows)
  func mentionsAreSortedAndApartAndSayWhy(row: Table.Row) {
    let found = finder.mentions(in: row["text"], language: Language(rawValue: row["language"]))
    for (a, b) in zip(found, found.dropFirst()) { #expect(a.range.upper <= b.range.lower) }
    for mention in found {
      #expect(row["text"][mention.range].map(String.init) == mention.text)
      #expect(!mention.why.isEmpty && !mention.name.isEmpty)
      #expect((0.0...1.0).contains(mention.confidence))
      #expect(mention.id == nil || mention.origin != nil)
    }
  }

  @Test func allAliasesOfOneEntityHaveItsIdentifier() {
    let text = "North China Huachuang, Northern Huachuang and NAURA are one company."
    let found = finder.mentions(in: text, language: .english)
    #expect(found.map(\.id) == Array(repeating: "org:northern-huachuang", count: 3))
  }

  @Test func hostileTextIsHarmless() {
    let pieces = [
      "", "'", "’’’s", "A.", "A.B.C.D.", "X (", "((((", ")", "&&&", "Li Li Li Li", "S.p.A.", "Co., Ltd.", "\u{0}",
      "\u{FEFF}",
      "e\u{301}\u{301}", "\u{1F600}", "北", "北方华创（", "https://", "@", "www.", "of of of", "di di", "Mr. Mr.", "\u{2028}",
      "-",
      "Van der", "d’", "Ministry of the", "Università di", "\u{E0001}", "ﬁ", "İ", "ß", "Σ",
    ]
    for first in pieces {
      for second in pieces {
        for text in [first + second, "\(first) \(second)", "\(first)\n\(second) Rossi, \(first)"] {
          for language in [Language.english, .italian, "de", "zh"] {
            for mention in finder.mentions(in: text, language: language) {
              #expect(text[mention.range].map(String.init) == mention.text)
            }
          }
        }
      }
    }
  }

  @Test func longRunsTakeTimeInProportion() {
    for piece in ["Northern ", "A.", "Bank of ", "Li ", "(", "’", "北方", "Aa-", "S.p.A. ", "van der "] {
      let text = String(repeating: piece, count: 5_000)
      #expect(finder.mentions(in: text, language: .english).count <= text.utf8.count)
    }
  }
}
