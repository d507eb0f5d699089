import KoineText

/// The lines of a table that people write, with comments kept where they stand.
struct TableFile {
  /// A row with the comment lines above it.
  struct Row {
    var comments: [String]
    var line: Int
    var text: String
    var key: Substring { text.prefix { $0 != "\t" } }
  }

  /// Comments at the top and the header line.
  var head: [String] = []
  var rows: [Row] = []
  /// Comments after the last row.
  var tail: [String] = []
  /// The number of the header line, if there is one.
  var headerLine: Int?

  init(_ text: String) {
    var comments: [String] = []
    for (index, slice) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = String(slice)
      if line.isEmpty { continue }
      if line.hasPrefix("#") {
        comments.append(line)
      } else if headerLine == nil {
        head = comments + [line]
        headerLine = index + 1
        comments = []
      } else {
        rows.append(Row(comments: comments, line: index + 1, text: line))
        comments = []
      }
    }
    tail = comments
  }

  /// The names in the header line.
  var columns: [String] { head.last.map { $0.split(separator: "\t").map(String.init) } ?? [] }

  /// The file as it should be: NFC, LF, no stray blanks, sorted by the first column, rows of one key in their order.
  func formatted() throws -> String {
    let normalizer = Normalizer(form: .nfc)
    func clean(_ line: String) throws -> String {
      let fields = try normalizer.normalized(line).string.split(separator: "\t", omittingEmptySubsequences: false)
      var bare = fields.map { String($0.trimmed) }
      while bare.count > 1, bare.last == "" { bare.removeLast() }
      return bare.joined(separator: "\t")
    }
    var cleaned = try rows.map { Row(comments: $0.comments, line: $0.line, text: try clean($0.text)) }
    cleaned = cleaned.enumerated().sorted { a, b in
      let (x, y) = (a.element.key, b.element.key)
      if x == y { return a.offset < b.offset }
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }.map(\.element)
    let lines =
      head.map { String($0.split(separator: "\r").joined()) } + cleaned.flatMap { $0.comments + [$0.text] } + tail
    return lines.joined(separator: "\n") + "\n"
  }
}
