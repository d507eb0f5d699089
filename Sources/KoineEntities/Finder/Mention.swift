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
