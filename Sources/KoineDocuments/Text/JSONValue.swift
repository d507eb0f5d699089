/// A value of JSON; the members of an object stay in their order.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A named value.
  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONValue
  }

  /// The first member of that name; of an object only.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// A text that says something.
  var string: String? {
    if case .string(let text) = self, text.utf8.contains(where: { !$0.isMarkupSpace }) { return text }
    return nil
  }

  /// A text or a number as text.
  var scalarText: String? {
    if case .number(let text) = self { return text }
    return string
  }

  /// The elements of an array; a single value is an array of one.
  var elements: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }
}

/// Reads JSON; by strict rules, or leniently as pages need it (raw line ends in strings, commas too many).
struct JSONScanner {
  /// Why a text is not JSON.
  struct Failure: Error {
    var reason: String
    var offset: Int
  }

  private let bytes: ArraySlice<UInt8>
  private let isLenient: Bool
  private var at: Int
  private var depth = 0
  private static let maximumDepth = 128
  /// Whether what was read before a fault is kept, and the fault that ended reading.
  private var isPartial = false
  private var fault: Failure?

  private init(_ bytes: ArraySlice<UInt8>, isLenient: Bool) {
    self.bytes = bytes
    self.isLenient = isLenient
    at = bytes.startIndex
  }

  /// Reads one value that fills the text.
  static func value(_ bytes: ArraySlice<UInt8>, isLenient: Bool = false) throws(Failure) -> JSONValue {
    var scanner = JSONScanner(bytes, isLenient: isLenient)
    let value = try scanner.value()
    scanner.skipSpace()
    guard scanner.at == bytes.endIndex || isLenient else { throw scanner.failure("there is more after the value") }
    return value
  }

  /// Reads one value as far as it goes, and tells where it breaks off.
  static func partial(_ bytes: ArraySlice<UInt8>) -> (value: JSONValue, fault: Failure?)? {
    var scanner = JSONScanner(bytes, isLenient: false)
    scanner.isPartial = true
    guard let value = try? scanner.value() else { return nil }
    return (value, scanner.fault)
  }

  /// Ends a value in the middle: with what there is of it, or with the fault.
  private mutating func ended(_ value: JSONValue, _ failure: Failure) throws(Failure) -> JSONValue {
    guard isPartial else { throw failure }
    fault = fault ?? failure
    return value
  }

  private func failure(_ reason: String) -> Failure { Failure(reason: reason, offset: at - bytes.startIndex) }

  private var byte: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  private mutating func skipSpace() {
    while at < bytes.endIndex, bytes[at] == 0x20 || bytes[at] == 10 || bytes[at] == 13 || bytes[at] == 9 { at += 1 }
  }

  private mutating func value() throws(Failure) -> JSONValue {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw failure("a value is missing")
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Failure) -> JSONValue {
    guard bytes[at...].starts(with: word.utf8) else { throw failure("there is no such word in JSON") }
    at += word.utf8.count
    return value
  }

  private mutating func enter() throws(Failure) {
    depth += 1
    if depth > Self.maximumDepth { throw failure("values nest deeper than \(Self.maximumDepth)") }
    at += 1
  }

  private mutating func object() throws(Failure) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    while true {
      skipSpace()
      if byte == UInt8(ascii: "}"), members.isEmpty || isLenient { break }
      guard byte == UInt8(ascii: "\"") else {
        return try ended(.object(members), failure("a name in quotes is missing"))
      }
      let name = try string()
      skipSpace()
      guard byte == UInt8(ascii: ":") else { return try ended(.object(members), failure("a ':' is missing")) }
      at += 1
      do throws(Failure) {
        members.append(.init(name: name, value: try value()))
      } catch {
        return try ended(.object(members), error)
      }
      if fault != nil { return .object(members) }
      skipSpace()
      if byte == UInt8(ascii: "}") { break }
      guard byte == UInt8(ascii: ",") else {
        return try ended(.object(members), failure("a ',' or '}' is missing"))
      }
      at += 1
    }
    at += 1
    depth -= 1
    return .object(members)
  }

  private mutating func array() throws(Failure) -> JSONValue {
    try enter()
    var values: [JSONValue] = []
    while true {
      skipSpace()
      if byte == UInt8(ascii: "]"), values.isEmpty || isLenient { break }
      do throws(Failure) { values.append(try value()) } catch { return try ended(.array(values), error) }
      if fault != nil { return .array(values) }
      skipSpace()
      if byte == UInt8(ascii: "]") { break }
      guard byte == UInt8(ascii: ",") else { return try ended(.array(values), failure("a ',' or ']' is missing")) }
      at += 1
    }
    at += 1
    depth -= 1
    return .array(values)
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = at
    if byte == UInt8(ascii: "-") { at += 1 }
    let first = at
    try digits()
    if bytes[first] == UInt8(ascii: "0"), at - first > 1 { throw failure("a number starts with 0") }
    if byte == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if let mark = byte, mark | 0x20 == UInt8(ascii: "e") {
      at += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return .number(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func digits() throws(Failure) {
    let start = at
    while let digit = byte, digit.isASCIIDigit { at += 1 }
    if at == start { throw failure("a digit is missing") }
  }

  private mutating func string() throws(Failure) -> String {
    at += 1
    var out: [UInt8] = []
    var runStart = at
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        out.append(contentsOf: bytes[runStart..<at])
        at += 1
        return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"):
        out.append(contentsOf: bytes[runStart..<at])
        at += 1
        try escape(into: &out)
        runStart = at
      case 0..<0x20 where !isLenient: throw failure("a control character stands in a text")
      default: at += 1
      }
    }
    guard isPartial else { throw failure("a text does not end") }
    fault = failure("a text does not end")
    return String(decoding: out + bytes[runStart..<at], as: UTF8.self)
  }

  private mutating func escape(into out: inout [UInt8]) throws(Failure) {
    guard let byte else { throw failure("a text does not end") }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): out.append(10)
    case UInt8(ascii: "t"): out.append(9)
    case UInt8(ascii: "r"): out.append(13)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): out.append(0x20)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "u"):
      var code = UInt32(try unit())
      if (0xD800..<0xDC00).contains(code), bytes[at...].starts(with: "\\u".utf8) {
        let mark = at
        at += 2
        let low = UInt32(try unit())
        if (0xDC00..<0xE000).contains(low) {
          code = 0x1_0000 + (code - 0xD800) << 10 + (low - 0xDC00)
        } else {
          at = mark
        }
      }
      out.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    default:
      guard isLenient else { throw failure("there is no such escape in JSON") }
      out.append(byte)
    }
  }

  private mutating func unit() throws(Failure) -> UInt16 {
    var code: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = byte?.hexDigit else { throw failure("an escape needs four hexadecimal digits") }
      code = code << 4 | UInt16(digit)
      at += 1
    }
    return code
  }
}
