import Foundation
import TestTables
import Testing

@Suite struct OutputTests {
  private static let lines = String(repeating: "Il prezzo del rame sale ancora.\n", count: 3)

  @Test(
    "a full disk is exit 74, also for the shortest answer and for help",
    arguments: [
      ["detect"], ["--help"], ["--version"], ["detect", "-o", "/dev/full"], ["stages"],
    ]
  )
  func tellsFullDisk(arguments: [String]) throws {
    let result = try Command.run(arguments, input: Array(Self.lines.utf8), output: "/dev/full")
    #expect(result.status == 74)
    #expect(result.messages.contains("cannot write"))
  }

  @Test("a closed pipe is exit 74")
  func tellsClosedPipe() throws {
    let process = Process()
    let text = String(repeating: Self.lines, count: 20_000)
    try Folder.with { folder in
      let input = try folder.write("in", Array(text.utf8))
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = [
        "-c", "\"$0\" detect \"$1\" 2>/dev/null | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}", Command.program, input,
      ]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 74)
    }
  }

  @Test("a file appears whole at its place, with nothing left beside it")
  func writesWholeFiles() throws {
    try Folder.with { folder in
      let path = folder.path + "/out.tsv"
      let result = try Command.run(["detect", "-o", path], text: Self.lines)
      #expect(result.status == 0 && result.output.isEmpty)
      #expect(try folder.text("out.tsv").components(separatedBy: "\n").count == 4)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.tsv"])
    }
  }

  @Test("a file stays as it was when the command fails")
  func keepsFilesOnFailure() throws {
    try Folder.with { folder in
      let path = try folder.write("out.jsonl", Array("before".utf8))
      let result = try Command.run(["normalize", "--pipeline", "none", "-o", path, "missing.txt"])
      #expect(result.status == 2)
      #expect(try folder.text("out.jsonl") == "before")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.jsonl"])
    }
  }

  @Test("an output that cannot be opened is exit 74")
  func tellsMissingFolder() throws {
    let result = try Command.run(["detect", "-o", "/nowhere/out.tsv"], text: Self.lines)
    #expect(result.status == 74)
  }

  @Test("wrong usage is exit 2 and names what is wrong", arguments: Table("commands/usage.tsv").rows)
  func tellsWrongUsage(row: Table.Row) throws {
    let result = try Command.run(row.list("arguments"))
    #expect(result.status == 2, "\(result.messages)")
    #expect(result.output.isEmpty)
    #expect(result.messages.contains(row["message"]), "\(result.messages)")
  }

  @Test("help and version are exit 0 on standard output")
  func helps() throws {
    let help = try Command.run(["--help"])
    #expect(help.status == 0 && help.output.contains("USAGE") && help.messages.isEmpty)
    let version = try Command.run(["--version"])
    #expect(version.status == 0 && version.lines.first == "koine 0.1.0")
    #expect(version.lines.contains { $0.hasPrefix("languages ") })
  }
}
