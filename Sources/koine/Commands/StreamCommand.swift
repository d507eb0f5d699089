import ArgumentParser
import KoineDocuments
import KoinePipeline

struct StreamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Answers every line of JSON with the record of the article in it, in order."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: UserFiles
  @OptionGroup var reading: ReadingOptions

  @Argument(help: "A pipeline that ships with Koine, or the path of a definition.")
  var pipeline: String

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("How many lines to work on at a time.", valueName: "n"))
  var jobs: Int?

  @Argument(help: "The file to read; - is standard input.")
  var input = "-"

  func run() async throws {
    Interrupt.watch()
    let open = try OpenPipeline(pipeline, store: global.store(), files: files)
    let (run, context) = (open.pipeline, open.context)
    let name = input == "-" ? "stdin" : input
    var options = try reading.options()
    options.type = .jsonl
    let lineOptions = options
    let filter = LineFilter(
      path: input,
      output: try Output(output),
      jobs: jobs ?? Environment.processors,
      size: 1 << 14
    )
    try await filter.run { line, out in
      if let error = LineError(unreadable: line) {
        error.json(line: line.number).write(to: &out)
        return
      }
      guard var document = InputReader().documents(Array(line.bytes), name: name, lineOptions).first else { return }
      if let failure = document.failure, failure.stage == "read" {
        LineError(code: failure.code, message: failure.message).json(line: line.number).write(to: &out)
        return
      }
      document.source.line = line.number
      document.source.item = line.number
      Record(await run.run(document), context: context).json.write(to: &out)
    }
  }
}
