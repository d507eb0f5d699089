/// Markup in one form, so that what is the same has the same bytes.
///
/// Attributes are sorted, each once and in double quotes; elements without content end in ` />` and no others; numeric
/// references are hexadecimal, with those of windows-1252 set right; SVG and its links have their namespaces declared.
/// With a base, relative addresses become whole ones; those inside an element with `xml:base` start from there.
/// Text, the order of tags and what is wrong with them stay as they are.
struct CanonicalMarkup {
  private let bytes: [UInt8]
  private var out: [UInt8] = []
  private var at = 0
  private var base: WebAddress.Base?
  // The elements with a base of their own: their names, how many of the name are open in them, and the base around them.
  private var outerBases: [(name: [UInt8], depth: Int, base: WebAddress.Base?)] = []

  private init(_ markup: String, base: String?) {
    bytes = Array(markup.utf8)
    self.base = base.flatMap(WebAddress.Base.init)
    out.reserveCapacity(bytes.count + 16)
  }

  /// The markup in its one form.
  ///
  /// - Parameters:
  ///   - markup: the inside of an element.
  ///   - base: the address that relative ones start from; without one they stay as they are.
  /// - Returns: the same markup, written in one way.
  static func canonical(_ markup: String, base: String? = nil) -> String {
    guard MarkupText.mayBeMarkup(markup) else { return markup }
    var form = CanonicalMarkup(markup, base: base)
    form.run()
    return String(decoding: form.out, as: UTF8.self)
  }

