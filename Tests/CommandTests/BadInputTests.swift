import Foundation
import TestTables
import Testing

/// What people and networks feed a program: each input has a clear message, the right exit code and its place in the output.
@Suite struct BadInputTests {
  private static let good = "The mill in the north will start its second furnace in May.\n"

  /// Runs `koine normalize` on a good file, the bad one and the good one again.
  private func normalize(_ name: String, _ bytes: [UInt8]?) throws -> Command.Result {
    try Folder.with { folder in
      let good = try folder.write("good.txt", Array(Self.good.utf8))
      let bad = folder.path + "/" + name
      if let bytes { try folder.write(name, bytes) }
      return try Command.run(["normalize", "--pipeline", "clean", good, bad, good])
    }
  }

  @Test(
    "an input that cannot be read keeps its place with the reason",
    arguments: Table("commands/bad-inputs.tsv").rows
  )
  func keepsPlace(row: Table.Row) throws {
    let result = try normalize(row["name"], row["text"] == "-" ? nil : Array(row["text"].utf8))
    #expect(result.status == 0)
    #expect(result.lines.count == 3)
    #expect(result.lines.first == result.lines.last && result.lines.first?.contains("\"failure\"") == false)
    #expect(result.lines[1].contains("\"failure\":{\"code\":\"\(row["code"])\""), "\(result.lines[1])")
    #expect(result.messages.contains("[\(row["code"])]") && result.messages.contains(row["name"]))
  }

  @Test("a run in which every input fails is exit 1")
  func failsAsAWhole() throws {
    let result = try Command.run(["normalize", "--pipeline", "clean", "/nowhere/a.txt", "/nowhere/b.txt"])
    #expect(result.status == 1 && result.lines.count == 2)
  }

  @Test("a directory in the place of a file is named, with the command that reads directories")
  func tellsDirectories() throws {
    try Folder.with { folder in
      let result = try Command.run(["normalize", "--pipeline", "clean", folder.path])
      #expect(result.status == 1 && result.messages.contains("koine batch"))
      #expect(result.lines.count == 1 && result.lines[0].contains("is-directory"))
      #expect(try Command.run(["read", folder.path]).status == 1)
    }
    let filter = try Command.run(["detect", "/"])
    #expect(filter.status == 74 && filter.messages.contains("'/'"))
  }

  @Test("text that is not UTF-8 is read, and what was odd is told")
  func readsDamage() throws {
    let bytes = Array("Il prezzo del rame sale: ".utf8) + [0xE8, 32, 0xC0, 0xAF, 0xFF, 0xFE] + Array(" oggi.\n".utf8)
    let result = try normalize("damaged.txt", bytes)
    #expect(result.status == 0 && result.lines.count == 3)
    #expect(result.lines[1].contains("Il prezzo del rame sale"))
  }

  @Test("a feed that is cut off gives the items before the cut")
  func readsCutFeeds() throws {
    let item = "<item><guid>G</guid><title>T</title><description>\(Self.good)</description></item>"
    let feed =
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>\(item)\(item)<item><title>Half of a ti"
    let result = try normalize("cut.xml", Array(feed.utf8))
    #expect(result.status == 0)
    #expect(result.lines.count >= 4 && result.lines[1].contains("\"id\":\"G\""))
  }

  @Test(
    "nesting without end, a tag without end and millions of attributes neither crash nor hang",
    arguments: ["xml", "html", "json"]
  )
  func survivesHostility(ending: String) throws {
    let deep: String
    let wide: String
    switch ending {
    case "json":
      deep = String(repeating: "[", count: 1_000_000)
      wide = "{\"title\":\"\(String(repeating: "a", count: 2 << 20))\",\"text\":\"b\"}"
    default:
      let root =
        ending == "xml" ? "<rss version=\"2.0\"><channel><item><title>t</title><description>" : "<html><body><p>"
      deep = root + String(repeating: "<b>", count: 1_000_000)
      wide = root + "<a x=\"\(String(repeating: "a", count: 2 << 20))\">word</a>"
    }
    for text in [deep, wide] {
      let result = try normalize("hostile.\(ending)", Array(text.utf8))
      #expect(result.status == 0 && result.lines.count >= 3)
      #expect(result.lines.first == result.lines.last)
    }
  }

  @Test("a pipeline with a misspelt stage is exit 2 with place, code and hint")
  func tellsMisspeltStages() throws {
    try Folder.with { folder in
      let yaml = "name: p\nsummary: s\nstages:\n  - boilerplate\n  - detct\n"
      let path = try folder.write("p.yaml", Array(yaml.utf8))
      for command in [["normalize", "--pipeline", path, "x.txt"], ["stream", path], ["check", path]] {
        let result = try Command.run(command)
        #expect(result.status == 2)
        #expect(result.messages.contains("p.yaml:5:5: error: there is no stage named 'detct' [pipeline.unknown-stage]"))
        #expect(result.messages.contains("did you mean 'detect'?"))
      }
    }
  }

  @Test("a lexicon line with too few columns is exit 2 with place, code and hint")
  func tellsShortLines() throws {
    try Folder.with { folder in
      let path = try folder.write("values/it.tsv", Array("word\tkind\tvalue\tenglish\nagosto\tmonth\n".utf8))
      let result = try Command.run(["check", path])
      #expect(result.status == 2)
      #expect(result.messages.contains("values/it.tsv:2:1: error: 2 of at least 3 columns [lexicon.too-few-columns]"))
      #expect(result.messages.contains("columns are separated by one tab"))
    }
  }

  @Test("checking nothing is an error")
  func refusesNothing() throws {
    try Folder.with { folder in
      let result = try Command.run(["check", folder.path])
      #expect(result.status == 1 && result.messages.contains("nothing checked"))
    }
  }

  @Test("a stream answers every line in its place, bad ones too")
  func streams() throws {
    let lines = [
      "{\"id\":\"1\",\"text\":\"Rame e zinco.\"}", "", "nonsense", "{\"id\":\"4\",\"text\":\"Zinco e rame.\"}",
    ]
    let result = try Command.run(["stream", "clean"], text: lines.joined(separator: "\n"))
    #expect(result.status == 0 && result.lines.count == 4)
    #expect(result.lines[0].contains("\"id\":\"1\"") && result.lines[3].contains("\"id\":\"4\""))
    #expect(result.lines[1].contains("\"empty-line\"") && result.lines[2].contains("\"line\":3"))
  }
}
