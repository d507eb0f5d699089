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
  @OptionGroup var language: TextLanguage

  func run() async throws {
    let registries = files.resources(try global.store()).registries
    let finder = try EntityFinder(store: global.store(), registries: registries)
    let language = try language.teller(global)
    @Sendable func mentions(_ text: String, _ own: String?) -> [Mention] {
      finder.mentions(in: text, language: language(text, own))
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
