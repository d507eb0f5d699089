import ArgumentParser
import KoineLexicon
import KoinePipeline
import KoineText
import KoineTranslation

struct TranslateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract: "Translates every line into English."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: UserFiles
  @OptionGroup var options: FilterOptions

  @Option(help: "The language of the lines: it.")
  var from: String

  @Option(help: "The language to translate into: en.")
  var to = "en"

  @Option(help: "Show a step of the translation instead of its result.")
  var show: ItalianTranslator.Step?

  func validate() throws {
    if Language(tag: from) != .italian { throw ValidationError("only Italian (it) can be translated so far") }
    if Language(tag: to) != .english { throw ValidationError("only English (en) can be translated into") }
    if show != nil, options.format == .jsonl { throw ValidationError("--show needs --format text") }
  }

  func run() async throws {
    let translator = try LineTranslator(files.resources(try global.store()))
    let filter = try options.filter(size: 1 << 13)
    if let show {
      try await filter.run(mayAddLines: true) { line, out in
        out.append(contentsOf: translator.shown(show, of: line.text).utf8)
        out.append(10)
      }
      return
    }
    if options.format == .text {
      try await filter.run { line, out in
        out.append(contentsOf: translator.translated(line.text).english.text.utf8)
      }
      return
    }
    try await filter.runJSON(TextRequest.self) { request in
      let result = translator.translated(request.text)
      var members = request.members
      members["text"] = .string(result.english.text)
      members["unknown"] = .strings(result.unknown)
      let (target, source) = (ScalarOffsets(result.english.text), ScalarOffsets(request.text))
      members["alignment"] = .array(
        result.english.alignment.links.map { link in
          let (there, here) = (target.scalars(link.target), source.scalars(link.source))
          return [
            "start": .integer(there.lowerBound), "end": .integer(there.upperBound),
            "source_start": .integer(here.lowerBound), "source_end": .integer(here.upperBound),
            "origins": .strings(link.origins.map(\.description)),
          ]
        }
      )
      members["origins"] = .strings(Set(result.english.alignment.links.flatMap(\.origins).map(\.description)).sorted())
      return .object(members)
    }
  }
}
