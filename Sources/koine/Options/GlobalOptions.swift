import ArgumentParser
import KoineLexicon
import KoinePipeline

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of lexicons.", valueName: "dir"))
  var lexicons: String?

  @Option(help: ArgumentHelp("The folder for compiled lexicons.", valueName: "dir"))
  var cache: String?

  @Flag(name: .shortAndLong, help: "Say only what went wrong.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more.")
  var verbose = false

  var console: Console { Console(quiet ? .quiet : verbose ? .verbose : .normal) }

  /// Opens the lexicons.
  func store() throws -> LexiconStore {
    LexiconStore(directory: try Installation.lexicons(lexicons), cache: cache ?? Installation.cache)
  }
}

/// The user's own terms and names.
struct UserFiles: ParsableArguments {
  // One file an option, so that the inputs after it are not taken for more of them.
  @Option(help: ArgumentHelp("A file of your terms, which win over everything; may be repeated.", valueName: "file"))
  var terms: [String] = []

  @Option(help: ArgumentHelp("A file of your names, which win over everything; may be repeated.", valueName: "file"))
  var registry: [String] = []

  /// What stages may open.
  func resources(_ store: LexiconStore) -> Resources {
    // A bare name would be looked for among the lexicons.
    func own(_ path: String) -> String { path.hasPrefix("/") || path.hasPrefix(".") ? path : "./\(path)" }
    return Resources(store: store, terms: terms.map(own), registries: registry.map(own))
  }
}

/// What commands take that answer line by line.
struct FilterOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @Option(help: "Lines of text, or one JSON object a line.")
  var format = Format.text

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("How many lines to work on at a time.", valueName: "n"))
  var jobs: Int?

  @Argument(help: "The file to read; - is standard input.")
  var input = "-"

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
  }

  /// Opens the output and makes the filter.
  func filter(size: Int = 1 << 16) throws -> LineFilter {
    Interrupt.watch()
    return LineFilter(path: input, output: try Output(output), jobs: jobs ?? Environment.processors, size: size)
  }
}
