import KoineEntities
import KoineLexicon
import KoineText
import TestTables
import Testing

struct DecidedListTests {
  // Compiled once for all cases.
  private static let shared = Result {
    try NameClusterer(store: LexiconStore(directory: Fixture.lexicons(), cache: nil))
  }

  private let clusterer: NameClusterer

  init() throws { clusterer = try Self.shared.get() }

  private func decisions(_ text: String) throws -> [Decision] {
    try text.split(separator: ";").map { item in
      let words = item.split(separator: " ").map(String.init)
      let verbs = Decision.Verdict.allCases.map(\.rawValue)
      let at = try #require(words.firstIndex { verbs.contains($0) })
      return Decision(
        left: words[..<at].joined(separator: " "),
        right: words[(at + 1)...].joined(separator: " "),
        verdict: try #require(Decision.Verdict(rawValue: words[at]))
      )
    }
  }

  private func groups(_ list: [CanonicalName]) -> Set<Set<String>> { Set(list.map { Set($0.names.map(\.name)) }) }

  @Test(arguments: Table("entities/decided.tsv").rows)
  func decisionsWinOverAllEvidence(row: Table.Row) throws {
    let names = row.list("names")
    let observations = names.map { NameObservation(name: $0, type: EntityType(written: row["type"])) }
    let decided = try decisions(row["decisions"])
    var wanted: [String: Set<String>] = [:]
    for (name, group) in zip(names, row.list("groups")) { wanted[group, default: []].insert(name) }
    let list = clusterer.clusters(of: observations, decisions: decided)
    #expect(groups(list) == Set(wanted.values), "\(row["why"])")
    #expect(list == clusterer.clusters(of: observations.reversed(), decisions: decided.reversed()))
    #expect(Set(list.map(\.id)).count == list.count)
  }

  @Test func aDecisionJoinsAcrossTypes() {
    let list = clusterer.clusters(
      of: [
        NameObservation(name: "Tessaro", type: .person), NameObservation(name: "Tessaro Shipping", type: .organization),
        NameObservation(name: "Tessaro Shipping", type: .organization),
      ],
      decisions: [
        Decision(left: "Person:Tessaro", right: "Tessaro Shipping", verdict: .same, who: "Anna", when: "2025-03-31")
      ]
    )
    #expect(list.map(\.type) == [.organization])
    #expect(list.first?.names.map(\.isDecided) == [true, true])
    #expect(list.first?.names.last?.why == "decided by Anna on 2025-03-31")
  }

  @Test func aDecisionMayCallAnEntryByItsIdentifier() throws {
    let names = ["Orvane Wafer", "Orvane Wafer S.p.A.", "Kestrix"].map { NameObservation(name: $0) }
    let before = clusterer.clusters(of: names)
    let id = try #require(before.first { $0.name == "Orvane Wafer" }?.id)
    let joined = clusterer.clusters(of: names, decisions: [Decision(left: "Kestrix", right: id, verdict: .same)])
    #expect(joined.count == 1)
    let apart = clusterer.clusters(
      of: names,
      decisions: [Decision(left: "Orvane Wafer S.p.A.", right: id, verdict: .drop)]
    )
    #expect(groups(apart) == [["Orvane Wafer"], ["Orvane Wafer S.p.A."], ["Kestrix"]])
  }

  @Test func decisionsLoseNoName() throws {
    let rows = Table("entities/clusters.tsv").rows
    let names = rows.flatMap { $0.list("names") }
    var decided: [Decision] = []
    for (index, name) in names.enumerated() where index % 7 == 0 && index + 3 < names.count && name != names[index + 3]
    {
      decided.append(Decision(left: name, right: names[index + 3], verdict: index % 2 == 0 ? .drop : .different))
    }
    let list = clusterer.clusters(of: names.map { NameObservation(name: $0) }, decisions: decided)
    #expect(list.reduce(0) { $0 + $1.count } == names.count)
    for decision in decided {
      let together = list.contains { entry in
        Set([decision.left, decision.right]).isSubset(of: entry.names.map(\.name))
      }
      #expect(!together, "\(decision.left), \(decision.right)")
    }
  }

  // MARK: identifiers

  @Test func identifiersStayWhenOthersComeAndGo() {
    let few = ["Orvane Wafer", "Kestrix", "Marta Bellavista"].map { NameObservation(name: $0) }
    let more = few + ["ORVANE WAFER SPA", "Tessaro", "Kestrix AG", "Perlanta"].map { NameObservation(name: $0) }
    let ids = Set(clusterer.clusters(of: few).map(\.id))
    #expect(ids.isSubset(of: clusterer.clusters(of: more).map(\.id)))
  }

