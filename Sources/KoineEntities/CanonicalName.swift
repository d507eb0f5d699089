/// One organization, person, place, product or event of a canonical list, with every name that it goes by.
public struct CanonicalName: Hashable, Sendable {
  /// A name as it was written, and how often.
  public struct Variant: Hashable, Sendable {
    /// The name as the source has it.
    public var name: String
    /// How often it was observed.
    public var count: Int

    /// Describes a way to write a name.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
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
}
