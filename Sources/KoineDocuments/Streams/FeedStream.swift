import KoineText

/// Hands out the items of an input of records some at a time, so that it may be of any size.
///
/// JSON lines, tables and mailboxes are such inputs, also when they are compressed. What comes out does not depend on the
/// size of the pieces. A record of more bytes than `DocumentLimits.bytes` keeps its place with the error `too-large`; how
/// many records there are has no limit.
public final class FeedStream {
  /// How many bytes are read at a time.
  public static let pieceSize = 1 << 20

  /// What is known of an input before it is read.
  struct Setting {
    let name: String
    let options: ReadOptions
    let limits: DocumentLimits
    let pieceSize: Int
  }

  private let setting: Setting
  /// The content, unpacked.
  private let source: any ByteSource
  private let start: InputStart
  private let bytes: HashingStream
  private let unpacked: UnpackedStream?
  private var records: any RecordReader
  private var ahead: RecordPiece?
  private var itemCount = 0
  private var witness: DateOrderWitness?
  private var isStarted = false

  /// Whether dates are read whose order of day and month only other items tell, which may take another look at everything.
  public var decidesDates = true

  /// Whether the input has one item and no more; known as soon as there are items.
  public private(set) var hasOneItem = false

  /// Reads a stream whose first bytes, `head`, have been looked at.
  init(_ source: any ByteSource, _ stream: any ByteStream, _ head: [UInt8], _ start: InputStart, _ setting: Setting) {
    let bytes = HashingStream(stream, after: head)
    self.setting = setting
    self.source = source
    self.start = start
    self.bytes = bytes
    unpacked = stream as? UnpackedStream
    let (name, limits, options) = (setting.name, setting.limits, setting.options)
    func lines(countsReturns: Bool) -> TextLines {
      TextLines(
        bytes,
        start: start,
        name: name,
        countsReturns: countsReturns,
        pieceSize: setting.pieceSize,
        limit: limits.bytes
      )
    }
    switch start.records {
    case .messages?:
      let reader = MailReader(name: name, limits: limits, options: options)
      records = MessageRecords(bytes, reader: reader, pieceSize: setting.pieceSize)
    case .rows?: records = RowRecords(lines(countsReturns: true), name: name, limits: limits, options: options)
    default: records = LineRecords(lines(countsReturns: false), name: name, limits: limits, options: options)
    }
  }

  /// Returns the next items, at least one but for an input without any; `nil` after the last.
  ///
  /// What is said of the whole input stands in the diagnostics of the first feed, or of the last where it breaks off.
  ///
  /// - Throws: `ReadError` when there is nothing to read, or when reading must end.
  public func next() throws(ReadError) -> Feed? {
    if !isStarted { ahead = try piece() }
    guard var piece = ahead else { return nil }
    ahead = piece.isLast ? nil : try self.piece()
    // A last piece without items adds nothing to the one before it.
    if let last = ahead, last.items.isEmpty {
      piece.title = last.title
      ahead = nil
    }
    if !isStarted {
      guard records.sawText else { throw .empty }
      hasOneItem = piece.items.count == 1 && ahead == nil
    }
    var feed = Feed()
    feed.items = piece.items
    feed.encoding = start.records == .messages ? nil : start.encoding
    feed.title = piece.title
    if !isStarted { feed.diagnostics = start.notes.map { $0.placed(in: setting.name) } }
    isStarted = true
    if ahead == nil, let problem = unpacked?.diagnostic(setting.name) {
      feed.diagnostics.insert(problem, at: 0)
      // The last item stands where the file breaks off.
      feed.items.indices.last.map { feed.items[$0].isCut = true }
    }
    try decideDates(&feed.items)
    if setting.options.isTraced { for index in feed.items.indices { feed.items[index].noteUnclearDates() } }
    return feed
  }

  /// Reads everything at once.
  ///
  /// - Throws: `ReadError` when there is nothing to read, or when reading must end.
  public func whole() throws(ReadError) -> Feed {
    guard var feed = try next() else { throw .empty }
    while let more = try next() {
      feed.items += more.items
      feed.diagnostics += more.diagnostics
    }
    return feed
  }

  /// The SHA-256 of the content, unpacked, in hexadecimal digits; reads to the end.
  ///
  /// - Throws: what keeps the input from being read.
  public func contentHash() throws(ReadError) -> String { try bytes.finish() }

  /// The next items, or the last piece without any.
  private func piece() throws(ReadError) -> RecordPiece {
    while true {
      let piece = try records.next()
      if !piece.items.isEmpty || piece.isLast { return piece }
    }
  }

  // MARK: dates

  /// Reads dates whose order of day and month only other items tell; these may be anywhere in the input.
  private func decideDates(_ items: inout [FeedItem]) throws(ReadError) {
    guard decidesDates, DateOrderWitness.isUnclear(items) else { return }
    if witness == nil { witness = try allDates() }
    witness?.decide(&items, file: setting.name)
  }

  private func allDates() throws(ReadError) -> DateOrderWitness {
    var witness = DateOrderWitness()
    let stream = try source.open()
    let head = try stream.readAll(InputStart.size)
    let again = FeedStream(source, stream, head, start, setting)
    while true {
      let piece = try again.piece()
      witness.look(at: piece.items)
      if piece.isLast { return witness }
    }
  }
}
