import ArgumentParser
import KoineDocuments
import KoinePipeline

struct NormalizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Turns feeds, pages, text files and JSON lines into uniform English records."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: UserFiles

  @Option(help: "A pipeline that ships with Koine, or the path of a definition.")
  var pipeline = "news"

  @Option(help: "The shape of the records.")
  var format = RecordFormat.jsonl

  @OptionGroup var reading: ReadingOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("How many articles to work on at a time.", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Stop after so many articles.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Only list the articles that are there: input, place, identifier, title.")
  var dryRun = false

  @Argument(help: "The files to read; - is standard input.")
  var inputs: [String]

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
    if let limit, limit < 1 { throw ValidationError("--limit is a number from 1 on") }
  }

  func run() async throws {
    Interrupt.watch()
    let console = global.console
    let open = try OpenPipeline(pipeline, store: global.store(), files: files)
    let out = try Output(output)
    var source = try DocumentSource(
      inputs: inputs,
      options: try reading.options(),
      look: dryRun ? .list : open.pipeline.countsLines ? .lines : .content,
      limit: limit
    )
    if dryRun { return try list(&source, out) }
    var writer = RecordWriter(format)
    var progress = Progress(console, unit: "articles")
    var (taken, written, failed) = (0, 0, 0)
    let (run, context) = (open.pipeline, open.context)
    let stories = run.stages.contains("stories") ? StoryPass() : nil
    try await OrderedMap(width: jobs ?? Environment.processors).run(
      next: { _ in
        try Interrupt.check()
        if let limit, taken == limit { return .end }
        taken += 1
        return try source.next().map { .input($0) } ?? .end
      },
      work: { (document: Document) in
        let done = await run.run(document)
        return (Record(done, context: context).line, done.storyFacts?.bytes, done.failure, done.id)
      },
      deliver: { line, facts, failure, id in
        written += 1
        if let failure {
          failed += 1
          console.error("'\(id)': \(failure.message) [\(failure.code)]")
        }
        if let stories { try stories.add(line, facts: facts) } else { try out.write(try writer.add(line)) }
        progress.update(done: written, failed: failed, share: nil)
      }
    )
    try stories?.finish { try out.write(try writer.add($0)) }
    progress.end()
    try writer.finish { try out.write($0) }
    try out.finish()
    console.detail("\(written) articles, \(failed) failed")
    if failed == written { throw ExitCode(CommandFailure.Status.failed.rawValue) }
  }

  /// Lists what would be done.
  private func list(_ source: inout DocumentSource, _ out: Output) throws {
    var (count, failed) = (0, 0)
    while count < limit ?? .max, let document = try source.next() {
      count += 1
      if document.failure != nil { failed += 1 }
      let heading = document.failure.map { "\($0.message) [\($0.code)]" } ?? document.title.read
      let cells = [document.source.file ?? "", String(document.source.item), document.id, heading]
      try out.write(
        line: cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: "\t")
      )
    }
    try out.finish()
    if failed == count { throw ExitCode(CommandFailure.Status.failed.rawValue) }
  }
}
