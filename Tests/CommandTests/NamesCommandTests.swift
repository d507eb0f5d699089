import TestTables
import Testing

@Suite struct NamesCommandTests {
  private static let names =
    "Orvane Wafer S.p.A.\r\nORVANE WAFER\n\nMonaco di Baviera\tPlace\n北方华创\nNAURA\nOrvane Wafer S.p.A.\n"

  @Test("puts names together, one JSON object a line, with every name as it was given")
  func clusters() throws {
    let result = try Command.run(["names", "--from", "names", "--format", "jsonl", "-"], text: Self.names)
    #expect(result.status == 0)
    #expect(result.lines.count == 3)
    #expect(result.lines[0].contains("\"name\":\"Munich\""))
    #expect(result.lines[1].contains("\"id\":\"org:northern-huachuang\""))
    #expect(result.lines[2].contains("{\"count\":2,\"name\":\"Orvane Wafer S.p.A.\"}"))
  }

  @Test("writes every format, also of an empty list", arguments: ["table", "csv", "json", "jsonl", "ftm"])
  func formats(format: String) throws {
    let result = try Command.run(["names", "--from", "names", "--format", format, "-"], text: Self.names)
    #expect(result.status == 0 && result.output.contains("Northern Huachuang"))
    let empty = try Command.run(["names", "--from", "names", "--format", format, "-"], text: "")
    #expect(empty.status == 0 && !empty.output.contains("Huachuang"))
  }

  @Test("survives bytes that are no names")
  func survivesDamage() throws {
    var input: [UInt8] = [0xFF, 0xFE, 10, 0, 10, 9, 9, 10, 13, 10] + Array(repeating: 0x78, count: 100_000)
    input += [10] + Array("Kestrix AG".utf8)
    let result = try Command.run(["names", "--from", "names", "--format", "jsonl", "-"], input: input)
    #expect(result.status == 0)
    #expect(result.lines.contains { $0.contains("Kestrix AG") })
    #expect(result.lines.count == 5)
  }

  @Test("wants to know what it reads")
  func refusesWrongUse() throws {
    #expect(try Command.run(["names", "--from", "elsewhere", "-"], text: "").status == 2)
    #expect(try Command.run(["names"], text: "").status == 2)
    #expect(try Command.run(["names", "--from", "names", "/nowhere/names.txt"], text: "").status == 1)
    #expect(
      try Command.run(["names", "--from", "names", "-"], input: Array("Kestrix".utf8), output: "/dev/full").status == 74
    )
  }
}
