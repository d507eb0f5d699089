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
    for step in steps {
      if document.failure != nil { break }
      await run(step, &document)
    }
    return document
  }

  /// Sends one document through one stage, counted from 0, to look at what it does.
  package func run(_ document: Document, stage index: Int) async throws -> Document {
    var document = document
    await run(steps[index], &document)
    return document
  }

  private func run(_ step: Step, _ document: inout Document) async {
    do {
      try await step.stage.process(&document)
      document.steps.append(step.name)
    } catch {
      document.failure = Document.Failure(code: "stage-failed", message: "\(error)", stage: step.name)
    }
  }
}
