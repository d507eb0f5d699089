/// What a stage is called, what it needs and what it accepts; read by the checker, the help and the documentation.
public struct StageSpec: Sendable {
  /// One option of a stage.
  public struct Option: Sendable {
    /// What the value of an option may be.
    public enum Kind: Sendable {
      /// A whole number.
      case integer(ClosedRange<Int>)
      /// `true` or `false`.
      case flag
      /// One of several words.
      case choice([String])
      /// Several words.
      case words
      /// The path of a file.
      case path
    }

    /// The key in the definition.
    public var name: String
    /// What the value may be.
    public var kind: Kind
    /// The value taken when the definition gives none, as people would write it.
    public var standard: String
    /// What the option does, one sentence.
    public var summary: String

    /// Describes an option.
    public init(_ name: String, _ kind: Kind, standard: String, _ summary: String) {
      self.name = name
      self.kind = kind
      self.standard = standard
      self.summary = summary
    }
  }

  /// The name in definitions.
  public var name: String
  /// What the stage does, one sentence.
  public var summary: String
  /// What must be there before it.
  public var requires: Layers
  /// What is there after it.
  public var provides: Layers
  /// Whether it rewrites the text, so that nothing may have been found in it before.
  public var rewritesText: Bool
  /// The options.
  public var options: [Option]

  /// Describes a stage.
  public init(
    _ name: String,
    _ summary: String,
    requires: Layers = .text,
    provides: Layers,
    rewritesText: Bool = false,
    options: [Option] = []
  ) {
    self.name = name
    self.summary = summary
    self.requires = requires
    self.provides = provides
    self.rewritesText = rewritesText
    self.options = options
  }
}

extension StageSpec.Option.Kind: CustomStringConvertible {
  /// What the value may be, for messages and documentation.
  public var description: String {
    switch self {
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .words: "a list of words"
    case .path: "the path of a file"
    }
  }
}
