public import KoineText

/// A pipeline as a YAML file defines it: a list of stages with their options, and the tests that show what it does.
public struct Definition: Sendable {
  /// One stage with its options, checked and ready to be built.
  struct Step: Sendable {
    let spec: StageSpec
    let location: Diagnostic.Location
    let make: StageRegistry.Maker
  }

  /// The name of the pipeline.
  public let name: String
  /// What it does, one sentence.
  public let summary: String
  /// The file as the user named it.
  public let file: String
  /// The hash of the file.
  public let sha256: String
  /// The tests that the definition carries.
  public let cases: [DefinitionCase]
  let steps: [Step]

  /// Reads a definition.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of the YAML file.
  ///   - file: its name, for diagnostics.
  ///   - registry: the stages that may be named.
  /// - Throws: every problem of the file at once.
  public init(_ bytes: [UInt8], file: String, registry: StageRegistry) throws(Diagnostics) {
    var reader = DefinitionReader(file: file, registry: registry)
    reader.read(try YAMLSource(bytes, file: file).root)
    if !reader.problems.isEmpty { throw Diagnostics(reader.problems) }
    self.file = file
    name = reader.name
    summary = reader.summary
    cases = reader.cases
    steps = reader.steps
    sha256 = SHA256.hexadecimal(bytes)
  }

  /// The names of the stages in their order.
  public var stages: [String] { steps.map(\.spec.name) }

  /// Builds the stages.
  ///
  /// - Throws: every problem of every lexicon and file that the stages need.
  public func pipeline(_ resources: Resources) throws(Diagnostics) -> Pipeline {
    var stages: [Pipeline.Step] = []
    var problems: [Diagnostic] = []
    for step in steps {
      do {
        stages.append(Pipeline.Step(name: step.spec.name, stage: try step.make(resources)))
      } catch let error as Diagnostics {
        problems += error.all
      } catch let error as Diagnostic {
        problems.append(error)
      } catch {
        let message = "the stage '\(step.spec.name)' cannot be built: \(error)"
        problems.append(Diagnostic(.error, "pipeline.cannot-build", message, at: step.location))
      }
    }
    if !problems.isEmpty {
      var seen: Set<Diagnostic> = []
      throw Diagnostics(problems.filter { seen.insert($0).inserted })
    }
    return Pipeline(steps: stages)
  }
}
