import KoineDocuments
import KoinePipeline

/// The first look at the files of a run: whether they have changed, and what stands around their articles.
struct BatchSurvey {
  let run: BatchRun
  let ledger: Ledger
  let files: [String]

  /// How many looks are put down together.
  private static let saveSize = 64

  /// Looks at all files.
  ///
  /// - Parameters:
  ///   - isInterrupted: whether someone asked to stop; what is in hand is then finished and kept.
  ///   - progress: told how many files were looked at.
  /// - Returns: the lines that sources put around their articles; `nil` if it was stopped.
  /// - Throws: what keeps the ledger from being read or written.
  func frames(
    isInterrupted: @escaping @Sendable () -> Bool,
    progress: (Int) -> Void
  ) async throws -> LineFrames? {
    var lines = LineSurvey()
    var (index, done) = (0, 0)
    var unsaved: [Ledger.Survey] = []
    let (run, ledger, files) = (run, ledger, files)
    try await OrderedMap(width: run.options.jobs).run(
      next: { _ in
        guard index < files.count, !isInterrupted() else { return .end }
        index += 1
        return .input(files[index - 1])
      },
      work: { (path: String) in
        Result { try Self.look(path, run, ledger, isInterrupted) }
      },
      deliver: { result in
        guard let (survey, isNew) = try result.get() else { return }
        done += 1
        progress(done)
        lines.merge(survey.lines)
        if isNew { unsaved.append(survey) }
        if unsaved.count >= Self.saveSize {
          try ledger.save(unsaved)
          unsaved.removeAll()
        }
      }
    )
    try ledger.save(unsaved)
    return done == files.count ? LineFrames(lines) : nil
  }

  private struct Interruption: Error {}

  /// Looks at one file unless that was done before; `nil` if it was interrupted.
  private static func look(
    _ path: String,
    _ run: BatchRun,
    _ ledger: Ledger,
    _ isInterrupted: () -> Bool
  ) throws -> (Ledger.Survey, isNew: Bool)? {
    let known = try ledger.survey(path)
    guard let file = try? InputFile(path: "\(run.folder)/\(path)", followsLinks: false), let sha256 = try? file.sha256()
    else { return (Ledger.Survey(unread: path, run.definition), true) }
    if let known, known.sha256 == sha256, known.definition == run.definition { return (known, false) }
    var survey = Ledger.Survey(unread: path, run.definition)
    do {
      let found = try InputReader().survey(
        file,
        name: path,
        run.options.reading,
        countsLines: run.pipeline.countsLines
      ) { _ in
        if isInterrupted() { throw Interruption() }
      }
      survey.sha256 = sha256
      survey.content = found.contentHash
      survey.lines = found.lines
    } catch is Interruption {
      return nil
    }
    return (survey, true)
  }
}
