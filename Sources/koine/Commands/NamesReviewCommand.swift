import ArgumentParser
import FoundationEssentials
import KoineEntities
import KoinePipeline
import KoineText

struct NamesReviewCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Asks about names that the evidence leaves open, and writes the answers to a file of decisions.",
    discussion: """
      Answers are read line by line from standard input: y same, n different, u unsure, d drop the first name from the \
      entry of the second, s skip, b back, q quit. Every answer is in the file before the next question. What is decided \
      is never asked again.
      """
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var sources: NameSources

  @Option(help: ArgumentHelp("The file of decisions; it is made if there is none.", valueName: "file"))
  var decisions: String

  @Option(help: "Ask, or list the open questions as one JSON object a line.")
  var format = Format.text

  @Option(help: ArgumentHelp("Who decides; the name of the account if it is left out.", valueName: "name"))
  var who: String?

  @Option(help: ArgumentHelp("How many questions at most.", valueName: "n"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is a number from 1") }
    if format == .text, sources.inputs.contains("-") {
      throw ValidationError("standard input is where the answers come from; give the names as a file")
    }
  }

  func run() async throws {
    Interrupt.watch()
    let clusterer = try sources.clusterer(global)
    let file = try NameSources.decisions(decisions, mayBeMissing: true)
    let earlier = try sources.earlier()
    let (names, samples) = try await sources.read(global, samples: true)
    try Interrupt.check()
    let all = clusterer.questions(of: names, decisions: file.decisions, joining: earlier)
    let questions = limit.map { Array(all.prefix($0)) } ?? all
    let output = try Output(nil)
    if format == .jsonl {
      for question in questions { try output.write(line: question.json(samples).line) }
      return try output.finish()
    }
    let account = Environment.variable("USER") ?? Environment.variable("LOGNAME") ?? ""
    var dialogue = ReviewDialogue(
      questions: questions,
      samples: samples,
      file: file,
      path: decisions,
      who: who ?? account,
      when: String(Date.now.ISO8601Format().prefix(10))
    )
    try dialogue.run(output)
    try output.finish()
  }
}

extension ReviewQuestion {
  fileprivate func json(_ samples: NameSamples) -> JSONValue {
    func side(_ side: Side) -> JSONValue {
      [
        "name": .string(side.name), "type": .optional(side.type?.rawValue), "count": .integer(side.count),
        "documents": .strings(side.documents), "samples": .strings(samples.of(side.written)),
        "entry": ["id": .string(side.entryID), "name": .string(side.entryName)],
      ]
    }
    return [
      "left": side(left), "right": side(right), "joined": .bool(isJoined), "score": .share(score),
      "impact": .number(impact), "why": .strings(why),
    ]
  }
}
