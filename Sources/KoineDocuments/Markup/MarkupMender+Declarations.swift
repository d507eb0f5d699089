extension MarkupMender {
  private static let comment = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let characterDataStart = Array("<![cdata[".utf8)
  private static let characterDataEnd = Array("]]>".utf8)
  private static let documentType = Array("<!doctype".utf8)
  private static let entity = Array("<!entity".utf8)

  /// Goes to the XML declaration if something stands before it, as the warnings of a server do.
  mutating func skipToProlog() {
    let window = min(bytes.count, 1 << 16)
    let pattern = Array("<?xml ".utf8)
    var place = 0
    while place + pattern.count <= window, !matches(pattern, at: place) { place += 1 }
    guard place > 0, place + pattern.count <= window else { return }
    let isBlank = bytes[..<place].allSatisfy(\.isMarkupSpace)
    keepLines(in: 0..<place)
    at = place
    if !isBlank { note(.textOutsideRoot) }
  }

  mutating func declaration() {
    if matches(Self.comment, at: at) {
      skip(past: Self.commentEnd, from: at + 4)
    } else if matches(Self.characterDataStart, at: at), language == .xml, !open.isEmpty {
      characterData()
    } else if matches(Self.documentType, at: at), language == .xml, open.isEmpty, !hasDoctype {
      doctype()
    } else {
      skip(past: [UInt8(ascii: ">")], from: at + 2)
    }
  }

  private mutating func characterData() {
    let start = at + 9
    let end = find(Self.characterDataEnd, from: start)
    if end == nil { note(.truncated) }
    append("<![CDATA[")
    at = start
    let limit = end ?? bytes.count
    while at < limit {
      let byte = bytes[at]
      if byte < 0x20, byte != 10, byte != 9, byte != 13 {
        note(.controlCharacter)
        output.append(0x20)
      } else if byte == 0xEF, at + 2 < limit, bytes[at + 1] == 0xBF, bytes[at + 2] >= 0xBE {
        note(.controlCharacter)
        at += 2
      } else {
        output.append(byte)
      }
      at += 1
    }
    append("]]>")
    at = end.map { $0 + 3 } ?? bytes.count
  }

  /// Leaves out the document type; simple entities declared in it are remembered.
  private mutating func doctype() {
    hasDoctype = true
    let start = at
    var depth = 0
    var quote: UInt8 = 0
    at += 9
    scan: while at < bytes.count {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: "<") where depth > 0 && matches(Self.entity, at: at): entityDeclaration()
        case UInt8(ascii: "<") where depth > 0 && matches(Self.comment, at: at):
          at = find(Self.commentEnd, from: at + 4).map { $0 + 2 } ?? bytes.count
        case UInt8(ascii: ">") where depth <= 0: break scan
        default: break
        }
      }
      at += 1
    }
    if at >= bytes.count {
      // A quote that never ends must not swallow the document.
      at = start + 9
      while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
    }
    at = min(at + 1, bytes.count)
    keepLines(in: start..<at)
  }

  /// Reads `<!ENTITY name "text">`; `at` is left on its last byte.
  private mutating func entityDeclaration() {
    let limit = min(bytes.count, at + 5000)
    var place = at + 8
    func skipSpace() { while place < limit, bytes[place].isMarkupSpace { place += 1 } }
    skipSpace()
    let nameStart = place
    while place < limit, bytes[place].isASCIIAlphanumeric || "_-.:".utf8.contains(bytes[place]) { place += 1 }
    let name = String(decoding: bytes[nameStart..<place], as: UTF8.self)
    skipSpace()
    guard !name.isEmpty, place < limit, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'"),
      let close = bytes[(place + 1)..<limit].firstIndex(of: bytes[place])
    else {
      note(.entityDeclaration)
      return
    }
    let value = Self.withCharacters(bytes[(place + 1)..<close])
    at = close
    // XML has its own five whether a document declares them or not.
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return }
    if value.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "<") }) {
      note(.entityDeclaration)
    } else if entities.count < 256, value.count <= 1024, entities[name] == nil {
      entities[name] = value
    }
  }

  /// The value of a declaration with the characters that it refers to by numbers (XML 1.0, section 4.5).
  private static func withCharacters(_ value: ArraySlice<UInt8>) -> [UInt8] {
    guard value.contains(UInt8(ascii: "&")) else { return Array(value) }
    let bytes = Array(value)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "&"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "#"),
        let reading = CharacterReference.reading(bytes, at: at, before: bytes.count), let text = reading.text
      {
        out += text
        at = reading.end
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return out
  }
}
