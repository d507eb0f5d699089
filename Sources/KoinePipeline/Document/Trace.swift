public import KoineDocuments
public import KoineText

/// What the stages did to one document, in order, for `koine explain`.
public struct Trace: Hashable, Sendable {
  /// One thing that a stage did.
  public struct Event: Hashable, Sendable {
    /// The stage.
    public var stage: String
    /// The field.
    public var field: FieldName
    /// What was done, in one word such as `replaced`.
    public var action: String
    /// The UTF-8 offsets in the field as it was read.
    public var range: TextRange
    /// The text before.
    public var before: String
    /// The text after.
    public var after: String
    /// The lexicon line or rule behind it.
    public var origin: String?
  }

  /// The events in order.
  public var events: [Event] = []
  /// How the fields came about when the input was read, winners before losers.
  public var origins: [FieldOrigin] = []
  /// What the page has beside the article.
  public var leftOut: [LeftOutBlock] = []

  /// A trace without events.
  public init() {}
}

extension Document {
  /// Records what a stage did, if someone asked for an explanation.
  public mutating func note(
    _ stage: String,
    _ field: FieldName,
    _ action: String,
    at range: TextRange,
    before: String,
    after: String,
    origin: String? = nil
  ) {
    guard trace != nil else { return }
    trace?.events.append(
      Trace.Event(
        stage: stage,
        field: field,
        action: action,
        range: range,
        before: before,
        after: after,
        origin: origin
      )
    )
  }
}
