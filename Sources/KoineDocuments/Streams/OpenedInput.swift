/// An input as it is to be read: record by record, or as a whole.
public enum OpenedInput {
  /// Records, some at a time.
  case records(FeedStream)
  /// All bytes as they came, packed or not.
  case whole([UInt8])

  /// Looks at the first bytes of an input, unpacked, and decides.
  ///
  /// - Parameters:
  ///   - source: the input as it came.
  ///   - name: its name, for messages and as a hint of its type.
  ///   - options: what else is known of it.
  ///   - limits: what a record is held to.
  ///   - unpacking: how much is taken out of a compressed input.
  ///   - largest: the most bytes of an input that is read as a whole.
  ///   - pieceSize: how many bytes are read at a time of one that is not.
  /// - Throws: `ReadError` when it cannot be read, or is larger than `largest`.
  public init(
    _ source: any ByteSource,
    name: String,
    _ options: ReadOptions = ReadOptions(),
    limits: DocumentLimits = DocumentLimits(),
    unpacking: UnpackingLimits = UnpackingLimits(),
    largest: Int = 1 << 29,
    pieceSize: Int = FeedStream.pieceSize
  ) throws(ReadError) {
    let setting = FeedStream.Setting(name: name, options: options, limits: limits, pieceSize: pieceSize)
    let stream = try source.open()
    let head = try stream.readAll(InputStart.size)
    switch Packing(head) {
    case nil:
      var start = InputStart(head, name: name, options)
      if start.records != nil {
        try start.lookFurther(in: source)
        self = .records(FeedStream(source, stream, head, start, setting))
        return
      }
    case .gzip?, .bzip2?, .xz?, .zstd?:
      if let records = Self.unpacked(UnpackedSource(source, limits: unpacking), setting) {
        self = .records(records)
        return
      }
    case .zip?, .tar?: break
    }
    var bytes = head
    while bytes.count <= largest {
      let more = try stream.read(1 << 20)
      if more.isEmpty {
        self = .whole(bytes)
        return
      }
      bytes.append(contentsOf: more)
    }
    throw .tooLarge(bytes: max(source.count, bytes.count), limit: largest)
  }

  /// The records in a compressed file; `nil` for everything else in one, and for one that cannot be unpacked.
  private static func unpacked(_ source: UnpackedSource, _ setting: FeedStream.Setting) -> FeedStream? {
    guard let stream = try? source.open(), let head = try? stream.readAll(InputStart.size), Packing(head) == nil else {
      return nil
    }
    var start = InputStart(head, name: setting.name, setting.options)
    guard start.records != nil else { return nil }
    // What cannot be read to its end is told when that is reached.
    try? start.lookFurther(in: source)
    return FeedStream(source, stream, head, start, setting)
  }
}
