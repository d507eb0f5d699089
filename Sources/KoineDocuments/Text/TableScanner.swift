/// The records of a table of text after RFC 4180, with any delimiter and any line end.
struct TableScanner {
  /// One record.
  struct Row: Hashable, Sendable {
    var cells: [String]
    /// The line where the record starts, counted from 1.
    var line: Int
    /// Whether the input ends inside a quoted field.
    var isCut = false
  }

  /// The most fields of one record; what is beyond belongs to the last.
  static let mostCells = 1000

  private let bytes: ArraySlice<UInt8>
  private let delimiter: UInt8
  /// Where the next record is looked for.
  private(set) var at: Int
  /// The line there.
  private(set) var line: Int

  init(_ bytes: ArraySlice<UInt8>, delimiter: UInt8, line: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.line = line
    at = bytes.startIndex
  }

  /// Passes over lines with nothing in them.
  mutating func skipEmptyLines() {
    while at < bytes.endIndex, bytes[at] == 10 || bytes[at] == 13 { lineEnd() }
  }

  /// Reads the next record; lines with nothing in them are none.
  ///
  /// - Returns: the record, or `nil` at the end.
  mutating func next() -> Row? {
    skipEmptyLines()
    guard at < bytes.endIndex else { return nil }
    var row = Row(cells: [], line: line)
    while true {
      row.cells.append(cell(isCut: &row.isCut))
      guard at < bytes.endIndex else { return row }
      if bytes[at] == delimiter, row.cells.count < Self.mostCells {
        at += 1
        // A delimiter at the very end begins an empty field.
        if at == bytes.endIndex {
          row.cells.append("")
          return row
        }
      } else if bytes[at] == delimiter {
        at += 1
      } else {
        lineEnd()
        return row
      }
    }
  }

  private mutating func lineEnd() {
    if bytes[at] == 13, at + 1 < bytes.endIndex, bytes[at + 1] == 10 { at += 1 }
    at += 1
    line += 1
  }

  private mutating func cell(isCut: inout Bool) -> String {
    var start = at
    // A blank before the quotation mark is a common mistake.
    while delimiter != 0x20, at < bytes.endIndex, bytes[at] == 0x20 { at += 1 }
    guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") else {
      at = start
      while at < bytes.endIndex, bytes[at] != delimiter, bytes[at] != 10, bytes[at] != 13 { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    at += 1
    var out: [UInt8] = []
    start = at
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        out.append(contentsOf: bytes[start..<at])
        at += 1
        guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") else { return tail(of: out) }
        start = at
      } else if byte == 10 || byte == 13 && !(at + 1 < bytes.endIndex && bytes[at + 1] == 10) {
        line += 1
      }
      at += 1
    }
    out.append(contentsOf: bytes[start..<at])
    isCut = true
    return String(decoding: out, as: UTF8.self)
  }

  /// What stands between the closing quotation mark and the delimiter belongs to the field all the same.
  private mutating func tail(of quoted: [UInt8]) -> String {
    let start = at
    while at < bytes.endIndex, bytes[at] != delimiter, bytes[at] != 10, bytes[at] != 13 { at += 1 }
    return String(decoding: quoted + PlainText.trimmed(bytes[start..<at]), as: UTF8.self)
  }

  // MARK: delimiters

  private static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")]

  /// The delimiter that gives the first records the same number of fields, and the most; a comma if none does.
  static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let head = bytes.prefix(1 << 16)
    var best: (delimiter: UInt8, score: Int) = (delimiters[0], 0)
    for delimiter in delimiters {
      var scanner = TableScanner(head, delimiter: delimiter)
      guard let first = scanner.next(), first.cells.count > 1 else { continue }
      var equal = 1
      var rows = 1
      // The last record of the stretch may be cut.
      while rows < 20, let row = scanner.next(), scanner.at < head.endIndex || head.count == bytes.count {
        rows += 1
        if row.cells.count == first.cells.count { equal += 1 }
      }
      let known = first.cells.count { FieldMap.field(named: $0) != nil }
      let score = equal * 100 / rows * 10 + known * 400 + min(first.cells.count, 50)
      if score > best.score { best = (delimiter, score) }
    }
    return best.delimiter
  }
}
