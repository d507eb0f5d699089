public import KoineLexicon
public import KoineText

/// Makes one canonical list of the names of many documents.
public struct NameClusterer: Sendable {
  private let matcher: NameMatcher
  private let collator: Collator

  /// Opens the tables of names; `registries` are the user's files of names, which win over the shipped ones.
  ///
  /// - Throws: `Diagnostics` with every problem of every file.
  public init(store: LexiconStore, registries: [String] = []) throws(Diagnostics) {
    try self.init(matcher: NameMatcher(store: store, registries: registries))
  }

  init(matcher: NameMatcher) throws(Diagnostics) {
    self.matcher = matcher
    do { collator = try Collator() } catch {
      throw Diagnostics([Diagnostic(.error, "names.collation", "names cannot be sorted: \(error)")])
    }
  }

  /// Puts the names together that mean the same thing.
  ///
  /// Every name observed is in exactly one entry of the list, whatever the order of the observations.
  ///
  /// - Returns: the list, sorted by name.
  public func clusters(of observations: [NameObservation]) -> [CanonicalName] {
    let reader = NameReader(tables: matcher.tables, preparer: matcher.preparer)
    let inventory = NameInventory(observations, reader: reader)
    var comparer = NodeComparer(matcher: matcher, inventory: inventory)
    let candidates = CandidatePairs(words: inventory.words, nodes: inventory.nodes) { comparer.keys(of: $0) }
    var linkage = Linkage(nodes: inventory.nodes, comparer: comparer)
    linkage.join(candidates.pairs)
    ShortForms(inventory).settle(&linkage)
    let list = CanonicalList(inventory: inventory, linkage: linkage, trade: TradeName(preparer: matcher.preparer))
    return list.names(sortedBy: collator)
  }
}
