/// A list of stages, ready to run.
public struct Pipeline: Sendable {
  struct Step: Sendable {
    let name: String
    let stage: any Stage
  }

  let steps: [Step]

  /// The names of the stages in their order.
  public var stages: [String] { steps.map(\.name) }

  /// Sends one document through every stage; a stage that fails ends the work and leaves its reason in `failure`.
  public func run(_ document: Document) async -> Document {
    var document = document
    if document.failure != nil { return document }
    for step in steps {
      do {
        try await step.stage.process(&document)
        document.steps.append(step.name)
      } catch {
        document.failure = Document.Failure(code: "stage-failed", message: "\(error)", stage: step.name)
        break
      }
    }
    return document
  }
}
