/// The encoding that a document names in its own first bytes.
enum DeclaredEncoding {
  /// How far into a document browsers and feed readers look.
  static let reach = 4096

  /// Returns the label in the XML declaration, or else the one in an HTML `meta` element.
  static func label(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(reach)
    let start = head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard start.first == UInt8(ascii: "<") else { return nil }
    if start.starts(with: "<?xml".utf8) {
      let declaration = start.prefix { $0 != UInt8(ascii: ">") }
      if let label = value(after: "encoding", in: declaration) { return label }
    }
    var rest = start
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...]
      if rest.starts(with: "<!--".utf8) {
        rest = rest.dropFirst(4)
        while let dash = rest.firstIndex(of: UInt8(ascii: "-")), !rest[dash...].starts(with: "-->".utf8) {
          rest = rest[(dash + 1)...]
        }
        guard let dash = rest.firstIndex(of: UInt8(ascii: "-")) else { return nil }
        rest = rest[dash...]
        continue
      }
      let tag = rest.prefix { $0 != UInt8(ascii: ">") }
      if tag.count > 5, tag.prefix(5).elementsEqual("<meta".utf8, by: { $0 | 0x20 == $1 | 0x20 }),
        let label = value(after: "charset", in: tag)
      {
        return label
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Returns the word behind `key` and an equals sign, quoted or not.
  private static func value(after key: String, in bytes: ArraySlice<UInt8>) -> String? {
    let key = Array(key.utf8)
    var rest = bytes
    while rest.count > key.count {
      defer { rest = rest.dropFirst() }
      guard rest.prefix(key.count).elementsEqual(key, by: { $0 | 0x20 == $1 }) else { continue }
      let tail = rest.dropFirst(key.count).drop { $0 <= 0x20 }
      guard tail.first == UInt8(ascii: "=") else { continue }
      let word = tail.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }.prefix {
        $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 && $0 != 0x2F && $0 != 0x3B && $0 != 0x3F
      }
      if !word.isEmpty { return String(decoding: word, as: UTF8.self) }
    }
    return nil
  }
}
