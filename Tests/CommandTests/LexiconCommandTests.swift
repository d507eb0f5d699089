import Foundation
import TestTables
import Testing

@Suite struct LexiconCommandTests {
  private static let pair = ["match", "Taiwan Semiconductor Manufacturing", "TSMC"]

  @Test("processes that start at once on an empty cache all answer, and leave whole files only")
  func sharesCache() throws {
    try Folder.with { folder in
      let processes = try (0..<4).map { number -> Process in
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Command.program)
        process.arguments = Self.pair + ["-o", "\(folder.path)/\(number).txt"]
        process.environment = ProcessInfo.processInfo.environment.merging(["KOINE_CACHE": "\(folder.path)/cache"]) {
          $1
        }
        try process.run()
        return process
      }
      for process in processes { process.waitUntilExit() }
      #expect(processes.map(\.terminationStatus) == [0, 0, 0, 0])
      let answers = try (0..<4).map { try folder.text("\($0).txt") }
      #expect(Set(answers).count == 1 && answers[0].hasPrefix("0."))
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache")
      #expect(!files.isEmpty && files.allSatisfy { $0.hasSuffix(".klx") })
    }
  }

  @Test("without a cache that can be written, lexicons are compiled in memory")
  func worksWithoutCache() throws {
    let usual = try Command.run(Self.pair)
    #expect(usual.status == 0)
    let none = try Command.run(Self.pair, environment: ["KOINE_CACHE": "/proc/none"])
    #expect(none.status == 0 && none.output == usual.output)
  }

  @Test("a damaged file in the cache is made again")
  func mendsCache() throws {
    try Folder.with { folder in
      let environment = ["KOINE_CACHE": folder.path + "/cache"]
      let first = try Command.run(Self.pair, environment: environment)
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache") {
        try folder.write("cache/\(file)", Array("KLX1 cut short".utf8))
      }
      let second = try Command.run(Self.pair, environment: environment)
      #expect(second.status == 0 && second.output == first.output)
    }
  }

  @Test("the lexicons that ship are found in the environment too, and a folder that is missing is exit 2")
  func findsLexicons() throws {
    let found = try Command.run(["lexicon", "stats"], environment: ["KOINE_LEXICONS": Fixture.lexicons()])
    #expect(found.status == 0 && found.lines.last?.hasPrefix("total\t") == true)
    let missing = try Command.run(["lexicon", "stats"], environment: ["KOINE_LEXICONS": "/nowhere"])
    #expect(missing.status == 2 && missing.messages.contains("/nowhere"))
  }

  @Test("looks a word up in every lexicon")
  func looksUp() throws {
    let found = try Command.run(["lexicon", "lookup", "Agosto"])
    #expect(found.status == 0 && found.lines.contains { $0.hasPrefix("values/it.tsv:") })
    #expect(try Command.run(["lexicon", "lookup", "xyzzy"]).status == 1)
  }

  @Test("formats a file in place")
  func formats() throws {
    try Folder.with { folder in
      let path = try folder.write("t.tsv", Array("word\tkind\nb\tx \na\ty\n".utf8))
      #expect(try Command.run(["lexicon", "format", path]).status == 0)
      #expect(try folder.text("t.tsv") == "word\tkind\na\ty\nb\tx\n")
    }
  }
}
