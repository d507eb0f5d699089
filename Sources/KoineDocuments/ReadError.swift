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
  /// The JSON of the input is broken.
  case malformed(line: Int, reason: String)

  /// A stable name for the kind of error.
  public var code: String {
    switch self {
    case .empty: "empty-input"
    case .tooLarge: "too-large"
    case .unsupportedType: "unsupported-type"
    case .notAFeed: "not-a-feed"
    case .malformed: "malformed"
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
    case .malformed(let line, let reason): "line \(line): \(reason)"
    }
  }
}
