import Foundation
import TestTables
import Testing

@Suite struct FilterTests {
  private static let text = "Il mercato dei wafer cresce.\n\nThe market for wafers grows.\n42\nThe price fell"

  @Test(
    "gives one line for each line of text, empty ones and one without an end too",
    arguments: [
      ["detect"], ["clean"], ["clean", "--house"], ["summarize"], ["match", "--pairs"], ["translate", "--from", "it"],
      ["entities", "--language", "it"], ["values", "--language", "it"],
    ]
  )
  func keepsLines(arguments: [String]) throws {
    let result = try Command.run(arguments, text: Self.text)
    #expect(result.status == 0)
    #expect(result.lines.count == 5)
    #expect(result.output.hasSuffix("\n"))
  }

  @Test("gives the same lines with any number of workers")
  func isDeterministic() throws {
    let text = (0..<5_000).map { "riga numero \($0) del testo di prova" }.joined(separator: "\n")
    let one = try Command.run(["detect", "--jobs", "1"], text: text)
    let many = try Command.run(["detect", "--jobs", "5"], text: text)
    #expect(one.status == 0 && one.lines.count == 5_000 && one.output == many.output)
  }

  @Test(
    "gives an error in the place of a bad line of JSON, and goes on",
    arguments: Table("commands/bad-lines.tsv").rows
  )
  func keepsBadLines(row: Table.Row) throws {
    let good = "{\"id\": 7, \"text\": \"Il prezzo del rame sale.\"}"
    let input = Array("\(good)\n".utf8) + Array(row["line"].utf8) + Array("\n\(good)\n".utf8)
    let result = try Command.run(["detect", "--format", "jsonl"], input: input)
    #expect(result.status == 0)
    #expect(result.lines.count == 3)
    #expect(result.lines.first == result.lines.last)
    #expect(result.lines.first?.contains("\"id\":7,\"language\":\"it\"") == true)
    #expect(result.lines[1].hasPrefix("{\"error\":{\"code\":\"\(row["code"])\",\"line\":2,"), "\(result.lines[1])")
  }

  @Test("tells values with their places in characters, kinds and units")
  func findsValues() throws {
    let input = "{\"id\":1,\"text\":\"È di 3 milioni di euro il 4 marzo 2025\",\"language\":\"it\"}\n"
    let result = try Command.run(["values", "--format", "jsonl"], text: input)
    #expect(
      result.output == """
        {"id":1,"values":[{"end":22,"start":5,"text":"3 milioni di euro","type":"money","unit":"EUR","value":"3000000"},\
        {"end":38,"start":26,"text":"4 marzo 2025","type":"date","unit":null,"value":"2025-03-04"}]}

        """
    )
  }

  @Test("keeps a line that is not UTF-8 in its place")
  func keepsDamage() throws {
    let result = try Command.run(["detect"], input: [0xFF, 0xFE, 0x80, 10] + Array("Il prezzo del rame sale.\n".utf8))
    #expect(result.status == 0 && result.lines.count == 2)
    #expect(result.lines[1].hasPrefix("it\t"))
    let json = try Command.run(
      ["detect", "--format", "jsonl"],
      input: Array("{\"text\":\"".utf8) + [0xFF, 34, 125, 10]
    )
    #expect(json.lines.count == 1 && json.lines[0].hasPrefix("{\"error\""))
  }

  @Test("answers as soon as the input pauses")
  func answersAtOnce() throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: Command.program)
    process.arguments = ["detect"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for text in ["Il prezzo del rame sale ancora.\n", "The price of copper rises again.\n"] {
      input.fileHandleForWriting.write(Data(text.utf8))
      // Blocks until the answer is there; the input is still open.
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer.hasPrefix(text.hasPrefix("Il") ? "it\t" : "en\t"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("an empty input gives an empty output")
  func takesNothing() throws {
    let result = try Command.run(["detect"], text: "")
    #expect(result.status == 0 && result.output.isEmpty)
  }
}
