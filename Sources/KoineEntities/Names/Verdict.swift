/// What two names have for and against being one, and the strongest reason.
struct Verdict: Sendable {
  /// The kinds of evidence, from the strongest down.
  enum Ground: Sendable {
    case identical
    case registry
    case otherRegistry
    case sameCore
    case acronym
    case rendered
    case spelling
    case shortForm
    case parent
    case overlap
    case numbers
    case places
    case fields
    case nothingDistinctive
    case nothing
    case personParts
    case personConflict
    case generations
    case fathers
    case romanization
    case characters
    case samePlace
    case otherPlace
    case sound
  }

  var score: Float
  var ground: Ground

  static let nothing = Verdict(score: 0, ground: .nothing)

  func capped(_ limit: Float, _ ground: Ground) -> Verdict {
    score > limit ? Verdict(score: limit, ground: ground) : self
  }
}

/// Whether two names mean the same thing, and why.
public struct NameMatch: Hashable, Sendable {
  /// 0 to 1; 0.5 and above means "the same".
  public var score: Double
  /// Why, in a sentence for people.
  public var reason: String

  /// Describes the outcome of a comparison.
  public init(score: Double, reason: String) {
    self.score = score
    self.reason = reason
  }
}
