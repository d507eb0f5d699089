import KoineText

#if canImport(Glibc)
import Glibc
#endif

/// Measures Koine beside its peers: `swift run -c release --package-path Benchmarks Benchmarks [NAME…]`.
@main
struct Benchmarks {
  /// Every suite; a new one is a file of its own and a line here.
  static var suites: [any Suite.Type] {
    [
      NormalizingSuite.self, CleaningSuite.self, DecodingSuite.self, SegmentingSuite.self, IdentifyingSuite.self,
      TransliteratingSuite.self, LexiconSuite.self, MatchingSuite.self, ReadingSuite.self,
    ]
  }

  private static let usage = """
    usage: Benchmarks [--format table|tsv] [--rounds N] [--list] [NAME…]
    NAME is the start of a benchmark's name, or a part of it, such as 'nfc' or 'italian'.
    """

  static func main() throws {
    var format = Report.Format.table
    var rounds = 9
    var lists = false
    var names: [String] = []
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--format":
        guard let value = arguments.popFirst().flatMap(Report.Format.init) else { wrong("--format takes table or tsv") }
        format = value
      case "--rounds":
        guard let value = arguments.popFirst().flatMap({ Int($0) }), value > 0 else { wrong("--rounds takes a number") }
        rounds = value
      case "--list": lists = true
      case "--help", "-h":
        print(usage)
        return
      case _ where argument.hasPrefix("-"): wrong("there is no option '\(argument)'")
      default: names.append(argument)
      }
    }
    let report = Report(format: format)
    if !lists { report.header() }
    if !lists, names.isEmpty || names.contains(where: { "identify/memory".contains($0) }) {
      let before = Resources.residentBytes()
      let identifier = try Resources.identifier()
      for sentence in Texts.sentences(4400) { keep(identifier.identify(sentence)) }
      report.note("identify/memory", Double(Resources.residentBytes() - before) / 1e6, "MB resident")
    }
    for suite in suites where names.isEmpty || names.contains(where: { $0.contains(suite.name) || !$0.contains("/") }) {
      let chosen = try suite.benchmarks().filter { benchmark in
        names.isEmpty || names.contains { benchmark.name.contains($0) }
      }
      for benchmark in chosen {
        if lists { print(benchmark.name) } else { report.line(Measurement(benchmark, rounds: rounds)) }
      }
    }
  }

  private static func wrong(_ message: String) -> Never {
    print("Benchmarks: \(message)\n\(usage)")
    exit(2)
  }
}
