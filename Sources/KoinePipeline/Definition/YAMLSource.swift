package import KoineText
package import Yams

/// A YAML file that somebody may have written with ill will: sizes and nesting are limited before the parser sees it.
package struct YAMLSource {
  /// The largest file, in bytes.
  package static let largest = 1 << 20
  /// How deep nodes may nest.
  package static let deepest = 50

  /// The root of the file, or `nil` if the file is empty.
  package let root: Node?

  /// Parses `bytes`; `file` is the name used in diagnostics.
  package init(_ bytes: [UInt8], file: String) throws(Diagnostics) {
    func refuse(_ code: String, _ message: String, line: Int = 1, column: Int = 1, hint: String? = nil) -> Diagnostics {
      Diagnostics([
        Diagnostic(
          .error,
          "yaml.\(code)",
          message,
          at: .init(file: file, line: line, column: column),
          hint: hint
        )
      ])
    }
    if bytes.count > Self.largest {
      throw refuse("too-large", "the file has \(bytes.count) bytes, more than \(Self.largest)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let place = place(of: Self.firstDamage(bytes), in: bytes)
      throw refuse("encoding", "the file is not UTF-8", line: place.line, column: place.column)
    }
    if let offset = Self.firstAnchor(bytes) {
      let place = place(of: offset, in: bytes)
      let hint = "write the text out where it is needed"
      throw refuse(
        "anchor",
        "anchors and aliases are not allowed here",
        line: place.line,
        column: place.column,
        hint: hint
      )
    }
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      let (message, mark) = error.problem(text)
      throw refuse("syntax", message, line: max(1, mark.line), column: max(1, mark.column))
    } catch {
      throw refuse("syntax", "\(error)")
    }
    if let root, let deep = root.firstNode(below: Self.deepest) {
      throw refuse(
        "too-deep",
        "nodes nest deeper than \(Self.deepest)",
        line: deep.mark?.line ?? 1,
        column: deep.mark?.column ?? 1
      )
    }
  }

  /// Where an anchor stands: a few of them that refer to each other can stand for more nodes than fit in memory.
  private static func firstAnchor(_ bytes: [UInt8]) -> Int? {
    func isName(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
      default: false
      }
    }
    let before = Set(" \t\r\n[{,:".utf8)
    let after = Set(" \t\r\n]},".utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "&") {
      guard index == 0 || before.contains(bytes[index - 1]) else { continue }
      var end = index + 1
      while end < bytes.count, isName(bytes[end]) { end += 1 }
      if end > index + 1, end == bytes.count || after.contains(bytes[end]) { return index }
    }
    return nil
  }

  private static func firstDamage(_ bytes: [UInt8]) -> Int {
    var line = 0
    for part in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line = part.endIndex + 1
    }
    return 0
  }
}

/// The line and column, counted from 1, of an offset.
private func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
  let before = bytes[..<min(offset, bytes.count)]
  let line = before.count { $0 == 10 } + 1
  let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
  return (line, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
}

extension YamlError {
  fileprivate func problem(_ text: String) -> (String, (line: Int, column: Int)) {
    switch self {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let setting = context.map { " \($0.text)" } ?? ""
      return (problem + setting, (mark.line, mark.column))
    case .reader(let problem, let offset, _, _):
      let index = text.index(text.startIndex, offsetBy: offset ?? 0, limitedBy: text.endIndex) ?? text.endIndex
      return (problem, place(of: text.utf8.distance(from: text.startIndex, to: index), in: Array(text.utf8)))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().map { "'\($0)'" }.joined(separator: ", ")
      return ("the key \(names) stands twice in one mapping", (context.mark.line, context.mark.column))
    default:
      return ("\(self)", (1, 1))
    }
  }
}

extension Node {
  /// Where the node stands.
  package func location(in file: String) -> Diagnostic.Location {
    Diagnostic.Location(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  /// Whether the node is written as nothing, `~` or `null`.
  package var isNull: Bool {
    guard let scalar, scalar.style != .singleQuoted, scalar.style != .doubleQuoted else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// The first node that lies more than `depth` levels below this one.
  fileprivate func firstNode(below depth: Int) -> Node? {
    if depth == 0 { return self }
    let children: [Node] = sequence.map(Array.init) ?? mapping.map { $0.flatMap { [$0.key, $0.value] } } ?? []
    return children.lazy.compactMap { $0.firstNode(below: depth - 1) }.first
  }
}
