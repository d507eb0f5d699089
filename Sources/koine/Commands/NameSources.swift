import ArgumentParser
import KoineDocuments
import KoineEntities
import KoinePipeline
import KoineText

/// Where names come from, and what is known about them beforehand.
struct NameSources: ParsableArguments {
  /// What the inputs hold.
  enum Kind: String, ExpressibleByArgument, CaseIterable { case documents, names }

  @OptionGroup var files: UserFiles

  @Option(help: "Documents that names are found in, or names, one a line.")
  var from = Kind.documents

  @Option(help: ArgumentHelp("A list that was made before (.jsonl), which the names join.", valueName: "file"))
  var list: String?

  @Option(help: "A pipeline that ships with Koine, or the path of a definition; it finds the names in documents.")
  var pipeline = "names"

  @OptionGroup var reading: ReadingOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("How many documents to work on at a time.", valueName: "n"))
  var jobs: Int?

  @Argument(help: "The files and folders to read; - is standard input.")
  var inputs: [String]

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
  }

  /// Opens what compares names.
  func clusterer(_ global: GlobalOptions) throws -> NameClusterer {
    let store = try global.store()
    return try NameClusterer(store: store, registries: files.resources(store).registries)
  }

  /// The list that the names join; empty when there is none.
  func earlier() throws -> [CanonicalName] {
    guard let list else { return [] }
    return try NameListReader.names(try Input.required(list), file: list)
  }

  /// Reads a file of decisions; one that is not there yet holds none if that is allowed.
  static func decisions(_ path: String?, mayBeMissing: Bool = false) throws -> DecisionFile {
    guard let path else { return DecisionFile() }
    if mayBeMissing, FileKind(path) == .nothing { return DecisionFile() }
    return try DecisionFile(try Input.required(path), file: path)
  }

  /// The names, and what stands around them if that is asked for.
  func read(_ global: GlobalOptions, samples: Bool = false) async throws -> (names: [NameObservation], NameSamples) {
    var kept = NameSamples()
    switch from {
    case .names: return (try namesInLists(), kept)
    case .documents:
      let names = try await namesInDocuments(global) { document in
        if samples { kept.add(document) }
      }
      return (names, kept)
    }
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

  /// The inputs with the files of folders in their place.
  private func allInputs() throws -> [String] {
    try inputs.flatMap { input -> [String] in
      guard input != "-", FileKind(input) == .folder else { return [input] }
      let folder = input.hasSuffix("/") ? String(input.dropLast()) : input
      do { return try FileTree(input).files.map { "\(folder)/\($0)" } } catch {
        throw CommandFailure(.failed, "cannot read '\(input)': \(error)")
      }
    }
  }

  private func namesInDocuments(
    _ global: GlobalOptions,
    _ visit: (Document) -> Void
  ) async throws -> [NameObservation] {
    let console = global.console
    var observations: [NameObservation] = []
    var others: [String] = []
    for input in try allInputs() {
      if let records = try RecordNames(input) { observations += records.observations } else { others.append(input) }
    }
    if others.isEmpty { return observations }
    let open = try OpenPipeline(pipeline, store: global.store(), files: files).pipeline
    var source = try DocumentSource(
      inputs: others,
      options: try reading.options(),
      look: open.countsLines ? .lines : .content
    )
    var (read, failed) = (0, 0)
    try await OrderedMap(width: jobs ?? Environment.processors).run(
      next: { _ in
        try Interrupt.check()
        return try source.next().map { .input($0) } ?? .end
      },
      work: { await open.run($0) },
      deliver: { done in
        read += 1
        observations += done.nameObservations
        visit(done)
        if let failure = done.failure {
          failed += 1
          console.error("'\(done.id)': \(failure.message) [\(failure.code)]")
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

/// What stands around names, two places a name.
struct NameSamples {
  private var samples: [String: [String]] = [:]

  /// What stands around a name, the name in it.
  func of(_ name: String) -> [String] { samples[name] ?? [] }

  /// Keeps what stands around the names of a document.
  mutating func add(_ document: Document) {
    for field in [document.title, document.body] {
      for mention in field.mentions where samples[mention.text, default: []].count < 2 {
        samples[mention.text, default: []].append(Self.around(mention.range, in: field.text))
      }
    }
  }

  private static func around(_ range: TextRange, in text: String) -> String {
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: Int(range.lower), limitedBy: utf8.endIndex) ?? utf8.endIndex
    let upper = utf8.index(utf8.startIndex, offsetBy: Int(range.upper), limitedBy: utf8.endIndex) ?? utf8.endIndex
    let before = text[..<lower].suffix(60)
    let after = text[upper...].prefix(60)
    let line = String(before) + "[" + text[lower..<upper] + "]" + after
    let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (before.startIndex > text.startIndex ? "…" : "") + words + (after.endIndex < text.endIndex ? "…" : "")
  }
}
