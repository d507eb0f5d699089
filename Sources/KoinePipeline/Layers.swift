/// The parts of a document that a stage may need or supply.
public struct Layers: OptionSet, Hashable, Sendable {
  /// One bit a layer.
  public let rawValue: UInt16

  /// Makes a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}
