public import KoineDocuments
public import KoinePipeline
import KoineText

/// Runs a pipeline on every file under a folder, and does again only what has changed.
public struct BatchRun: Sendable {
  /// How a run is done.
  public struct Options: Sendable {
    /// How many files to work on at a time.
    public var jobs: Int
    /// Whether documents that failed are tried again though nothing has changed.
    public var retriesFailed = false
    /// Whether everything is done again.
    public var redoesAll = false
    /// The shapes written beside `records.jsonl`.
    public var views: [RecordFormat] = [.markdown]
    /// What is known of the files beside their bytes; a part of the definition.
    public var reading = ReadOptions()
    /// After how many documents the run stops; those whose results are there already do not count.
    public var limit: Int?

    /// The usual run with some workers.
    public init(jobs: Int) { self.jobs = jobs }
  }

  let folder: String
  let output: String
  let pipeline: Pipeline
  let context: RecordContext
  /// The hash of the definition and of everything that it opens.
  let definition: String
  let options: Options

  /// How many units of work are put down together; a run that is killed does at most these again.
  static let saveSize = 32

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - folder: the folder with the documents.
  ///   - output: the folder for state and results.
  ///   - pipeline: the stages.
  ///   - context: what every record says of the run.
  ///   - definition: the hash of the definition, of everything that it opens, and of what is known of the files.
  ///   - options: how the run is done.
  public init(
    folder: String,
    output: String,
    pipeline: Pipeline,
    context: RecordContext,
    definition: String,
    options: Options
  ) {
    self.folder = folder
    self.output = output
    self.pipeline = pipeline
    self.context = context
    self.definition = definition
    self.options = options
  }

  /// Does the run.
  ///
  /// - Parameters:
  ///   - isInterrupted: whether someone asked to stop; what is in hand is then finished and kept.
  ///   - progress: told again and again what has been done so far.
  /// - Returns: what was done.
  /// - Throws: `BatchError`, or what keeps the output from being written.
  public func run(
    isInterrupted: @escaping @Sendable () -> Bool,
    progress: (BatchSummary) -> Void
  ) async throws -> BatchSummary {
    let lock = try FolderLock(output)
    defer { lock.release() }
    AtomicFile.removeDrafts(in: output)
    let clock = ContinuousClock()
    let start = clock.now
    var summary = BatchSummary()
    let tree = try FileTree(folder, except: output)
    summary.skipped = tree.skipped
    summary.files.found = tree.files.count
    let ledger = try Ledger(path: "\(output)/koine.sqlite")
    let survey = BatchSurvey(run: self, ledger: ledger, files: tree.files)
    let frames = try await survey.frames(isInterrupted: isInterrupted) {
      summary.files.surveyed = $0
      summary.seconds = clock.now - start
      progress(summary)
    }
    if let frames {
      let source = BatchSource(run: self, ledger: ledger, files: tree.files, frames: frames)
      try await work(source, ledger, &summary, isInterrupted) {
        $0.seconds = clock.now - start
        progress($0)
      }
    }
    if summary.files.done == tree.files.count {
      summary.deleted = try ledger.markDeleted(except: Set(tree.files))
      try BatchPublisher(output: output, views: options.views).publish(ledger, count: summary.documents.read)
    } else if let limit = options.limit, summary.documents.processed >= limit {
      summary.isLimited = true
    } else {
      summary.isInterrupted = true
    }
    summary.seconds = clock.now - start
    try BatchPublisher(output: output, views: []).publish(summary, context, definition)
    return summary
  }

