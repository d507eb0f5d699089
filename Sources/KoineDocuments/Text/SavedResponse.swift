import KoineText

/// A server's response that was saved with its headers, as `curl -i` and `wget --save-headers` do (RFC 9112, sections 2 to 5).
struct SavedResponse {
  /// The status of the last response; those before it are redirections and the words of proxies.
  private(set) var status = 0
  /// Where the content starts, in bytes and in lines.
  private(set) var start = 0
  private(set) var lines = 0
  private var headers: [(name: String, value: String)] = []

  /// The most bytes and headers of one response; what has more is no response.
  private static let longest = 1 << 16
  private static let mostHeaders = 200

  /// Reads the headers that an input begins with; `nil` when it begins with something else.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    repeat {
      headers = []
      guard let line = nextLine(of: bytes), let code = Self.status(line) else { return nil }
      status = code
      while true {
        guard start < Self.longest, headers.count < Self.mostHeaders, let line = nextLine(of: bytes) else { return nil }
        if line.isEmpty { break }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        headers.append((name, PlainText.trimmed(String(decoding: line[(colon + 1)...], as: UTF8.self))))
      }
    } while bytes[start...].starts(with: "HTTP/".utf8)
    if headers.isEmpty { return nil }
  }

  /// The value of the first header of that name, in lower case.
  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

  /// What is known of the content: what the user says, then what the server says.
  func options(_ given: ReadOptions) -> ReadOptions {
    var options = given
    options.contentType = given.contentType ?? self["content-type"].flatMap { MediaType($0) }
    if given.base == nil, let location = self["content-location"], WebAddress.isAbsolute(location) {
      options.base = location
    }
    return options
  }

  /// The language that the server states, if it states one.
  var language: String? {
    self["content-language"].flatMap { $0.isEmpty || $0.contains(",") ? nil : $0 }
  }

  /// Takes the next line, without its end; `nil` when there is none.
  private mutating func nextLine(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard let end = bytes[start...].prefix(Self.longest).firstIndex(of: 10) else { return nil }
    let line = bytes[start..<end]
    start = end + 1
    lines += 1
    return line.last == 13 ? line.dropLast() : line
  }

  /// The status of a line such as `HTTP/1.1 200 OK`.
  private static func status(_ line: ArraySlice<UInt8>) -> Int? {
    let parts = line.split(separator: 0x20)
    guard parts.count >= 2, parts[0].starts(with: "HTTP/".utf8), parts[1].count == 3 else { return nil }
    return Int(String(decoding: parts[1], as: UTF8.self))
  }
}

extension Feed {
  /// Moves all places behind headers that were taken off.
  mutating func move(behind response: SavedResponse) {
    func moved(_ problem: Diagnostic) -> Diagnostic {
      var problem = problem
      problem.location?.line += response.lines
      return problem
    }
    diagnostics = diagnostics.map(moved)
    for index in items.indices {
      items[index].line += response.lines
      items[index].place = items[index].place.map {
        ($0.lowerBound + response.start)..<($0.upperBound + response.start)
      }
      items[index].diagnostics = items[index].diagnostics.map(moved)
      for origin in items[index].origins.indices {
        items[index].origins[origin].line = items[index].origins[origin].line.map { $0 + response.lines }
      }
    }
  }
}
