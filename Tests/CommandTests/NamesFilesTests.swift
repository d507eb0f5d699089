import Foundation
import TestTables
import Testing

@Suite struct NamesFilesTests {
  private static let names = "Orvane Wafer S.p.A.\nORVANE WAFER\nOrvane Bank\n北方华创\nNAURA\n"
  private static let header = "left\tright\tdecision\twho\twhen\twhy\n"

  @Test("decisions win, and a file that contradicts itself is told with lines")
  func decides() throws {
    try Folder.with { folder in
      let names = try folder.write("n.txt", Self.names.utf8)
      let good = try folder.write("d.tsv", (Self.header + "NAURA\torg:northern-huachuang\tdrop\n").utf8)
      let list = try Command.run(["names", "--from", "names", "--decisions", good, "--format", "jsonl", names])
      #expect(list.status == 0 && list.lines.count == 4)
      #expect(list.output.contains("\"decided\":true"))
      let bad = try folder.write("bad.tsv", (Self.header + "a\tb\tsame\nb\tc\tsame\na\tc\tdifferent\nx\ty\tso\n").utf8)
      let refused = try Command.run(["names", "--from", "names", "--decisions", bad, names])
      #expect(refused.status == 2 && refused.output.isEmpty)
      #expect(refused.messages.contains("bad.tsv:4:1: error:") && refused.messages.contains("bad.tsv:5:5: error:"))
      #expect(refused.messages.contains("hint:"))
    }
  }

  @Test("a list is joined and compared; lines that are no entries are told")
  func joinsAndCompares() throws {
    try Folder.with { folder in
      let names = try folder.write("n.txt", Self.names.utf8)
      let more = try folder.write("m.txt", "Orvane Wafer\nKestrix\n".utf8)
      let old = try Command.run(["names", "--from", "names", "--format", "jsonl", names])
      let path = try folder.write("old.jsonl", old.output.utf8)
      let new = try Command.run(["names", "--from", "names", "--format", "jsonl", "--list", path, more])
      #expect(new.status == 0 && new.lines.count == old.lines.count + 1)
      let next = try folder.write("new.jsonl", new.output.utf8)
      let text = try Command.run(["names", "--diff", path, next])
      #expect(text.status == 0)
      #expect(text.lines.map { $0.prefix(8) } == ["+ Kestri", "gained  "])
      let lines = try Command.run(["names", "--diff", "--format", "jsonl", path, next])
      #expect(lines.lines.first?.contains("\"change\":\"added\"") == true)
      let broken = try folder.write("broken.jsonl", (old.output + "{\"id\":7}\n\n[]\n").utf8)
      let refused = try Command.run(["names", "--diff", path, broken])
      #expect(refused.status == 2)
      let count = old.lines.count
      #expect(refused.messages.contains("broken.jsonl:\(count + 1):1: error:"))
      #expect(refused.messages.contains("broken.jsonl:\(count + 3):1: error:"))
      #expect(try Command.run(["names", "--diff", path]).status == 2)
      #expect(try Command.run(["names", "--diff", "--format", "csv", path, next]).status == 2)
    }
  }

  @Test("review asks, keeps every answer at once, goes back and never asks what is decided")
  func reviews() throws {
    try Folder.with { folder in
      let names = try folder.write("n.txt", (Self.names + "Tessaro\nTessaro Shipping\n").utf8)
      let file = folder.path + "/d.tsv"
      let review = ["names", "review", "--from", "names", "--decisions", file, "--who", "Anna"]
      let open = try Command.run(review + ["--format", "jsonl", names])
      #expect(open.status == 0 && open.lines.count == 2)
      let first = try Command.run(review + [names], text: "n\n?\nb\ny\n")
      #expect(first.status == 0)
      #expect(first.output.contains("is no answer") && first.output.contains("1 decided, 1 questions left"))
      let kept = try folder.text("d.tsv").split(separator: "\n")
      #expect(kept.count == 2 && kept[1].hasPrefix("Orvane Bank\tO") && kept[1].contains("\tsame\tAnna\t20"))
      let second = try Command.run(review + [names], text: "u\n")
      #expect(second.output.contains("1 decided, 0 questions left"))
      #expect(try Command.run(review + ["--format", "jsonl", names]).lines.isEmpty)
      let list = try Command.run(["names", "--from", "names", "--decisions", file, names])
      #expect(!list.output.contains("\n  Orvane Bank"))
      #expect(try Command.run(review + ["-"], text: "x").status == 2)
    }
  }

