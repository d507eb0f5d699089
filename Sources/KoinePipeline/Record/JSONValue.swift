/// A value as JSON has them; written with sorted keys, so that the same value is the same bytes.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction; one that is not finite is written as `null`.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members by name.
  case object([String: JSONValue])

  /// A text, or `null`.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A list of texts.
  public static func strings(_ list: some Sequence<String>) -> JSONValue { .array(list.map(JSONValue.string)) }

  /// A share or a score, rounded to four places so that it reads well.
  public static func share(_ value: Double) -> JSONValue {
    value.isFinite ? .number((value * 10_000).rounded() / 10_000) : .null
  }

  /// The value on one line.
  public var line: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value on one line, as UTF-8.
  public func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value):
      let isWhole = value.isFinite && value == value.rounded() && value.magnitude < 1e15
      bytes.append(contentsOf: (isWhole ? String(Int(value)) : value.isFinite ? String(value) : "null").utf8)
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let list):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in list.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, (name, value)) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Appends a text in quotes; what needs no escape is copied as it is, in one piece.
  static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let utf8 = text.utf8Span.span
    // Safety: the pointer does not leave the closure.
    unsafe utf8.withUnsafeBytes { source in
      var start = 0
      while start < source.count {
        let end = unsafe firstEscape(in: source, from: start)
        unsafe bytes.append(contentsOf: source[start..<end])
        if end == source.count { break }
        escape(unsafe source[end], to: &bytes)
        start = end + 1
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The place of the next byte that must not stand in a text of JSON as it is.
  private static func firstEscape(in source: UnsafeRawBufferPointer, from start: Int) -> Int {
    typealias Block = SIMD16<UInt8>
    let (quote, backslash, space) = (Block(repeating: 34), Block(repeating: 92), Block(repeating: 32))
    var at = start
    while at + Block.scalarCount <= source.count {
      let block = unsafe source.loadUnaligned(fromByteOffset: at, as: Block.self)
      if any((block .== quote) .| (block .== backslash) .| (block .< space)) { break }
      at += Block.scalarCount
    }
    while at < source.count {
      let byte = unsafe source[at]
      if byte < 32 || byte == 34 || byte == 92 { break }
      at += 1
    }
    return at
  }

  private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 10: bytes.append(UInt8(ascii: "n"))
    case 13: bytes.append(UInt8(ascii: "r"))
    case 9: bytes.append(UInt8(ascii: "t"))
    case 0..<32:
      let digits: StaticString = "0123456789abcdef"
      bytes.append(contentsOf: "u00".utf8)
      digits.withUTF8Buffer { digits in
        unsafe bytes.append(digits[Int(byte >> 4)])
        unsafe bytes.append(digits[Int(byte & 15)])
      }
    default: bytes.append(byte)
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// A list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Members by name.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}

extension JSONValue: Decodable {
  /// Reads any value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}