  /// Does the files that are not done yet.
  private func work(
    _ source: BatchSource,
    _ ledger: Ledger,
    _ summary: inout BatchSummary,
    _ isInterrupted: @Sendable () -> Bool,
    progress: (inout BatchSummary) -> Void
  ) async throws {
    var source = source
    var unsaved: [(entries: [Ledger.Entry], file: Ledger.File?)] = []
    var failuresInFile = 0
    func save() throws {
      try ledger.save(unsaved)
      unsaved.removeAll(keepingCapacity: true)
    }
    try await OrderedMap(width: options.jobs).run(
      next: { _ in
        let isAtLimit = options.limit.map { summary.documents.processed >= $0 } ?? false
        return isInterrupted() || isAtLimit ? .end : try source.next()
      },
      work: { unit in await self.results(of: unit, ledger) },
      deliver: { result in
        var result = try result.get()
        failuresInFile += result.entries.count { $0.failure != nil }
        result.file?.failures += failuresInFile
        summary.add(result)
        summary.documents.known = max(source.known, summary.documents.read)
        progress(&summary)
        if result.file != nil {
          failuresInFile = 0
          summary.files.done += 1
        }
        if !result.isKept { unsaved.append((result.entries, result.file)) }
        if unsaved.count >= Self.saveSize { try save() }
      }
    )
    try save()
  }

  /// Reads and processes one unit of work.
  private func results(of unit: BatchSource.Unit, _ ledger: Ledger) async -> Result<BatchResult, any Error> {
    switch unit {
    case .kept(let file): return .success(BatchResult(kept: file))
    case .documents(let survey, let documents, let first, let isLast):
      return await results(survey, documents, first: first, isLast: isLast, ledger)
    case .file(var survey, let file, let frames):
      var documents: [Document] = []
      do throws(ReadError) {
        var members = try members(file, survey)
        while let more = members.next() { documents += more }
        for index in documents.indices { frames.mark(&documents[index]) }
        if members.isChanged { survey.sha256 = "" }
      } catch {
        documents = [InputReader.failed(survey.path, nil, code: error.code, message: error.description)]
        survey.sha256 = ""
      }
      return await results(survey, documents, first: 1, isLast: true, ledger, file)
    }
  }

  private func results(
    _ survey: Ledger.Survey,
    _ documents: [Document],
    first: Int,
    isLast: Bool,
    _ ledger: Ledger,
    _ file: InputFile? = nil
  ) async -> Result<BatchResult, any Error> {
    var result = BatchResult()
    do {
      let contents = documents.map(\.contentHash)
      let known = try ledger.known(options.redoesAll ? [] : contents, of: survey.path, definition: definition)
      let generation = known.generation
      for (index, document) in documents.enumerated() {
        var entry = known.entries.indices.contains(index) ? known.entries[index] : nil
        if options.retriesFailed, entry?.failure != nil { entry = nil }
        if var entry {
          let line = try Record.line(Array(entry.record.utf8), withSourceOf: document)
          entry.record = String(decoding: line, as: UTF8.self)
          (entry.path, entry.generation, entry.item) = (survey.path, generation, first + index)
          result.entries.append(entry)
          result.reused += 1
          continue
        }
        let done = await pipeline.run(document)
        result.entries.append(
          Ledger.Entry(
            path: survey.path,
            generation: generation,
            item: first + index,
            content: contents[index],
            definition: definition,
            record: Record(done, context: context).json.line,
            facts: done.storyFacts?.bytes,
            failure: done.failure.map { Ledger.Failure($0, of: done, file) }
          )
        )
      }
      if isLast {
        result.file = Ledger.File(
          path: survey.path,
          sha256: survey.sha256,
          definition: definition,
          frames: survey.frames,
          generation: generation,
          documents: first + documents.count - 1,
          failures: 0
        )
      }
    } catch {
      return .failure(error)
    }
    return .success(result)
  }
}

/// What became of one unit of work.
struct BatchResult: Sendable {
  var entries: [Ledger.Entry] = []
  /// The file, with its last documents.
  var file: Ledger.File?
  var reused = 0
  /// Whether the file was left as it stood in the ledger.
  var isKept = false

  init() {}

  init(kept file: Ledger.File) {
    self.file = file
    isKept = true
  }
}
