import Foundation
import KoineDocuments
import KoineLexicon
import KoinePipeline
import KoineText
import TestTables
import Testing

@Suite struct InputReaderTests {
  /// A file for one test, gone after it.
  private final class File {
    let path: String

    init(_ name: String, _ bytes: [UInt8]) throws {
      path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)").path
      try write(bytes)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

    func append(_ text: String) throws {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    }
  }

  private static let footer = "Seguici sui nostri canali"

  private static func lines(_ count: Int) -> String {
    (0..<count).map {
      "{\"title\":\"T \($0)\",\"content_text\":\"Uno, \($0).\\n\\nDue, \($0).\\n\\nTre, \($0).\\n\\n\(footer)\"}\n"
    }.joined()
  }

  private static func record(_ document: Document) -> String {
    String(
      decoding: Record(document, context: RecordContext(version: "0", pipeline: "p", lexicons: [:])).line,
      as: UTF8.self
    )
  }

  @Test("documents of pieces are those of the whole, repeated lines included", arguments: [64, 1 << 10, 1 << 16])
  func isTheSame(size: Int) throws {
    for (name, bytes) in [
      ("a.jsonl", Array(Self.lines(80).utf8)), ("lines.jsonl", Fixture.bytes("documents/lines.jsonl") ?? []),
      ("table.csv", Fixture.bytes("documents/table.csv") ?? []),
      ("mailbox.mbox", Fixture.bytes("documents/mailbox.mbox") ?? []),
      ("one.jsonl", Array(Self.lines(1).utf8)),
      ("lines.jsonl.zst", Fixture.bytes("documents/packed/lines.jsonl.zst") ?? []),
    ] {
      let whole = InputReader().documents(bytes, name: name)
      let file = try File(name, bytes)
      let input = try InputFile(path: file.path)
      let reader = InputReader(pieceSize: size)
      let survey = try reader.survey(input, name: name, ReadOptions(), countsLines: true)
      let frames = LineFrames(survey.lines)
      var documents = Array(reader.members(input, name: name, contentHash: survey.contentHash)).flatMap(\.self)
      for index in documents.indices { frames.mark(&documents[index]) }
      #expect(documents.map(Self.record) == whole.map(Self.record), "\(name)")
      #expect(documents.map(\.repeatedLines) == whole.map(\.repeatedLines), "\(name)")
      #expect(survey.documents == whole.count)
      let alone = Array(reader.members(input, name: name)).flatMap(\.self)
      #expect(alone.map(\.source) == whole.map(\.source))
    }
    let found = InputReader().documents(Array(Self.lines(80).utf8), name: "a.jsonl")
    #expect(found[79].id == "a.jsonl#80" && found[79].repeatedLines.map(\.articles) == [50])
    #expect(InputReader().documents(Array(Self.lines(1).utf8), name: "a.jsonl").map(\.id) == ["a.jsonl"])
  }

  @Test("a file that becomes another one is a failure where that is seen, and never a mixture")
  func tellsChanges() throws {
    let file = try File("a.jsonl", Array(Self.lines(400).utf8))
    let reader = InputReader(pieceSize: 4096)
    let input = try InputFile(path: file.path)
    let survey = try reader.survey(input, name: "a.jsonl", ReadOptions(), countsLines: false)
    #expect(survey.contentHash == SHA256.hexadecimal(Array(Self.lines(400).utf8)))
    // While it is read.
    var members = reader.members(input, name: "a.jsonl", contentHash: survey.contentHash)
    let read = members.next()
    let first = try #require(read)
    #expect(first.allSatisfy { $0.failure == nil })
    try file.append("{\"title\":\"more\"}\n")
    let rest = Array(members).flatMap(\.self)
    #expect(rest.last?.failure?.code == "input-changed")
    #expect(rest.last?.source.item == first.count + rest.count)
    #expect(rest.count < 400)
    // Between two looks.
    #expect(Array(reader.members(input, name: "a.jsonl")).flatMap(\.self).map(\.failure?.code) == ["input-changed"])
    // By content alone: the file is the same all along, and not the one that was looked at before.
    let other = try InputFile(path: file.path)
    var late = reader.members(other, name: "a.jsonl", contentHash: survey.contentHash)
    var all: [Document] = []
    while let more = late.next() { all += more }
    #expect(late.isChanged && all.count == 402 && all.last?.failure?.code == "input-changed")
    // A file that shrinks.
    try file.write(Array(Self.lines(400).utf8))
    let third = try InputFile(path: file.path)
    var shrinking = reader.members(third, name: "a.jsonl", contentHash: survey.contentHash)
    _ = shrinking.next()
    try file.write([])
    #expect(Array(shrinking).flatMap(\.self).last?.failure?.code == "input-changed")
  }

  @Test("what is no regular file is kept, so that it can be read twice")
  func keepsPipes() throws {
    let file = try File("a.jsonl", [])
    try FileManager.default.removeItem(atPath: file.path)
    #expect(unsafe mkfifo(file.path, 0o600) == 0)
    let text = Array(Self.lines(3).utf8)
    let path = file.path
    Thread.detachNewThread {
      try? FileHandle(forWritingAtPath: path)?.write(contentsOf: Data(text))
    }
    let input = try InputFile(path: path)
    for _ in 0..<2 { #expect(InputReader().members(input, name: "a.jsonl").flatMap(\.self).count == 3) }
    #expect(try input.sha256() == SHA256.hexadecimal(text))
  }

  @Test("lines of a frame that stand side by side at the end all go, and the blanks before them")
  func takesOutNeighbours() async throws {
    let yaml = "name: a\nsummary: b\nstages: [clean, boilerplate]"
    let definition = try Definition(Array(yaml.utf8), file: "p.yaml", registry: .standard)
    let store = LexiconStore(directory: Fixture.root() + "/Lexicons", cache: nil)
    let pipeline = try definition.pipeline(Resources(store: store))
    let lines = (0..<4).map { number in
      let text =
        "Il quotidiano della costa\\n\\nUno, \(number).\\n\\nDue, \(number).\\n\\nLa lettera del mattino\\n\\n"
        + "Condividi\\n\\n\(Self.footer)\\nRedazione del quotidiano"
      return "{\"title\":\"T \(number)\",\"content_text\":\"\(text)\"}\n"
    }
    let documents = InputReader().documents(Array(lines.joined().utf8), name: "a.jsonl")
    let done = await pipeline.run(documents[0])
    #expect(done.body.text == "Uno, 0.\n\nDue, 0.")
    #expect(done.body.removals.map(\.reason).count { $0 == "repeated in 4 articles of the source" } == 4)
    #expect(done.body.removals.count == 5 && done.validate().isEmpty)
  }
}
