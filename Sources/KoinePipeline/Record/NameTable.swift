import KoineEntities

/// A canonical list as a table for terminals: one block a type, the names of most documents first.
struct NameTable {
  let text: String

  init(_ names: [CanonicalName]) {
    let titles: [(EntityType?, String)] = [
      (.organization, "Organizations"), (.person, "People"), (.place, "Places"), (.product, "Products"),
      (.event, "Events"), (nil, "Other names"),
    ]
    let blocks = titles.compactMap { type, title -> String? in
      let own = names.enumerated().filter { $0.element.type == type }.sorted { a, b in
        let (x, y) = (a.element, b.element)
        return (y.documents.count, y.count, a.offset) < (x.documents.count, x.count, b.offset)
      }.map(\.element)
      if own.isEmpty { return nil }
      let width = min(44, own.map { TerminalText.width(TerminalText.plain($0.name)) }.max() ?? 0)
      let counts = own.map { Self.counts($0).count }.max() ?? 0
      return "\(title)\n\n" + own.map { Self.row($0, width, counts) }.joined()
    }
    text = blocks.joined(separator: "\n")
  }

  private static func counts(_ name: CanonicalName) -> String {
    name.documents.isEmpty ? "\(name.count)×" : "\(name.count)× in \(name.documents.count)"
  }

  private static func row(_ name: CanonicalName, _ width: Int, _ counts: Int) -> String {
    let others = name.names.map(\.name).filter { $0 != name.name }.map { TerminalText.plain($0) }
    let shown = TerminalText.padded(TerminalText.cut(TerminalText.plain(name.name), max(width, 20)), width)
    var line = "  \(shown)  \(TerminalText.padded(Self.counts(name), counts))  \(name.country ?? "  ")"
    if name.isDecided { line += " ✓" }
    if !others.isEmpty { line += "  also \(others.map { TerminalText.cut($0, 60) }.joined(separator: ", "))" }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}
