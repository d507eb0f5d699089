/// The blocks of a Markdown text as plain text (after CommonMark 0.31; tables after GitHub's).
struct MarkdownBlocks {
  /// A heading, a paragraph, a list, or a table.
  struct Block: Hashable {
    var text: String
    var isHeading = false
  }

  private(set) var blocks: [Block] = []
  private let limits: DocumentLimits
  /// The lines of the block at hand; each but the first begins after a line end.
  private var pending: [[UInt8]] = []
  private var isList = false
  private var isInComment = false
  /// The sign and length of the fence around code that is open.
  private var fence: (sign: UInt8, count: Int)?

  init(_ lines: [[UInt8]], limits: DocumentLimits) {
    self.limits = limits
    for line in lines { take(line) }
    flush()
  }

  private mutating func take(_ line: [UInt8]) {
    let trimmed = Array(PlainText.trimmed(line[...]))
    if takeCode(line, trimmed) { return }
    if isInComment || trimmed.starts(with: "<!--".utf8) {
      isInComment = !String(decoding: trimmed, as: UTF8.self).contains("-->")
      return
    }
    if trimmed.isEmpty { return flush() }
    if let level = Markdown.headingLevel(trimmed) {
      flush()
      var heading = trimmed.dropFirst(level + 1)
      while heading.last == UInt8(ascii: "#") || heading.last == 0x20 { heading.removeLast() }
      pending = [Array(heading)]
      return flush(isHeading: true)
    }
    if Markdown.isUnderline(trimmed), !pending.isEmpty, !isList { return flush(isHeading: true) }
    if Self.isRuler(trimmed) || Self.isDefinition(trimmed) { return flush() }
    if Self.isTableRuler(trimmed) { return }
    var content = trimmed[...]
    while content.first == UInt8(ascii: ">") { content = PlainText.trimmed(content.dropFirst()) }
    if content.isEmpty { return flush() }
    if content.first == UInt8(ascii: "|"), content.last == UInt8(ascii: "|") {
      let cells = content.dropFirst().dropLast().split(separator: UInt8(ascii: "|")).map { PlainText.trimmed($0) }
      pending.append(Array(cells.joined(separator: Array(" | ".utf8))))
    } else if Markdown.isListItem(Array(content)) {
      if !isList { flush() }
      isList = true
      pending.append(Array(content))
    } else if let last = pending.indices.last, !endsLine(pending[last]) {
      pending[last].append(0x20)
      pending[last].append(contentsOf: content)
    } else {
      pending.append(Array(content))
    }
    // Two blanks at the end of a line, or a backslash, end it.
    if line.suffix(2).elementsEqual([0x20, 0x20]), let last = pending.indices.last { pending[last].append(10) }
  }

  private func endsLine(_ line: [UInt8]) -> Bool {
    line.last == 10 || line.last == UInt8(ascii: "\\") || line.first == UInt8(ascii: "|")
  }

  private mutating func takeCode(_ line: [UInt8], _ trimmed: [UInt8]) -> Bool {
    let sign = trimmed.first ?? 0
    let count = sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") ? trimmed.prefix { $0 == sign }.count : 0
    if let open = fence {
      if count >= open.count, sign == open.sign, count == trimmed.count {
        fence = nil
        blocks.append(
          Block(text: PlainText.trimmed(pending.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")))
        )
        pending = []
      } else {
        pending.append(line)
      }
      return true
    }
    guard count >= 3 else { return false }
    flush()
    fence = (sign, count)
    return true
  }

  private mutating func flush(isHeading: Bool = false) {
    defer {
      pending = []
      isList = false
    }
    let lines = pending.map { line -> String in
      let text = Markdown.inline(String(decoding: line, as: UTF8.self))
      return MarkupText.mayBeMarkup(text) ? MarkupText(limits: limits).line(text) : text
    }.filter { !$0.isEmpty }
    if !lines.isEmpty {
      blocks.append(Block(text: lines.joined(separator: isHeading ? " " : "\n"), isHeading: isHeading))
    }
  }

  // MARK: lines that are no text

  private static func isRuler(_ line: [UInt8]) -> Bool {
    let signs = line.filter { $0 != 0x20 }
    guard signs.count >= 3, let first = signs.first,
      first == UInt8(ascii: "-") || first == UInt8(ascii: "*")
        || first == UInt8(ascii: "_")
    else { return false }
    return signs.allSatisfy { $0 == first }
  }

  /// `[name]: https://…`, which says where a link leads; notes are text.
  private static func isDefinition(_ line: [UInt8]) -> Bool {
    guard line.first == UInt8(ascii: "["), line.dropFirst().first != UInt8(ascii: "^"),
      let close = line.prefix(200).firstIndex(of: UInt8(ascii: "]")), close + 2 < line.count
    else { return false }
    return line[close + 1] == UInt8(ascii: ":") && line[close + 2] == 0x20
  }

  private static func isTableRuler(_ line: [UInt8]) -> Bool {
    line.count >= 3 && line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
      && line.allSatisfy { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20 }
  }
}
