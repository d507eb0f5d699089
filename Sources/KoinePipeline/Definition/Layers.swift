/// The parts of a document that a stage may need or supply.
public struct Layers: OptionSet, Hashable, Sendable, CustomStringConvertible {
  /// One bit a layer.
  public let rawValue: UInt16

  /// Makes a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The text of the fields; every document has it from the start.
  public static let text = Layers(rawValue: 1 << 0)
  /// The language of the document and of its parts.
  public static let language = Layers(rawValue: 1 << 1)
  /// Where sentences start and end.
  public static let sentences = Layers(rawValue: 1 << 2)
  /// Dates, numbers and amounts.
  public static let values = Layers(rawValue: 1 << 3)
  /// Names of organizations, people, places, products and events.
  public static let names = Layers(rawValue: 1 << 4)
  /// The text in English, with its way back.
  public static let english = Layers(rawValue: 1 << 5)
  /// Names and values placed in the English text.
  public static let projection = Layers(rawValue: 1 << 6)
  /// The sentences that say what the document is about.
  public static let summary = Layers(rawValue: 1 << 7)

  /// What tells the story from others.
  public static let story = Layers(rawValue: 1 << 8)

  /// Layers whose ranges would be wrong after the text has been rewritten.
  static let bound: Layers = [.language, .sentences, .values, .names, .english, .projection, .summary, .story]

  private static let named: [(Layers, String)] = [
    (.text, "text"), (.language, "language"), (.sentences, "sentences"), (.values, "values"), (.names, "names"),
    (.english, "english"), (.projection, "projection"), (.summary, "summary"), (.story, "story"),
  ]

  /// The names of the layers, separated by commas.
  public var description: String { names.joined(separator: ", ") }

  /// The names of the layers in a fixed order.
  public var names: [String] { Self.named.filter { contains($0.0) }.map(\.1) }
}
