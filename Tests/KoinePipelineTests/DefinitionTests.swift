import KoineLexicon
import KoinePipeline
import KoineText
import TestTables
import Testing

@Suite struct DefinitionTests {
  private func problems(_ yaml: String) -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try Definition(Array(yaml.utf8), file: "p.yaml", registry: SampleStages.registry)
      return []
    } catch {
      return error.all
    }
  }

  @Test("tells every problem of a definition with its place", arguments: Table("pipeline/definitions.tsv").rows)
  func tellsProblems(row: Table.Row) {
    let found = problems(row["yaml"]).map { problem in
      "\(problem.location?.line ?? 0):\(problem.location?.column ?? 0) \(problem.code)"
        + (problem.hint.map { " (\($0))" } ?? "")
    }
    #expect(found == row.list("problems"))
  }

  @Test("refuses nodes that nest without end, and does not crash on them")
  func refusesDepth() {
    let flow = "stages: " + String(repeating: "[", count: 100_000)
    let block = (0..<2_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    let dashes = "stages:\n" + String(repeating: "- ", count: 100_000) + "a"
    for yaml in [flow, block, dashes] { #expect(problems(yaml).first?.code.hasPrefix("yaml.") == true) }
  }

  @Test("refuses a few aliases that stand for billions of nodes")
  func refusesAliases() {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1..<40 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(problems(yaml).map(\.code) == ["yaml.anchor"])
  }

  @Test("refuses a file that is not UTF-8 or too large")
  func refusesBytes() {
    let registry = SampleStages.registry
    func codes(_ bytes: [UInt8]) -> [String] {
      do throws(Diagnostics) {
        _ = try Definition(bytes, file: "p.yaml", registry: registry)
        return []
      } catch { return error.all.map(\.code) }
    }
    #expect(codes(Array("name: a\nsummary: ".utf8) + [0xC3, 0x28]) == ["yaml.encoding"])
    #expect(codes([UInt8](repeating: 10, count: (1 << 20) + 1)) == ["yaml.too-large"])
  }

  @Test("runs the tests that a definition carries, and tells the one that fails with its place")
  func runsTests() async throws {
    let yaml = """
      name: sample
      summary: Shows how tests run.
      stages: [trim, guess, split, pick]
      tests:
        - name: drops points
          text: a#b#
          expect: {text: ab, language: en}
        - name: is wrong
          text: a#b
          expect:
            contains: [b, c]
            lacks: a
      """
    let definition = try Definition(Array(yaml.utf8), file: "p.yaml", registry: SampleStages.registry)
    let pipeline = try definition.pipeline(Resources(store: LexiconStore(directory: "/", cache: nil)))
    #expect(pipeline.stages == ["trim", "guess", "split", "pick"])
    var found: [String] = []
    for test in definition.cases {
      for problem in await test.problems(in: pipeline) {
        found.append("\(problem.location?.line ?? 0) \(problem.message)")
      }
    }
    #expect(
      found == [
        "11 is wrong: the text does not contain 'c': 'ab'", "12 is wrong: the text contains 'a': 'ab'",
      ]
    )
  }
}
