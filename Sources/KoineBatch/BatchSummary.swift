/// What a folder run did.
public struct BatchSummary: Hashable, Sendable {
  /// Counts of files.
  public struct Files: Hashable, Sendable {
    /// Files under the folder.
    public var found = 0
    /// Files that were looked at, to see whether they have changed.
    public var surveyed = 0
    /// Files that are done, unchanged ones among them.
    public var done = 0
    /// Files that had not changed.
    public var kept = 0
  }

  /// Counts of documents.
  public struct Documents: Hashable, Sendable {
    /// Documents in the files that are done.
    public var read = 0
    /// Documents that went through the pipeline.
    public var processed = 0
    /// Documents whose results were there already.
    public var reused = 0
    /// Documents known to be there: read, or waiting in files that have been opened.
    public var known = 0
    /// Documents that failed, in this run or the one that did them.
    public var failed = 0
  }

  /// Counts of files.
  public var files = Files()
  /// Counts of documents.
  public var documents = Documents()
  /// Files done in earlier runs that are gone.
  public var deleted: [String] = []
  /// Links, devices and unreadable folders.
  public var skipped: [String] = []
  /// Whether the run was stopped before its end.
  public var isInterrupted = false
  /// Whether the run ended where it was told to, before all files were done.
  public var isLimited = false
  /// How long it took.
  public var seconds = Duration.zero

  /// How much of the run is done, 0 to 1, if the files not yet opened hold as many documents as the others.
  public var share: Double {
    let waiting = max(0, documents.known - documents.read)
    let unopened = Double(files.found - files.done - (waiting > 0 ? 1 : 0))
    let perFile = files.done > 0 ? Double(documents.read) / Double(files.done) : Double(max(1, documents.known))
    let all = Double(documents.read + waiting) + max(0, unopened) * perFile
    return all > 0 ? Double(documents.read) / all : 0
  }

  mutating func add(_ result: BatchResult) {
    if result.isKept, let file = result.file {
      files.kept += 1
      documents.read += file.documents
      documents.reused += file.documents
      documents.failed += file.failures
      return
    }
    documents.read += result.entries.count
    documents.reused += result.reused
    documents.processed += result.entries.count - result.reused
    documents.failed += result.entries.count { $0.failure != nil }
  }
}
