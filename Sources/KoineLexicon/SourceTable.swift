public import KoineText

/// A lexicon file as people write it: tab-separated, a header line with the column names, one thought a line.
///
/// Lines that start with `#` are comments. Trailing columns that are not required may be left off.
public struct SourceTable: Sendable {
  /// One line.
  public struct Row: Sendable {
    /// The fields; as many as the schema has columns, missing ones empty.
    public var fields: [String]
    /// Where the line stands.
    public var origin: Origin

    /// The field of a column.
    public subscript(column: Int) -> String { fields[column] }
  }

  /// The rows in the order of the file.
  public let rows: [Row]
  /// Everything odd or wrong that was found while reading.
  public let diagnostics: [Diagnostic]

  /// Reads `text` as a file of the kind that `schema` describes; `file` is the name used in origins and diagnostics.
  ///
  /// Rows with errors are left out of `rows` and told in `diagnostics`.
  public init(_ text: String, file: String, schema: TableSchema) {
    var rows: [Row] = []
    var problems: [Diagnostic] = []
    func report(_ code: String, _ message: String, line: Int, column: Int = 1, hint: String? = nil) {
      problems.append(
        Diagnostic(
          .error,
          "lexicon.\(code)",
          message,
          at: .init(file: file, line: line, column: column),
          hint: hint
        )
      )
    }
    let names = schema.columns.map(\.name)
    let required = (schema.columns.lastIndex { $0.isRequired } ?? 0) + 1
    var headerSeen = false
    var line = 0
    for slice in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      line += 1
      if slice.isEmpty || slice.first == UInt8(ascii: "#") { continue }
      var content = Substring(slice)
      if content.utf8.last == 13 {
        report("carriage-return", "the line ends in a carriage return", line: line, hint: "use LF line ends")
        content = Substring(slice.dropLast())
      }
      let fields = content.utf8.split(separator: 9, omittingEmptySubsequences: false).map { String(Substring($0)) }
      if !headerSeen {
        headerSeen = true
        if fields != names {
          report(
            "header",
            "the header line should name the columns \(names.joined(separator: ", "))",
            line: line,
            hint: "found \(fields.joined(separator: ", "))"
          )
        }
        if fields == names { continue }
        if fields.first == names.first { continue }
      }
      if fields.count < required {
        report(
          "too-few-columns",
          "\(fields.count) of at least \(required) columns",
          line: line,
          hint: "columns are separated by one tab: \(names.joined(separator: ", "))"
        )
        continue
      }
      if fields.count > names.count {
        report(
          "too-many-columns",
          "\(fields.count) columns where there are \(names.count)",
          line: line,
          hint: "columns are \(names.joined(separator: ", "))"
        )
        continue
      }
      var isGood = true
      var column = 1
      for (index, field) in fields.enumerated() {
        let spec = schema.columns[index]
        if spec.isRequired, field.isEmpty {
          report("empty-field", "the column '\(spec.name)' is empty", line: line, column: column)
          isGood = false
        }
        if !spec.values.isEmpty, !field.isEmpty, !spec.values.contains(field) {
          report(
            "unknown-value",
            "'\(field)' is not a value of the column '\(spec.name)'",
            line: line,
            column: column,
            hint: "one of \(spec.values.sorted().joined(separator: ", "))"
          )
          isGood = false
        }
        column += field.unicodeScalars.count + 1
      }
      guard isGood else { continue }
      let missing = [String](repeating: "", count: names.count - fields.count)
      rows.append(Row(fields: fields + missing, origin: Origin(file: file, line: line)))
    }
    self.rows = rows
    diagnostics = problems
  }
}
