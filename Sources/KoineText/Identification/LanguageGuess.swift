/// The language that a text is thought to be in.
public struct LanguageGuess: Hashable, Sendable, Codable {
  /// The language; `und` when there is nothing to go by or the text is in none of the languages asked for.
  public var language: Language
  /// How likely that is, 0 to 1.
  public var confidence: Double

  /// Pairs a language with a confidence.
  public init(language: Language, confidence: Double) {
    self.language = language
    self.confidence = confidence
  }
}

/// A stretch of a text in one language.
public struct LanguageSegment: Hashable, Sendable, Codable {
  /// The stretch, without white space around it.
  public var range: TextRange
  /// Its language.
  public var language: Language
  /// How likely that is, 0 to 1.
  public var confidence: Double

  /// Describes a stretch.
  public init(range: TextRange, language: Language, confidence: Double) {
    self.range = range
    self.language = language
    self.confidence = confidence
  }
}
