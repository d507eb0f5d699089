/// What stands before a Markdown text between two lines `---` (YAML) or `+++` (TOML): simple names and values only.
struct FrontMatter {
  private static let mostLines = 300

  /// The fields that are known, each with its values.
  private(set) var fields: [FieldMap.Field: [String]] = [:]
  /// What is not known.
  private(set) var extras: [(name: String, value: String)] = []
  /// How many lines of the text it takes; 0 without one.
  private(set) var lineCount = 0

  init(_ lines: [[UInt8]]) {
    guard let first = lines.first else { return }
    let mark = PlainText.trimmed(first[...])
    guard mark.elementsEqual("---".utf8) || mark.elementsEqual("+++".utf8) else { return }
    let isTOML = mark.first == UInt8(ascii: "+")
    let end = lines.prefix(Self.mostLines).dropFirst().firstIndex {
      let line = PlainText.trimmed($0[...])
      return line.elementsEqual(mark) || !isTOML && line.elementsEqual("...".utf8)
    }
    guard let end else { return }
    var current: String?
    var isField = end == 1
    for line in lines[1..<end] {
      let text = String(decoding: line, as: UTF8.self)
      let trimmed = PlainText.trimmed(text)
      if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix("[") { continue }
      if trimmed.hasPrefix("- "), let current {
        add(current, Self.plain(String(trimmed.dropFirst(2))))
      } else if let sign = trimmed.firstIndex(of: isTOML ? "=" : ":"), !text.hasPrefix(" ") {
        let name = PlainText.trimmed(String(trimmed[..<sign]))
        let value = PlainText.trimmed(String(trimmed[sign...].dropFirst()))
        current = name
        isField = true
        for part in Self.list(value) { add(name, part) }
      }
    }
    // A ruler between two others is no front matter.
    if isField { lineCount = end + 1 }
  }

  private mutating func add(_ name: String, _ value: String) {
    if value.isEmpty { return }
    if let field = FieldMap.field(named: name) {
      fields[field, default: []].append(value)
    } else if extras.count < FeedItem.mostExtras {
      extras.append((name, value))
    }
  }

  private static func list(_ value: String) -> [String] {
    guard value.hasPrefix("["), value.hasSuffix("]") else { return [plain(value)] }
    return HeaderValue.split(String(value.dropFirst().dropLast()), at: UInt8(ascii: ",")).map(plain)
  }

  private static func plain(_ value: String) -> String {
    for quote in ["\"", "'"] where value.utf8.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      return String(value.dropFirst().dropLast()).replacing("''", with: "'").replacing("\\\"", with: "\"")
    }
    // A comment may follow a value without quotation marks; the sign of a block of lines is none.
    let text = value.firstRange(of: " #").map { String(value[..<$0.lowerBound]) } ?? value
    return ["|", ">", "|-", ">-"].contains(text) ? "" : PlainText.trimmed(text)
  }
}
