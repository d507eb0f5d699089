/// How much of an input is read; what goes beyond is left out and told.
public struct DocumentLimits: Hashable, Sendable {
  /// The size of one input in bytes; larger ones are refused.
  public var bytes: Int
  /// How deep elements may nest.
  public var depth: Int
  /// How many attributes one tag may have.
  public var attributes: Int
  /// The size of one tag in bytes.
  public var tagBytes: Int
  /// How many tags and texts one input may have.
  public var nodes: Int
  /// How many items one input may have.
  public var items: Int

  /// Sets limits; the standard ones are far above what honest feeds and pages need.
  public init(
    bytes: Int = 64 << 20,
    depth: Int = 500,
    attributes: Int = 256,
    tagBytes: Int = 1 << 19,
    nodes: Int = 8_000_000,
    items: Int = 200_000
  ) {
    self.bytes = bytes
    self.depth = depth
    self.attributes = attributes
    self.tagBytes = tagBytes
    self.nodes = nodes
    self.items = items
  }
}
