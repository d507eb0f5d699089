import KoineEntities
import KoinePipeline
import KoineText

/// Asks one question after the other and keeps the answers in a file.
struct ReviewDialogue {
  private let questions: [ReviewQuestion]
  private let samples: NameSamples
  private let path: String
  private let who: String
  private let when: String
  private var file: DecisionFile
  // What the file was before each answer, to go back to.
  private var history: [(question: Int, file: DecisionFile)] = []

  init(
    questions: [ReviewQuestion],
    samples: NameSamples,
    file: DecisionFile,
    path: String,
    who: String,
    when: String
  ) {
    self.questions = questions
    self.samples = samples
    self.file = file
    self.path = path
    self.who = who
    self.when = when
  }

  /// Asks until there is no question or no answer left.
  mutating func run(_ output: Output) throws {
    var lines = AnswerLines()
    var index = 0
    var given = 0
    asking: while index < questions.count {
      let question = questions[index]
      if DecidedPairs(file.decisions).settles(question) {
        index += 1
        continue
      }
      try output.write(line: text(question, number: index + 1))
      try output.write("same? [y/n/u/d/s/b/q] ".utf8)
      try output.flush()
      guard let answer = try lines.next() else { break }
      try output.write(line: "")
      switch answer.lowercased() {
      case "y", "yes": if try decide(.same, question, index, output) { given += 1 }
      case "n", "no": if try decide(.different, question, index, output) { given += 1 }
      case "u": if try decide(.unsure, question, index, output) { given += 1 }
      case "d": if try decide(.drop, question, index, output) { given += 1 }
      case "s", "": history.append((index, file))
      case "b":
        guard let last = history.popLast() else {
          try output.write(line: "this is the first question")
          continue asking
        }
        if last.file.text != file.text {
          file = last.file
          given -= 1
          try save()
        }
        index = last.question
        continue asking
      case "q": break asking
      default:
        try output.write(
          line:
            "'\(TerminalText.plain(answer))' is no answer: y same, n different, u unsure, d drop, s skip, b back, q quit"
        )
        continue asking
      }
      index += 1
    }
    try output.write(line: "")
    let left = "\(given) decided, \(questions.count - index) questions left"
    try output.write(line: history.isEmpty ? left : left + "; the decisions are in '\(path)'")
  }

  /// Adds a decision; says what speaks against it if it contradicts the others.
  private mutating func decide(
    _ verdict: Decision.Verdict,
    _ question: ReviewQuestion,
    _ index: Int,
    _ output: Output
  ) throws -> Bool {
    let before = file
    let decision = Decision(
      left: question.left.name,
      right: question.right.name,
      verdict: verdict,
      who: who,
      when: when
    )
    do throws(Diagnostics) { try file.add(decision) } catch {
      for problem in error.all { try output.write(line: "not kept: \(problem.message)") }
      history.append((index, before))
      return false
    }
    history.append((index, before))
    try save()
    return true
  }

  // The file is whole at any time: it is written beside its place, and takes it when it is on the disk.
  private func save() throws {
    let output = try Output(path)
    try output.write(file.text.utf8)
    try output.finish()
  }

  private func text(_ question: ReviewQuestion, number: Int) -> String {
    var lines = ["", "\(number)/\(questions.count)  " + (question.isJoined ? "together now" : "apart now")]
    for side in [question.left, question.right] {
      var line = "  \(TerminalText.plain(side.name))  (\(side.type?.rawValue ?? "unknown type"), \(side.count)×"
      if !side.documents.isEmpty { line += " in \(side.documents.count) documents" }
      line += ")"
      let others = side.entryNames.filter { $0 != side.written }.prefix(6)
      if !others.isEmpty, !question.isJoined {
        line += ", with " + others.map { TerminalText.plain($0) }.joined(separator: ", ")
      }
      lines.append(line)
      for sample in samples.of(side.written) { lines.append("      \(TerminalText.plain(sample))") }
    }
    for sentence in question.why { lines.append("  - \(TerminalText.plain(sentence))") }
    return lines.joined(separator: "\n")
  }
}
