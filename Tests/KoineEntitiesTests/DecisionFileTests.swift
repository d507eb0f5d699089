import KoineEntities
import KoineText
import TestTables
import Testing

struct DecisionFileTests {
  private func file(_ text: String) throws -> DecisionFile { try DecisionFile(Array(text.utf8), file: "d.tsv") }

  @Test(arguments: Table("entities/decisions-bad.tsv").rows)
  func tellsEveryProblemWithItsPlace(row: Table.Row) {
    do {
      _ = try file(row["lines"].replacing("¦", with: "\t"))
      Issue.record("nothing is wrong: \(row["why"])")
    } catch let problems as Diagnostics {
      let found = problems.all.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.code)" }
      #expect(found == row["problems"].split(separator: ", ").map(String.init))
      #expect(problems.all.allSatisfy { $0.location?.file == "d.tsv" && $0.hint != nil })
    } catch {
      Issue.record(error)
    }
  }

  @Test func aContradictionNamesTheLinesBehindIt() {
    let text = "left\tright\tdecision\na\tb\tsame\nx\ty\tsame\nb\tc\tsame\nc\ta\tdifferent\n"
    #expect {
      _ = try file(text)
    } throws: { error in
      (error as? Diagnostics)?.all.map(\.message) == [
        "'c' and 'a' are different here, but they are the same by lines 2, 4"
      ]
    }
  }

  @Test func isWrittenSortedWithItsComments() throws {
    let text = """
      # ours
      left\tright\tdecision\twho\twhen\twhy

      Zeta\tEta\tunsure
      # asked twice
      Alpha\tBeta\tsame\tAnna\t2025-03-31T10:05:00+02:00\ta \\t tab and \\\\
      # end
      """
    let written = try file(text + "\r\n").text
    #expect(
      written == """
        # ours
        left\tright\tdecision\twho\twhen\twhy
        # asked twice
        Alpha\tBeta\tsame\tAnna\t2025-03-31T10:05:00+02:00\ta \\t tab and \\\\
        Zeta\tEta\tunsure
        # end

        """
    )
    #expect(try file(written).text == written)
    #expect(try file(written).decisions.first?.why == "a \t tab and \\")
  }

  @Test func anEmptyFileAndOneOfCommentsHold() throws {
    #expect(try file("").decisions.isEmpty)
    #expect(try file("left\tright\tdecision\n").decisions.isEmpty)
    #expect(try file("\u{FEFF}left\tright\tdecision\na\tb\tSame\n").decisions.map(\.verdict) == [.same])
  }

  @Test func bytesThatAreNoTextAreToldWithTheirLine() {
    let bytes = Array("left\tright\tdecision\na\t".utf8) + [0xFF, 0xFE, 10]
    #expect {
      _ = try DecisionFile(bytes, file: "d.tsv")
    } throws: { error in
      (error as? Diagnostics)?.all.map(\.code) == ["decisions.encoding"]
    }
  }

  @Test func aNewAnswerTakesTheOldOnesPlaceAndNoneContradicts() throws {
    var file = try file("left\tright\tdecision\na\tb\tsame\nb\tc\tsame\n")
    #expect(throws: Diagnostics.self) { try file.add(Decision(left: "a", right: "c", verdict: .different)) }
    #expect(file.decisions.count == 2)
    try file.add(Decision(left: "b", right: "a", verdict: .unsure))
    try file.add(Decision(left: "a", right: "c", verdict: .different))
    #expect(file.decisions.map(\.verdict) == [.same, .unsure, .different])
    file.remove("c", "b")
    #expect(file.decisions.count == 2)
  }
}
