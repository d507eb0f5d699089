import ArgumentParser
import KoinePipeline
import KoineText

struct SegmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Splits lines into sentences, one a line; an empty line stays one.",
    discussion: """
      With --format jsonl the text of an object may have several lines: {"text", "language"} gives {"sentences"}. A line \
      break inside a sentence becomes a space there (nothing between Chinese or Japanese characters), so that every \
      sentence is one line; nothing else in it changes.
      """
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: FilterOptions

  @Option(help: "The language of texts that do not tell it.")
  var language = "en"

  func run() async throws {
    let segmenters = Segmenters()
    let usual = language
    let filter = try options.filter()
    if options.format == .text {
      try await filter.run(mayAddLines: true) { line, out in
        let text = line.text
        for (index, range) in segmenters.sentences(text, Language(tag: usual)).enumerated() {
          if index > 0 { out.append(10) }
          out.append(contentsOf: Self.line(range, of: text).utf8)
        }
      }
      return
    }
    try await filter.runJSON(TextRequest.self) { request in
      let ranges = segmenters.sentences(request.text, Language(tag: request.language ?? usual))
      var members = request.members
      members["sentences"] = .strings(ranges.map { Self.line($0, of: request.text) })
      return .object(members)
    }
  }

  private static func line(_ range: TextRange, of text: String) -> String {
    Segmenter.line(text[range].map(String.init) ?? "")
  }
}
