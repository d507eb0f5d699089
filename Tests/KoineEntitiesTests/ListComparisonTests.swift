import KoineEntities
import Testing

struct ListComparisonTests {
  private func list(_ entries: [(String, String, [String])]) -> [CanonicalName] {
    entries.map { id, name, names in
      CanonicalName(
        id: id,
        name: name,
        type: .organization,
        names: names.map { .init(name: $0, count: 1) },
        documents: [],
        confidence: 1,
        why: ""
      )
    }
  }

  private func changes(_ old: [(String, String, [String])], _ new: [(String, String, [String])]) -> [String] {
    ListComparison(old: list(old), new: list(new)).changes.map { change in
      let (from, to) = (change.from.map(\.id).joined(separator: "+"), change.to.map(\.id).joined(separator: "+"))
      return "\(change.kind.rawValue) \(from)>\(to) \(change.names.joined(separator: ","))"
    }
  }

  @Test func theSameListHasNoChanges() {
    let same = [("1", "A", ["A", "A AG"]), ("2", "B", ["B"])]
    #expect(changes(same, same.reversed()).isEmpty)
  }

  @Test func tellsWhatCameAndWent() {
    #expect(changes([("1", "A", ["A"])], [("2", "B", ["B"])]) == ["added >2 B", "removed 1> A"])
    #expect(changes([("1", "A", ["A"])], [("1", "A", ["A", "B"])]) == ["gained 1>1 B"])
    #expect(changes([("1", "A", ["A", "B"])], [("1", "A", ["A"])]) == ["lost 1>1 B"])
  }

  @Test func tellsOtherNamesAndIdentifiers() {
    #expect(changes([("1", "A", ["A"])], [("1", "Alpha", ["A"])]) == ["renamed 1>1 "])
    #expect(changes([("1", "A", ["A"])], [("9", "A", ["A"])]) == ["renumbered 1>9 "])
  }

  @Test func tellsWhatWasMergedSplitAndMoved() {
    let apart = [("1", "A", ["A", "A AG"]), ("2", "B", ["B"])]
    let together = [("1", "A", ["A", "A AG", "B"])]
    #expect(changes(apart, together) == ["merged 1+2>1 B"])
    #expect(changes(together, apart) == ["split 1>1+2 B"])
    let moved = [("1", "A", ["A"]), ("2", "B", ["B", "A AG"])]
    #expect(changes(apart, moved) == ["moved 1>2 A AG"])
  }
}
