public import KoineLexicon

/// One step of a pipeline.
///
/// A stage is built once and then shared by every worker, so it holds no state that changes.
public protocol Stage: Sendable {
  /// What the definition may say to the stage.
  associatedtype Options: Decodable & Sendable

  /// What the stage is called, needs and gives.
  static var spec: StageSpec { get }

  /// Opens what the stage needs; what is missing is told here and not in the middle of a run.
  init(options: Options, resources: Resources) throws

  /// Adds what this stage knows to `document`.
  ///
  /// What is odd in the data goes to `document.diagnostics`; an error means that nothing useful can follow.
  func process(_ document: inout Document) async throws
}

/// For stages that take no options.
public struct NoOptions: Decodable, Sendable {
  /// Takes nothing.
  public init() {}
}

/// What stages may ask for while they are built.
public struct Resources: Sendable {
  /// The lexicons.
  public let store: LexiconStore
  /// The user's files of terms; they win over everything shipped.
  public let terms: [String]
  /// The user's files of names; they win over everything shipped.
  public let registries: [String]

  /// Names what stages may open.
  public init(store: LexiconStore, terms: [String] = [], registries: [String] = []) {
    self.store = store
    self.terms = terms
    self.registries = registries
  }
}
