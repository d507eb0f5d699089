/// The rows of a table, some at a time.
struct RowRecords: RecordReader {
  /// How much of a text the delimiter is found by.
  private static let headSize = 1 << 16

  private var lines: TextLines
  private let reader: TableReader
  private let name: String
  private let limit: Int
  private var header: TableReader.Header?
  /// The text that has been read and is in no row yet, and the line where it begins.
  private var text: [UInt8] = []
  private var line = 1
  private var places = LinePlaces()
  private var troubles: [TextLines.Trouble] = []
  private var isAtEnd = false

  var sawText: Bool { lines.sawText }

  init(_ lines: TextLines, name: String, limits: DocumentLimits, options: ReadOptions) {
    self.lines = lines
    self.name = name
    limit = limits.bytes
    reader = TableReader(name: name, limits: limits, options: options)
  }

  mutating func next() throws(ReadError) -> RecordPiece {
    // A row that goes on is looked at again when there is twice as much of it.
    let size = header == nil ? max(Self.headSize + 1, text.count * 2) : text.count * 2
    var isFirst = true
    while !isAtEnd, isFirst || text.count < min(size, limit + 1) {
      isFirst = false
      let number = lines.line
      switch try lines.next() {
      case nil: isAtEnd = true
      case .text(let more, let found):
        places.append(lines.places, behind: text.count)
        text.append(contentsOf: more)
        troubles += found
      case .tooLong(let bytes): return try rows(before: bytes, line: number)
      }
    }
    return try rows(isWhole: isAtEnd)
  }

  /// The rows in front of a line that is too long, and what stands in the place of the row with that line.
  private mutating func rows(before bytes: Int, line number: Int) throws(ReadError) -> RecordPiece {
    var piece = try rows(isWhole: false)
    let isInRow = !text.isEmpty
    piece.items.append(
      .tooLarge(bytes + text.count, limit: limit, name: name, line: isInRow ? line : number)
    )
    text = []
    places.removeAll()
    line = lines.line
    piece.give(&troubles, before: line)
    return piece
  }

  /// Takes the rows out of the text; one that is cut off by its end counts only if nothing follows.
  private mutating func rows(isWhole: Bool) throws(ReadError) -> RecordPiece {
    var piece = RecordPiece()
    piece.isLast = isWhole
    let bytes = text[...]
    let delimiter = header?.delimiter ?? TableScanner.delimiter(of: bytes)
    var scanner = TableScanner(bytes, delimiter: delimiter, line: line)
    scanner.skipEmptyLines()
    var end = (at: scanner.at, line: scanner.line)
    while let row = scanner.next() {
      let size = scanner.at - end.at
      if size > limit {
        // An open quotation mark must not cost the rest of the table: the next line is a row again.
        let next = Self.lineEnd(in: bytes, from: end.at + limit)
        piece.items.append(.tooLarge(next - end.at, limit: limit, name: name, line: row.line))
        let line = end.line + Self.lineEnds(in: bytes[end.at..<next])
        scanner = TableScanner(bytes[next...], delimiter: delimiter, line: line)
      } else if row.isCut, !isWhole {
        break
      } else {
        let isHeader = header == nil
        let found: TableReader.Header
        if let header { found = header } else { found = try reader.header(row, delimiter: delimiter) }
        header = found
        if !isHeader || found.isRow {
          var item = reader.item(row, found)
          item.place = places.input(end.at, scanner.at)
          piece.items.append(item)
        }
      }
      scanner.skipEmptyLines()
      end = (scanner.at, scanner.line)
    }
    text.removeFirst(end.at)
    places.removeFirst(end.at)
    line = end.line
    piece.give(&troubles, before: line)
    return piece
  }

  /// The offset behind the first line end at or behind an offset.
  private static func lineEnd(in bytes: ArraySlice<UInt8>, from offset: Int) -> Int {
    guard let end = bytes[offset...].firstIndex(where: { $0 == 10 || $0 == 13 }) else { return bytes.endIndex }
    return bytes[end] == 13 && end + 1 < bytes.endIndex && bytes[end + 1] == 10 ? end + 2 : end + 1
  }

  private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.indices.count {
      bytes[$0] == 10 || bytes[$0] == 13 && !($0 + 1 < bytes.endIndex && bytes[$0 + 1] == 10)
    }
  }
}
