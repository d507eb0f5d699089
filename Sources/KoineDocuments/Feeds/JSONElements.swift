/// Where the elements of an array stand in a text of JSON that has been read already.
struct JSONElements {
  private let bytes: [UInt8]
  private var at = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Finds the elements of the outermost array, or of the first of `names` among the members of the outermost object.
  ///
  /// - Returns: the bytes of each element; of what breaks off, as far as it goes. Nothing when there is no such array.
  static func places(in bytes: [UInt8], ofFirst names: [String]) -> [Range<Int>] {
    var scanner = JSONElements(bytes)
    scanner.skipSpace()
    switch scanner.byte {
    case UInt8(ascii: "["): return scanner.elements()
    case UInt8(ascii: "{"):
      let members = scanner.members(names.map { Array($0.utf8) })
      return members.first { !$0.isEmpty } ?? []
    default: return []
    }
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() { while at < bytes.count, bytes[at].isMarkupSpace { at += 1 } }

  /// The elements of the first member of each name.
  private mutating func members(_ names: [[UInt8]]) -> [[Range<Int>]] {
    var found = [[Range<Int>]?](repeating: nil, count: names.count)
    at += 1
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { break }
      let start = at + 1
      skipString()
      let name = bytes[start..<max(start, at - 1)]
      skipSpace()
      guard byte == UInt8(ascii: ":") else { break }
      at += 1
      skipSpace()
      let number = names.firstIndex { name.elementsEqual($0) }
      if let number, found[number] == nil, byte == UInt8(ascii: "[") {
        found[number] = elements()
      } else {
        if let number, found[number] == nil { found[number] = [] }
        skipValue()
      }
      skipSpace()
      guard byte == UInt8(ascii: ",") else { break }
      at += 1
    }
    return found.map { $0 ?? [] }
  }

  private mutating func elements() -> [Range<Int>] {
    var places: [Range<Int>] = []
    at += 1
    while true {
      skipSpace()
      guard let byte, byte != UInt8(ascii: "]") else { break }
      let start = at
      skipValue()
      if at == start { break }
      places.append(start..<at)
      skipSpace()
      guard self.byte == UInt8(ascii: ",") else { break }
      at += 1
    }
    if byte == UInt8(ascii: "]") { at += 1 }
    return places
  }

  private mutating func skipString() {
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    at = min(at + 1, bytes.count)
  }

  private mutating func skipValue() {
    var depth = 0
    while let byte {
      switch byte {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        at += 1
      case UInt8(ascii: ",") where depth == 0: return
      case _ where depth == 0 && byte.isMarkupSpace: return
      default: at += 1
      }
      if depth == 0, bytes[at - 1] == UInt8(ascii: "\"") || bytes[at - 1] | 0x20 == 0x7D { return }
    }
  }
}
