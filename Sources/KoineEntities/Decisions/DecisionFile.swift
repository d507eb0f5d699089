public import KoineText

/// A file of decisions: tab-separated lines under the header `left right decision who when why`.
///
/// Lines that begin with `#` are comments; one that stands above a decision stays with it. In a field `\t`, `\n`, `\r`
/// and `\\` stand for what cannot be written.
public struct DecisionFile: Sendable {
  static let columns = ["left", "right", "decision", "who", "when", "why"]

  struct Line: Sendable {
    var decision: Decision
    var number: Int
    var comments: [String]
  }

  private var lines: [Line] = []
  private var opening: [String] = []
  private var closing: [String] = []

  /// A file without decisions.
  public init() {}

  /// The decisions, in the order of the file.
  public var decisions: [Decision] { lines.map(\.decision) }

  /// Reads and checks a file.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8.
  ///   - file: its name, for messages.
  /// - Throws: `Diagnostics` with every problem of the file: lines that cannot be read, and decisions that contradict
  ///   each other.
  public init(_ bytes: [UInt8], file: String) throws(Diagnostics) {
    var reader = DecisionReader(file: file)
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      reader.read(line.last == 13 ? line.dropLast() : line, number: index + 1)
    }
    reader.finish()
    lines = reader.lines
    opening = reader.opening
    closing = reader.comments
    let problems = reader.problems + DecisionCheck(lines, file: file).problems
    if !problems.isEmpty {
      throw Diagnostics(problems.sorted { Self.place($0) < Self.place($1) })
    }
  }

  private static func place(_ problem: Diagnostic) -> (Int, Int) {
    (problem.location?.line ?? 0, problem.location?.column ?? 0)
  }

  /// Adds a decision; one on the same two names is replaced.
  ///
  /// - Throws: `Diagnostics` if it contradicts the others; the file stays as it was.
  public mutating func add(_ decision: Decision) throws(Diagnostics) {
    var new = self
    let pair = DecisionCheck.Pair(decision.left, decision.right)
    let comments = new.lines.first { DecisionCheck.Pair($0.decision) == pair }?.comments ?? []
    new.lines.removeAll { DecisionCheck.Pair($0.decision) == pair }
    new.lines.append(Line(decision: decision, number: 0, comments: comments))
    for index in new.lines.indices { new.lines[index].number = index + 2 }
    let problems = DecisionCheck(new.lines, file: "decisions").problems
    if !problems.isEmpty { throw Diagnostics(problems) }
    self = new
  }

  /// Takes back what was decided about two names.
  public mutating func remove(_ left: String, _ right: String) {
    let pair = DecisionCheck.Pair(left, right)
    lines.removeAll { DecisionCheck.Pair($0.decision) == pair }
  }

  /// The file as it is written: the decisions sorted by the bytes of both names.
  public var text: String {
    var out = opening.map { $0 + "\n" }.joined() + Self.columns.joined(separator: "\t") + "\n"
    let sorted = lines.sorted {
      let (a, b) = ($0.decision, $1.decision)
      return a.left == b.left
        ? a.right.utf8.lexicographicallyPrecedes(b.right.utf8) : a.left.utf8.lexicographicallyPrecedes(b.left.utf8)
    }
    for line in sorted {
      for comment in line.comments { out += comment + "\n" }
      let own = line.decision
      var fields = [own.left, own.right, own.verdict.rawValue, own.who, own.when, own.why].map(Self.escaped)
      while fields.last?.isEmpty ?? false, fields.count > 3 { fields.removeLast() }
      out += fields.joined(separator: "\t") + "\n"
    }
    return out + closing.map { $0 + "\n" }.joined()
  }

  private static func escaped(_ field: String) -> String {
    var out = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
