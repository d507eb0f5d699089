import KoineDocuments
import KoinePipeline

/// What a run would do, without doing it.
public struct BatchListing: Sendable {
  /// What would become of a file.
  public enum State: String, Sendable, CaseIterable {
    /// It was never done.
    case new
    /// It, the pipeline, or what is known of it has changed since it was done.
    case changed
    /// Nothing has changed.
    case unchanged
    /// It was done and is gone.
    case deleted
  }

  /// One file.
  public struct File: Hashable, Sendable {
    /// The path relative to the folder.
    public var path: String
    /// What would become of it.
    public var state: State
    /// How many documents were in it when it was done last.
    public var documents: Int?
  }

  /// The files in the order of their paths.
  public private(set) var files: [File] = []
  /// Links, devices and unreadable folders.
  public let skipped: [String]

  /// Looks at the folder and at the state of the last run; nothing is written.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - isInterrupted: whether someone asked to stop; the list then ends where it is.
  /// - Throws: `BatchError`, or what keeps the folder or the state from being read.
  public init(_ run: BatchRun, isInterrupted: () -> Bool = { false }) throws {
    let tree = try FileTree(run.folder, except: run.output)
    skipped = tree.skipped
    let lock = try FolderLock(existing: run.output)
    defer { lock?.release() }
    let ledger = try lock == nil ? nil : Ledger(existing: "\(run.output)/koine.sqlite")
    for path in tree.files {
      if isInterrupted() { return }
      guard let last = try ledger?.file(path) else {
        files.append(File(path: path, state: .new))
        continue
      }
      let isSame = !run.options.redoesAll && last.definition == run.definition && Self.hash(run, path) == last.sha256
      files.append(File(path: path, state: isSame ? .unchanged : .changed, documents: last.documents))
    }
    let present = Set(tree.files)
    for path in try ledger?.paths() ?? [] where !present.contains(path) {
      files.append(File(path: path, state: .deleted, documents: try ledger?.file(path)?.documents))
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func hash(_ run: BatchRun, _ path: String) -> String? {
    try? InputFile(path: "\(run.folder)/\(path)", followsLinks: false).sha256()
  }

  /// How many files are in a state.
  public func count(_ state: State) -> Int { files.count { $0.state == state } }
}
