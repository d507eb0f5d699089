import KoineText

/// Reads a table with a header, one article a row.
struct TableReader {
  let name: String
  let limits: DocumentLimits
  let options: ReadOptions

  /// Whether a text without a telling name is a table: its header names fields of articles, and rows of the same width follow.
  static func isTable(_ head: ArraySlice<UInt8>) -> Bool {
    let delimiter = TableScanner.delimiter(of: head)
    var scanner = TableScanner(head, delimiter: delimiter)
    guard let header = scanner.next(), header.cells.count > 1, let row = scanner.next(),
      row.cells.count == header.cells.count, header.cells.allSatisfy({ (1...40).contains($0.utf8.count) })
    else { return false }
    let fields = header.cells.compactMap(FieldMap.field)
    return fields.count > 1 && fields.contains { $0 == .title || $0 == .content || $0 == .html }
  }

  /// What the header says of the rows.
  struct Header {
    let delimiter: UInt8
    fileprivate let names: [String]
    fileprivate let columns: [FieldMap.Field: [Int]]
    fileprivate let mapped: Set<Int>
    /// Whether the first record is a row, too, because columns are named by their numbers.
    let isRow: Bool
  }

  /// Makes out the columns.
  ///
  /// - Throws: `ReadError.unmapped` when none of them is known to hold a title or a text.
  func header(_ record: TableScanner.Row, delimiter: UInt8) throws(ReadError) -> Header {
    let names = record.cells.map { PlainText.line($0) }
    let columns = columns(names)
    guard [.title, .content, .html, .summary].contains(where: { columns[$0]?.isEmpty == false }) else {
      throw .unmapped(columns: Array(names.prefix(20)))
    }
    let mapped = Set(columns.values.flatMap(\.self))
    return Header(delimiter: delimiter, names: names, columns: columns, mapped: mapped, isRow: !hasHeader(names))
  }

  // MARK: columns

  private func columns(_ names: [String]) -> [FieldMap.Field: [Int]] {
    var columns: [FieldMap.Field: [Int]] = [:]
    for field in FieldMap.Field.allCases {
      columns[field] = options.fields[field].compactMap { wanted in
        names.firstIndex(of: wanted) ?? names.firstIndex { $0.lowercased() == wanted.lowercased() }
          ?? Int(wanted).flatMap { names.indices.contains($0 - 1) ? $0 - 1 : nil }
      }
    }
    // What the user named stands; the rest is recognized.
    let taken = Set(columns.values.flatMap(\.self))
    guard hasHeader(names) else { return columns }
    for (index, name) in names.enumerated() where !taken.contains(index) {
      guard let field = FieldMap.field(named: name), options.fields[field].isEmpty else { continue }
      columns[field, default: []].append(index)
    }
    return columns
  }

  private func hasHeader(_ names: [String]) -> Bool {
    let named = options.fields.named
    return named.isEmpty || !named.allSatisfy { Int($0) != nil } || names.contains { named.contains($0) }
  }

  // MARK: rows

  /// Makes an item of a row.
  func item(_ row: TableScanner.Row, _ header: Header) -> FeedItem {
    let (names, columns, mapped) = (header.names, header.columns, header.mapped)
    var members: [JSONValue.Member] = []
    var sources: [String: Int] = [:]
    func add(_ field: FieldMap.Field, as name: String) {
      let cells = (columns[field] ?? []).filter { row.cells.indices.contains($0) }
      guard let column = cells.first(where: { row.cells[$0].utf8.contains { !$0.isMarkupSpace } }) else { return }
      let cell = row.cells[column]
      sources[name] = column
      members.append(.init(name: name, value: .string(field == .html ? cell : PlainText.trimmed(cell))))
    }
    for (field, name) in ArticleObject.plainNames { add(field, as: name) }
    var item = ArticleObject(name: name, limits: limits, options: options).item(.object(members), line: row.line)
    for index in item.origins.indices {
      guard let column = sources[item.origins[index].place] else { continue }
      let label = names.indices.contains(column) ? names[column] : ""
      item.origins[index].place = !header.isRow && !label.isEmpty ? "column '\(label)'" : "column \(column + 1)"
    }
    for (index, cell) in row.cells.enumerated() where !mapped.contains(index) && !cell.isEmpty {
      let column = names.indices.contains(index) ? names[index] : ""
      item.addExtra(column.isEmpty ? "\(index + 1)" : column, cell)
    }
    if row.cells.count != names.count {
      let message = "the row has \(row.cells.count) fields, the header \(names.count)"
      item.diagnostics.append(
        Diagnostic(.warning, "csv.row-length", message, at: .init(file: name, line: row.line))
      )
    }
    if row.isCut {
      item.isCut = true
      item.diagnostics.append(
        Diagnostic(.warning, "csv.truncated", "the input ends inside a field", at: .init(file: name, line: row.line))
      )
    }
    return item
  }
}
