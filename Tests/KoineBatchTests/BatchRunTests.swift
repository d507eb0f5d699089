import Foundation
import KoineBatch
import KoineLexicon
import KoinePipeline
import Synchronization
import TestTables
import Testing

@Suite struct BatchRunTests {
  /// Counts the documents that it sees, and fails on those that say so.
  struct CountStage: Stage {
    typealias Options = NoOptions
    struct Refusal: Error, CustomStringConvertible { let description = "this one is meant to fail" }
    static let seen = Mutex<[String: Int]>([:])
    static let spec = StageSpec("count", "Counts documents.", provides: [])
    init(options: Options, resources: Resources) {}
    func process(_ document: inout Document) throws {
      let run = document.body.read.split(separator: "@").last.map(String.init) ?? ""
      Self.seen.withLock { $0[run, default: 0] += 1 }
      if document.body.read.contains("fail") { throw Refusal() }
    }
  }

  /// A folder of documents and an output folder, gone after the test.
  final class Site {
    let folder: String
    let name: String
    var output: String { folder + "/out" }
    var source: String { folder + "/in" }

    init() throws {
      name = UUID().uuidString
      folder = FileManager.default.temporaryDirectory.appendingPathComponent("koine-batch-\(name)").path
      try FileManager.default.createDirectory(atPath: folder + "/in/sub", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ file: String, _ text: String) throws {
      try Data("\(text) @\(name)".utf8).write(to: URL(fileURLWithPath: "\(source)/\(file)"))
    }

    func write(_ file: String, lines: [String]) throws {
      let long = String(repeating: "word ", count: 130)
      let text = lines.map { "{\"id\":\"\($0)\",\"text\":\"Story \($0) \(long)@\(name)\"}\n" }.joined()
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(source)/\(file)"))
    }

    func text(_ file: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(output)/\(file)")), as: UTF8.self)
    }

    /// The documents that went through the pipeline so far.
    var seen: Int { CountStage.seen.withLock { $0[name] ?? 0 } }

    /// A run that counts documents, or one that takes lines out that sources repeat.
    func batch(
      definition: String = "d1",
      output: String? = nil,
      jobs: Int = 2,
      counting: Bool = false,
      _ change: (inout BatchRun.Options) -> Void = { _ in }
    ) throws -> BatchRun {
      var registry = counting ? StageRegistry.standard : StageRegistry()
      registry.register(CountStage.self)
      let yaml = "name: count\nsummary: Counts.\nstages: [\(counting ? "clean, boilerplate" : "count")]"
      let read = try Definition(Array(yaml.utf8), file: "p.yaml", registry: registry)
      var options = BatchRun.Options(jobs: jobs)
      change(&options)
      return BatchRun(
        folder: source,
        output: output ?? self.output,
        pipeline: try read.pipeline(
          Resources(store: LexiconStore(directory: counting ? Fixture.root() + "/Lexicons" : "/", cache: nil))
        ),
        context: RecordContext(version: "0", pipeline: "count", lexicons: [:]),
        definition: definition,
        options: options
      )
    }

    func run(
      jobs: Int = 2,
      definition: String = "d1",
      output: String? = nil,
      stopAfter: Int = .max,
      counting: Bool = false,
      _ change: (inout BatchRun.Options) -> Void = { _ in }
    ) async throws -> BatchSummary {
      let run = try batch(definition: definition, output: output, jobs: jobs, counting: counting, change)
      let limit = Atomic<Int>(stopAfter)
      return try await run.run(
        isInterrupted: { limit.wrappingSubtract(1, ordering: .relaxed).newValue < 0 },
        progress: { _ in }
      )
    }
  }

  @Test("does again only what has changed, and marks what is gone")
  func isIncremental() async throws {
    let site = try Site()
    try site.write("a.txt", "First story.")
    try site.write("sub/b.txt", "Second story.")
    try site.write("c.txt", "Third story.")
    #expect(try await site.run().documents.processed == 3)
    let first = try site.text("records.jsonl")
    #expect(try await site.run().documents.reused == 3)
    #expect(site.seen == 3)
    #expect(try site.text("records.jsonl") == first)
    try site.write("c.txt", "Third story, changed.")
    try FileManager.default.removeItem(atPath: site.source + "/a.txt")
    let summary = try await site.run()
    #expect(summary.documents.processed == 1 && summary.deleted == ["a.txt"] && summary.documents.read == 2)
    #expect(try site.text("records.jsonl").split(separator: "\n").count == 2)
    #expect(try await site.run(definition: "d2").documents.processed == 2)
    #expect(try await site.run(definition: "d2") { $0.redoesAll = true }.documents.processed == 2)
  }

