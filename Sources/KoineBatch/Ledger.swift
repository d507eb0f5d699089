import FoundationEssentials
import GRDB
import KoineDocuments
import SystemPackage

/// The state of a folder run, kept in one SQLite file that survives a power cut.
struct Ledger: Sendable {
  /// The shape of the tables; raised when they change.
  static let version = 4

  /// A file as it was last seen.
  struct File: Hashable, Sendable {
    var path: String
    var sha256: String
    /// The hash of the definition and of everything that it opens.
    var definition: String
    /// The hash of the lines that its sources put around their articles.
    var frames: String
    /// Which of the rows of its documents count; others are of a run that did not get to the end of the file.
    var generation: Int
    var documents: Int
    var failures: Int
  }

  /// What a first look at a file told.
  struct Survey: Hashable, Sendable {
    var path: String
    /// The hash of the file; empty if it could not be read.
    var sha256: String
    var definition: String
    /// The hash of the content, unpacked, of a file of records.
    var content: String?
    /// What stands around its articles.
    var lines = LineSurvey()
    /// The hash of the lines that its sources put around their articles, once all files have been looked at.
    var frames = ""

    /// Nothing but a name.
    init(unread path: String, _ definition: String) {
      self.path = path
      self.definition = definition
      sha256 = ""
    }
  }

  /// The result for one document.
  struct Entry: Hashable, Sendable {
    var path: String
    var generation: Int
    /// The place in the file, counted from 1.
    var item: Int
    /// The hash of what was read.
    var content: String
    var definition: String
    var record: String
    /// What tells its story from others, as bytes.
    var facts: [UInt8]?
    var failure: Failure?
  }

  /// Why a document failed.
  struct Failure: Hashable, Sendable {
    var id: String
    var code: String
    var message: String
    var stage: String
    /// What is needed to try again without the file, as JSON: the item, and the bytes of a small file that could not be read.
    var input: String
  }

  private let queue: DatabaseQueue

  /// Opens the ledger at `path` to look at it; `nil` if there is none, or one of another version.
  ///
  /// No one else may have it open: what SQLite puts beside it while it is open goes when the ledger does.
  init?(existing path: String) throws {
    guard (try? FileDescriptor.open(FilePath(path), .readOnly).close()) != nil else { return nil }
    if let queue = try? DatabaseQueue(path: path) {
      self.queue = queue
    } else {
      var configuration = Configuration()
      configuration.readonly = true
      queue = try DatabaseQueue(path: path, configuration: configuration)
    }
    guard try queue.read({ try Int.fetchOne($0, sql: "PRAGMA user_version") }) == Self.version else { return nil }
  }

