/// One organization, person, place, product or event of a canonical list, with every name that it goes by.
public struct CanonicalName: Hashable, Sendable {
  /// A name as it was written, and how often.
  public struct Variant: Hashable, Sendable {
    /// The name as the source has it.
    public var name: String
    /// How often it was observed.
    public var count: Int
    /// Why it is in this entry, in a sentence for people; empty for a name that stands alone.
    public var why: String
    /// Where it was observed, in the order of documents and texts; empty for names of lists.
    public var places: [NamePlace]
    /// Whether a person's decision put it here or keeps it apart from others.
    public var isDecided: Bool
    /// Whether a text says that it is a name of the past.
    public var isFormer: Bool

    /// Describes a way to write a name.
    public init(
      name: String,
      count: Int,
      why: String = "",
      places: [NamePlace] = [],
      isDecided: Bool = false,
      isFormer: Bool = false
    ) {
      self.name = name
      self.count = count
      self.why = why
      self.places = places
      self.isDecided = isDecided
      self.isFormer = isFormer
    }
  }

  /// The identifier: the registry's, or one made from the name and type, the same from run to run.
  public var id: String
  /// The name to show: the registry's, or the most frequent trade name without legal form.
  public var name: String
  /// What it names; `nil` when no observation tells.
  public var type: EntityType?
  /// The names observed, most frequent first.
  public var names: [Variant]
  /// The documents that it was observed in, sorted.
  public var documents: [String]
  /// How sure it is that all names mean the same, 0 to 1.
  public var confidence: Double
  /// Why the names were put together, in a sentence for people.
  public var why: String
  /// The country that the registry or the name itself gives, ISO 3166-1 alpha-2.
  public var country: String?
  /// The legal forms that its names carry, as they are written, sorted.
  public var legalForms: [String] = []
  /// The codes of its shares, such as `NYSE:STM`, sorted.
  public var tickers: [String] = []
  /// The same thing elsewhere, as addresses; only what users' registries say.
  public var sameAs: [String] = []

  /// Describes one entry of a canonical list.
  public init(
    id: String,
    name: String,
    type: EntityType?,
    names: [Variant],
    documents: [String],
    confidence: Double,
    why: String
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.names = names
    self.documents = documents
    self.confidence = confidence
    self.why = why
  }

  /// Whether a decision shaped the entry.
  public var isDecided: Bool { names.contains(where: \.isDecided) }

  /// How often any of its names was observed.
  public var count: Int { names.reduce(0) { $0.adding($1.count) } }
}
