import KoineText
import TestTables
import Testing

@Suite struct ConfusablesTests {
  @Test("finds words that mix scripts or pass for Latin ones", arguments: Table("text/confusables.tsv").rows)
  func findings(row: Table.Row) throws {
    let text = row["text"]
    let findings = try Confusables().findings(in: text)
    #expect(findings.map(\.kind.rawValue) == row.list("kind"))
    #expect(findings.compactMap { text[$0.range].map(String.init) } == row.list("word"))
    #expect(findings.flatMap(\.scripts) == row.list("scripts"))
    #expect(findings.flatMap(\.letters).compactMap { text[$0].map(String.init) } == row.list("letters"))
  }

  @Test("tells how two words may be taken for each other")
  func resemblance() throws {
    let confusables = try Confusables()
    #expect(confusables.resemblance("rnodern", "modern") == .singleScript)
    #expect(confusables.resemblance("Gаzprom", "Gazprom") == .mixedScript)
    #expect(confusables.resemblance("сосо", "coco") == .wholeScript)
    #expect(confusables.resemblance("Gazprom", "Gazprom") == nil)
    #expect(confusables.resemblance("rame", "ferro") == nil)
    #expect(confusables.resemblance("", "a") == nil)
  }

  @Test("gives words that look the same the same skeleton")
  func skeleton() throws {
    let confusables = try Confusables()
    #expect(confusables.skeleton(of: "сосо") == confusables.skeleton(of: "coco"))
    #expect(confusables.skeleton(of: "Gаzprom") == confusables.skeleton(of: "Gazprom"))
    #expect(confusables.skeleton(of: "rame") != confusables.skeleton(of: "ferro"))
    #expect(confusables.skeleton(of: "") == "")
  }

  @Test("survives any text, and each finding is a word of it")
  func survives() throws {
    let seed: UInt64 = 11
    var texts = RandomText(seed: seed)
    let confusables = try Confusables()
    for round in 0..<500 {
      let text = texts.next(upTo: 30)
      var last: UInt32 = 0
      for finding in confusables.findings(in: text) {
        try #require(text[finding.range] != nil && finding.range.lower >= last, "seed \(seed), round \(round)")
        #expect(finding.letters.allSatisfy { finding.range.contains($0) }, "seed \(seed), round \(round)")
        last = finding.range.upper
      }
    }
  }
}
