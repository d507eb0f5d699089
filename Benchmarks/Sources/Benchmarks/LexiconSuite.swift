import KoineLexicon
import KoineText
import SystemPackage

/// A compiled lexicon of 200,000 entries: opened, and asked for words.
enum LexiconSuite: Suite {
  static let name = "lexicon"

  static func benchmarks() throws -> [Benchmark] {
    let path = try Resources.scratch("lexicon.klx")
    var numbers = Numbers(state: 31)
    let words = (0..<200_000).map { "\(String(numbers.next() % 1_000_000_000, radix: 26))-\($0 % 97)" }
    var builder = TableBuilder(columns: 2)
    for (line, word) in words.enumerated() {
      builder.add(word, ["translation of \(word)", "noun"], origin: Origin(file: "words.tsv", line: line + 1))
    }
    let file = try FileDescriptor.open(path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
    _ = try file.closeAfter { try file.writeAll(builder.compiled()) }
    let table = try MappedTable(path: path.string)
    let asked = stride(from: 0, to: words.count, by: 37).map { words[$0] }
    let dictionary = Dictionary(words.map { ($0, "translation of \($0)") }, uniquingKeysWith: { a, _ in a })
    return [
      Benchmark("lexicon/open", .thousand, amount: 1) { keep(try? MappedTable(path: path.string)) },
      Benchmark(
        "lexicon/look up",
        .thousand,
        amount: asked.count,
        run: { for word in asked { keep(table.rows(word).first) } },
        peer: ("Dictionary in memory", { for word in asked { keep(dictionary[word]) } })
      ),
    ]
  }
}
