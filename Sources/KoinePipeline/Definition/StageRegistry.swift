import KoineText
import Yams

/// The stages that definitions may name.
public struct StageRegistry: Sendable {
  /// Makes a stage once its options are known to be right.
  typealias Maker = @Sendable (Resources) throws -> any Stage

  struct Entry: Sendable {
    let spec: StageSpec
    /// Reads the options; what they do not fit is thrown as a `DecodingError`.
    let prepare: @Sendable (Node) throws -> Maker
  }

  private var entries: [String: Entry] = [:]

  /// A registry without stages.
  public init() {}

  /// Makes a stage known by the name in its `spec`.
  public mutating func register<S: Stage>(_ type: S.Type) {
    entries[S.spec.name] = Entry(spec: S.spec) { node in
      let options = try YAMLDecoder().decode(S.Options.self, from: node)
      return { resources in try S(options: options, resources: resources) }
    }
  }

  /// The stages in the order of their names.
  public var specs: [StageSpec] { entries.values.map(\.spec).sorted { $0.name < $1.name } }

  /// The stage of a name, if there is one.
  public func spec(_ name: String) -> StageSpec? { entries[name]?.spec }

  subscript(name: String) -> Entry? { entries[name] }
}
