import ArgumentParser
import KoineEntities
import KoinePipeline
import KoineText

struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Tells whether two names mean the same: a score, a tab and the reason; 0.5 and above is the same."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: UserFiles

  @Flag(help: "Read pairs of names, one a line: name, tab, name, and maybe a tab and the type.")
  var pairs = false

  @Option(help: "What both names name: Organization, Person or Place.")
  var type: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("How many lines to work on at a time.", valueName: "n"))
  var jobs: Int?

  @Argument(help: "Two names; with --pairs, the file to read, or - for standard input.")
  var names: [String] = []

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
    if pairs, names.count > 1 { throw ValidationError("--pairs reads one file") }
    if !pairs, names.count != 2 { throw ValidationError("two names are compared; 'koine match --pairs' reads many") }
  }

  func run() async throws {
    let registries = files.resources(try global.store()).registries
    let matcher = try NameMatcher(store: global.store(), registries: registries)
    guard pairs else {
      let output = try Output(output)
      try output.write(line: Self.answer(matcher, names[0], names[1], type))
      try output.finish()
      return
    }
    Interrupt.watch()
    let type = type
    let filter = LineFilter(
      path: names.first ?? "-",
      output: try Output(output),
      jobs: jobs ?? Environment.processors,
      size: 1 << 14
    )
    try await filter.run { line, out in
      let fields = line.text.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 2 else {
        out.append(contentsOf: "0\tthe line has no tab between two names".utf8)
        return
      }
      let own = fields.count > 2 && !fields[2].isEmpty ? fields[2] : type
      out.append(contentsOf: Self.answer(matcher, fields[0], fields[1], own).utf8)
    }
  }

  private static func answer(_ matcher: NameMatcher, _ a: String, _ b: String, _ type: String?) -> String {
    let match = matcher.compare(a, b, type: type.flatMap(EntityType.init(written:)))
    return "\((match.score * 10_000).rounded() / 10_000)\t\(match.reason.replacing("\t", with: " "))"
  }
}
