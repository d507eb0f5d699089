import KoineText

/// Names that differ in nothing but legal form, word order, case and punctuation, in flat arrays.
///
/// What is clustered are nodes; observations of one node are together from the start.
struct NameNodes: Sendable {
  /// What a node is, apart from its words.
  struct Facts: Sendable {
    /// What its names name, if that is known.
    var type: EntityType?
    /// The number of its registry entry, or -1.
    var registry: Int32
    /// The country that stands in parentheses or in the registry, or 0.
    var country: UInt16
    /// The digits in its letters, hashed, or 0.
    var digits: UInt64
    /// Whether only equal names may join it: nothing in it can be compared.
    var isOpaque: Bool
    /// Whether it is written in Chinese, Japanese or Korean.
    var isForeign: Bool
    /// Whether one of its names carries a legal form, and so is no mere short form or acronym.
    var isOfficial: Bool
    /// Whether one of its names is written in capitals, as acronyms are.
    var isUpperCase: Bool
    /// One of its names.
    var sample: Int32
    /// The entry of an earlier list that it belongs to, or -1.
    var earlier: Int32 = -1
  }

  /// Words beyond this many are not compared.
  static let maximumWords = 24

  /// What each node is.
  private(set) var facts: [Facts] = []
  /// The numbers of each node's words, in the order of its first name.
  private(set) var words = Rows<Int32>()
  /// The letters of each node's words, without spaces.
  private(set) var letters = Rows<UInt8>()
  /// The initials of each node's names, for acronyms.
  private(set) var initials: [(hash: UInt64, node: Int32)] = []
  /// The acronyms that a node's names give in parentheses.
  private(set) var acronyms: [(hash: UInt64, node: Int32)] = []

  /// How many nodes there are.
  var count: Int { facts.count }

  mutating func append(_ facts: Facts, words: [Int32], letters: [UInt8]) -> Int32 {
    self.facts.append(facts)
    self.words.append(words)
    self.letters.append(letters)
    return Int32(self.facts.count - 1)
  }

  mutating func mark(_ node: Int32, isOfficial: Bool, isUpperCase: Bool) {
    if isOfficial { facts[Int(node)].isOfficial = true }
    if isUpperCase { facts[Int(node)].isUpperCase = true }
  }

  /// Says what a decision or an earlier list has settled about a node.
  mutating func settle(_ node: Int32, _ change: (inout Facts) -> Void) { change(&facts[Int(node)]) }

  mutating func addInitials(_ hash: UInt64, of node: Int32) { initials.append((hash, node)) }

  mutating func addAcronym(_ hash: UInt64, of node: Int32) { acronyms.append((hash, node)) }

  /// Whether nothing but their words can keep two nodes apart.
  @inline(__always)
  func mayBeOne(_ a: Int, _ b: Int) -> Bool { facts[a].mayBeOne(with: facts[b]) }
}

extension NameNodes.Facts {
  /// Whether type, registry and country allow that two nodes or clusters mean one thing.
  @inline(__always)
  func mayBeOne(with other: Self) -> Bool {
    if isOpaque || other.isOpaque { return false }
    if let x = type, let y = other.type, x != y { return false }
    if registry >= 0, other.registry >= 0, registry != other.registry { return false }
    if earlier >= 0, other.earlier >= 0, earlier != other.earlier { return false }
    return country == 0 || other.country == 0 || country == other.country
  }

  /// Takes over what the other knows and this does not.
  mutating func absorb(_ other: Self) {
    type = type ?? other.type
    if registry < 0 { registry = other.registry }
    if earlier < 0 { earlier = other.earlier }
    if country == 0 { country = other.country }
    isOfficial = isOfficial || other.isOfficial
  }
}
