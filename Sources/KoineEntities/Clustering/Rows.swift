/// Rows of different length, one after the other in one array.
struct Rows<Element: Sendable>: Sendable {
  private(set) var items: [Element] = []
  private var ends: [UInt32] = [0]

  /// How many rows there are.
  var count: Int { ends.count - 1 }

  /// The places of row `index` in `items`.
  @inline(__always)
  func range(_ index: Int) -> Range<Int> { Int(ends[index])..<Int(ends[index + 1]) }

  /// Row `index`.
  @inline(__always)
  subscript(index: Int) -> ArraySlice<Element> { items[range(index)] }

  mutating func append(_ row: some Sequence<Element>) {
    items.append(contentsOf: row)
    ends.append(UInt32(items.count))
  }
}

/// Which of some things belong together; every group is known by its smallest member.
struct UnionFind: Sendable {
  private var parent: [Int32]

  init(count: Int) { parent = (0..<Int32(count)).map { $0 } }

  mutating func root(_ index: Int) -> Int {
    var at = Int32(index)
    while parent[Int(at)] != at {
      parent[Int(at)] = parent[Int(parent[Int(at)])]
      at = parent[Int(at)]
    }
    return Int(at)
  }

  /// Joins two groups and returns the root of both.
  mutating func join(_ a: Int, _ b: Int) -> Int {
    let (one, two) = (root(a), root(b))
    parent[max(one, two)] = Int32(min(one, two))
    return min(one, two)
  }
}