  /// Opens the ledger at `path`, or makes it.
  init(path: String) throws {
    var configuration = Configuration()
    configuration.journalMode = .wal
    // With less than FULL, acknowledged commits are lost when the power is cut.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard found == 0 || found == Self.version else { throw BatchError.foreignLedger(path: path, version: found) }
      try database.execute(sql: Self.tables)
    }
  }

  private static let tables = """
    CREATE TABLE IF NOT EXISTS files (
      path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, definition TEXT NOT NULL, frames TEXT NOT NULL,
      generation INTEGER NOT NULL, documents INTEGER NOT NULL, failures INTEGER NOT NULL,
      deleted INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS surveys (
      path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, definition TEXT NOT NULL, content TEXT, lines BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS documents (
      path TEXT NOT NULL, generation INTEGER NOT NULL, item INTEGER NOT NULL, content TEXT NOT NULL, definition TEXT NOT NULL,
      record TEXT NOT NULL, facts BLOB, id TEXT, code TEXT, message TEXT, stage TEXT, input TEXT,
      PRIMARY KEY (path, generation, item)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS documents_by_content ON documents (content, definition);
    PRAGMA user_version = \(version);
    """

  /// Returns a file as it was last done.
  func file(_ path: String) throws -> File? {
    try queue.read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM files WHERE path = ? AND deleted = 0", arguments: [path]).map {
        File(
          path: $0["path"],
          sha256: $0["sha256"],
          definition: $0["definition"],
          frames: $0["frames"],
          generation: $0["generation"],
          documents: $0["documents"],
          failures: $0["failures"]
        )
      }
    }
  }

  /// Returns what the last look at a file told.
  func survey(_ path: String) throws -> Survey? {
    try queue.read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM surveys WHERE path = ?", arguments: [path]).flatMap { row in
        var survey = Survey(unread: path, row["definition"])
        survey.sha256 = row["sha256"]
        survey.content = row["content"]
        guard let lines = LineSurvey(bytes: Array(row["lines"] as Data)) else { return nil }
        survey.lines = lines
        return survey
      }
    }
  }

  /// Puts down what looks at files told.
  func save(_ surveys: [Survey]) throws {
    if surveys.isEmpty { return }
    try queue.write { database in
      for survey in surveys {
        try database.execute(
          sql: "INSERT OR REPLACE INTO surveys VALUES (?, ?, ?, ?, ?)",
          arguments: [survey.path, survey.sha256, survey.definition, survey.content, Data(survey.lines.bytes)]
        )
      }
    }
  }

  /// What is there for some documents of a file that is done.
  struct Known {
    /// A number for the new rows; the rows that count until the file is done have another one.
    var generation: Int
    /// The results for documents of the same content under the same definition; `nil` for those that have none.
    var entries: [Entry?]
  }

  /// Looks for the results of documents, by the hashes of what was read.
  func known(_ contents: [String], of path: String, definition: String) throws -> Known {
    try queue.read { database in
      let files = try database.cachedStatement(sql: "SELECT generation FROM files WHERE path = ?")
      let sql = "SELECT * FROM documents WHERE content = ? AND definition = ? ORDER BY path, item LIMIT 1"
      let documents = try database.cachedStatement(sql: sql)
      return Known(
        generation: try Int.fetchOne(files, arguments: [path]) == 0 ? 1 : 0,
        entries: try contents.map { try Row.fetchOne(documents, arguments: [$0, definition]).map(Self.entry) }
      )
    }
  }

  /// Puts down the results of some files, all or none.
  func save(_ batch: [(entries: [Entry], file: File?)]) throws {
    try queue.write { database in
      for (entries, file) in batch {
        for entry in entries { try Self.insert(entry, database) }
        guard let file else { continue }
        try database.execute(
          sql: "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
          arguments: [
            file.path, file.sha256, file.definition, file.frames, file.generation, file.documents, file.failures,
          ]
        )
        try database.execute(
          sql: "DELETE FROM documents WHERE path = ? AND (generation <> ? OR item > ?)",
          arguments: [file.path, file.generation, file.documents]
        )
      }
    }
  }

  private static func insert(_ entry: Entry, _ database: Database) throws {
    let sql = "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    try database.cachedStatement(sql: sql).execute(
      arguments: [
        entry.path, entry.generation, entry.item, entry.content, entry.definition, entry.record,
        entry.facts.map { Data($0) }, entry.failure?.id, entry.failure?.code, entry.failure?.message,
        entry.failure?.stage, entry.failure?.input,
      ]
    )
  }

  /// Marks the files that are not among `present` as deleted; returns their paths.
  func markDeleted(except present: Set<String>) throws -> [String] {
    try queue.write { database in
      let known = try String.fetchAll(database, sql: "SELECT path FROM files WHERE deleted = 0 ORDER BY path")
      for path in known where !present.contains(path) {
        try database.execute(sql: "UPDATE files SET deleted = 1 WHERE path = ?", arguments: [path])
      }
      return try String.fetchAll(database, sql: "SELECT path FROM files WHERE deleted = 1 ORDER BY path")
    }
  }

  /// The paths of files that were there when the last run ended, in their order.
  func paths() throws -> [String] {
    try queue.read { try String.fetchAll($0, sql: "SELECT path FROM files WHERE deleted = 0 ORDER BY path") }
  }

  /// Calls `body` with the entries of files that are there, in the order of their paths.
  func forEachEntry(_ body: (Entry) throws -> Void) throws {
    try queue.read { database in
      // In the order of the table, so that nothing has to be sorted: of each file, rows of one generation count.
      let sql = """
        SELECT documents.* FROM documents CROSS JOIN files USING (path, generation) WHERE deleted = 0
        ORDER BY documents.path, documents.generation, item
        """
      let rows = try Row.fetchCursor(database, sql: sql)
      while let row = try rows.next() { try body(Self.entry(row)) }
    }
  }

  private static func entry(_ row: Row) -> Entry {
    let code: String? = row["code"]
    return Entry(
      path: row["path"],
      generation: row["generation"],
      item: row["item"],
      content: row["content"],
      definition: row["definition"],
      record: row["record"],
      facts: (row["facts"] as Data?).map { Array($0) },
      failure: code.map {
        Failure(
          id: row["id"] ?? "",
          code: $0,
          message: row["message"] ?? "",
          stage: row["stage"] ?? "",
          input: row["input"] ?? "null"
        )
      }
    )
  }
}
