import KoineEntities
import KoineLexicon
import KoineText
import TestTables
import Testing

struct StatedNamesTests {
  // Compiled once for all cases.
  private static let shared = Result {
    try EntityFinder(store: LexiconStore(directory: Fixture.lexicons(), cache: nil))
  }

  private let finder: EntityFinder

  init() throws { finder = try Self.shared.get() }

  private func mentions(_ row: Table.Row) -> [Mention] {
    finder.mentions(in: row["text"], language: Language(rawValue: row["language"]))
  }

  @Test(arguments: Table("entities/stated.tsv").rows)
  func takesWhatATextSaysOfNames(row: Table.Row) {
    let found = mentions(row)
    let aliases = found.compactMap { mention in
      mention.relation.map { "\(mention.text)=\(mention.name):\($0.rawValue)" }
    }
    #expect(aliases == row.list("aliases"), "\(row["why"])")
    let tickers = found.filter { !$0.tickers.isEmpty }.map { "\($0.name)=\($0.tickers.joined(separator: ","))" }
    #expect(tickers == row.list("tickers"), "\(row["why"])")
    #expect(!found.contains { ["NYSE", "HKEX", "Borsa Italiana"].contains($0.text) })
  }

  @Test(arguments: Table("entities/weak.tsv").rows)
  func anOrdinaryWordIsANameWhereTheTextBearsItOut(row: Table.Row) {
    let found = mentions(row).compactMap { mention in mention.id.map { "\(mention.text)=\($0)" } }
    #expect(found.filter { $0.contains("=org:") } == row.list("ids"), "\(row["why"])")
  }

  @Test func aNameThatOneTextExplainsIsKnownInOthers() throws {
    let clusterer = try NameClusterer(store: LexiconStore(directory: Fixture.lexicons(), cache: nil))
    func seen(_ document: String, _ text: String) -> [NameObservation] {
      finder.mentions(in: text, language: .english).filter { $0.type == .organization }.map { mention in
        NameObservation(
          name: mention.text,
          type: mention.type,
          document: document,
          id: mention.id,
          fullName: mention.name,
          relation: mention.relation
        )
      }
    }
    let list = clusterer.clusters(
      of: seen("a", "Halvor Metals LLC d/b/a Northgate Alloys makes castings.")
        + seen("b", "The Northgate Alloys Group will hire. Northgate Alloys makes castings.")
    )
    #expect(list.count == 1)
    #expect(list.first?.names.map(\.name).contains("Halvor Metals LLC") == true)
    let former = clusterer.clusters(of: seen("a", "Halvor Metals LLC, formerly Northgate Alloys, makes castings."))
    #expect(former.first?.names.filter(\.isFormer).map(\.name) == ["Northgate Alloys"])
  }
}
