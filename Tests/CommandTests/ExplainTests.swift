import Foundation
import TestTables
import Testing

@Suite struct ExplainTests {
  private static func article(_ name: String) -> String { Fixture.path("pipeline/articles/\(name).txt") }

  @Test("leads from a word of the English to the lexicon line and the characters of the source")
  func explainsTranslation() throws {
    let result = try Command.run(["explain", Self.article("italian"), "--word", "supply chain"])
    #expect(result.status == 0)
    #expect(result.output.contains("from 'catena di approvvigionamento' ["))
    #expect(result.output.contains("terms.tsv:"))
    #expect(result.output.contains("read as 'catena di approvvigionamento' at body 288–316 of item 1"))
  }

  @Test("leads from mended English to the entry that mended it")
  func explainsEdits() throws {
    let result = try Command.run(["explain", Self.article("machine-english"), "--word", "bottlenecks"])
    #expect(result.status == 0)
    #expect(result.output.contains("from 'stuck necks' [en/machine.tsv:"))
  }

  @Test("leads back over repaired characters")
  func explainsRepairs() throws {
    let result = try Command.run(["explain", Self.article("machine-english"), "--word", "China’s"])
    #expect(result.status == 0)
    #expect(result.output.contains("read as 'â€™s' at body 426–430"))
    #expect(result.output.contains("clean: changed (mojibake)"))
  }

  @Test("tells every step of a record")
  func explainsRecord() throws {
    let result = try Command.run(["explain", Self.article("machine-english")])
    #expect(result.status == 0)
    for part in [
      "language: en", "boilerplate: removed (title-repeated)", "clean: changed (mojibake)", "names:", "summary:",
    ] {
      #expect(result.output.contains(part), "\(part)")
    }
  }

  @Test("tells what gave each field of an item, and what did not", arguments: Table("commands/explain.tsv").rows)
  func explainsFields(row: Table.Row) throws {
    let file = Fixture.path(row["file"])
    let result = try Command.run(["explain", file, "--item", row["item"]])
    #expect(result.status == 0)
    for line in row.list("lines") {
      #expect(result.lines.contains(line.replacingOccurrences(of: "FILE", with: file)), "\(line)\n\(result.output)")
    }
  }

  @Test("of what could not be read only the reason is told")
  func explainsFailures() throws {
    let result = try Command.run(["explain", Fixture.path("documents/lines.jsonl"), "--item", "3"])
    #expect(result.lines.count == 3)
    #expect(result.lines.last?.hasPrefix("failed in read: the line is not JSON") == true)
  }

  @Test("a word that is not there and an item that is not there are told")
  func tellsAbsence() throws {
    #expect(try Command.run(["explain", Self.article("italian"), "--word", "xyzzy"]).status == 1)
    #expect(try Command.run(["explain", Self.article("italian"), "--item", "7"]).status == 2)
  }
}
