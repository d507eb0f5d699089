import KoineEntities
import KoineLexicon
import KoinePipeline
import KoineText
import TestTables
import Testing

/// Two hundred short articles, made of templates and names of which a reader knows what they mean.
struct ArticleFolder {
  /// A name at a place in an article.
  struct Occurrence: Hashable {
    let document: String
    let name: String
    /// What the reader takes it for.
    let key: String
    let type: String
  }

  private(set) var documents: [Document] = []
  private(set) var occurrences: Set<Occurrence> = []

  init() {
    let names = Dictionary(uniqueKeysWithValues: Table("entities/articles-names.tsv").rows.map { ($0["key"], $0) })
    let templates = Dictionary(
      uniqueKeysWithValues: Table("entities/articles-templates.tsv").rows.map { ($0["template"], $0["text"]) }
    )
    for (index, row) in Table("entities/articles.tsv").rows.enumerated() {
      let id = "article-\(index + 1).txt"
      var text = templates[row["template"]] ?? ""
      for slot in row["slots"].split(separator: " ") {
        let parts = slot.split(whereSeparator: { $0 == "=" || $0 == "." }).map(String.init)
        guard parts.count == 3, let entry = names[parts[1]], let number = Int(parts[2]) else { continue }
        let name = entry.list("variants")[number]
        text = text.replacing("{\(parts[0])}", with: name)
        occurrences.insert(Occurrence(document: id, name: name, key: parts[1], type: entry["type"]))
      }
      // A full stop ends the abbreviation and the sentence.
      documents.append(Document(id: id, body: text.replacing("..", with: ".")))
    }
  }
}

struct ArticleFolderTests {
  private func definition() throws -> Pipeline {
    let path = Fixture.root() + "/Pipelines/names.yaml"
    let bytes = try #require(Fixture.bytes("../../Pipelines/names.yaml"))
    let read = try Definition(bytes, file: path, registry: .standard)
    return try read.pipeline(Resources(store: LexiconStore(directory: Fixture.lexicons(), cache: nil)))
  }

  // At the end of a sentence nobody can tell whose full stop it is.
  private func bare(_ name: String) -> Substring { name.last == "." ? name.dropLast() : name[...] }

  @Test("every two names that a reader takes for one are together, and no two others")
  func readsAFolderAsAReaderDoes() async throws {
    let folder = ArticleFolder()
    #expect(folder.documents.count == 200)
    let pipeline = try definition()
    var observations: [NameObservation] = []
    for document in folder.documents { observations += await pipeline.run(document).nameObservations }
    let store = LexiconStore(directory: Fixture.lexicons(), cache: nil)
    let clusterer = try NameClusterer(store: store)
    let list = clusterer.clusters(of: observations)

    // Where a name was found, and in which entry.
    var entries: [String: Set<Int>] = [:]
    for (number, entry) in list.enumerated() {
      for variant in entry.names {
        for place in variant.places { entries["\(place.document)\t\(bare(variant.name))", default: []].insert(number) }
      }
    }
    var keys: [String: Set<Int>] = [:]
    var holders: [Int: Set<String>] = [:]
    for occurrence in folder.occurrences.sorted(by: { ($0.document, $0.name) < ($1.document, $1.name) }) {
      let found = entries["\(occurrence.document)\t\(bare(occurrence.name))"] ?? []
      #expect(found.count == 1, "'\(occurrence.name)' in \(occurrence.document)")
      keys[occurrence.key, default: []].formUnion(found)
      for entry in found { holders[entry, default: []].insert(occurrence.key) }
    }
    for (key, found) in keys.sorted(by: { $0.key < $1.key }) where found.count > 1 {
      Issue.record("apart: \(key): \(found.sorted().map { list[$0].names.map(\.name) })")
    }
    for (entry, found) in holders.sorted(by: { $0.key < $1.key }) where found.count > 1 {
      Issue.record("together: \(found.sorted()): \(list[entry].names.map(\.name))")
    }

    // Half of the folder first, the rest later: nothing that was together comes apart, and no entry is lost.
    let half = Set(folder.documents.prefix(100).map(\.id))
    let first = clusterer.clusters(of: observations.filter { half.contains($0.document ?? "") })
    let second = clusterer.clusters(of: observations.filter { !half.contains($0.document ?? "") }, joining: first)
    #expect(Set(second.map { Set($0.names.map(\.name)) }) == Set(list.map { Set($0.names.map(\.name)) }))
    #expect(second.reduce(0) { $0 + $1.count } == observations.count)
    #expect(Set(first.map(\.id)).isSubset(of: second.map(\.id)))
  }
}
