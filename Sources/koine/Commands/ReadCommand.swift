import ArgumentParser
import KoineDocuments
import KoinePipeline
import KoineText

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Shows feeds, pages, texts, tables, mail and JSON lines as they are read, also out of archives."
  )

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, jsonl }

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Leave texts as the input has them, references decoded and markup kept.")
  var raw = false

  @OptionGroup var reading: ReadingOptions

  @Option(help: "One object an input, or one line an article.")
  var format = Format.json

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Argument(help: "The files to read; - is standard input.")
  var inputs: [String] = ["-"]

  func run() throws {
    let out = try Output(output)
    let console = global.console
    var (count, failures) = (0, 0)
    var options = try reading.options()
    options.raw = raw
    for input in inputs {
      count += 1
      do {
        switch try OpenedInput(Input.file(input), name: input, options) {
        case .records(let stream): try write(stream, out)
        case .whole(let bytes):
          // Each member counts instead.
          count -= 1
          let unpacking = Unpacking(bytes, name: input)
          while let member = unpacking.next() {
            count += 1
            switch Self.feed(member, options) {
            case .success(let feed): try write(feed, member.diagnostics, out)
            case .failure(let error):
              failures += 1
              console.error("'\(member.name)': \(error.description) [\(error.code)]")
            }
          }
        }
      } catch let error as Input.Unreadable {
        failures += 1
        console.error(error.description)
      } catch let error as ReadError {
        failures += 1
        console.error("'\(input)': \(error.description) [\(error.code)]")
      }
    }
    try out.finish()
    if failures == count { throw ExitCode(CommandFailure.Status.failed.rawValue) }
  }

  /// Writes items as they are read, however many there are; one object needs all of them.
  private func write(_ stream: FeedStream, _ out: Output) throws {
    guard format == .jsonl else { return try write(stream.whole(), [], out) }
    while let feed = try stream.next() { try write(feed, [], out) }
  }

  private func write(_ feed: Feed, _ diagnostics: [Diagnostic], _ out: Output) throws {
    global.console.diagnostics(diagnostics + feed.diagnostics + feed.items.flatMap(\.diagnostics))
    switch format {
    case .json: try FeedJSON.write(feed) { try out.write($0) }
    case .jsonl: try FeedJSON.write(feed.items, between: "\n") { try out.write($0) }
    }
  }

  private static func feed(_ member: Unpacking.Member, _ options: ReadOptions) -> Result<Feed, ReadError> {
    if let refusal = member.refusal { return .failure(refusal) }
    do throws(ReadError) {
      return .success(try DocumentReader().read(member.bytes, name: member.name, options))
    } catch {
      return .failure(error)
    }
  }
}

/// Feeds and items as JSON, with the names of JSON Feed.
enum FeedJSON {
  /// Writes a feed as one line, item by item, so that it is never in memory as a whole.
  static func write(_ feed: Feed, to output: ([UInt8]) throws -> Void) throws {
    let members: [(name: String, value: JSONValue?)] = [
      ("author", .optional(feed.author)), ("description", .optional(feed.description)),
      ("home_page_url", .optional(feed.homePageURL)), ("id", .optional(feed.id)), ("items", nil),
      ("language", .optional(feed.language)), ("title", .optional(feed.title)),
    ]
    for (index, member) in members.enumerated() {
      try output(Array("\(index == 0 ? "{" : ",")\"\(member.name)\":".utf8))
      if let value = member.value {
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        try output(bytes)
      } else {
        try output([UInt8(ascii: "[")])
        try write(feed.items, between: ",", to: output)
        try output([UInt8(ascii: "]")])
      }
    }
    try output(Array("}\n".utf8))
  }

  /// Writes items; those of a list have commas between them, lines end each in a line end.
  static func write(
    _ items: [FeedItem],
    between separator: Character,
    to output: ([UInt8]) throws -> Void
  ) throws {
    var bytes: [UInt8] = []
    for (index, item) in items.enumerated() {
      bytes.removeAll(keepingCapacity: true)
      if separator == ",", index > 0 { bytes.append(UInt8(ascii: ",")) }
      Self.item(item).write(to: &bytes)
      if separator == "\n" { bytes.append(10) }
      try output(bytes)
    }
  }

  static func item(_ item: FeedItem) -> JSONValue {
    let json: JSONValue = [
      "id": .optional(item.id),
      "url": .optional(item.url),
      "title": .optional(item.title),
      "summary": .optional(item.summary),
      "content_text": .optional(item.contentText),
      "content_html": .optional(item.contentHTML),
      "date_published": .optional(item.datePublished),
      "date_published_text": .optional(item.datePublishedText),
      "date_modified": .optional(item.dateModified),
      "date_modified_text": .optional(item.dateModifiedText),
      "authors": .array(item.authors.map { ["name": .string($0)] }),
      "author": .optional(item.authors.first),
      "tags": .strings(item.tags),
      "language": .optional(item.language),
      "_source": [
        "line": .integer(item.line),
        "start": item.place.map { .integer($0.lowerBound) } ?? .null,
        "end": item.place.map { .integer($0.upperBound) } ?? .null,
      ],
    ]
    guard !item.extras.isEmpty, case .object(var members) = json else { return json }
    members["_extras"] = JSONValue(item.extras)
    return .object(members)
  }
}
