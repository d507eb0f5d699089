/// What a person decided about two names; it wins over all evidence.
public struct Decision: Hashable, Sendable {
  /// What was decided.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Both mean one thing, whatever their types and scripts; what belongs to either belongs to it.
    case same
    /// They mean two things; what belongs to both is given to the one that it has more evidence for.
    case different
    /// The left name alone is taken out of what the right one means.
    case drop
    /// Nobody knows; the evidence decides and nobody is asked again.
    case unsure
  }

  /// A name as it is written, `Person:` or another type before it where that matters, or an identifier of the list.
  public var left: String
  /// The other name or identifier.
  public var right: String
  /// What was decided.
  public var verdict: Verdict
  /// Who decided it.
  public var who: String
  /// When, as an ISO 8601 date, with a time if need be.
  public var when: String
  /// Why, in the words of the one who decided.
  public var why: String

  /// Describes a decision.
  public init(
    left: String,
    right: String,
    verdict: Verdict,
    who: String = "",
    when: String = "",
    why: String = ""
  ) {
    self.left = left
    self.right = right
    self.verdict = verdict
    self.who = who
    self.when = when
    self.why = why
  }

  /// A sentence that tells whose decision it was.
  var sentence: String {
    var text = "decided"
    if !who.isEmpty { text += " by \(who)" }
    if !when.isEmpty { text += " on \(when)" }
    return why.isEmpty ? text : text + ": " + why
  }
}
