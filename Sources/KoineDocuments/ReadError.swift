/// Why an input could not be read at all.
public enum ReadError: Error, Hashable, Sendable {
  /// There are no bytes, or nothing but blanks.
  case empty
  /// The input is larger than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// The input is of a kind that Koine does not read, such as PDF.
  case unsupportedType(String)
  /// The input was to be read as a feed and is none.
  case notAFeed
  /// An archive's member has a path that is absolute, leads outside or has no name.
  case unsafePath
  /// An archive's member is a link or a device.
  case notAFile(String)
  /// An archive or a compressed file stands inside another.
  case nestedArchive
  /// An archive has more members than the limit.
  case tooManyMembers(limit: Int)
  /// A packed file becomes larger than the limit, or far larger than it should.
  case expandsTooMuch(limit: Int)
  /// A packed file cannot be unpacked.
  case brokenArchive(String)
  /// An archive's member needs a password.
  case encrypted
  /// No column or member of a table is known to hold a title or a text.
  case unmapped(columns: [String])
  /// The file became another one between two looks at it.
  case changed
  /// The system could not read the file.
  case unreadable(String)
  /// The input is a response by which a server says that there is no content.
  case refused(status: Int)
  /// The JSON of the input is broken.
  case malformed(line: Int, reason: String)

  /// A stable name for the kind of error.
  public var code: String {
    switch self {
    case .empty: "empty-input"
    case .tooLarge: "too-large"
    case .unsupportedType: "unsupported-type"
    case .notAFeed: "not-a-feed"
    case .unsafePath: "unsafe-path"
    case .notAFile: "not-a-file"
    case .nestedArchive: "nested-archive"
    case .tooManyMembers: "too-many-members"
    case .expandsTooMuch: "expands-too-much"
    case .brokenArchive: "broken-archive"
    case .encrypted: "encrypted"
    case .unmapped: "unmapped-columns"
    case .malformed: "malformed"
    case .changed: "input-changed"
    case .unreadable: "unreadable"
    case .refused: "http-status"
    }
  }
}

extension ReadError: CustomStringConvertible {
  /// What went wrong, for people.
  public var description: String {
    switch self {
    case .empty: "the input is empty"
    case .tooLarge(let bytes, let limit): "the input has \(bytes) bytes, more than the limit of \(limit)"
    case .unsupportedType(let name): "\(name) files are not read"
    case .notAFeed: "the input is not a feed: there is no rss, rdf or feed element and no JSON Feed in it"
    case .unsafePath: "the path leads out of the archive"
    case .notAFile(let kind): "a \(kind) in an archive is not followed"
    case .nestedArchive: "archives inside archives are not opened"
    case .tooManyMembers(let limit): "the archive has more than \(limit) members; the rest was not read"
    case .expandsTooMuch(let limit): "the file would grow beyond \(limit) bytes; the rest was not unpacked"
    case .brokenArchive(let reason): "the file cannot be unpacked: \(reason)"
    case .encrypted: "the file needs a password"
    case .unmapped(let columns):
      "no column is known to hold a title or a text (\(columns.joined(separator: ", "))); "
        + "say which with --fields title=COLUMN,content=COLUMN"
    case .changed: "the file changed while it was read; the rest was left out"
    case .unreadable(let reason): "cannot read the file: \(reason)"
    case .refused(let status): "the server answered with status \(status)"
    case .malformed(let line, let reason): "line \(line): \(reason)"
    }
  }
}