  @Test func namesakesKeepTheirIdentifiersWhenAThirdComes() throws {
    func id(_ list: [CanonicalName], _ country: String) -> String? {
      list.first { $0.names.contains { $0.name.contains(country) } }?.id
    }
    let two = clusterer.clusters(
      of: ["Ostrava Kilns (Poland)", "Ostrava Kilns (Chile)"].map { NameObservation(name: $0) }
    )
    let three = clusterer.clusters(
      of: ["Ostrava Kilns (Poland)", "Ostrava Kilns (Chile)", "Ostrava Kilns (Peru)"].map { NameObservation(name: $0) }
    )
    #expect(Set(three.map(\.id)).count == 3)
    #expect(id(two, "Poland") == id(three, "Poland"))
    #expect(three.compactMap(\.country).sorted() == ["CL", "PE", "PL"])
  }

  @Test func aLegalFormTellsTheCountryWhereOnlyOneHasIt() {
    func country(_ name: String) -> String? { clusterer.clusters(of: [NameObservation(name: name)]).first?.country }
    #expect(country("Orvane Wafer S.p.A.") == "IT")
    #expect(country("Orvane Wafer GmbH & Co. KG") == "DE")
    #expect(country("Orvane Wafer SpA") == nil)
    #expect(country("Orvane Wafer AG") == nil)
    #expect(country("Orvane Wafer S.p.A. (Chile)") == "CL")
    #expect(country("Orvane Wafer S.A. de C.V.") == "MX")
  }

  // MARK: joining an earlier list

  @Test func anEarlierListKeepsItsIdentifiersAndNames() throws {
    var old = clusterer.clusters(
      of: ["Orvane Wafer", "Kestrix"].map { NameObservation(name: $0, type: .organization) }
    )
    old[1].id = "ours:7"
    old[1].name = "The Wafer Makers"
    let new = ["ORVANE WAFER SPA", "Orvane Wafer S.p.A.", "Marivelle"].map {
      NameObservation(name: $0, type: .organization)
    }
    let list = clusterer.clusters(of: new, joining: old)
    let entry = try #require(list.first { $0.id == "ours:7" })
    #expect(entry.name == "The Wafer Makers")
    #expect(Set(entry.names.map(\.name)) == ["Orvane Wafer", "ORVANE WAFER SPA", "Orvane Wafer S.p.A."])
    #expect(list.count == 3)
  }

  @Test func entriesOfAnEarlierListBecomeOneByDecisionOnly() {
    let old = ["Orvane Wafer", "Orvane Wafer S.p.A."].map { name in
      CanonicalName(
        id: "ours:" + name,
        name: name,
        type: nil,
        names: [.init(name: name, count: 1)],
        documents: [],
        confidence: 1,
        why: ""
      )
    }
    let names = [NameObservation(name: "Orvane Wafer")]
    #expect(clusterer.clusters(of: names, joining: old).count == 2)
    let decision = Decision(left: "Orvane Wafer", right: "Orvane Wafer S.p.A.", verdict: .same)
    let joined = clusterer.clusters(of: names, decisions: [decision], joining: old)
    #expect(joined.map(\.id) == ["ours:Orvane Wafer"])
    #expect(joined.first?.count == 3)
  }

  @Test func countsAddUpButADocumentSeenAgainCountsOnce() throws {
    func seen(_ document: String, _ times: Int) -> [NameObservation] {
      (0..<times).map { index in
        NameObservation(
          name: "Orvane Wafer",
          document: document,
          place: NamePlace(document: document, member: "original.title", start: index, end: index + 1)
        )
      }
    }
    let old = clusterer.clusters(of: seen("a", 3) + seen("b", 2))
    let same = clusterer.clusters(of: seen("a", 1) + seen("c", 4), joining: old)
    #expect(same.map(\.count) == [7])
    #expect(same.first?.documents == ["a", "b", "c"])
    #expect(clusterer.clusters(of: seen("a", 3) + seen("b", 2), joining: old) == old)
  }

  @Test func joiningInTwoStepsKeepsTheFirstStepWholeAndLosesNothing() {
    let names = Table("entities/clusters.tsv").rows.flatMap { row in
      row.list("names").map { NameObservation(name: $0, type: EntityType(written: row["type"])) }
    }
    for step in [2, 3, 5] {
      let first = names.enumerated().filter { $0.offset % step == 0 }.map(\.element)
      let second = names.enumerated().filter { $0.offset % step != 0 }.map(\.element)
      let old = clusterer.clusters(of: first)
      let new = clusterer.clusters(of: second, joining: old)
      #expect(new.reduce(0) { $0 + $1.count } == names.count)
      for entry in old {
        let heir = new.filter { $0.id == entry.id }
        #expect(heir.map(\.name) == [entry.name])
        #expect(Set(entry.names.map(\.name)).isSubset(of: Set(heir.flatMap { $0.names.map(\.name) })))
      }
      #expect(new == clusterer.clusters(of: second.reversed(), joining: old))
      // Nothing new: nothing changes but the evidence told.
      let again = clusterer.clusters(of: [], joining: new)
      #expect(again.map(\.id).sorted() == new.map(\.id).sorted())
      #expect(groups(again) == groups(new))
    }
  }
}
