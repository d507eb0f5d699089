import FoundationEssentials
import GRDB

/// The state of a folder run, kept in one SQLite file that survives a power cut.
struct Ledger: Sendable {
  /// The shape of the tables; raised when they change.
  static let version = 3

  /// A file as it was last seen.
  struct File: Hashable, Sendable {
    var path: String
    var sha256: String
    /// The hash of the definition and of everything that it opens.
    var definition: String
    var documents: Int
    var failures: Int
  }

  /// The result for one document.
  struct Entry: Hashable, Sendable {
    var path: String
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
      path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, definition TEXT NOT NULL,
      documents INTEGER NOT NULL, failures INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS documents (
      path TEXT NOT NULL, item INTEGER NOT NULL, content TEXT NOT NULL, definition TEXT NOT NULL,
      record TEXT NOT NULL, facts BLOB, id TEXT, code TEXT, message TEXT, stage TEXT, input TEXT,
      PRIMARY KEY (path, item)
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
          documents: $0["documents"],
          failures: $0["failures"]
        )
      }
    }
  }

  /// Returns the record of a document of the same content under the same definition.
  func entry(content: String, definition: String) throws -> Entry? {
    try queue.read { database in
      let sql = "SELECT * FROM documents WHERE content = ? AND definition = ? ORDER BY path, item LIMIT 1"
      return try Row.fetchOne(database, sql: sql, arguments: [content, definition]).map(Self.entry)
    }
  }

  /// Puts down the results of some files, all or none.
  func save(_ batch: [(entries: [Entry], file: File?)]) throws {
    try queue.write { database in
      for (entries, file) in batch {
        for entry in entries { try Self.insert(entry, database) }
        guard let file else { continue }
        try database.execute(
          sql: "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, 0)",
          arguments: [file.path, file.sha256, file.definition, file.documents, file.failures]
        )
        try database.execute(
          sql: "DELETE FROM documents WHERE path = ? AND item > ?",
          arguments: [file.path, file.documents]
        )
      }
    }
  }

  private static func insert(_ entry: Entry, _ database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        entry.path, entry.item, entry.content, entry.definition, entry.record, entry.facts.map { Data($0) },
        entry.failure?.id, entry.failure?.code, entry.failure?.message, entry.failure?.stage, entry.failure?.input,
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

  /// Calls `body` with the entries of files that are there, in the order of their paths.
  func forEachEntry(_ body: (Entry) throws -> Void) throws {
    try queue.read { database in
      let sql = """
        SELECT documents.* FROM documents JOIN files USING (path) WHERE deleted = 0 ORDER BY documents.path, item
        """
      let rows = try Row.fetchCursor(database, sql: sql)
      while let row = try rows.next() { try body(Self.entry(row)) }
    }
  }

  private static func entry(_ row: Row) -> Entry {
    let code: String? = row["code"]
    return Entry(
      path: row["path"],
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
