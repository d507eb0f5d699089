import ArgumentParser
import KoineDocuments
import KoineEntities
import KoinePipeline
import KoineText

struct NamesCommand: AsyncParsableCommand {
  /// What the inputs hold.
  enum Kind: String, ExpressibleByArgument, CaseIterable { case documents, names }

  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Makes one canonical list of the names in documents, or of a list of names.",
    discussion: """
      Files of records that Koine wrote (.jsonl) are not read again: the names in them are taken as they are.
      With --from names every line is a name; a tab and a type (Organization, Person, Place, Product, Event) may follow.
      """
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: UserFiles

  @Option(help: "Documents that names are found in, or names, one a line.")
  var from = Kind.documents

  @Option(help: "The shape of the list.")
  var format = NameList.Format.table

  @Option(help: "A pipeline that ships with Koine, or the path of a definition; it finds the names in documents.")
  var pipeline = "names"

  @Option(help: "What to read the documents as.")
  var type = InputType.auto

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("How many documents to work on at a time.", valueName: "n"))
  var jobs: Int?

  @Argument(help: "The files to read; - is standard input.")
  var inputs: [String]

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
  }

  func run() async throws {
    Interrupt.watch()
    let store = try global.store()
    let clusterer = try NameClusterer(store: store, registries: files.resources(store).registries)
    let output = try Output(output)
    let observations =
      switch from {
      case .names: try namesInLists()
      case .documents: try await namesInDocuments()
      }
    try Interrupt.check()
    try output.write(NameList(clusterer.clusters(of: observations)).text(format).utf8)
    try output.finish()
  }

  private func namesInLists() throws -> [NameObservation] {
    var observations: [NameObservation] = []
    for input in inputs {
      for line in try Input.required(input).split(separator: 10) {
        let text = String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
        let fields = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let type = fields.count > 1 ? EntityType(written: fields[1]) : nil
        // A tab that no type follows belongs to the name.
        let name = type == nil ? text : fields[0]
        if !name.isEmpty { observations.append(NameObservation(name: name, type: type)) }
      }
    }
    return observations
  }

  private func namesInDocuments() async throws -> [NameObservation] {
    let console = global.console
    var observations: [NameObservation] = []
    var others: [String] = []
    for input in inputs {
      if let records = try RecordNames(input) { observations += records.observations } else { others.append(input) }
    }
    if others.isEmpty { return observations }
    let open = try OpenPipeline(pipeline, store: global.store(), files: files).pipeline
    var source = DocumentSource(inputs: others, type: type)
    var (read, failed) = (0, 0)
    try await OrderedMap(width: jobs ?? Environment.processors).run(
      next: { _ in
        try Interrupt.check()
        return source.next().map { .input($0) } ?? .end
      },
      work: { document in
        let done = await open.run(document)
        return (done.nameObservations, done.failure, done.id)
      },
      deliver: { names, failure, id in
        read += 1
        observations += names
        if let failure {
          failed += 1
          console.error("'\(id)': \(failure.message) [\(failure.code)]")
        }
        console.progress("\(read) documents")
      }
    )
    console.endProgress()
    console.detail("\(read) documents, \(failed) failed")
    if failed == read, observations.isEmpty { throw ExitCode(CommandFailure.Status.failed.rawValue) }
    return observations
  }
}
