import KoineEntities
import KoineText

/// Gives names the identifiers and canonical forms of a list that was made before.
struct NamesStage: Stage {
  struct Options: Decodable, Sendable {
    var list: String?
    var decisions: String?
  }

  static let spec = StageSpec(
    "names",
    "Gives names the identifiers and canonical names of a list made before by koine names, and what people decided.",
    requires: .names,
    provides: .names,
    options: [
      .init("list", .path, standard: "none", "The path of a list that koine names --format jsonl wrote."),
      .init("decisions", .path, standard: "none", "The path of a file of decisions, which win over the list."),
    ]
  )

  private let names: ListedNames

  init(options: Options, resources: Resources) throws {
    func bytes(_ path: String, _ option: String) throws -> [UInt8] {
      do { return try FileTree.bytes(path) } catch {
        throw Diagnostics([
          Diagnostic(.error, "names.file", "cannot read '\(path)': \(error)", hint: "it is the option '\(option)'")
        ])
      }
    }
    let list = try options.list.map { try NameListReader.names(try bytes($0, "list"), file: $0) } ?? []
    let decisions = try options.decisions.map { try DecisionFile(try bytes($0, "decisions"), file: $0).decisions } ?? []
    names = ListedNames(list, decisions: decisions)
  }

  func process(_ document: inout Document) {
    for name in [FieldName.title, .body] where !document[name].mentions.isEmpty {
      document[name].mentions = document[name].mentions.map { names.settled($0) }
    }
  }
}
