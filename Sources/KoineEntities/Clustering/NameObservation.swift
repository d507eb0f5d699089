/// A name as it was seen: in a document, or in a list that somebody keeps.
public struct NameObservation: Hashable, Sendable {
  /// The name as the source has it.
  public var name: String
  /// What it names, if that is known.
  public var type: EntityType?
  /// How often it was seen there.
  public var count: Int
  /// The document that it was seen in.
  public var document: String?
  /// The identifier in a registry, if a reader of the document found one.
  public var id: String?
  /// The fuller name that it stands for in its document: `Rossi` for `Mario Rossi`.
  public var fullName: String?
  /// How the text says that it names the same as `fullName`, if it says so.
  public var relation: Mention.Relation?
  /// Where in the document it stands, if that is known.
  public var place: NamePlace?
  /// The codes of its shares that the text gives beside it.
  public var tickers: [String] = []
  /// How sure its type is, 0 to 1; a guess gives way to what other documents know.
  public var confidence: Double
  // The entry of an earlier list that it comes from, or -1.
  var earlier: Int32 = -1

  /// Describes a name that was seen.
  public init(
    name: String,
    type: EntityType? = nil,
    count: Int = 1,
    document: String? = nil,
    id: String? = nil,
    fullName: String? = nil,
    relation: Mention.Relation? = nil,
    place: NamePlace? = nil,
    tickers: [String] = [],
    confidence: Double = 1
  ) {
    self.name = name
    self.type = type
    self.count = count
    self.document = document
    self.id = id
    self.fullName = fullName
    self.relation = relation
    self.place = place
    self.tickers = tickers
    self.confidence = confidence
  }
}
