import ArgumentParser
import KoineDocuments
import KoinePipeline

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells every step that made a record, back to lexicon lines and to characters of the source."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: UserFiles

  @Option(help: "A pipeline that ships with Koine, or the path of a definition.")
  var pipeline = "news"

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Explain only this item, counted from 1.", valueName: "n"))
  var item: Int?

  @Option(help: ArgumentHelp("Explain only this word of the output.", valueName: "word"))
  var word: String?

  @Argument(help: "The file to read; - is standard input.")
  var input: String

  func run() async throws {
    let open = try OpenPipeline(pipeline, store: global.store(), files: files)
    let bytes = try Input.required(input)
    let name = input == "-" ? "stdin" : input
    var options = try reading.options()
    options.isTraced = true
    let documents = InputReader().documents(bytes, name: name, options, isTraced: true)
    var chosen = documents.indices
    if let item {
      guard documents.indices.contains(item - 1) else {
        throw CommandFailure(.usage, "there is no item \(item); '\(name)' has \(documents.count)")
      }
      chosen = item - 1..<item
    }
    let copies = word == nil ? try ItemCopies(documents) : nil
    let output = try Output(nil)
    var found = 0
    for index in chosen {
      let document = await open.pipeline.run(documents[index])
      let explanation = Explanation(document, copies: copies?.lines(of: index) ?? [])
      let lines = word.map(explanation.lines) ?? explanation.lines
      if lines.isEmpty { continue }
      if found > 0 { try output.write(line: "") }
      found += 1
      for line in lines { try output.write(line: line) }
    }
    try output.finish()
    if found == 0, let word { throw CommandFailure(.failed, "no record of '\(name)' has the word '\(word)'") }
  }
}
