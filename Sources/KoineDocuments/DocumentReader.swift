import KoineText

/// Reads feeds, pages, texts and JSON lines into items.
public struct DocumentReader: Sendable {
  /// The limits that inputs are held to.
  public let limits: DocumentLimits

  /// Makes a reader.
  public init(limits: DocumentLimits = DocumentLimits()) { self.limits = limits }

  /// Reads one input.
  ///
  /// - Parameters:
  ///   - bytes: the input as it came, unpacked.
  ///   - name: the name of the file, for messages and as a hint of its type.
  ///   - type: what to read it as.
  ///   - raw: whether texts keep the markup of the input, with references decoded once.
  /// - Returns: the feed, or the one article as the only item, with everything odd in its diagnostics.
  /// - Throws: `ReadError` when there is nothing to read.
  public func read(
    _ bytes: [UInt8],
    name: String,
    type: InputType = .auto,
    raw: Bool = false
  ) throws(ReadError) -> Feed {
    try read(bytes, name: name, ReadOptions(type: type, raw: raw))
  }

  /// Reads one input of which more is known than its bytes.
  ///
  /// - Parameters:
  ///   - bytes: the input as it came, unpacked.
  ///   - name: the name of the file, for messages and as a hint of its type.
  ///   - options: what is known, and how the input is to be read.
  /// - Returns: the feed, or the one article as the only item, with everything odd in its diagnostics.
  /// - Throws: `ReadError` when there is nothing to read.
  public func read(_ bytes: [UInt8], name: String, _ options: ReadOptions) throws(ReadError) -> Feed {
    guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
    if let response = SavedResponse(bytes) { return try content(of: response, bytes, name: name, options) }
    let type = options.wantedType
    let start = InputStart(Array(bytes.prefix(InputStart.size)), name: name, options)
    if start.records != nil { return try records(BytesSource(bytes), start, name, options) }
    // The parts of a message have encodings of their own, so that it is taken apart before it is decoded.
    if type == .mail || type == .auto && MailReader.kind(bytes) != nil {
      guard bytes.contains(where: { !$0.isMarkupSpace }) else { throw .empty }
      return MailReader(name: name, limits: limits, options: options).read(bytes)
    }
    if let binary = InputType.binaryName(bytes) { throw .unsupportedType(binary) }
    let source = TextDecoder().decode(bytes, declared: options.contentType?["charset"])
    let text = Array(source.string.utf8)
    guard text.contains(where: { !$0.isMarkupSpace }) else { throw .empty }
    var feed = try decoded(text, name: name, type: type, options: options)
    feed.encoding = source.encoding
    feed.decideDateOrder(file: name)
    feed.place(decoded: text, in: bytes)
    if options.isTraced { for index in feed.items.indices { feed.items[index].noteUnclearDates() } }
    feed.diagnostics.insert(contentsOf: source.diagnostics.map { $0.placed(in: name) }, at: 0)
    return feed
  }

  /// Reads what a server sent, with what its headers say of it.
  private func content(
    of response: SavedResponse,
    _ bytes: [UInt8],
    name: String,
    _ options: ReadOptions
  ) throws(ReadError) -> Feed {
    if response.status >= 400 { throw .refused(status: response.status) }
    let content = Array(bytes[response.start...])
    var feed = try read(content, name: name, response.options(options))
    feed.language = feed.language ?? response.language
    feed.move(behind: response)
    return feed
  }

  private func decoded(
    _ bytes: [UInt8],
    name: String,
    type: InputType,
    options: ReadOptions
  ) throws(ReadError) -> Feed {
    let sniffed = type == .auto ? InputType.sniffed(bytes, name: name) : type
    switch sniffed {
    case .feed, .auto, .mail:
      do throws(ReadError) {
        return try feed(bytes, name: name, options)
      } catch {
        // Markup that only looked like a feed may still be a page.
        guard options.type == .auto, error == .notAFeed,
          MarkupText.hasTag(String(decoding: bytes.prefix(1 << 16), as: UTF8.self))
        else { throw error }
        return PageReader(name: name, limits: limits, options: options).read(bytes)
      }
    case .html: return PageReader(name: name, limits: limits, options: options).read(bytes)
    case .jsonl, .csv:
      // The first bytes looked like something else.
      var options = options
      (options.type, options.contentType) = (sniffed, nil)
      let head = Array(bytes.prefix(InputStart.size))
      return try records(BytesSource(bytes), InputStart(head, name: name, options), name, options)
    case .text:
      let text = String(decoding: bytes, as: UTF8.self)
      var feed = Feed()
      let isMarkdown =
        ["md", "markdown"].contains(Packing.ending(of: name)) || options.contentType?.name == "text/markdown"
        || FrontMatter(PlainText.lines(String(decoding: bytes.prefix(1 << 14), as: UTF8.self)).map { Array($0) })
          .fields[.title] != nil
      feed.items = [
        isMarkdown
          ? MarkdownReader(name: name, limits: limits, options: options).read(text)
          : TextReader(raw: options.raw, isTraced: options.isTraced).read(text)
      ]
      return feed
    }
  }

  /// Reads an input of records in memory, which are as many as there are.
  private func records(
    _ source: BytesSource,
    _ start: InputStart,
    _ name: String,
    _ options: ReadOptions
  ) throws(ReadError) -> Feed {
    let size = max(1, source.count)
    let setting = FeedStream.Setting(name: name, options: options, limits: limits, pieceSize: size)
    var start = start
    try start.lookFurther(in: source)
    return try FeedStream(source, source.open(), [], start, setting).whole()
  }

  private func feed(_ bytes: [UInt8], name: String, _ options: ReadOptions) throws(ReadError) -> Feed {
    let first = bytes.first { !$0.isMarkupSpace }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return try JSONFeedReader(name: name, limits: limits, options: options).read(bytes)
    }
    let tree = MarkupTree(bytes, language: .xml, limits: limits)
    guard let reader = FeedReader(tree: tree, name: name, limits: limits, options: options) else { throw .notAFeed }
    var feed = reader.read()
    if tree.problems.contains(.truncated), let last = feed.items.indices.last, Self.endsInsideItem(bytes) {
      feed.items[last].isCut = true
      feed.items[last].diagnostics.append(
        Diagnostic(
          .warning,
          "feed.item-truncated",
          "the input ends in the middle of this item",
          at: .init(file: name, line: feed.items[last].line)
        )
      )
    }
    feed.diagnostics.insert(contentsOf: tree.problems.diagnostics(file: name), at: 0)
    return feed
  }

  /// Whether the last tag of an item is one that begins it.
  private static func endsInsideItem(_ bytes: [UInt8]) -> Bool {
    for at in bytes.indices.reversed() where bytes[at] == UInt8(ascii: "<") {
      let rest = bytes[at...].dropFirst()
      for name in ["item", "entry"] {
        if rest.starts(with: name.utf8) { return true }
        if rest.starts(with: "/\(name)".utf8) { return false }
      }
    }
    return false
  }
}

extension Diagnostic {
  /// The diagnostic with the file's name where it has no place; a range stays one of the bytes.
  func placed(in file: String) -> Diagnostic {
    var copy = self
    copy.location = copy.location ?? Location(file: file, line: 1)
    return copy
  }
}
