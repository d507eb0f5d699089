import KoineText

/// Some items of an input, in its order.
struct RecordPiece {
  var items: [FeedItem] = []
  /// The name of the source, which is known when all has been read.
  var title: String?
  /// Whether there is nothing behind it.
  var isLast = false
}

/// Takes an input apart into items, some at a time.
protocol RecordReader {
  /// Whether there was anything but blanks so far.
  var sawText: Bool { get }

  /// Returns the next items; there may be none in a piece that is not the last.
  mutating func next() throws(ReadError) -> RecordPiece
}

extension FeedItem {
  /// Stands in the place of a record that is too large.
  static func tooLarge(_ bytes: Int, limit: Int, name: String, line: Int) -> FeedItem {
    let error = ReadError.tooLarge(bytes: bytes, limit: limit)
    var item = FeedItem()
    item.line = line
    item.diagnostics = [Diagnostic(.error, error.code, error.description, at: .init(file: name, line: line))]
    return item
  }
}

extension RecordPiece {
  /// Gives what was odd in the bytes of a line to the item that stands there; what stands before the first one to that.
  ///
  /// - Parameters:
  ///   - troubles: in the order of their lines; those that were given away are taken out.
  ///   - end: the line behind the last item.
  mutating func give(_ troubles: inout [TextLines.Trouble], before end: Int) {
    guard !items.isEmpty, !troubles.isEmpty else { return }
    var index = 0
    let given = troubles.prefix { isLast || $0.line < end }
    for trouble in given {
      while index + 1 < items.count, items[index + 1].line <= trouble.line { index += 1 }
      items[index].diagnostics.append(trouble.diagnostic)
    }
    troubles.removeFirst(given.count)
  }
}
