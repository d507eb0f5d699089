import KoineText

/// Reads a file of decisions line by line and collects what is wrong with it.
struct DecisionReader {
  private let file: String
  private(set) var lines: [DecisionFile.Line] = []
  /// The comments above the header.
  private(set) var opening: [String] = []
  /// The comments that no decision has followed yet.
  private(set) var comments: [String] = []
  private(set) var problems: [Diagnostic] = []
  private var hasHeader = false
  private var hasContent = false

  init(file: String) { self.file = file }

  mutating func read(_ bytes: ArraySlice<UInt8>, number: Int) {
    let start = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    guard let line = String(validating: start, as: UTF8.self) else {
      report("encoding", "the line is not UTF-8", number, hint: "save the file as UTF-8")
      return
    }
    if line.hasPrefix("#") {
      comments.append(line)
    } else if line.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      return
    } else if !hasHeader {
      readHeader(line, number)
    } else {
      readDecision(line, number)
    }
    hasContent = true
  }

  /// Tells what can only be known at the end.
  mutating func finish() {
    if !hasHeader, hasContent, problems.isEmpty {
      report("header", "the file has no header", 1, hint: Self.headerHint)
    }
  }

  private static let headerHint = "the first line is: " + DecisionFile.columns.joined(separator: "<TAB>")

  private mutating func readHeader(_ line: String, _ number: Int) {
    hasHeader = true
    let names = line.split(separator: "\t", omittingEmptySubsequences: false).map {
      $0.lowercased().trimmingBlanks
    }
    opening = comments
    comments = []
    guard names.count >= 3, Array(DecisionFile.columns.prefix(names.count)) == names else {
      report("header", "the first line should name the columns", number, hint: Self.headerHint)
      return
    }
  }

  private mutating func readDecision(_ line: String, _ number: Int) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let above = comments
    comments = []
    guard (3...DecisionFile.columns.count).contains(fields.count) else {
      report(
        "columns",
        "the line has \(fields.count) columns",
        number,
        hint: "left, right and decision, then who, when and why if you like, with a tab between each two"
      )
      return
    }
    let count = problems.count
    var starts: [Int] = [1]
    for field in fields { starts.append(starts[starts.count - 1] + field.unicodeScalars.count + 1) }
    let values = fields.map { Self.unescaped($0).trimmingBlanks }
    for (index, side) in ["left", "right"].enumerated() where values[index].isEmpty {
      report("empty-name", "the \(side) name is empty", number, starts[index], hint: "write a name or an identifier")
    }
    let verdict = Decision.Verdict(rawValue: values[2].lowercased())
    if verdict == nil {
      let words = Decision.Verdict.allCases.map(\.rawValue).joined(separator: ", ")
      report("unknown-word", "'\(values[2])' is no decision", number, starts[2], hint: "one of \(words)")
    }
    let when = values.count > 4 ? values[4] : ""
    if !when.isEmpty, !DecisionDate.isValid(when) {
      report("date", "'\(when)' is no date", number, starts[4], hint: "write it as 2025-03-31")
    }
    guard problems.count == count, let verdict else { return }
    lines.append(
      DecisionFile.Line(
        decision: Decision(
          left: values[0],
          right: values[1],
          verdict: verdict,
          who: values.count > 3 ? values[3] : "",
          when: when,
          why: values.count > 5 ? values[5] : ""
        ),
        number: number,
        comments: above
      )
    )
  }

  private mutating func report(_ code: String, _ message: String, _ line: Int, _ column: Int = 1, hint: String) {
    let place = Diagnostic.Location(file: file, line: line, column: column)
    problems.append(Diagnostic(.error, "decisions." + code, message, at: place, hint: hint))
  }

  private static func unescaped(_ field: String) -> String {
    guard field.contains("\\") else { return field }
    var out = ""
    var isEscape = false
    for scalar in field.unicodeScalars {
      if isEscape {
        out.unicodeScalars.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return isEscape ? out + "\\" : out
  }
}

/// Dates as decisions have them: ISO 8601, a day or a day with a time.
enum DecisionDate {
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(bytes[0..<4]),
      let month = number(bytes[5..<7]), let day = number(bytes[8..<10]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[month - 1]).contains(day) else { return false }
    return bytes.count == 10 || isTime(bytes[10...])
  }

  // `T14:05`, `T14:05:59Z`, `T14:05:59+02:00`.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == 0x54, bytes.count >= 6 else { return false }
    let rest = Array(bytes.dropFirst())
    guard rest[2] == 0x3A, let hour = number(rest[0..<2]), let minute = number(rest[3..<5]), hour < 24, minute < 60
    else { return false }
    return rest.dropFirst(5).allSatisfy { (0x30...0x3A).contains($0) || [0x2B, 0x2D, 0x2E, 0x5A].contains($0) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingBlanks: String {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
