/// What is known of an input beside its bytes, and how it is to be read.
public struct ReadOptions: Hashable, Sendable {
  /// What to read the input as.
  public var type: InputType
  /// Whether texts keep the markup of the input, with references decoded once.
  public var raw: Bool
  /// The address that the input was fetched from: relative addresses start from it (RFC 3986, section 5.1.3).
  public var base: String?
  /// The media type that the server gave, with its parameters (RFC 9110, section 8.3).
  public var contentType: MediaType?
  /// Where tables and JSON lines have the fields of an article.
  public var fields: FieldMap
  /// Whether items keep how their fields came about, for an explanation.
  public var isTraced = false

  /// Collects what is known; nothing but the bytes by default.
  public init(
    type: InputType = .auto,
    raw: Bool = false,
    base: String? = nil,
    contentType: MediaType? = nil,
    fields: FieldMap = FieldMap()
  ) {
    self.type = type
    self.raw = raw
    self.base = base
    self.contentType = contentType
    self.fields = fields
  }

  /// What to read the input as: what the caller says, then what the server says where that is more than "text".
  var wantedType: InputType { type == .auto ? contentType?.inputType ?? .auto : type }
}

/// A media type such as `text/html; charset=utf-8`.
public struct MediaType: Hashable, Sendable {
  /// Type and subtype in lower case, such as `text/html`.
  public let name: String
  /// The parameters by their names in lower case, in the order given.
  public let parameters: [Parameter]

  /// A named value.
  public struct Parameter: Hashable, Sendable {
    /// The name in lower case.
    public let name: String
    /// The value without quotation marks.
    public let value: String
  }

  /// Reads a header's value; `nil` when it does not begin with a type.
  public init?(_ text: String) {
    let parts = HeaderValue.parts(text)
    guard let first = parts.first, !first.isEmpty, first.utf8.count <= 255 else { return nil }
    name = first.lowercased()
    parameters = parts.dropFirst().prefix(100).compactMap { part in
      guard let sign = part.firstIndex(of: "=") else { return nil }
      let key = PlainText.trimmed(String(part[..<sign])).lowercased()
      let value = PlainText.trimmed(String(part[sign...].dropFirst()))
      return key.isEmpty ? nil : Parameter(name: key, value: HeaderValue.unquoted(value))
    }
  }

  /// The first parameter of that name, in lower case.
  public subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// The type that the server means; `nil` for those that servers give to anything.
  var inputType: InputType? {
    switch name {
    case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json": .feed
    case "application/xhtml+xml": .html
    case "text/csv", "text/tab-separated-values": .csv
    case "message/rfc822", "application/mbox": .mail
    case "application/x-ndjson", "application/jsonl", "application/x-jsonlines": .jsonl
    default: nil
    }
  }
}
