import ArgumentParser
import KoineLexicon
import KoinePipeline
import KoineText
import KoineValues

struct ValuesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "values",
    abstract: "Finds dates, durations, numbers and amounts in every line of English or Italian.",
    discussion: "Dates that count from another day, such as yesterday, are left out: they have no value by themselves."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: FilterOptions
  @OptionGroup var language: TextLanguage

  func run() async throws {
    let store = try global.store()
    var finders: [Language: ValueFinder] = [:]
    for language in [Language.italian, .english] {
      finders[language] = try ValueFinder(store: store, language: language)
    }
    let language = try language.teller(global)
    let known = finders
    @Sendable func values(_ text: String, _ own: String?) -> [Value] {
      known[language(text, own)]?.values(in: text) ?? []
    }
    let filter = try options.filter()
    if options.format == .text {
      try await filter.run { line, out in
        let found = values(line.text, nil).map { value in
          let words = line.text[value.range].map(String.init) ?? ""
          return "\(words) (\(value.kind.rawValue): \(value.value)\(value.unit.map { " \($0)" } ?? ""))"
        }
        out.append(contentsOf: found.joined(separator: "\t").utf8)
      }
      return
    }
    try await filter.runJSON(TextRequest.self) { request in
      let offsets = ScalarOffsets(request.text)
      var members = request.members
      members["values"] = .array(
        values(request.text, request.language).map { value in
          let range = offsets.scalars(value.range)
          return [
            "start": .integer(range.lowerBound), "end": .integer(range.upperBound),
            "text": .string(request.text[value.range].map(String.init) ?? ""),
            "type": .string(value.kind.rawValue), "value": .string(value.value), "unit": .optional(value.unit),
          ]
        }
      )
      return .object(members)
    }
  }
}
