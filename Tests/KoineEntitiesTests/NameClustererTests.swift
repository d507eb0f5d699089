import KoineEntities
import KoineLexicon
import TestTables
import Testing

struct NameClustererTests {
  // Compiled once for all cases.
  private static let shared = Result {
    try NameClusterer(store: LexiconStore(directory: Fixture.lexicons(), cache: nil))
  }

  private let clusterer: NameClusterer

  init() throws { clusterer = try Self.shared.get() }

  @Test(arguments: Table("entities/clusters.tsv").rows)
  func putsTogetherWhatIsOneAndNothingElse(row: Table.Row) {
    let names = row.list("names")
    let list = clusterer.clusters(of: names.map { NameObservation(name: $0, type: EntityType(written: row["type"])) })
    var wanted: [String: Set<String>] = [:]
    for (name, group) in zip(names, row.list("groups")) { wanted[group, default: []].insert(name) }
    #expect(Set(list.map { Set($0.names.map(\.name)) }) == Set(wanted.values))
  }

  @Test(arguments: Table("entities/clusters-display.tsv").rows)
  func showsTheTradeName(row: Table.Row) {
    let list = clusterer.clusters(
      of: row.list("names").map { NameObservation(name: $0, type: EntityType(written: row["type"])) }
    )
    #expect(list.map(\.name) == [row["shown"]])
  }

  @Test func addsUpCountsAndDocuments() throws {
    let list = clusterer.clusters(of: [
      NameObservation(name: "Orvane Wafer", type: .organization, count: 2, document: "b"),
      NameObservation(name: "Orvane Wafer", type: .organization, count: 3, document: "a"),
      NameObservation(name: "Orvane Wafer S.p.A.", type: .organization, document: "b"),
    ])
    let one = try #require(list.first)
    #expect(list.count == 1)
    #expect(one.names.map(\.name) == ["Orvane Wafer", "Orvane Wafer S.p.A."])
    #expect(one.names.map(\.count) == [5, 1])
    #expect(one.documents == ["a", "b"])
    #expect(one.type == .organization)
    #expect((0.5...1).contains(one.confidence))
  }

  @Test func aShortNameMeansWhatItStandsForInItsDocument() {
    let list = clusterer.clusters(of: [
      NameObservation(name: "Marta Bellavista", type: .person, document: "a"),
      NameObservation(name: "Bellavista", type: .person, document: "a", fullName: "Marta Bellavista"),
      NameObservation(name: "Carlo Bellavista", type: .person, document: "b"),
      NameObservation(name: "Bellavista", type: .person, count: 4, document: "b", fullName: "Carlo Bellavista"),
    ])
    #expect(list.map(\.name) == ["Carlo Bellavista", "Marta Bellavista"])
    #expect(list.map(\.documents) == [["b"], ["a"]])
  }

  @Test func shortFormsFromDocumentsNeedADocumentThatHasBoth() {
    func list(_ places: [(String, String)]) -> Set<Set<String>> {
      let seen = places.map { NameObservation(name: $0.0, type: .organization, document: $0.1) }
      return Set(clusterer.clusters(of: seen).map { Set($0.names.map(\.name)) })
    }
    #expect(list([("Tessaro", "a"), ("Tessaro Shipping", "a")]) == [["Tessaro", "Tessaro Shipping"]])
    #expect(list([("Tessaro", "a"), ("Tessaro Shipping", "b")]) == [["Tessaro"], ["Tessaro Shipping"]])
    let acronym = [("BAMC", "a"), ("Bolano Advanced Memory Corporation", "b")]
    #expect(list(acronym) == [["BAMC"], ["Bolano Advanced Memory Corporation"]])
    #expect(list(acronym + [("BAMC", "b")]).count == 1)
  }

  @Test func keepsTypesApart() {
    let list = clusterer.clusters(of: [
      NameObservation(name: "Tessaro", type: .organization), NameObservation(name: "Tessaro", type: .person),
    ])
    #expect(list.count == 2)
    #expect(Set(list.map(\.id)).count == 2)
  }

  @Test func identifiersOfTheSourceDecide() {
    let list = clusterer.clusters(of: [
      NameObservation(name: "Tessaro", type: .organization, id: "user:1"),
      NameObservation(name: "Tessaro", type: .organization, id: "user:2"),
      NameObservation(name: "Kestrix", type: .organization, id: "user:1"),
    ])
    #expect(list.map { $0.names.map(\.name) } == [["Kestrix", "Tessaro"], ["Tessaro"]])
    #expect(list.map(\.id) == ["user:1", "user:2"])
  }

  @Test func givesTheSameListForAnyOrder() {
    let names = Table("entities/clusters.tsv").rows.flatMap { $0.list("names") }
    let forward = clusterer.clusters(of: names.map { NameObservation(name: $0) })
    let backward = clusterer.clusters(of: names.reversed().map { NameObservation(name: $0) })
    #expect(forward == backward)
    #expect(forward == clusterer.clusters(of: names.map { NameObservation(name: $0) }))
    #expect(Set(forward.map(\.id)).count == forward.count)
    #expect(forward.flatMap { $0.names.map(\.name) }.sorted() == Array(Set(names)).sorted())
  }

  @Test func keepsIdentifiersWhenNamesJoin() {
    let few = clusterer.clusters(of: ["Orvane Wafer", "Kestrix"].map { NameObservation(name: $0) })
    let more = clusterer.clusters(
      of: ["Orvane Wafer", "Orvane Wafer S.p.A.", "Kestrix", "Marivelle"].map { NameObservation(name: $0) }
    )
    #expect(Set(few.map(\.id)).isSubset(of: more.map(\.id)))
  }

  @Test func losesNothingOfOddInput() {
    let long = String(repeating: "Orvane Wafer ", count: 800)
    var names = ["", " ", "\u{0}\u{1}\u{7}", "\n", "x", "é", "公", "🏭", "()", "...", "\u{202E}", long, long + "x"]
    names += ["Orvane\u{0} Wafer", "a\tb"]
    names += Array(repeating: "Veltrion", count: 5_000)
    let list = clusterer.clusters(of: names.map { NameObservation(name: $0) })
    #expect(list.flatMap(\.names).reduce(0) { $0 + $1.count } == names.count)
    #expect(Set(list.flatMap { $0.names.map(\.name) }) == Set(names))
    #expect(list.first { $0.name == "Veltrion" }?.names.map(\.count) == [5_000])
    #expect(list.first { $0.names.contains { $0.name == long } }?.names.count == 1)
  }

  @Test func survivesManyNamesThatAllLookAlike() {
    let names =
      (0..<3_000).map { "Perlanta Fund \($0)" } + (0..<2_000).map { "Veltrion Silicon \($0 % 2 == 0 ? "AG" : "SA")" }
    let list = clusterer.clusters(of: names.map { NameObservation(name: $0) })
    #expect(list.count == 3_001)
  }

  @Test func countsThatOverflowAreNoCrash() {
    let list = clusterer.clusters(of: [
      NameObservation(name: "Kestrix", count: .max), NameObservation(name: "Kestrix", count: .max),
      NameObservation(name: "Kestrix AG", count: -5),
    ])
    #expect(list.count == 1)
  }
}
