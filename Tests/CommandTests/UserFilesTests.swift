import Foundation
import Testing

/// The user's own terms and names win over everything that ships.
@Suite struct UserFilesTests {
  private static let text = "La Rossi Fonderie ha comprato un laminatoio per il rame."

  @Test("a user's term wins in a line, in a stream and in a record")
  func termsWin() throws {
    try Folder.with { folder in
      let terms = try folder.write("terms.tsv", Array("italian\tenglish\tpos\nlaminatoio\tcold mill\tnoun\n".utf8))
      let article = try folder.write("article.txt", Array("\(Self.text)\n".utf8))
      let line = try Command.run(["translate", "--from", "it", "--terms", terms, article])
      #expect(line.status == 0 && line.output.contains("cold mill"), "\(line.messages)")
      let record = try Command.run(["normalize", "--terms", terms, article])
      #expect(record.status == 0 && record.output.contains("cold mill"))
      let stream = try Command.run(["stream", "news", "--terms", terms], text: "{\"text\":\"\(Self.text)\"}\n")
      #expect(stream.status == 0 && stream.output.contains("cold mill"))
      let without = try Command.run(["translate", "--from", "it", article])
      #expect(!without.output.contains("cold mill"))
    }
  }

  @Test("a user's name is found and has the canonical form that the user gave it")
  func namesWin() throws {
    try Folder.with { folder in
      let names =
        "id\tname\taliases\ttype\nown:rossi\tRossi Foundries\tRossi Fonderie|La Rossi Fonderie\tOrganization\n"
      let registry = try folder.write("names.tsv", Array(names.utf8))
      let article = try folder.write("article.txt", Array("\(Self.text)\n".utf8))
      let found = try Command.run(
        ["entities", "--registry", registry, "--format", "jsonl"],
        text: "{\"text\":\"\(Self.text)\",\"language\":\"it\"}\n"
      )
      #expect(found.status == 0 && found.output.contains("\"id\":\"own:rossi\""), "\(found.output)\(found.messages)")
      let list = try Command.run(["names", "--registry", registry, "--format", "jsonl", article])
      #expect(list.status == 0 && list.output.contains("\"name\":\"Rossi Foundries\""))
    }
  }

  @Test("a broken line in a user's file is exit 2 with its place")
  func tellsBrokenLines() throws {
    try Folder.with { folder in
      let terms = try folder.write("terms.tsv", Array("italian\tenglish\tpos\nlaminatoio\n".utf8))
      for command in [["translate", "--from", "it", "--terms", terms], ["normalize", "--terms", terms, "x.txt"]] {
        let result = try Command.run(command)
        #expect(result.status == 2 && result.messages.contains("terms.tsv:2:1: error: 1 of at least 2 columns"))
      }
      let missing = try Command.run(["translate", "--from", "it", "--terms", folder.path + "/none.tsv"])
      #expect(missing.status == 2 && missing.messages.contains("none.tsv"))
    }
  }
}
