import Foundation
import Testing

@Suite struct ReadingFoldersTests {
  /// A page of a site whose articles all end in the same line.
  private static func page(_ number: Int) -> String {
    let text = (0..<3).map {
      "<p>Paragraph \($0) of story \(number) tells, at some length, of wafers and of copper.</p>"
    }
    return "<html><head><title>Story \(number)</title></head><body>\(text.joined())"
      + "<p>This line stands below all articles of the site.</p></body></html>"
  }

  private static func batch(_ folder: Folder, _ arguments: String...) throws -> Command.Result {
    try Command.run(["batch", folder.path + "/in", "-o", folder.path + "/out", "--pipeline", "clean"] + arguments)
  }

  @Test("lines that several pages of a folder share are taken out, by 'normalize' as by 'batch'")
  func takesOutFrames() throws {
    try Folder.with { folder in
      let paths = try (0..<4).map { try folder.write("in/\($0).html", Array(Self.page($0).utf8)) }
      let all = try Command.run(["normalize", "--pipeline", "clean"] + paths)
      #expect(all.lines.count == 4)
      #expect(all.lines.allSatisfy { $0.contains("repeated in 4 articles of the source") })
      let limited = try Command.run(["normalize", "--pipeline", "clean", "--limit", "2"] + paths)
      #expect(limited.lines.count == 2 && !limited.output.contains("articles of the source"))
      #expect(try Self.batch(folder).status == 0)
      let records = try folder.text("out/records.jsonl").split(separator: "\n")
      #expect(records.count == 4 && records.allSatisfy { $0.contains("repeated in 4 articles of the source") })
    }
  }

  @Test("'batch' reads as it is told to, and reads again when it is told something else")
  func takesReadingOptions() throws {
    try Folder.with { folder in
      try folder.write("in/a.csv", Array("Kopf,Rumpf\nOne,Copper is dear.\n".utf8))
      #expect(try Self.batch(folder).status == 1)
      #expect(try folder.text("out/errors.jsonl").contains("unmapped-columns"))
      let mapped = try Self.batch(folder, "--fields", "title=Kopf,content=Rumpf", "--base", "https://a.example/")
      #expect(mapped.status == 0 && mapped.messages.contains("1 processed"))
      #expect(try folder.text("out/records.jsonl").contains("Copper is dear."))
      let again = try Self.batch(folder, "--fields", "title=Kopf,content=Rumpf", "--base", "https://a.example/")
      #expect(again.messages.contains("0 processed, 1 unchanged"))
      #expect(try Self.batch(folder, "--fields", "title=Rumpf").messages.contains("1 processed"))
      #expect(try Self.batch(folder, "--fields", "title").status == 2)
      #expect(try Self.batch(folder, "--content-type", "nothing").status == 2)
    }
  }

  @Test("'batch --dry-run' lists the files and writes nothing; '--limit' stops where the next run goes on")
  func listsAndStops() throws {
    try Folder.with { folder in
      for number in 0..<30 { try folder.write("in/\(number + 10).txt", Array("Story \(number).".utf8)) }
      let dry = try Self.batch(folder, "--dry-run")
      #expect(dry.status == 0 && dry.lines.count == 30 && dry.lines[0] == "new\t10.txt\t")
      #expect(dry.messages.contains("30 new, 0 changed, 0 unchanged, 0 deleted"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
      let first = try Self.batch(folder, "--limit", "10", "--jobs", "1")
      #expect(first.status == 0 && first.messages.contains("stopped at the limit"), "\(first.messages)")
      #expect(try folder.text("out/run.json").contains("\"limited\":true"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/records.jsonl"))
      let rest = try Self.batch(folder, "--jobs", "1")
      #expect(rest.messages.contains("30 documents: 20 processed"), "\(rest.messages)")
      try folder.write("in/12.txt", Array("Changed.".utf8))
      #expect(try Self.batch(folder, "--dry-run").lines[1...2] == ["unchanged\t11.txt\t1", "changed\t12.txt\t1"])
      #expect(try Self.batch(folder, "--limit", "0").status == 2)
    }
  }

  @Test("what comes through a pipe may be larger than what is kept in memory, and compressed files are read in pieces")
  func readsLargeInputs() throws {
    let word = String(repeating: "word ", count: 200_000)
    let text = (0..<11).map { "{\"id\":\"\($0)\",\"title\":\"T\($0)\",\"content_text\":\"\(word)\"}\n" }.joined()
    let list = try Command.run(["normalize", "--dry-run", "-"], text: text)
    #expect(list.lines == (0..<11).map { "stdin\t\($0 + 1)\t\($0)\tT\($0)" })
    let records = try Command.run(["read", "--format", "jsonl", "-"], text: text)
    #expect(records.lines.count == 11)
    try Folder.with { folder in
      let path = try folder.write("a.jsonl", Array(text.utf8))
      let gzip = Process()
      gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      gzip.arguments = ["gzip", "-1", path]
      try gzip.run()
      gzip.waitUntilExit()
      #expect(try Command.run(["normalize", "--dry-run", path + ".gz"]).lines.count == 11)
      let packed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + ".gz")))
      let cut = try folder.write("cut.jsonl.gz", packed[..<(packed.count / 2)])
      let broken = try Command.run(["read", "--format", "jsonl", cut])
      #expect((1..<11).contains(broken.lines.count) && broken.messages.contains("[unpack.truncated]"))
    }
  }
}
