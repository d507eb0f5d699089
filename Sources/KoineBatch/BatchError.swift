import GRDB

/// What ends a folder run.
public enum BatchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The state was written by another version of Koine.
  case foreignLedger(path: String, version: Int)
  /// Another run writes to the same output.
  case outputInUse(path: String)
  /// Documents went missing between input and output; nothing was published.
  case countsDiffer(read: Int, written: Int)

  /// What went wrong, for people.
  public var description: String {
    switch self {
    case .foreignLedger(let path, let version):
      "'\(path)' has the shape \(version), which this version does not know; choose another output folder"
    case .outputInUse(let path): "another run is writing to '\(path)'"
    case .countsDiffer(let read, let written):
      "\(read) documents went in and \(written) came out; the output was left as it was"
    }
  }
}

extension BatchRun {
  /// Whether an error of a run means that the disk could not be read or written.
  public static func isDiskFailure(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return [.SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
  }
}
