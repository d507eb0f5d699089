import KoinePipeline
import KoineText

/// Small stages that show what definitions and the runner do, without any lexicon.
enum SampleStages {
  static var registry: StageRegistry {
    var registry = StageRegistry()
    registry.register(Trim.self)
    registry.register(Guess.self)
    registry.register(Split.self)
    registry.register(Pick.self)
    registry.register(Fail.self)
    return registry
  }

  struct Trim: Stage {
    typealias Options = NoOptions
    static let spec = StageSpec("trim", "Drops points.", provides: .text, rewritesText: true)
    init(options: Options, resources: Resources) {}
    func process(_ document: inout Document) {
      var rewriter = TextRewriter(document.body.text)
      for (offset, byte) in document.body.text.utf8.enumerated() where byte == UInt8(ascii: "#") {
        rewriter.replace(TextRange(offset..<(offset + 1)), with: "")
      }
      document.body.rewrite(rewriter.finish())
    }
  }

  struct Guess: Stage {
    typealias Options = NoOptions
    static let spec = StageSpec("guess", "Takes everything for English.", provides: .language)
    init(options: Options, resources: Resources) {}
    func process(_ document: inout Document) { document.language = .english }
  }

  struct Split: Stage {
    typealias Options = NoOptions
    static let spec = StageSpec("split", "Takes a text for one sentence.", requires: .language, provides: .sentences)
    init(options: Options, resources: Resources) {}
    func process(_ document: inout Document) { document.body.sentences = [document.body.text.textRange] }
  }

  struct Pick: Stage {
    struct Options: Decodable, Sendable {
      var words: Int?
      var order: String?
    }
    static let spec = StageSpec(
      "pick",
      "Picks sentences.",
      requires: .sentences,
      provides: .summary,
      options: [
        .init("words", .integer(1...100), standard: "60", "How many words."),
        .init("order", .choice(["place", "score"]), standard: "place", "In which order."),
      ]
    )
    init(options: Options, resources: Resources) {}
    func process(_ document: inout Document) {}
  }

  struct Fail: Stage {
    typealias Options = NoOptions
    struct Refusal: Error, CustomStringConvertible { let description = "no" }
    static let spec = StageSpec("fail", "Fails on a text that says so.", provides: [])
    init(options: Options, resources: Resources) {}
    func process(_ document: inout Document) throws { if document.body.text.contains("fail") { throw Refusal() } }
  }
}
