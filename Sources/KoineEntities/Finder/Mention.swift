public import KoineLexicon
public import KoineText

/// What kind of thing a name names; the raw values are schema.org types.
public enum EntityType: String, Sendable, Codable, CaseIterable {
  case organization = "Organization"
  case person = "Person"
  case place = "Place"
  case product = "Product"
  case event = "Event"
}

/// A name found in a text.
public struct Mention: Hashable, Sendable {
  /// How a text says that two names mean one thing.
  public enum Relation: String, Sendable, Codable {
    /// `Semiconductor Manufacturing International Corporation (SMIC)`, `detta anche`.
    case alias
    /// `formerly`, `già`, `ex`.
    case former
  }

  /// The UTF-8 offsets in the text.
  public var range: TextRange
  /// The name as the text has it.
  public var text: String
  /// What it names.
  public var type: EntityType
  /// The identifier in the registry, such as `org:infineon`; `nil` for a name that no registry knows.
  public var id: String?
  /// The canonical name: the registry's, or the fullest form found in the text.
  public var name: String
  /// How sure it is, 0 to 1.
  public var confidence: Double
  /// Why it was taken for a name, in a few words for people.
  public var why: String
  /// The registry line behind it, if there is one.
  public var origin: Origin?
  /// Whether the text itself gives this as another name of `name`, and how.
  public var relation: Relation?
  /// The codes of its shares that the text gives beside it, such as `NYSE:STM`.
  public var tickers: [String] = []
  /// The country that the registry gives, ISO 3166-1 alpha-2.
  public var country: String?
  /// The same thing elsewhere, as addresses, from a user's registry.
  public var sameAs: [String] = []

  /// Describes a name found in a text.
  public init(
    range: TextRange,
    text: String,
    type: EntityType,
    id: String?,
    name: String,
    confidence: Double,
    why: String,
    origin: Origin?
  ) {
    self.range = range
    self.text = text
    self.type = type
    self.id = id
    self.name = name
    self.confidence = confidence
    self.why = why
    self.origin = origin
  }
}