  @Test("does only the new item of a feed that grew, and tells its new place")
  func reusesItems() async throws {
    let site = try Site()
    try site.write("feed.jsonl", lines: ["a", "b"])
    _ = try await site.run()
    try site.write("feed.jsonl", lines: ["new", "a", "b"])
    let summary = try await site.run()
    #expect(summary.documents.processed == 1 && summary.documents.reused == 2)
    let fresh = try await site.run(output: site.folder + "/fresh")
    #expect(fresh.documents.processed == 3)
    let other = try Data(contentsOf: URL(fileURLWithPath: site.folder + "/fresh/records.jsonl"))
    #expect(try site.text("records.jsonl") == String(decoding: other, as: UTF8.self))
    try site.write("feed.jsonl", lines: ["b"])
    #expect(try await site.run().documents.read == 1)
    #expect(try site.text("records.jsonl").split(separator: "\n").count == 1)
  }

  @Test("gives the same bytes with any number of workers, and after any number of interruptions")
  func isDeterministic() async throws {
    let site = try Site()
    for number in 0..<60 { try site.write("f\(number).txt", number % 7 == 0 ? "fail \(number)" : "Story \(number).") }
    // Large enough to be shared among workers.
    try site.write("large.jsonl", lines: (0..<450).map { "item-\($0)" })
    _ = try await site.run(jobs: 1)
    let expected = try site.text("records.jsonl")
    #expect(expected.split(separator: "\n").count == 510)
    var runs = 0
    while runs < 100 {
      runs += 1
      if try await !site.run(jobs: 3, output: site.folder + "/other", stopAfter: 20 * runs).isInterrupted { break }
    }
    #expect(runs > 2)
    let other = try Data(contentsOf: URL(fileURLWithPath: site.folder + "/other/records.jsonl"))
    #expect(String(decoding: other, as: UTF8.self) == expected)
  }

  @Test("keeps failures in their place with the reason, and tries them again when asked")
  func keepsFailures() async throws {
    let site = try Site()
    try site.write("a.txt", "Good.")
    try site.write("b.txt", "This must fail.")
    try Data([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31]).write(to: URL(fileURLWithPath: site.source + "/c.pdf"))
    let summary = try await site.run()
    #expect(summary.documents.read == 3 && summary.documents.failed == 2)
    let records = try site.text("records.jsonl").split(separator: "\n")
    #expect(records.count == 3 && records[1].contains("\"code\":\"stage-failed\""))
    let errors = try site.text("errors.jsonl").split(separator: "\n")
    #expect(errors.count == 2 && errors[1].contains("\"code\":\"unsupported-type\""))
    #expect(try await site.run().documents.processed == 0)
    #expect(try await site.run { $0.retriesFailed = true }.documents.processed == 2)
    #expect(try site.text("run.json").contains("\"failed\":2"))
    #expect(try site.text("digest.md").contains("this one is meant to fail"))
  }

  @Test("does not follow links, and leaves its own output out")
  func staysInside() async throws {
    let site = try Site()
    try site.write("a.txt", "Good.")
    try FileManager.default.createSymbolicLink(atPath: site.source + "/link", withDestinationPath: "/etc")
    try FileManager.default.createSymbolicLink(atPath: site.source + "/passwd", withDestinationPath: "/etc/passwd")
    let summary = try await site.run(output: site.source + "/out")
    #expect(summary.files.found == 1 && summary.skipped == ["link", "passwd"])
    #expect(try await site.run(output: site.source + "/out").files.found == 1)
  }

  @Test("tells a folder that cannot be read as a ledger of another version")
  func refusesForeignLedgers() async throws {
    let site = try Site()
    try FileManager.default.createDirectory(atPath: site.output, withIntermediateDirectories: true)
    try Data("not a database, but long enough to be taken for one by its size".utf8)
      .write(to: URL(fileURLWithPath: site.output + "/koine.sqlite"))
    await #expect(throws: (any Error).self) { _ = try await site.run() }
  }

  /// A page of a site whose articles all end in the same line.
  private static func page(_ number: Int, footer: String) -> String {
    "<html><head><link rel=canonical href='https://site.example/\(number)'><title>Story \(number)</title></head><body>"
      + (0..<3).map { "<p>Paragraph \($0) of story \(number) tells, at some length, of wafers and of copper.</p>" }
      .joined()
      + "<p>\(footer)</p></body></html>"
  }

