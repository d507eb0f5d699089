import KoineEntities
import KoineLexicon
import KoineText
import TestTables
import Testing

/// What every line of `organizations.tsv` must keep, and names that the registry tells apart or joins.
struct RegistryDataTests {
  private static let store = LexiconStore(directory: Fixture.lexicons(), cache: nil)
  private let organizations = Table("../../Lexicons/entities/organizations.tsv").rows

  private static func parts(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }

  @Test func theRegistryKnowsTheIndustry() {
    #expect(organizations.count >= 1_500)
    let placed = organizations.count { !$0["country"].isEmpty }
    #expect(placed * 100 >= organizations.count * 99)
  }

  @Test func aNameBelongsToOneOrganization() {
    var owners: [String: String] = [:]
    for row in organizations {
      for name in Set(([row["name"]] + Self.parts(row["aliases"])).map { $0.lowercased() }).sorted() {
        #expect(name.unicodeScalars.count >= 2, "'\(name)' at \(row) is too short to tell anything")
        let owner = owners.updateValue(row["id"], forKey: name)
        #expect(owner == nil, "'\(name)' at \(row) belongs to \(owner ?? "")")
      }
    }
  }

  @Test func aTickerBelongsToOneOrganization() {
    var owners: [String: String] = [:]
    for row in organizations where !row["ticker"].isEmpty {
      let halves = row["ticker"].split(separator: ":", omittingEmptySubsequences: false)
      #expect(halves.count == 2 && halves.allSatisfy { !$0.isEmpty }, "\(row): '\(row["ticker"])' names no exchange")
      let owner = owners.updateValue(row["id"], forKey: row["ticker"])
      #expect(owner == nil, "'\(row["ticker"])' at \(row) belongs to \(owner ?? "")")
    }
  }

  @Test func countriesAreRegionsOfCLDRAndWeakNamesAreNames() {
    for row in organizations {
      let country = row["country"]
      #expect(country.isEmpty || Regions.name(of: country, in: .english) != nil, "\(row): no country '\(country)'")
      #expect(!row["kind"].isEmpty, "\(row) has no kind")
      let names = Set([row["name"]] + Self.parts(row["aliases"]))
      for weak in Self.parts(row["weak"]) { #expect(names.contains(weak), "\(row): '\(weak)' is no name of it") }
    }
  }

  @Test func namesAreJoinedAndToldApartByTheRegistry() throws {
    let matcher = try NameMatcher(store: Self.store)
    for row in Table("entities/registry-data.tsv").rows {
      let match = matcher.compare(row["one"], row["other"], type: .organization)
      #expect((match.score >= 0.5) == (row["same"] == "yes"), "\(row): \(match.score) \(match.reason)")
    }
  }
}
