import KoineEntities
import KoineSummary
public import KoineText

/// A test that a definition carries: a document and what must come out of it.
public struct DefinitionCase: Sendable {
  /// One thing that must be so.
  struct Expectation: Sendable {
    enum Kind: String, CaseIterable {
      case language, title, text, summary, contains, lacks, names, flags, removed
    }

    let kind: Kind
    let values: [String]
    let location: Diagnostic.Location
  }

  /// What the test shows.
  public let name: String
  /// Where it stands.
  public let location: Diagnostic.Location
  let title: String?
  let text: String
  let language: String?
  let expectations: [Expectation]

  /// Runs the test; returns what came out otherwise than expected.
  public func problems(in pipeline: Pipeline) async -> [Diagnostic] {
    var document = Document(id: name, title: title, body: text)
    document.metadata.statedLanguage = language
    document = await pipeline.run(document)
    if let failure = document.failure {
      return [report("the stage '\(failure.stage)' failed: \(failure.message)", at: location)]
    }
    return document.validate() + expectations.flatMap { check($0, document) }
  }

  private func check(_ expected: Expectation, _ document: Document) -> [Diagnostic] {
    let text = document.body.shown
    func exactly(_ found: String?) -> [Diagnostic] {
      let wanted = expected.values.joined()
      if found ?? "" == wanted { return [] }
      return [report("\(expected.kind.rawValue) is '\(found ?? "")', not '\(wanted)'", at: expected.location)]
    }
    func each(_ message: String, _ isGood: (String) -> Bool) -> [Diagnostic] {
      expected.values.filter { !isGood($0) }.map { report("\(message) '\($0)': '\(text)'", at: expected.location) }
    }
    switch expected.kind {
    case .language: return exactly(document.language?.rawValue)
    case .title: return exactly(document.title.shown)
    case .text: return exactly(text)
    case .summary: return exactly(document.summary?.text)
    case .contains: return each("the text does not contain") { text.contains($0) }
    case .lacks: return each("the text contains") { !text.contains($0) }
    case .removed:
      let removed = FieldName.allCases.flatMap { document[$0].removals.map(\.text) }
      return each("nothing was removed that contains") { wanted in removed.contains { $0.contains(wanted) } }
    case .names:
      let names = Set(FieldName.allCases.flatMap { document[$0].mentions.map(\.name) })
      return each("among the names \(names.sorted()) there is no") { names.contains($0) }
    case .flags:
      let flags = document.flags.map(\.rawValue).sorted()
      return expected.values == flags ? [] : [report("the flags are \(flags)", at: expected.location)]
    }
  }

  private func report(_ message: String, at location: Diagnostic.Location) -> Diagnostic {
    Diagnostic(.error, "pipeline.test-failed", "\(name): \(message)", at: location)
  }
}
