import ArgumentParser
import KoineBatch
import KoinePipeline
import SystemPackage

struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Turns a folder of documents into uniform English records, and does again only what has changed."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: UserFiles

  @Argument(help: "The folder with the documents.")
  var folder: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder for state and results.", valueName: "folder"))
  var output: String

  @Option(help: "A pipeline that ships with Koine, or the path of a definition.")
  var pipeline = "news"

  @Option(name: .shortAndLong, help: ArgumentHelp("How many files to work on at a time.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Try documents again that failed, though nothing has changed.")
  var retryFailed = false

  @Flag(help: "Do everything again.")
  var all = false

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp("Stop after so many articles; the same command goes on where this run ended.", valueName: "n")
  )
  var limit: Int?

  @Flag(help: "Only list the files: whether each is new, changed, unchanged or deleted, and its articles so far.")
  var dryRun = false

  @Option(help: ArgumentHelp("Another shape to write the records in; may be repeated.", valueName: "format"))
  var view: [RecordFormat] = [.markdown]

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is a number from 1 on") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
  }

  func run() async throws {
    guard FileKind(folder) == .folder else { throw CommandFailure(.failed, "'\(folder)' is not a folder") }
    Interrupt.watch()
    let console = global.console
    let open = try OpenPipeline(pipeline, store: global.store(), files: files)
    var options = BatchRun.Options(jobs: jobs ?? Environment.processors)
    options.retriesFailed = retryFailed
    options.redoesAll = all
    options.reading = try reading.options()
    options.limit = limit
    options.views = RecordFormat.allCases.filter { $0 != .jsonl && view.contains($0) }
    let run = BatchRun(
      folder: folder,
      output: output,
      pipeline: open.pipeline,
      context: open.context,
      definition: reading.definition(open.definition),
      options: options
    )
    if dryRun { return try list(run, console) }
    var survey = Progress(console, unit: "files looked at")
    var progress = Progress(console, unit: "articles")
    let summary: BatchSummary
    do {
      summary = try await run.run(
        isInterrupted: { Interrupt.isRequested },
        progress: { summary in
          let (files, documents) = (summary.files, summary.documents)
          if files.surveyed < files.found {
            survey.update(done: files.surveyed, failed: 0, share: Double(files.surveyed) / Double(files.found))
          } else {
            progress.update(done: documents.read, failed: documents.failed, share: summary.share)
          }
        }
      )
    } catch let error as BatchError {
      throw CommandFailure(.failed, error.description)
    } catch let error as Errno {
      throw CommandFailure(.inputOutput, "'\(output)': \(error)")
    } catch let failure where BatchRun.isDiskFailure(failure) {
      throw CommandFailure(.inputOutput, "'\(output)': \(failure)")
    }
    console.endProgress()
    report(summary, console)
    if summary.isLimited { console.note("stopped at the limit; the same command goes on where this run ended") }
    if summary.isInterrupted {
      throw CommandFailure(.interrupted, "stopped; the same command goes on where this run ended")
    }
    if summary.documents.read > 0, summary.documents.failed == summary.documents.read {
      throw ExitCode(CommandFailure.Status.failed.rawValue)
    }
  }

  /// Lists what would be done.
  private func list(_ run: BatchRun, _ console: Console) throws {
    let out = try Output(nil)
    let listing: BatchListing
    do { listing = try BatchListing(run, isInterrupted: { Interrupt.isRequested }) } catch {
      throw CommandFailure(.failed, "cannot look at '\(folder)' and '\(output)': \(error)")
    }
    try Interrupt.check()
    for file in listing.files {
      try out.write(line: "\(file.state.rawValue)\t\(file.path)\t\(file.documents.map(String.init) ?? "")")
    }
    try out.finish()
    console.note(BatchListing.State.allCases.map { "\(listing.count($0)) \($0.rawValue)" }.joined(separator: ", "))
  }

  private func report(_ summary: BatchSummary, _ console: Console) {
    let documents = summary.documents
    console.note(
      "\(summary.files.found) files, \(documents.read) documents: \(documents.processed) processed, "
        + "\(documents.reused) unchanged, \(documents.failed) failed"
    )
    if documents.failed > 0 { console.warning("the reasons are in '\(output)/errors.jsonl'") }
    if !summary.deleted.isEmpty { console.note("\(summary.deleted.count) files are gone since an earlier run") }
    if !summary.skipped.isEmpty {
      console.warning("\(summary.skipped.count) links or special files were left out; '\(output)/run.json' names them")
    }
  }
}
