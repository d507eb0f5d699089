import ArgumentParser
import KoineEntities
import KoinePipeline
import KoineText

struct EntitiesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Finds the names of organizations, people and places in every line."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: UserFiles
  @OptionGroup var options: FilterOptions

  @Option(
    help: ArgumentHelp("The language of texts that do not name theirs; else it is identified.", valueName: "code")
  )
  var language: String?

  func run() async throws {
    let registries = files.resources(try global.store()).registries
    let finder = try EntityFinder(store: global.store(), registries: registries)
    let identifier: LanguageIdentifier
    do {
      identifier = try LanguageIdentifier(path: "\(Installation.lexicons(global.lexicons))/\(LanguageModelFile.name)")
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(.usage, "\(error)")
    }
    let expected = language
    @Sendable func mentions(_ text: String, _ own: String?) -> [Mention] {
      let language = (own ?? expected).map { Language(tag: $0) } ?? identifier.identify(text, among: nil).language
      return finder.mentions(in: text, language: language)
    }
    let filter = try options.filter()
    if options.format == .text {
      try await filter.run { line, out in
        let found = mentions(line.text, nil).map { "\($0.text) (\($0.type.rawValue): \($0.name))" }
        out.append(contentsOf: found.joined(separator: "\t").utf8)
      }
      return
    }
    try await filter.runJSON(TextRequest.self) { request in
      let offsets = ScalarOffsets(request.text)
      var members = request.members
      members["entities"] = .array(
        mentions(request.text, request.language).map { mention in
          let range = offsets.scalars(mention.range)
          return [
            "start": .integer(range.lowerBound), "end": .integer(range.upperBound), "text": .string(mention.text),
            "type": .string(mention.type.rawValue), "id": mention.id.map { .string($0) } ?? .null,
            "name": .string(mention.name), "confidence": .share(mention.confidence), "why": .string(mention.why),
          ]
        }
      )
      return .object(members)
    }
  }
}
