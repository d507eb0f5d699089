/// The encoding that a document names in itself.
enum DeclaredEncoding {
  /// The name in the XML declaration or in a page's `meta`; `nil` when there is none in the first bytes.
  static func name(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    let start = head.firstIndex { !$0.isMarkupSpace } ?? 0
    if head[start...].starts(with: "<?xml".utf8) {
      let declaration = head[start...].prefix { $0 != UInt8(ascii: ">") }
      if let name = value(after: "encoding", in: declaration) { return name }
    }
    return value(after: "charset", in: head)
  }

  /// The word after `key` and `=`, quoted or not.
  private static func value(after key: String, in head: ArraySlice<UInt8>) -> String? {
    let pattern = Array(key.utf8)
    var at = head.startIndex
    while at + pattern.count < head.endIndex {
      defer { at += 1 }
      guard head[at].lowercased == pattern[0],
        head[at..<(at + pattern.count)].elementsEqual(pattern, by: { $0.lowercased == $1 })
      else { continue }
      var rest = head[(at + pattern.count)...].drop { $0.isMarkupSpace }
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop { $0.isMarkupSpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      let name = rest.prefix {
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":")
      }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}
