public import KoineText

/// The sentences that say what a text is about.
public struct Summary: Hashable, Sendable {
  /// One sentence chosen.
  public struct Sentence: Hashable, Sendable {
    /// The UTF-8 offsets in the text that was summarized.
    public var range: TextRange
    /// How much it says, greater is more.
    public var score: Double

    /// Describes a chosen sentence.
    public init(range: TextRange, score: Double) {
      self.range = range
      self.score = score
    }
  }

  /// The sentences joined by spaces; empty when none fits the budget.
  public var text: String
  /// The sentences in the order of the text.
  public var sentences: [Sentence]

  /// Describes a summary.
  public init(text: String, sentences: [Sentence]) {
    self.text = text
    self.sentences = sentences
  }
}
