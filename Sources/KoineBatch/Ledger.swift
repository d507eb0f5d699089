import GRDB

/// The state of a folder run, kept in one SQLite file.
struct Ledger {
  let queue: DatabaseQueue
}
