public import KoineText

/// A date, number or amount found in a text.
public struct Value: Hashable, Sendable {
  /// What kind of value it is.
  public enum Kind: String, Sendable, Codable {
    case date, duration, number, ordinal, money, percent, quantity
  }

  /// The UTF-8 offsets of the whole phrase.
  public var range: TextRange
  /// What kind of value it is.
  public var kind: Kind
  /// The value: a decimal number with a point, or a date or duration in ISO 8601 or EDTF.
  public var value: String
  /// The ISO 4217 currency or the UCUM unit, where the kind has one.
  public var unit: String?
  /// The phrase in English, such as `first half of 2025` or `2.5 billion euros`.
  public var english: String

  /// Describes a value.
  public init(range: TextRange, kind: Kind, value: String, unit: String? = nil, english: String) {
    self.range = range
    self.kind = kind
    self.value = value
    self.unit = unit
    self.english = english
  }
}
