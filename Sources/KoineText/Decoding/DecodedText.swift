/// A text made from bytes, and how.
public struct DecodedText: Hashable, Sendable {
  /// What an encoding was chosen by.
  public enum Reason: String, Hashable, Sendable, Codable {
    /// A byte order mark.
    case byteOrderMark = "byte-order-mark"
    /// The label that the caller gave, such as that of an HTTP header.
    case label
    /// The XML declaration or an HTML `meta` element.
    case declaration
    /// The bytes are valid UTF-8.
    case validUTF8 = "valid-utf-8"
    /// Zero and control bytes stand where UTF-16 or UTF-32 has them.
    case zeroBytes = "zero-bytes"
    /// Escape sequences switch to Japanese characters, as in ISO-2022-JP.
    case escapeSequences = "escape-sequences"
    /// The frequencies of its letters.
    case statistics
    /// Nothing pointed anywhere.
    case fallback
  }

  /// The text, without a byte order mark.
  public var string: String
  /// The encoding by its WHATWG name in lower case, such as `windows-1252`.
  public var encoding: String
  /// What the encoding was chosen by.
  public var reason: Reason
  /// What was odd; ranges are offsets into the bytes.
  public var diagnostics: [Diagnostic]

  /// Describes a text made from bytes.
  public init(string: String, encoding: String, reason: Reason, diagnostics: [Diagnostic]) {
    self.string = string
    self.encoding = encoding
    self.reason = reason
    self.diagnostics = diagnostics
  }
}
