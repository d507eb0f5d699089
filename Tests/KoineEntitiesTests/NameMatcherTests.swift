import KoineEntities
import KoineLexicon
import KoineText
import TestTables
import Testing

struct NameMatcherTests {
  // Compiled once for all cases.
  private static let shared = Result {
    try NameMatcher(store: LexiconStore(directory: Fixture.lexicons(), cache: nil))
  }

  private let matcher: NameMatcher

  init() throws { matcher = try Self.shared.get() }

  @Test(arguments: Table("entities/match.tsv").rows)
  func tellsWhetherTwoNamesAreOne(row: Table.Row) {
    let match = matcher.compare(row["a"], row["b"], type: EntityType(written: row["type"]))
    let backward = matcher.compare(row["b"], row["a"], type: EntityType(written: row["type"]))
    #expect((match.score >= 0.5) == (row["same"] == "yes"), "\(row["a"]) / \(row["b"]): \(match)")
    #expect(match.score == backward.score)
    #expect(!match.reason.isEmpty)
  }

  @Test(arguments: Table("entities/different.tsv").rows)
  func keepsNamesApartThatOnlyLookAlike(row: Table.Row) {
    let match = matcher.compare(row["a"], row["b"], type: .organization)
    #expect(match.score < 0.5, "\(row["a"]) / \(row["b"]): \(match)")
  }

  @Test func saysWhichRegistryEntryDecided() {
    let match = matcher.compare("NAURA Technology Group", "North China Huachuang", type: .organization)
    #expect(match.reason == "the registry knows both as 'Northern Huachuang'")
  }

  @Test(arguments: ["", " ", "a", "&", "...", "Co., Ltd.", "\u{0}\u{1}", "🏭", "()", "S.p.A.", "公司", "the", "の"])
  func survivesNamesWithNothingInThem(name: String) {
    for other in ["", "Orvane", name, "北方华创"] {
      for type in EntityType.allCases {
        let score = matcher.compare(name, other, type: type).score
        #expect((0...1).contains(score))
      }
    }
  }

  @Test func survivesVeryLongNames() {
    let long = String(repeating: "Orvane (x) 北 2 ", count: 2_000)
    let other = String(repeating: "x", count: 10_000)
    for type in EntityType.allCases {
      #expect((0...1).contains(matcher.compare(long, other, type: type).score))
      #expect(matcher.compare(long, long, type: type).score > 0.5)
    }
  }

  @Test func everySchemaFitsItsShippedFile() throws {
    let store = LexiconStore(directory: Fixture.lexicons(), cache: nil)
    let files = [
      "organizations", "legal-forms", "places", "person-names", "nicknames", "roles", "triggers", "words",
      "name-glosses/it", "name-glosses/zh", "name-glosses/mul",
    ].map { "entities/\($0).tsv" }
    for name in files {
      let schema = try #require(EntityLexicons.schemas.first { $0.matches(name) })
      #expect(try !store.file(name).rows(schema).isEmpty)
    }
  }
}