  @Test("lines repeated in other files of a source count, and runs bit by bit give what one run gives")
  func marksRepeatedLines() async throws {
    let site = try Site()
    var runs = 0
    /// The records of a run that goes on, which must be those of a run from scratch.
    func records() async throws -> (records: [Substring], summary: BatchSummary) {
      let summary = try await site.run(counting: true)
      runs += 1
      let output = site.folder + "/fresh-\(runs)"
      _ = try await site.run(output: output, counting: true)
      for file in ["records.jsonl", "errors.jsonl", "digest.md"] {
        let fresh = try Data(contentsOf: URL(fileURLWithPath: "\(output)/\(file)"))
        #expect(try site.text(file) == String(decoding: fresh, as: UTF8.self), "\(file) of run \(runs)")
      }
      return (try site.text("records.jsonl").split(separator: "\n"), summary)
    }
    func isRemoved(_ record: Substring) -> Bool { record.contains("articles of the source") }
    let footer = "This line stands below all articles of the site."
    for number in 0..<2 { try site.write("\(number).html", Self.page(number, footer: footer)) }
    try site.write("other.txt", "Another source.")
    #expect(try await records().records.filter(isRemoved).isEmpty)
    // The third page makes it a frame: the first two are done again, and nothing else.
    try site.write("sub/2.html", Self.page(2, footer: footer))
    var (found, summary) = try await records()
    #expect(found.filter(isRemoved).count == 3 && summary.documents.processed == 3 && summary.files.kept == 1)
    #expect(found.allSatisfy { !isRemoved($0) || $0.contains("repeated in 3 articles of the source") })
    (found, summary) = try await records()
    #expect(summary.files.kept == 4 && summary.documents.processed == 0)
    try site.write("3.html", Self.page(3, footer: footer))
    (found, summary) = try await records()
    #expect(found.filter(isRemoved).count == 4 && summary.documents.processed == 4)
    // An article of another source changes nothing.
    try site.write("another.txt", "One more.")
    #expect(try await records().summary.documents.processed == 1)
    for number in [1, 3] { try FileManager.default.removeItem(atPath: "\(site.source)/\(number).html") }
    (found, summary) = try await records()
    #expect(found.filter(isRemoved).isEmpty && found.count == 4 && summary.deleted == ["1.html", "3.html"])
    // From ten articles on, one more is not worth doing the others again.
    for number in 10..<20 { try site.write("\(number).html", Self.page(number, footer: footer)) }
    #expect(try await records().records.filter(isRemoved).count == 12)
    try site.write("20.html", Self.page(20, footer: footer))
    (found, summary) = try await records()
    #expect(found.filter(isRemoved).count == 13 && summary.documents.processed == 1)
  }

  @Test("a large file is saved as it is done, and one that grows at its start is not done again")
  func savesLargeFiles() async throws {
    let site = try Site()
    let items = (0..<900).map { "item-\($0)" }
    try site.write("large.jsonl", lines: items)
    let first = try await site.run(stopAfter: 60)
    #expect(first.isInterrupted && first.documents.processed > 256)
    let rest = try await site.run()
    #expect(rest.documents.read == 900 && rest.documents.processed + first.documents.processed < 950)
    let seen = site.seen
    try site.write("large.jsonl", lines: ["new"] + items)
    let grown = try await site.run()
    #expect(grown.documents.processed == 1 && grown.documents.reused == 900 && site.seen == seen + 1)
    #expect(try site.text("records.jsonl").split(separator: "\n").count == 901)
  }

  @Test("a limit stops the run where the next one goes on")
  func stopsAtLimit() async throws {
    let site = try Site()
    for number in 0..<40 { try site.write("f\(number).txt", "Story \(number).") }
    var runs = 0
    while runs < 20 {
      runs += 1
      let summary = try await site.run(jobs: 1) { $0.limit = 12 }
      #expect(!summary.isInterrupted && summary.documents.processed <= 12)
      if !summary.isLimited { break }
      #expect(try site.text("run.json").contains("\"limited\":true"))
      #expect(!FileManager.default.fileExists(atPath: site.output + "/records.jsonl"))
    }
    #expect(runs == 4 && site.seen == 40)
    #expect(try site.text("records.jsonl").split(separator: "\n").count == 40)
  }

  @Test("a list tells what a run would do and writes nothing")
  func listsFiles() async throws {
    let site = try Site()
    for name in ["a.txt", "b.txt", "c.txt"] { try site.write(name, "Story \(name).") }
    func states(_ change: (inout BatchRun.Options) -> Void = { _ in }) throws -> [String] {
      try BatchListing(try site.batch(change)).files.map { "\($0.path) \($0.state) \($0.documents ?? -1)" }
    }
    #expect(try states() == ["a.txt new -1", "b.txt new -1", "c.txt new -1"])
    #expect(!FileManager.default.fileExists(atPath: site.output))
    _ = try await site.run()
    let before = try FileManager.default.contentsOfDirectory(atPath: site.output).sorted()
    #expect(try states() == ["a.txt unchanged 1", "b.txt unchanged 1", "c.txt unchanged 1"])
    #expect(
      try states { $0.redoesAll = true }.filter { $0.contains("changed") && !$0.contains("unchanged") }.count == 3
    )
    try site.write("b.txt", "Another story.")
    try site.write("d.txt", "A new story.")
    try FileManager.default.removeItem(atPath: site.source + "/a.txt")
    #expect(try states() == ["a.txt deleted 1", "b.txt changed 1", "c.txt unchanged 1", "d.txt new -1"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.output).sorted() == before)
  }
}
