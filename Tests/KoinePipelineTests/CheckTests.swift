import KoineLexicon
import KoinePipeline
import KoineText
import TestTables
import Testing

@Suite struct CheckTests {
  private func shown(_ problems: [Diagnostic]) -> [String] {
    problems.map { "\($0.location?.line ?? 0) \($0.code)" }
  }

  @Test("tells what is wrong with a table, and where", arguments: Table("pipeline/lexicon-check.tsv").rows)
  func judgesTables(row: Table.Row) {
    let bytes = Array("word\tkind\tvalue\tenglish\n".utf8) + Array(row["rows"].utf8)
    let problems = LexiconCheck().problems(inTable: bytes, file: "Lexicons/values/it.tsv")
    #expect(shown(problems) == row.list("problems"))
  }

  @Test("tells what is wrong with a manifest, and where", arguments: Table("pipeline/manifest-check.tsv").rows)
  func judgesManifests(row: Table.Row) {
    let problems = ManifestCheck.problems(
      in: Array(row["yaml"].utf8),
      file: "values/lexicon.yaml",
      folder: "values",
      present: ["en.tsv", "it.tsv"],
      digest: { $0 == "it.tsv" ? "ab12" : nil }
    )
    #expect(shown(problems) == row.list("problems"))
  }

  @Test("a file that no module reads is an error, and one that is no text too")
  func judgesStrangers() {
    let stranger = LexiconCheck().problems(inTable: Array("a\tb\n1\t2\n".utf8), file: "other/x.tsv")
    #expect(shown(stranger) == ["1 lexicon.unknown-kind"])
    #expect(shown(LexiconCheck().problems(inTable: [0xFF, 10], file: "values/it.tsv")) == ["1 lexicon.encoding"])
    #expect(shown(LexiconCheck().problems(inTable: [], file: "values/it.tsv")) == ["1 lexicon.empty"])
  }

  @Test("formatting mends order, blanks and form, keeps comments above their rows, and changes nothing twice")
  func formats() throws {
    let text =
      "# top\nword\tkind\tvalue\n# of b\nb \tmonth\t2\t\n\nb\tunit\t1\ne\u{300}\tmonth\t3\na\tmonth\t1\n# end\n"
    let formatted = try LexiconFormat.formatted(text)
    #expect(
      formatted == "# top\nword\tkind\tvalue\na\tmonth\t1\n# of b\nb\tmonth\t2\nb\tunit\t1\n\u{E8}\tmonth\t3\n# end\n"
    )
    #expect(try LexiconFormat.formatted(formatted) == formatted)
  }

  @Test("every table that ships is as formatting would write it")
  func shipsFormatted() throws {
    let folder = Fixture.lexicons()
    for file in try FileTree(folder).files where file.hasSuffix(".tsv") {
      let text = String(decoding: try FileTree.bytes("\(folder)/\(file)"), as: UTF8.self)
      #expect(try LexiconFormat.formatted(text) == text, "\(file)")
    }
  }
}
