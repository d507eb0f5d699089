/// Reads a text file as one article: its title, and its paragraphs.
struct TextReader {
  let raw: Bool
  var isTraced = false

  func read(_ text: String) -> FeedItem {
    var item = FeedItem()
    if raw {
      item.contentText = text
      return item
    }
    var lines = PlainText.lines(text).map { Array(PlainText.trimmed($0)) }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    item.title = takeTitle(&lines)
    let body = Self.paragraphs(lines)
    item.contentText = body.isEmpty ? nil : body
    if isTraced {
      let start = 1 + text.utf8.prefix { $0.isMarkupSpace }.count { $0 == 10 }
      if let title = item.title { item.note(.title, [("the first line", title, start)]) }
      if !body.isEmpty {
        item.note(.text, [(item.title == nil ? "the whole text" : "the text behind the title", body, nil)])
      }
    }
    return item
  }

  // MARK: the title

  private func takeTitle(_ lines: inout [[UInt8]]) -> String? {
    guard lines.count > 1 else { return nil }
    let first = lines[0]
    if first.starts(with: "# ".utf8), let level = Markdown.headingLevel(first) {
      lines.removeFirst()
      return Markdown.inline(String(decoding: first.dropFirst(level), as: UTF8.self))
    }
    guard isHeadline(first) else { return nil }
    let next = lines[1]
    if Markdown.isUnderline(next) {
      lines.removeFirst(2)
    } else if next == first {
      lines.removeFirst()
    } else if next.isEmpty || first.count <= 160 && next.count >= 200 && next.count > first.count * 2 {
      lines.removeFirst()
    } else {
      return nil
    }
    return String(decoding: first, as: UTF8.self)
  }

  /// Whether a line can be a title: short, and not a sentence.
  private func isHeadline(_ line: [UInt8]) -> Bool {
    guard !line.isEmpty, line.count <= 300, let last = line.last else { return false }
    let ends: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")]
    // "S.p.A." and "Inc." end titles as well as sentences end in a full stop; a sentence is longer than a name.
    if last == UInt8(ascii: "."), line.count < 100, isAbbreviation(line) { return true }
    return !ends.contains(last)
  }

  private func isAbbreviation(_ line: [UInt8]) -> Bool {
    guard let word = line.split(separator: 0x20).last else { return false }
    return word.dropLast().contains(UInt8(ascii: "."))
      || ["Inc.", "Ltd.", "Co.", "Corp."].contains { word.elementsEqual($0.utf8) }
  }

  // MARK: the body

  /// The paragraphs of a text without a title.
  static func paragraphs(_ text: String) -> String {
    paragraphs(PlainText.lines(text).map { Array(PlainText.trimmed($0)) })
  }

  private static func paragraphs(_ lines: [[UInt8]]) -> String {
    var groups: [[[UInt8]]] = []
    var group: [[UInt8]] = []
    for line in lines + [[]] {
      if !line.isEmpty {
        group.append(line)
      } else if !group.isEmpty {
        groups.append(group)
        group = []
      }
    }
    var out: [UInt8] = []
    func append(_ text: some Sequence<UInt8>, after separator: String) {
      if !out.isEmpty { out.append(contentsOf: separator.utf8) }
      out.append(contentsOf: text)
    }
    for group in groups {
      if isWrapped(group) {
        append(group.joined(separator: [0x20]), after: "\n\n")
      } else {
        let group = Self.joined(group)
        for (index, line) in group.enumerated() {
          // A line as long as a paragraph is one; short lines in a row belong together, as the items of a list do.
          let isTight = index > 0 && line.count < 80 && group[index - 1].count < 80
          append(line, after: isTight ? "\n" : "\n\n")
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The lines with each that goes on in the next one joined to it: a long line without an end, before a small letter.
  private static func joined(_ lines: [[UInt8]]) -> [[UInt8]] {
    var joined: [[UInt8]] = []
    var isOpen = false
    for line in lines {
      let startsSmall =
        String(decoding: line.prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isLowercase == true
      if isOpen, startsSmall, !Markdown.isListItem(line), var last = joined.popLast() {
        last.append(0x20)
        last.append(contentsOf: line)
        joined.append(last)
      } else {
        joined.append(line)
      }
      isOpen = line.count >= 50 && !(line.last.map(".!?:;".utf8.contains) ?? true)
    }
    return joined
  }

  /// Whether the lines of a paragraph were broken at one width.
  private static func isWrapped(_ lines: [[UInt8]]) -> Bool {
    guard lines.count >= 2, let longest = lines.map(\.count).max(), (50...120).contains(longest) else { return false }
    let ends: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":")]
    let isFull = lines.dropLast().allSatisfy { $0.count >= longest - 20 }
    let isRunning = lines.dropLast().contains { !($0.last.map(ends.contains) ?? true) }
    let isList = lines.contains { Markdown.isListItem($0) }
    return isFull && isRunning && !isList
  }
}