  private mutating func run() {
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "&"), bytes[at] != UInt8(ascii: "<") { at += 1 }
      out.append(contentsOf: bytes[start..<at])
      guard at < bytes.count else { break }
      if bytes[at] == UInt8(ascii: "&") { reference() } else if !tag() { copy() }
    }
  }

  private mutating func copy() {
    out.append(bytes[at])
    at += 1
  }

  /// Numeric references have one spelling; named ones keep theirs.
  private mutating func reference() {
    guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "#"),
      let reading = CharacterReference.reading(bytes, at: at, before: bytes.count), let text = reading.text,
      let scalar = String(decoding: text, as: UTF8.self).unicodeScalars.first
    else { return copy() }
    out.append(contentsOf: "&#x\(String(scalar.value, radix: 16));".utf8)
    at = reading.end
  }

  // MARK: tags

  private struct Attribute {
    var name: String
    var value: ArraySlice<UInt8>
  }

  /// Copies a tag in its form; `false` when this is none.
  private mutating func tag() -> Bool {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    guard next.isASCIILetter else {
      if next == UInt8(ascii: "/"), !outerBases.isEmpty { leave() }
      // A sign that begins neither a declaration nor a comment is text.
      guard next == UInt8(ascii: "!"), at + 2 < bytes.count, !bytes[at + 2].isASCIILetter, bytes[at + 2] != 0x2D,
        bytes[at + 2] != UInt8(ascii: "[")
      else { return false }
      out.append(contentsOf: "&lt;".utf8)
      at += 1
      return true
    }
    var place = at + 1
    while place < bytes.count, !bytes[place].isMarkupSpace, bytes[place] != UInt8(ascii: ">"), bytes[place] != 0x2F {
      place += 1
    }
    let name = String(decoding: bytes[(at + 1)..<place], as: UTF8.self)
    guard name.utf8.count <= 100, let (attributes, end) = attributes(from: place) else { return false }
    let tag = MarkupTag(rawValue: name.lowercased()) ?? .other
    let around = enter(name, tag, attributes)
    write(name, attributes, isVoid: tag.isVoid)
    if tag.isVoid, tag != .base { base = around }
    at = end
    return true
  }

  // MARK: bases

  /// Takes the base that a start tag sets for its element, and gives back the one before.
  private mutating func enter(_ name: String, _ tag: MarkupTag, _ attributes: [Attribute]) -> WebAddress.Base? {
    let around = base
    let own = attributes.first { $0.name == (tag == .base ? "href" : "xml:base") }
      .map { WebAddress.trimmed(Self.decoded($0.value)) }
    if let own, !own.isEmpty {
      base = WebAddress.Base(String(decoding: around?.resolved(own) ?? own, as: UTF8.self))
    }
    if tag.isVoid { return around }
    if own != nil, outerBases.count < 100 {
      outerBases.append((Array(name.utf8.map(\.lowercased)), 1, around))
    } else if let last = outerBases.last, last.name.elementsEqual(name.utf8.map(\.lowercased)) {
      outerBases[outerBases.count - 1].depth += 1
    }
    return around
  }

  /// Goes back to the base around an element where its end tag stands.
  private mutating func leave() {
    guard let last = outerBases.last else { return }
    let end = at + 2 + last.name.count
    guard end < bytes.count, !bytes[end].isASCIIAlphanumeric, bytes[end] != UInt8(ascii: "-"),
      last.name.elementsEqual(bytes[(at + 2)..<end].map(\.lowercased))
    else { return }
    outerBases[outerBases.count - 1].depth -= 1
    guard last.depth == 1 else { return }
    base = last.base
    outerBases.removeLast()
  }

  private static let addressNames: Set<String> = [
    "action", "background", "cite", "data", "formaction", "href", "longdesc", "poster", "src", "srcset", "xlink:href",
  ]

  /// The value of an attribute with its addresses made whole; as it is written where nothing changes.
  private func resolved(_ attribute: Attribute) -> ArraySlice<UInt8> {
    guard let base, !attribute.value.isEmpty, Self.addressNames.contains(attribute.name.lowercased()) else {
      return attribute.value
    }
    let value = Self.decoded(attribute.value)
    let whole: [UInt8]?
    if attribute.name.utf8.count == 6, attribute.name.lowercased() == "srcset" {
      whole = Array(WebAddress.resolved(sources: String(decoding: value, as: UTF8.self), against: base).utf8)
    } else {
      whole = base.resolved(WebAddress.trimmed(value))
    }
    guard let whole, !whole.elementsEqual(value) else { return attribute.value }
    var written: [UInt8] = []
    written.reserveCapacity(whole.count)
    for byte in whole {
      switch byte {
      case UInt8(ascii: "&"): written += "&amp;".utf8
      case UInt8(ascii: "<"): written += "&lt;".utf8
      case UInt8(ascii: ">"): written += "&gt;".utf8
      default: written.append(byte)
      }
    }
    return written[...]
  }

  /// The value of an attribute with its references decoded.
  private static func decoded(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.contains(UInt8(ascii: "&")) else { return value }
    let bytes = Array(value)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "&"),
        let reading = CharacterReference.reading(bytes, at: at, before: bytes.count), let text = reading.text
      {
        out += text
        at = reading.end
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return out[...]
  }

  /// The attributes up to the tag's end and the place after it; `nil` when the tag does not end.
  private func attributes(from start: Int) -> ([Attribute], end: Int)? {
    var attributes: [Attribute] = []
    var place = start
    func skipSpace() {
      while place < bytes.count, bytes[place].isMarkupSpace || bytes[place] == UInt8(ascii: "/") { place += 1 }
    }
    while place - start < 1 << 16 {
      skipSpace()
      guard place < bytes.count else { return nil }
      if bytes[place] == UInt8(ascii: ">") { return (attributes, place + 1) }
      if bytes[place] == UInt8(ascii: "<") { return nil }
      let nameStart = place
      while place < bytes.count, !bytes[place].isMarkupSpace, bytes[place] != UInt8(ascii: "="),
        bytes[place] != UInt8(ascii: ">"), bytes[place] != UInt8(ascii: "/") || place == nameStart
      { place += 1 }
      let name = String(decoding: bytes[nameStart..<place], as: UTF8.self)
      var after = place
      while after < bytes.count, bytes[after].isMarkupSpace { after += 1 }
      guard after < bytes.count, bytes[after] == UInt8(ascii: "=") else {
        if !name.isEmpty { attributes.append(Attribute(name: name, value: [])) }
        if place == nameStart { place += 1 }
        continue
      }
      place = after + 1
      while place < bytes.count, bytes[place].isMarkupSpace { place += 1 }
      guard place < bytes.count else { return nil }
      let quote = bytes[place]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let close = bytes[(place + 1)...].prefix(1 << 16).firstIndex(of: quote) else { return nil }
        attributes.append(Attribute(name: name, value: bytes[(place + 1)..<close]))
        place = close + 1
      } else {
        let valueStart = place
        while place < bytes.count, !bytes[place].isMarkupSpace, bytes[place] != UInt8(ascii: ">") { place += 1 }
        attributes.append(Attribute(name: name, value: bytes[valueStart..<place]))
      }
    }
    return nil
  }

  private mutating func write(_ name: String, _ written: [Attribute], isVoid: Bool) {
    var attributes: [Attribute] = []
    var seen: Set<String> = []
    for attribute in written where seen.insert(attribute.name).inserted { attributes.append(attribute) }
    if name == "svg", !seen.contains("xmlns") {
      attributes.append(Attribute(name: "xmlns", value: Array("http://www.w3.org/2000/svg".utf8)[...]))
    }
    if seen.contains(where: { $0.hasPrefix("xlink:") }), !seen.contains("xmlns:xlink") {
      attributes.append(Attribute(name: "xmlns:xlink", value: Array("http://www.w3.org/1999/xlink".utf8)[...]))
    }
    attributes.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    out.append(UInt8(ascii: "<"))
    out.append(contentsOf: name.utf8)
    for attribute in attributes {
      out.append(contentsOf: " \(attribute.name)=\"".utf8)
      let value = resolved(attribute)
      if value.contains(UInt8(ascii: "\"")) {
        for byte in value {
          if byte == UInt8(ascii: "\"") { out.append(contentsOf: "&quot;".utf8) } else { out.append(byte) }
        }
      } else {
        out.append(contentsOf: value)
      }
      out.append(UInt8(ascii: "\""))
    }
    out.append(contentsOf: isVoid ? " />".utf8 : ">".utf8)
  }
}
