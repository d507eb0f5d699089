/// JSON lines, some at a time.
struct LineRecords: RecordReader {
  private var lines: TextLines
  private let reader: JSONLinesReader
  private let name: String
  private let limit: Int
  private var troubles: [TextLines.Trouble] = []

  var sawText: Bool { lines.sawText }

  init(_ lines: TextLines, name: String, limits: DocumentLimits, options: ReadOptions) {
    self.lines = lines
    self.name = name
    limit = limits.bytes
    reader = JSONLinesReader(name: name, limits: limits, options: options)
  }

  mutating func next() throws(ReadError) -> RecordPiece {
    let first = lines.line
    var piece = RecordPiece()
    switch try lines.next() {
    case nil: piece.isLast = true
    case .tooLong(let bytes): piece.items = [.tooLarge(bytes, limit: limit, name: name, line: first)]
    case .text(let text, let more):
      piece.items = reader.items(text, first: first, lines.places)
      troubles += more
    }
    piece.give(&troubles, before: lines.line)
    return piece
  }
}
