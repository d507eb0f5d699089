import ArgumentParser
import KoinePipeline
import KoineText

struct DetectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Tells the language of every line: the code, a tab and how sure it is."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: FilterOptions

  @Option(help: ArgumentHelp("The languages that are expected, such as en,it.", valueName: "codes"))
  var among: String?

  @Flag(help: "Tell the stretches of mixed texts apart (with --format jsonl).")
  var segments = false

  func validate() throws {
    if segments, options.format == .text { throw ValidationError("--segments needs --format jsonl") }
  }

  func run() async throws {
    let directory = try Installation.lexicons(global.lexicons)
    let path = "\(directory)/\(LanguageModelFile.name)"
    let identifier: LanguageIdentifier
    do { identifier = try LanguageIdentifier(path: path) } catch {
      throw CommandFailure(.usage, "\(error)")
    }
    let languages = try expected(identifier)
    let filter = try options.filter(size: 1 << 17)
    if options.format == .text {
      try await filter.run { line, out in
        let guess = identifier.identify(line.text, among: languages)
        out.append(contentsOf: "\(guess.language.rawValue)\t\(Self.rounded(guess.confidence))".utf8)
      }
      return
    }
    let splits = segments
    try await filter.runJSON(TextRequest.self) { request in
      let guess = identifier.identify(request.text, among: languages)
      var members = request.members
      members["language"] = .string(guess.language.rawValue)
      members["confidence"] = .share(guess.confidence)
      guard splits else { return .object(members) }
      let offsets = ScalarOffsets(request.text)
      members["segments"] = .array(
        identifier.segments(request.text, among: languages).map { segment in
          let range = offsets.scalars(segment.range)
          return [
            "start": .integer(range.lowerBound), "end": .integer(range.upperBound),
            "language": .string(segment.language.rawValue), "confidence": .share(segment.confidence),
          ]
        }
      )
      return .object(members)
    }
  }

  private func expected(_ identifier: LanguageIdentifier) throws -> [Language]? {
    guard let among else { return nil }
    let codes = among.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    let languages = codes.map { Language(tag: String($0)) }
    if languages.isEmpty { throw CommandFailure(.usage, "--among names no language") }
    let known = Set(identifier.languages)
    if let stranger = languages.first(where: { !known.contains($0) }) {
      throw CommandFailure(.usage, "the language '\(stranger.rawValue)' is not known")
    }
    return languages
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
