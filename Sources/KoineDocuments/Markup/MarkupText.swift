/// Plain text from the markup that feeds carry inside their fields.
struct MarkupText {
  let limits: DocumentLimits

  /// The text with its paragraphs; `markup` may as well be plain text.
  func paragraphs(_ markup: String) -> String {
    guard Self.mayBeMarkup(markup) else { return PlainText.paragraphs(markup) }
    let tree = MarkupTree(Array(markup.utf8), language: .html, limits: limits)
    let hasBlocks = Self.hasTag(markup) { $0 == .br || $0.isBlock }
    let blocks = TextBlocks(tree, inside: 0, keepsLines: !hasBlocks)
    return blocks.joined(blocks.blocks)
  }

  /// The text in one line, as titles and names need it.
  func line(_ markup: String) -> String {
    guard Self.mayBeMarkup(markup) else { return PlainText.line(markup) }
    let tree = MarkupTree(Array(markup.utf8), language: .html, limits: limits)
    let blocks = TextBlocks(tree, inside: 0)
    return PlainText.line(blocks.blocks.map { blocks.string($0) }.joined(separator: " "))
  }

  /// Whether there is a tag or a reference in the text.
  static func mayBeMarkup(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for index in bytes.indices.dropLast() {
      let next = bytes[index + 1]
      if bytes[index] == UInt8(ascii: "<"), next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      {
        return true
      }
      if bytes[index] == UInt8(ascii: "&"), next.isASCIILetter || next == UInt8(ascii: "#") { return true }
    }
    return false
  }

  /// Whether the markup is a whole page rather than the inside of one.
  static func isPage(_ markup: String) -> Bool {
    let head = String(decoding: markup.utf8.prefix(4096), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains { head.contains($0) }
  }

  /// Whether there is a tag of HTML that `isWanted`.
  static func hasTag(_ text: String, where isWanted: (MarkupTag) -> Bool = { _ in true }) -> Bool {
    let bytes = Array(text.utf8)
    var at = 0
    while let less = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = less + 1
      let start = at < bytes.count && bytes[at] == UInt8(ascii: "/") ? at + 1 : at
      let name = bytes[start...].prefix(12).prefix { $0.isASCIIAlphanumeric }
      let end = start + name.count
      guard end < bytes.count, bytes[end] == UInt8(ascii: ">") || bytes[end].isMarkupSpace || bytes[end] == 0x2F,
        let tag = MarkupTag(rawValue: String(decoding: name, as: UTF8.self).lowercased()), tag != .other, isWanted(tag)
      else { continue }
      if bytes[end...].prefix(2000).contains(UInt8(ascii: ">")) { return true }
    }
    return false
  }
}
