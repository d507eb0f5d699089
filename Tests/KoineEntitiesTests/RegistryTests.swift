import KoineEntities
import KoineLexicon
import KoineText
import TestTables
import Testing

struct RegistryTests {
  private let store = LexiconStore(directory: Fixture.lexicons(), cache: nil)

  @Test(arguments: ["registry.tsv", "registry.csv", "registry.jsonl"])
  func usersRegistriesOfEveryFormatDecide(file: String) throws {
    let matcher = try NameMatcher(store: store, registries: [Fixture.path("entities/\(file)")])
    let match = matcher.compare("Blue Heron Works", "Zweigstelle 7", type: .organization)
    #expect(match.score >= 0.9)
    #expect(match.reason == "the registry knows both as 'Blue Heron'")
  }

  @Test func aUsersNameWinsOverTheShippedOne() throws {
    let matcher = try NameMatcher(store: store, registries: [Fixture.path("entities/registry.jsonl")])
    let match = matcher.compare("NAURA", "Heron Tools", type: .organization)
    #expect(match.score >= 0.9)
  }

  @Test func aRegistryWithoutNamesIsToldWithItsLine() throws {
    #expect {
      _ = try NameMatcher(store: store, registries: [Fixture.path("entities/registry-bad.tsv")])
    } throws: { error in
      guard let problems = error as? Diagnostics, let first = problems.all.first else { return false }
      return first.code == "registry.unknown-type" && first.location?.line == 3 && first.hint != nil
    }
  }
}
