import KoineLexicon
public import KoineText

/// Judges the files of lexicons: columns, values, order, duplicates, form, and the manifest of each folder.
public struct LexiconCheck: Sendable {
  /// Judges files by the kinds that modules declare.
  public init() {}

  /// Returns what is wrong with the table in `bytes`; `file` is its path.
  public func problems(inTable bytes: [UInt8], file: String) -> [Diagnostic] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return [Diagnostic(.error, "lexicon.encoding", "the file is not UTF-8", at: .init(file: file, line: 1))]
    }
    let table = TableFile(text)
    guard let headerLine = table.headerLine else {
      return [Diagnostic(.error, "lexicon.empty", "the file has no header line", at: .init(file: file, line: 1))]
    }
    guard let schema = LexiconKinds.kind(of: file, header: table.columns) else {
      return [
        Diagnostic(
          .error,
          "lexicon.unknown-kind",
          "no module reads a file of this name or with these columns",
          at: .init(file: file, line: headerLine),
          hint: "the columns are \(table.columns.joined(separator: ", "))"
        )
      ]
    }
    var problems = SourceTable(text, file: file, schema: schema).diagnostics
    problems += form(of: text, file: file)
    problems += order(of: table, schema, file: file)
    if bytes.last != 10 {
      let line = text.utf8.count { $0 == 10 } + 1
      problems.append(
        Diagnostic(.error, "lexicon.no-line-end", "the last line has no end", at: .init(file: file, line: line))
      )
    }
    return problems.sorted { ($0.location?.line ?? 0, $0.code) < ($1.location?.line ?? 0, $1.code) }
  }

  /// Lines that are not NFC or have stray blanks.
  private func form(of text: String, file: String) -> [Diagnostic] {
    let normalizer = Normalizer(form: .nfc)
    var problems: [Diagnostic] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let place = Diagnostic.Location(file: file, line: index + 1)
      if let result = try? normalizer.normalized(String(line)), !result.map.isIdentity {
        problems.append(
          Diagnostic(.error, "lexicon.not-nfc", "the line is not NFC", at: place, hint: "run 'koine lexicon format'")
        )
      }
      if line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.contains(where: { $0.first == " " || $0.last == " " || $0.last == "\u{A0}" }) {
        problems.append(
          Diagnostic(
            .error,
            "lexicon.stray-space",
            "a field starts or ends with a blank",
            at: place,
            hint: "run 'koine lexicon format'"
          )
        )
      }
    }
    return problems
  }

  /// Rows out of order and rows that stand twice.
  private func order(of table: TableFile, _ schema: TableSchema, file: String) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var seen: [String: Int] = [:]
    var before: TableFile.Row?
    for row in table.rows {
      let place = Diagnostic.Location(file: file, line: row.line)
      if let before, row.key.utf8.lexicographicallyPrecedes(before.key.utf8) {
        problems.append(
          Diagnostic(
            .error,
            "lexicon.unsorted",
            "'\(row.key)' comes after '\(before.key)'",
            at: place,
            hint: "run 'koine lexicon format'"
          )
        )
      }
      before = row
      let fields = row.text.split(separator: "\t", omittingEmptySubsequences: false)
      let count = schema.uniqueColumns == 0 ? fields.count : schema.uniqueColumns
      let key = fields.prefix(count).joined(separator: "\t")
      if let first = seen[key] {
        let what = schema.uniqueColumns == 0 ? "the row" : "'\(key.replacing("\t", with: "', '"))'"
        problems.append(
          Diagnostic(.error, "lexicon.duplicate-entry", "\(what) stands already in line \(first)", at: place)
        )
      } else {
        seen[key] = row.line
      }
    }
    return problems
  }
}
