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
  ///   - bytes: the input as it came.
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
    guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
    if let binary = InputType.binaryName(bytes) { throw .unsupportedType(binary) }
    let source = TextDecoder().decode(bytes)
    let text = Array(source.string.utf8)
    guard text.contains(where: { !$0.isMarkupSpace }) else { throw .empty }
    var feed = try decoded(text, name: name, type: type, raw: raw)
    feed.encoding = source.encoding
    feed.diagnostics.insert(contentsOf: source.diagnostics.map { $0.placed(in: name) }, at: 0)
    return feed
  }

  private func decoded(_ bytes: [UInt8], name: String, type: InputType, raw: Bool) throws(ReadError) -> Feed {
    let sniffed = type == .auto ? InputType.sniffed(bytes, name: name) : type
    switch sniffed {
    case .feed, .auto:
      do throws(ReadError) {
        return try feed(bytes, name: name, raw: raw)
      } catch {
        // Markup that only looked like a feed may still be a page.
        guard type == .auto, error == .notAFeed,
          MarkupText.hasTag(String(decoding: bytes.prefix(1 << 16), as: UTF8.self))
        else { throw error }
        return PageReader(name: name, raw: raw, limits: limits).read(bytes)
      }
    case .html:
      return PageReader(name: name, raw: raw, limits: limits).read(bytes)
    case .jsonl: return JSONLinesReader(name: name, raw: raw, limits: limits).read(bytes)
    case .text:
      let suffix = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      let reader = TextReader(raw: raw, isMarkdown: suffix == "md" || suffix == "markdown")
      var feed = Feed()
      feed.items = [reader.read(String(decoding: bytes, as: UTF8.self))]
      return feed
    }
  }

  private func feed(_ bytes: [UInt8], name: String, raw: Bool) throws(ReadError) -> Feed {
    let first = bytes.first { !$0.isMarkupSpace }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return try JSONFeedReader(name: name, raw: raw, limits: limits).read(bytes)
    }
    let tree = MarkupTree(bytes, language: .xml, limits: limits)
    guard let reader = FeedReader(tree: tree, name: name, raw: raw, limits: limits) else { throw .notAFeed }
    var feed = reader.read()
    feed.diagnostics.insert(contentsOf: tree.problems.diagnostics(file: name), at: 0)
    return feed
  }
}

extension Diagnostic {
  /// The diagnostic with the file's name where it has no place; a range stays one of the bytes.
  fileprivate func placed(in file: String) -> Diagnostic {
    var copy = self
    copy.location = copy.location ?? Location(file: file, line: 1)
    return copy
  }
}
