/// What changed from one canonical list to another.
public struct ListComparison: Sendable {
  /// One change.
  public struct Change: Hashable, Sendable {
    /// What happened to an entry.
    public enum Kind: String, Sendable, CaseIterable {
      case added, removed, renamed, renumbered, merged, split, moved, gained, lost
    }

    /// An entry of one of the lists.
    public struct Entry: Hashable, Sendable {
      /// Its identifier.
      public var id: String
      /// Its name.
      public var name: String

      init(_ name: CanonicalName) { (id, self.name) = (name.id, name.name) }
    }

    /// What happened.
    public var kind: Kind
    /// The entries of the old list.
    public var from: [Entry]
    /// The entries of the new list.
    public var to: [Entry]
    /// The names that the change is about.
    public var names: [String]
  }

  /// The changes: by kind, then in the order of the lists.
  public private(set) var changes: [Change] = []

  private struct Key: Hashable {
    var name: String
    var type: EntityType?
  }

  private let old: [CanonicalName]
  private let new: [CanonicalName]
  // For each entry the entries of the other list that have names of it, with how many.
  private var forward: [[Int: Int]]
  private var backward: [[Int: Int]]
  // The entry of the new list that carries on each of the old one, and the other way round.
  private var heir: [Int?]
  private var origin: [Int?]

  /// Compares two lists.
  public init(old: [CanonicalName], new: [CanonicalName]) {
    self.old = old
    self.new = new
    forward = Array(repeating: [:], count: old.count)
    backward = Array(repeating: [:], count: new.count)
    heir = Array(repeating: nil, count: old.count)
    origin = Array(repeating: nil, count: new.count)
    var holders: [Key: [Int]] = [:]
    for (index, entry) in new.enumerated() {
      for variant in entry.names { holders[Key(name: variant.name, type: entry.type), default: []].append(index) }
    }
    let ids = Dictionary(new.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    for (index, entry) in old.enumerated() {
      for variant in entry.names {
        let all = holders[Key(name: variant.name, type: entry.type)] ?? []
        // Of namesakes, the one under the same identifier.
        guard let other = all.first(where: { new[$0].id == entry.id }) ?? all.first else { continue }
        forward[index][other, default: 0] += 1
        backward[other][index, default: 0] += 1
      }
    }
    match(ids)
    collect()
  }

  private mutating func match(_ ids: [String: Int]) {
    for index in old.indices {
      guard let other = ids[old[index].id], origin[other] == nil else { continue }
      heir[index] = other
      origin[other] = index
    }
    // The rest goes by the most names in common.
    var pairs: [(shared: Int, old: Int, new: Int)] = []
    for (index, others) in forward.enumerated() where heir[index] == nil {
      for (other, shared) in others where origin[other] == nil { pairs.append((shared, index, other)) }
    }
    pairs.sort { ($1.shared, $0.old, $0.new) < ($0.shared, $1.old, $1.new) }
    for pair in pairs where heir[pair.old] == nil && origin[pair.new] == nil {
      heir[pair.old] = pair.new
      origin[pair.new] = pair.old
    }
  }

  private mutating func collect() {
    for (index, entry) in new.enumerated() where origin[index] == nil && backward[index].isEmpty {
      add(.added, [], [entry], entry.names.map(\.name))
    }
    for (index, entry) in old.enumerated() where heir[index] == nil && forward[index].isEmpty {
      add(.removed, [entry], [], entry.names.map(\.name))
    }
    for (index, entry) in old.enumerated() {
      guard let other = heir[index] else { continue }
      if new[other].name != entry.name { add(.renamed, [entry], [new[other]], []) }
      if new[other].id != entry.id { add(.renumbered, [entry], [new[other]], []) }
      let (before, after) = (Set(entry.names.map(\.name)), Set(new[other].names.map(\.name)))
      let known = Set(backward[other].keys.flatMap { old[$0].names.map(\.name) })
      let left = Set(forward[index].keys.flatMap { new[$0].names.map(\.name) })
      let gained = after.subtracting(known)
      let lost = before.subtracting(left)
      if !gained.isEmpty { add(.gained, [entry], [new[other]], gained.sorted()) }
      if !lost.isEmpty { add(.lost, [entry], [new[other]], lost.sorted()) }
    }
    for (index, entry) in new.enumerated() {
      let gone = backward[index].keys.sorted().filter { heir[$0] == nil }
      if gone.isEmpty { continue }
      let all = Set(gone + (origin[index].map { [$0] } ?? [])).sorted().map { old[$0] }
      add(.merged, all, [entry], shared(gone, index))
    }
    for (index, entry) in old.enumerated() {
      let fresh = forward[index].keys.sorted().filter { origin[$0] == nil }
      if fresh.isEmpty { continue }
      let all = Set(fresh + (heir[index].map { [$0] } ?? [])).sorted().map { new[$0] }
      add(.split, [entry], all, fresh.flatMap { shared([index], $0) })
      for other in forward[index].keys.sorted() where heir[index] != other && origin[other] != nil {
        add(.moved, [entry], [new[other]], shared([index], other))
      }
    }
    for (index, entry) in old.enumerated()
    where heir[index] != nil && forward[index].keys.allSatisfy({ origin[$0] != nil }) {
      for other in forward[index].keys.sorted() where heir[index] != other {
        add(.moved, [entry], [new[other]], shared([index], other))
      }
    }
    let order = Dictionary(uniqueKeysWithValues: Change.Kind.allCases.enumerated().map { ($0.element, $0.offset) })
    changes = changes.enumerated().sorted {
      (order[$0.element.kind] ?? 0, $0.offset) < (order[$1.element.kind] ?? 0, $1.offset)
    }.map(\.element)
  }

  // The names that entries of the old list have in common with one of the new.
  private func shared(_ from: [Int], _ to: Int) -> [String] {
    let names = Set(new[to].names.map(\.name))
    return from.flatMap { old[$0].names.map(\.name).filter { names.contains($0) } }
  }

  private mutating func add(_ kind: Change.Kind, _ from: [CanonicalName], _ to: [CanonicalName], _ names: [String]) {
    changes.append(
      Change(kind: kind, from: from.map { .init($0) }, to: to.map { .init($0) }, names: names)
    )
  }
}
