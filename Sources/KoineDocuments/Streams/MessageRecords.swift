/// The messages of a mailbox, some at a time: each begins with a line `From …` behind an empty line (RFC 4155).
struct MessageRecords: RecordReader {
  private static let mark = Array("From ".utf8)

  private let stream: any ByteStream
  private let reader: MailReader
  private let pieceSize: Int
  private let limit: Int
  /// The message at hand and what was read behind it.
  private var bytes: [UInt8] = []
  /// The place of `bytes` in the input.
  private var offset = 0
  /// Where the next line to be looked at begins, and up to where it is known to have no end.
  private var at = 0
  private var searched = 0
  private var isAfterEmptyLine = true
  private var isAtEnd = false
  /// The line where the message begins, and how many bytes and lines of it were passed over.
  private var line = 1
  private var skipped = 0
  private var skippedLines = 0
  private var count = 0

  var sawText: Bool { true }

  init(_ stream: any ByteStream, reader: MailReader, pieceSize: Int) {
    self.stream = stream
    self.reader = reader
    self.pieceSize = pieceSize
    limit = reader.limits.bytes
  }

  mutating func next() throws(ReadError) -> RecordPiece {
    var piece = RecordPiece()
    var start = 0
    while let end = nextLine(start: start) {
      if end.isMessage {
        piece.items.append(item(start..<end.at))
        start = end.at
      }
    }
    if isAtEnd {
      piece.isLast = true
      if count == 0 { piece.title = reader.sourceName(MailPart(bytes[start...])) }
      piece.items.append(item(start..<bytes.count))
      return piece
    }
    drop(start)
    if skipped > 0 || at > limit || bytes.count - at > limit { passOver() }
    let more = try stream.read(pieceSize)
    isAtEnd = more.isEmpty
    bytes.append(contentsOf: more)
    return piece
  }

  private mutating func drop(_ count: Int) {
    bytes.removeFirst(count)
    offset += count
    at -= count
    searched = max(0, searched - count)
  }

  /// Keeps of a message that is too large only what may begin the next one.
  private mutating func passOver() {
    // A line without an end is as large; a blank stands for it.
    let isLongLine = bytes.count - at > limit
    if isLongLine { at = bytes.count }
    skipped += at
    skippedLines += bytes[..<at].count { $0 == 10 }
    drop(at)
    guard isLongLine else { return }
    isAfterEmptyLine = false
    skipped -= 1
    offset -= 1
    bytes = [0x20]
    searched = 1
  }

  /// Steps over a line if enough of what follows is there; tells whether a message begins with it.
  private mutating func nextLine(start: Int) -> (at: Int, isMessage: Bool)? {
    guard at < bytes.count else { return nil }
    let found = bytes[max(at, searched)...].firstIndex(of: 10)
    searched = found ?? bytes.count
    guard found != nil || isAtEnd else { return nil }
    let end = found ?? bytes.count
    // Text may begin with the word; what follows the line of a mailbox is a header.
    let mayBegin = isAfterEmptyLine && (at > start || skipped > 0) && bytes[at..<end].starts(with: Self.mark)
    if mayBegin, !isAtEnd, end + 81 > bytes.count { return nil }
    let isMessage = mayBegin && end < bytes.count && MailPart.name(bytes[(end + 1)...].prefix(80)) != nil
    let line = bytes[at..<end]
    isAfterEmptyLine = line.isEmpty || line.elementsEqual([13])
    defer { at = min(end + 1, bytes.count) }
    return (at, isMessage)
  }

  private mutating func item(_ range: Range<Int>) -> FeedItem {
    let message = bytes[range]
    let first = line
    let size = skipped + message.count
    line += skippedLines + message.count { $0 == 10 }
    (skipped, skippedLines) = (0, 0)
    count += 1
    if size > limit { return .tooLarge(size, limit: limit, name: reader.name, line: first) }
    var item = reader.item(message, line: first)
    item.place = (offset + range.lowerBound)..<(offset + range.upperBound)
    return item
  }
}
