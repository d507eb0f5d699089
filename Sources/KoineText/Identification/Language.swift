/// A language as a BCP 47 primary subtag, such as `it`.
public struct Language: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
  /// The subtag in lower case.
  public let rawValue: String

  /// Takes a subtag as it is.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes a subtag as it is.
  public init(stringLiteral value: String) { rawValue = value }

  /// Takes the primary subtag of a tag such as `it-IT` or `en_US`.
  public init(tag: String) {
    rawValue = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? "und"
  }

  /// English.
  public static let english: Language = "en"
  /// Italian.
  public static let italian: Language = "it"
  /// Undetermined: numbers, codes, names alone, or nothing to go by.
  public static let undetermined: Language = "und"
}

extension Language: Codable {
  /// Reads a subtag from a string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the subtag as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
