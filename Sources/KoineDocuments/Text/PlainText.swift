/// Plain text as people type it.
enum PlainText {
  /// The text with blanks at the ends of lines gone and at most one empty line in a row.
  static func paragraphs(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var pendingLines = 0
    for line in lines(text) {
      let trimmed = trimmed(line)
      if trimmed.isEmpty {
        pendingLines = 2
        continue
      }
      if !out.isEmpty { out.append(contentsOf: pendingLines > 1 ? [10, 10] : [10]) }
      pendingLines = 1
      out.append(contentsOf: trimmed)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text in one line.
  static func line(_ text: String) -> String {
    let words = text.utf8.split { $0.isMarkupSpace }
    return words.map { String(Substring($0)) }.joined(separator: " ")
  }

  /// The lines of a text, whatever ends them.
  static func lines(_ text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      if bytes[at] == 10 || bytes[at] == 13 {
        lines.append(bytes[start..<at])
        if bytes[at] == 13, at + 1 < bytes.count, bytes[at + 1] == 10 { at += 1 }
        start = at + 1
      }
      at += 1
    }
    lines.append(bytes[start...])
    return lines
  }

  /// The line without the blanks around it.
  static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = line.firstIndex(where: { !$0.isMarkupSpace }),
      let last = line.lastIndex(where: { !$0.isMarkupSpace })
    else { return [] }
    return line[first...last]
  }
}

extension PlainText {
  /// The text without the blanks around it.
  static func trimmed(_ text: String) -> String {
    String(decoding: trimmed(Array(text.utf8)[...]), as: UTF8.self)
  }
}