  @Test("a folder is read whole; places lead back to the texts")
  func readsFolders() throws {
    try Folder.with { folder in
      try folder.write("in/b.txt", "Orvane AG wächst\n\nDer Kupferproduzent Orvane AG baut in Hamburg.".utf8)
      try folder.write("in/a/a.txt", "È arrivata. Orvane S.p.A. cresce a Brescia.".utf8)
      let list = try Command.run(["names", "--format", "jsonl", folder.path + "/in"])
      #expect(list.status == 0)
      #expect(list.output.contains("/in/a/a.txt") && list.output.contains("/in/b.txt"))
      #expect(list.output.contains("\"in\":\"original.content_text\""))
      let one = try Command.run(["names", "--format", "jsonl", "--jobs", "1", folder.path + "/in"])
      #expect(one.output == list.output)
    }
  }

  @Test("what a spreadsheet would compute and what would move the cursor is harmless")
  func isHarmless() throws {
    let names = "=HYPERLINK(\"x\") AG\nOrvane\u{1B}[31m Wafer\n华为 Orvane\n"
    let csv = try Command.run(["names", "--from", "names", "--format", "csv", "-"], text: names)
    #expect(csv.output.contains("\"'=HYPERLINK(\"\"x\"\") AG\""))
    let table = try Command.run(["names", "--from", "names", "-"], text: names)
    #expect(!table.output.contains("\u{1B}"))
  }

  @Test("entities of FollowTheMoney come back as they were written; broken lines are told")
  func readsWhatItWrites() throws {
    try Folder.with { folder in
      let names = try folder.write(
        "n.txt",
        "Orvane Wafer S.p.A.\tCompany\nORVANE WAFER\tCompany\nMarta Bellavista\tPerson\n".utf8
      )
      let written = try Command.run(["names", "--from", "names", "--format", "ftm", names])
      #expect(written.lines.count == 2 && written.output.contains("\"schema\":\"Company\""))
      let registry = try folder.write("x.ftm.json", written.output.utf8)
      let read = ["names", "--from", "names", "--format", "jsonl", "--registry"]
      let again = try Command.run(read + [registry, names])
      #expect(again.status == 0)
      for line in written.lines {
        let id = line.components(separatedBy: "\"id\":\"").last?.prefix { $0 != "\"" } ?? ""
        #expect(again.output.contains("\"id\":\"\(id)\""))
      }
      let broken = try folder.write(
        "b.jsonl",
        "{\"id\":\"1\",\"properties\":{\"name\":7},\"schema\":\"Person\"}\nno\n".utf8
      )
      let refused = try Command.run(read + [broken, names])
      #expect(refused.status == 2 && refused.messages.contains("b.jsonl:2:1: error:"))
      let ids = try Command.run(read + [Fixture.path("entities/registry-ids-bad.tsv"), names])
      #expect(ids.status == 2)
      #expect(ids.messages.contains("[registry.wikidata]") && ids.messages.contains("[registry.lei]"))
    }
  }

  @Test("a pipeline gives names what a list and decisions say")
  func pipelineTakesLists() throws {
    try Folder.with { folder in
      let text = try folder.write("a.txt", "The Veltrona Group will hire. Kestrix AG makes castings.".utf8)
      let list = try folder.write(
        "list.jsonl",
        "{\"id\":\"ours:1\",\"name\":\"Kestrix Works\",\"type\":\"Organization\",\"country\":\"DE\",\"names\":[{\"name\":\"Kestrix AG\",\"count\":1}]}\n"
          .utf8
      )
      let decided = try folder.write("d.tsv", (Self.header + "Veltrona Group\tours:1\tsame\n").utf8)
      let stages = ["clean", "detect", "segment", "entities"].map { "  - \($0)\n" }.joined()
      let options = "  - names:\n      list: \(list)\n      decisions: \(decided)\n"
      let path = try folder.write("p.yaml", "name: p\nsummary: Names.\nstages:\n\(stages)\(options)".utf8)
      let done = try Command.run(["normalize", "--pipeline", path, "--format", "jsonl", text])
      #expect(done.status == 0)
      #expect(done.output.contains("\"country\":\"DE\"") && done.output.contains("\"name\":\"Kestrix Works\""))
      #expect(!done.output.contains("\"name\":\"Veltrona Group\""))
      let missing = try folder.write(
        "m.yaml",
        "name: p\nsummary: Names.\nstages:\n\(stages)  - names: {list: nowhere}\n".utf8
      )
      #expect(try Command.run(["normalize", "--pipeline", missing, text]).status == 2)
    }
  }
}
