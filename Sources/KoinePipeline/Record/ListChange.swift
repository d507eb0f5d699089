public import KoineEntities

extension ListComparison.Change {
  /// The change as a JSON object.
  public var json: JSONValue {
    func entries(_ list: [Entry]) -> JSONValue {
      .array(list.map { ["id": .string($0.id), "name": .string($0.name)] })
    }
    return [
      "change": .string(kind.rawValue), "from": entries(from), "to": entries(to), "names": .strings(names),
    ]
  }

  /// The change as a line for people.
  public var text: String {
    func entries(_ list: [Entry]) -> String {
      list.map { TerminalText.plain("\($0.name) (\($0.id))") }.joined(separator: " + ")
    }
    let own = names.map { TerminalText.plain($0) }.joined(separator: ", ")
    let (old, new) = (entries(from), entries(to))
    return switch kind {
    case .added: "+ \(new): \(own)"
    case .removed: "- \(old): \(own)"
    case .renamed: "renamed  \(old) → \(to.first?.name ?? "")"
    case .renumbered: "renumbered  \(old) → \(to.first?.id ?? "")"
    case .merged: "merged  \(old) → \(new)"
    case .split: "split  \(old) → \(new): \(own)"
    case .moved: "moved  \(own): \(old) → \(new)"
    case .gained: "gained  \(new): \(own)"
    case .lost: "lost  \(old): \(own)"
    }
  }
}
