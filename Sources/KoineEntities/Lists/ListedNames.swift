/// Gives mentions the identifiers and names of a canonical list, and of what people decided.
public struct ListedNames: Sendable {
  private struct Key: Hashable {
    var name: String
    var type: EntityType?
  }

  private let list: [CanonicalName]
  private var entries: [Key: Int] = [:]
  private var ids: [String: Int] = [:]
  // What a name is not, by decision: the identifiers and names of other things.
  private var refused: [String: Set<String>] = [:]

  /// Indexes a list; decisions that the list was made with are in it already, others are added here.
  public init(_ list: [CanonicalName], decisions: [Decision] = []) {
    self.list = list
    for (number, entry) in list.enumerated() {
      ids[entry.id] = number
      for variant in entry.names {
        let key = Key(name: variant.name, type: entry.type)
        // A name that two entries have says nothing by itself.
        entries[key] = entries[key] == nil ? number : -1
      }
    }
    for decision in decisions {
      switch decision.verdict {
      case .same:
        guard let target = entry(decision.right) ?? entry(decision.left) else { continue }
        for name in [decision.left, decision.right] where ids[name] == nil {
          let (bare, type) = Settlement.name(name)
          for type in type.map({ [$0] }) ?? EntityType.allCases { entries[Key(name: bare, type: type)] = target }
        }
      case .different, .drop:
        refused[Settlement.name(decision.left).name, default: []].insert(decision.right)
        if decision.verdict == .different {
          refused[Settlement.name(decision.right).name, default: []].insert(decision.left)
        }
      case .unsure: continue
      }
    }
  }

  private func entry(_ text: String) -> Int? {
    if let number = ids[text] { return number }
    let (name, type) = Settlement.name(text)
    let types = type.map { [$0] } ?? EntityType.allCases
    return types.lazy.compactMap { entries[Key(name: name, type: $0)] }.first { $0 >= 0 }
  }

  /// The mention under the identifier and name of its entry; as it was if the list does not have it.
  public func settled(_ mention: Mention) -> Mention {
    var mention = mention
    let others = refused[mention.text] ?? []
    if others.contains(mention.name) || mention.id.map({ others.contains($0) }) ?? false {
      mention.id = nil
      mention.name = mention.text
      mention.country = nil
      mention.sameAs = []
    }
    let own = entries[Key(name: mention.text, type: mention.type)] ?? -1
    let full = entries[Key(name: mention.name, type: mention.type)] ?? -1
    let number = own >= 0 ? own : full >= 0 ? full : mention.id.flatMap { ids[$0] } ?? -1
    guard number >= 0 else { return mention }
    let entry = list[number]
    if others.contains(entry.id) || others.contains(entry.name) { return mention }
    mention.id = entry.id
    mention.name = entry.name
    mention.country = entry.country ?? mention.country
    if !entry.sameAs.isEmpty { mention.sameAs = entry.sameAs }
    return mention
  }
}
