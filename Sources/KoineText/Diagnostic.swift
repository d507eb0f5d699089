/// One problem found in data, a definition or a lexicon.
public struct Diagnostic: Error, Hashable, Sendable, Codable {
  /// How much a problem matters.
  public enum Severity: String, Sendable, Codable, Comparable {
    /// Worth knowing.
    case note
    /// Odd, and the work goes on.
    case warning
    /// Wrong, and what depends on it cannot be done.
    case error

    /// Orders from note to error.
    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  }

  /// A place in a file; lines and columns count from 1.
  public struct Location: Hashable, Sendable, Codable {
    /// The path as the user gave it.
    public var file: String
    /// The line.
    public var line: Int
    /// The column, in Unicode scalars.
    public var column: Int

    /// Names a place.
    public init(file: String, line: Int, column: Int = 1) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable name for the kind of problem, such as `lexicon.duplicate-entry`.
  public var code: String
  /// What is wrong, in lower case and without a full stop.
  public var message: String
  /// Where, when the problem is in a file.
  public var location: Location?
  /// The source text concerned, when the problem is in a document.
  public var range: TextRange?
  /// What would mend it.
  public var hint: String?

  /// Describes one problem.
  public init(
    _ severity: Severity,
    _ code: String,
    _ message: String,
    at location: Location? = nil,
    in range: TextRange? = nil,
    hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.range = range
    self.hint = hint
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic in the shape that compilers use, so that editors can follow it.
  public var description: String {
    let place = location.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    let tail = hint.map { "\n  hint: \($0)" } ?? ""
    return "\(place)\(severity.rawValue): \(message) [\(code)]\(tail)"
  }
}

/// Several problems that together stop the work.
public struct Diagnostics: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problems, in the order of the file.
  public var all: [Diagnostic]

  /// Collects problems.
  public init(_ all: [Diagnostic]) { self.all = all }

  /// One problem after the other, a line or two each.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}
