import KoineText

/// Which language a sentence is in.
enum IdentifyingSuite: Suite {
  static let name = "identify"

  static func benchmarks() throws -> [Benchmark] {
    let identifier = try Resources.identifier()
    let sentences = Texts.sentences(4400)
    let european: [Language] = [
      "it", "en", "fr", "de", "es", "pt", "nl", "sv", "pl", "cs", "ro", "hu", "fi", "tr", "vi",
    ]
    return [
      Benchmark("identify/sentences", .thousandSentences, amount: sentences.count, bar: .figure(200)) {
        for sentence in sentences { keep(identifier.identify(sentence)) }
      },
      Benchmark("identify/sentences among 15", .thousandSentences, amount: sentences.count) {
        for sentence in sentences { keep(identifier.identify(sentence, among: european)) }
      },
      Benchmark("identify/bytes", amount: sentences.reduce(0) { $0 + $1.utf8.count }) {
        for sentence in sentences { keep(identifier.identify(sentence)) }
      },
    ]
  }
}
