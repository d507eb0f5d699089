import Foundation
import Testing

@Suite struct BatchCommandTests {
  private static func fill(_ folder: Folder) throws {
    for number in 0..<150 {
      let text = (0..<12).map { "Sentence \($0) of story \(number) tells of wafers, copper and ports." }.joined(
        separator: " "
      )
      try folder.write("in/\(number % 10)/story-\(number).txt", Array(text.utf8))
    }
  }

  private static func arguments(_ folder: Folder, _ output: String) -> [String] {
    ["batch", folder.path + "/in", "-o", folder.path + "/" + output, "--pipeline", "clean"]
  }

  /// Starts a run and sends `signal` when the ledger is there; returns the exit status.
  private static func interrupted(_ arguments: [String], ledger: String, signal: Int32, wait: UInt32) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, !FileManager.default.fileExists(atPath: ledger) { usleep(1_000) }
    usleep(wait)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("a run that was killed goes on where it was, and gives the bytes of a run in one go")
  func resumes() throws {
    try Folder.with { folder in
      try Self.fill(folder)
      let whole = try Command.run(Self.arguments(folder, "whole") + ["--jobs", "1"])
      #expect(whole.status == 0 && whole.messages.contains("150 files, 150 documents: 150 processed"))
      let expected = try folder.text("whole/records.jsonl")
      #expect(expected.split(separator: "\n").count == 150)
      let arguments = Self.arguments(folder, "killed")
      for wait in [20_000, 60_000, 120_000] as [UInt32] {
        let ledger = folder.path + "/killed/koine.sqlite"
        _ = try Self.interrupted(arguments, ledger: ledger, signal: SIGKILL, wait: wait)
      }
      let rest = try Command.run(arguments)
      #expect(rest.status == 0)
      #expect(try folder.text("killed/records.jsonl") == expected)
      #expect(try folder.text("killed/digest.md") == folder.text("whole/digest.md"))
    }
  }

  @Test("an interrupted run finishes what is in hand and is exit 130", arguments: [SIGINT, SIGTERM])
  func stops(signal: Int32) throws {
    try Folder.with { folder in
      try Self.fill(folder)
      let arguments = Self.arguments(folder, "out")
      let ledger = folder.path + "/out/koine.sqlite"
      let status = try Self.interrupted(arguments, ledger: ledger, signal: signal, wait: 30_000)
      #expect(status == 130)
      #expect(try folder.text("out/run.json").contains("\"interrupted\":true"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/records.jsonl"))
      #expect(try Command.run(arguments).status == 0)
      #expect(try folder.text("out/records.jsonl").split(separator: "\n").count == 150)
    }
  }

  @Test("an output folder on a full or forbidden disk is exit 74")
  func tellsDisk() throws {
    try Folder.with { folder in
      try folder.write("in/a.txt", Array("Copper rises.".utf8))
      let result = try Command.run(["batch", folder.path + "/in", "-o", "/dev/full/out", "--pipeline", "clean"])
      #expect(result.status == 74, "\(result.messages)")
    }
    #expect(try Command.run(["batch", "/nowhere", "-o", "/tmp/never", "--pipeline", "clean"]).status == 1)
  }

  @Test("a document that failed is kept with what is needed to try it again")
  func keepsDeadLetters() throws {
    try Folder.with { folder in
      try folder.write("in/lines.jsonl", Array("{\"id\":\"a\",\"content_text\":\"Tin.\"}\n{\"id\":\"b\"".utf8))
      try folder.write("in/scan.pdf", Array("%PDF-1.4\n".utf8))
      let result = try Command.run(Self.arguments(folder, "out"))
      #expect(result.status == 0, "\(result.messages)")
      let errors = try folder.text("out/errors.jsonl")
      #expect(errors.split(separator: "\n").count == 2)
      #expect(errors.contains("\"code\":\"unsupported-type\"") && errors.contains("\"base64\":\"JVBERi0xLjQK\""))
      let metrics = try folder.text("out/metrics.prom")
      #expect(metrics.contains("state=\"failed\"} 2") && metrics.contains("state=\"read\"} 3"))
    }
  }

  @Test("a dry run lists the articles and writes no record; a limit ends the list")
  func listsArticles() throws {
    let lines =
      "{\"id\":\"a\",\"title\":\"Tin\\tand\\nzinc\",\"content_text\":\"x\"}\n{\"id\":\"b\",\"title\":\"Lead\",\"content_text\":\"y\"}\n"
    let dry = ["normalize", "--dry-run", "--type", "jsonl", "-"]
    #expect(try Command.run(dry, text: lines).lines == ["stdin\t1\ta\tTin and zinc", "stdin\t2\tb\tLead"])
    #expect(try Command.run(dry + ["--limit", "1"], text: lines).lines.count == 1)
    let limited = try Command.run(
      ["normalize", "--limit", "1", "--pipeline", "clean", "--type", "jsonl", "-"],
      text: lines
    )
    #expect(limited.lines.count == 1 && limited.output.contains("\"id\":\"a\""))
    #expect(try Command.run(dry + ["--limit", "0"], text: lines).status == 2)
  }

  @Test("copies of an article are told when a run ends")
  func tellsStories() throws {
    let text =
      "The smelter in Huelva sold 400 tonnes of copper cathodes in March. Orders for wafers rose, and the port of Genoa was busy."
    let lines = ["one", "two"].map {
      "{\"id\":\"\($0)\",\"content_text\":\"\(text)\(text == $0 ? "" : " More from \($0).")\"}"
    }
    let result = try Command.run(["normalize", "--type", "jsonl", "-"], text: lines.joined(separator: "\n") + "\n")
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.lines.count == 2)
    #expect(result.output.contains("\"duplicate_of\":\"one\""))
  }
}
