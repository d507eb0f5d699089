/// A text after cleaning, with the way back and what was done.
public struct CleanedText: Hashable, Sendable {
  /// One stretch that was changed.
  public struct Change: Hashable, Sendable, Codable {
    /// Why a stretch was changed.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      /// A character reference of HTML was left over.
      case entity
      /// A surrogate pair was written out as escapes.
      case escape
      /// UTF-8 had been read in another encoding.
      case mojibake
      /// A control character, or something invisible.
      case invisible
      /// A word was divided at the end of a line.
      case hyphenation
      /// The text was not in NFC.
      case normalization
      /// The house form writes it otherwise.
      case house
    }

    /// Why.
    public var kind: Kind
    /// The stretch in the text as it was.
    public var range: TextRange
    /// What stands there now.
    public var replacement: String

    /// Describes a change.
    public init(kind: Kind, range: TextRange, replacement: String) {
      self.kind = kind
      self.range = range
      self.replacement = replacement
    }
  }

  /// The text as it became.
  public var text: RewrittenText
  /// What was done, one kind after the other, each in the order of the text.
  public var changes: [Change]

  /// What looks damaged and was left, because no one can tell what it was; ranges are of the text as it was.
  public var findings: [Diagnostic]

  /// Describes a cleaned text.
  public init(text: RewrittenText, changes: [Change], findings: [Diagnostic] = []) {
    self.text = text
    self.changes = changes
    self.findings = findings
  }

  /// Whether UTF-8 that had been read in another encoding was turned back.
  public var isRepaired: Bool { changes.contains { $0.kind == .mojibake } }
}
