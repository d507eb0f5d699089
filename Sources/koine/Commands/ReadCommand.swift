import ArgumentParser
import KoineDocuments
import KoinePipeline
import KoineText

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Shows feeds, pages, texts and JSON lines as they are read."
  )

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, jsonl }

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Leave texts as the input has them, references decoded and markup kept.")
  var raw = false

  @Option(help: "What to read the input as.")
  var type = InputType.auto

  @Option(help: "One object an input, or one line an article.")
  var format = Format.json

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Argument(help: "The files to read; - is standard input.")
  var inputs: [String] = ["-"]

  func run() throws {
    let out = try Output(output)
    let console = global.console
    let reader = DocumentReader()
    var failures = 0
    for input in inputs {
      do {
        let feed = try reader.read(try Input.bytes(input), name: input, type: type, raw: raw)
        console.diagnostics(feed.diagnostics + feed.items.flatMap(\.diagnostics))
        switch format {
        case .json: try out.write(line: FeedJSON.feed(feed).line)
        case .jsonl: for item in feed.items { try out.write(line: FeedJSON.item(item).line) }
        }
      } catch let error as ReadError {
        failures += 1
        console.error("'\(input)': \(error.description) [\(error.code)]")
      } catch let error as Input.Unreadable {
        failures += 1
        console.error(error.description)
      }
    }
    try out.finish()
    if failures == inputs.count { throw ExitCode(CommandFailure.Status.failed.rawValue) }
  }
}

/// Feeds and items as JSON, with the names of JSON Feed.
enum FeedJSON {
  static func feed(_ feed: Feed) -> JSONValue {
    [
      "id": .optional(feed.id),
      "title": .optional(feed.title),
      "home_page_url": .optional(feed.homePageURL),
      "description": .optional(feed.description),
      "language": .optional(feed.language),
      "author": .optional(feed.author),
      "items": .array(feed.items.map(item)),
    ]
  }

  static func item(_ item: FeedItem) -> JSONValue {
    [
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
    ]
  }
}
