import ArgumentParser
import KoinePipeline
import KoineSummary
import KoineText

struct SummarizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize",
    abstract: "Chooses the sentences that say what a text is about, within a budget of words."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: FilterOptions

  @Option(help: "The largest number of words.")
  var words = 60

  @Option(help: "The largest number of sentences.")
  var sentences: Int?

  @Option(help: "The language of texts that do not tell it.")
  var language = "en"

  func validate() throws {
    if !(1...100_000).contains(words) { throw ValidationError("--words is a number from 1 to 100000") }
    if let sentences, !(1...1000).contains(sentences) {
      throw ValidationError("--sentences is a number from 1 to 1000")
    }
  }

  func run() async throws {
    let summarizer = Summarizer(words: words, sentences: sentences)
    let segmenters = Segmenters()
    let usual = language
    let filter = try options.filter(size: 1 << 15)
    @Sendable func summary(_ title: String?, _ text: String, _ language: Language) -> Summary {
      summarizer.summary(
        title: title,
        text: text,
        language: language,
        sentences: segmenters.sentences(text, language)
      )
    }
    if options.format == .text {
      // A line is a text of its own.
      try await filter.run { line, out in
        out.append(contentsOf: summary(nil, line.text, Language(tag: usual)).text.utf8)
      }
      return
    }
    try await filter.runJSON(TextRequest.self) { request in
      let found = summary(request.title, request.text, Language(tag: request.language ?? usual))
      let offsets = ScalarOffsets(request.text)
      var members = request.members
      members["summary"] = .string(found.text)
      members["sentences"] = .array(
        found.sentences.map { sentence in
          let range = offsets.scalars(sentence.range)
          return [
            "start": .integer(range.lowerBound), "end": .integer(range.upperBound), "score": .share(sentence.score),
          ]
        }
      )
      return .object(members)
    }
  }
}
