import Logging
import Metrics

/// A list of stages, ready to run.
///
/// Tells the documents done (`koine.documents`), those that failed (`koine.failures`) and the time in each stage
/// (`koine.stage`) to the metrics system that the process has chosen, if it has.
public struct Pipeline: Sendable {
  struct Step: Sendable {
    let name: String
    let stage: any Stage
    let timer: Timer

    init(name: String, stage: any Stage) {
      self.name = name
      self.stage = stage
      timer = Timer(label: "koine.stage", dimensions: [("stage", name)])
    }
  }

  private let documents = Counter(label: "koine.documents")
  private let failures = Counter(label: "koine.failures")
  private let logger = Logger(label: "koine.pipeline")

  let steps: [Step]

  init(steps: [Step]) { self.steps = steps }

  /// The names of the stages in their order.
  public var stages: [String] { steps.map(\.name) }

  /// Whether a stage asks for the lines that a source puts around its articles.
  public var countsLines: Bool { stages.contains(BoilerplateStage.spec.name) }

  /// Sends one document through every stage; a stage that fails ends the work and leaves its reason in `failure`.
  public func run(_ document: Document) async -> Document {
    var document = document
    for step in steps {
      if document.failure != nil { break }
      await run(step, &document)
    }
    documents.increment()
    return document
  }

  /// Sends one document through one stage, counted from 0, to look at what it does.
  package func run(_ document: Document, stage index: Int) async throws -> Document {
    var document = document
    await run(steps[index], &document)
    return document
  }

  private func run(_ step: Step, _ document: inout Document) async {
    let start = ContinuousClock.now
    defer { step.timer.record(duration: ContinuousClock.now - start) }
    do {
      try await step.stage.process(&document)
      document.steps.append(step.name)
    } catch {
      document.failure = Document.Failure(code: "stage-failed", message: "\(error)", stage: step.name)
      failures.increment()
      logger.debug("document failed", metadata: ["id": "\(document.id)", "stage": "\(step.name)", "error": "\(error)"])
    }
  }
}
