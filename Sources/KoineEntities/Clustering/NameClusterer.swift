public import KoineLexicon
public import KoineText

/// Makes one canonical list of the names of many documents.
public struct NameClusterer: Sendable {
  let matcher: NameMatcher
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
  /// - Parameters:
  ///   - observations: the names.
  ///   - decisions: what people decided; it wins over all evidence.
  ///   - earlier: a list that the names join: its entries keep their identifiers and names, each stays whole, and no
  ///     two of them become one unless a decision says so. Counts add up; of a document that is observed again, the
  ///     new counts stand in the place of the old.
  /// - Returns: the list, sorted by name.
  public func clusters(
    of observations: [NameObservation],
    decisions: [Decision] = [],
    joining earlier: [CanonicalName] = []
  ) -> [CanonicalName] {
    var state = linkage(of: observations, decisions, earlier, asks: false)
    return list(&state)
  }

  struct State {
    var inventory: NameInventory
    var linkage: Linkage
    var settled: Settlement
  }

  func list(_ state: inout State) -> [CanonicalName] {
    let list = CanonicalList(
      inventory: state.inventory,
      linkage: state.linkage,
      settled: state.settled,
      trade: TradeName(preparer: matcher.preparer)
    )
    return list.names(sortedBy: collator)
  }

  func linkage(
    of observations: [NameObservation],
    _ decisions: [Decision],
    _ earlier: [CanonicalName],
    asks: Bool
  ) -> State {
    let reader = NameReader(tables: matcher.tables, preparer: matcher.preparer)
    let named = decisions.isEmpty ? [] : inNames(decisions, observations, earlier)
    var inventory = NameInventory(
      EarlierList.joined(observations, with: earlier),
      reader: reader,
      pinned: Settlement.names(named),
      earlier: earlier
    )
    let settled = Settlement(named, earlier: earlier, inventory: &inventory)
    var comparer = NodeComparer(matcher: matcher, inventory: inventory)
    let candidates = CandidatePairs(words: inventory.words, nodes: inventory.nodes) { comparer.keys(of: $0) }
    var linkage = Linkage(nodes: inventory.nodes, comparer: comparer)
    if asks { linkage.keepQuestions() }
    settled.begin(&linkage)
    linkage.join(candidates.pairs)
    ShortForms(inventory).settle(&linkage)
    StatedAliases(inventory).settle(&linkage)
    linkage.release(dropping: settled.drops)
    return State(inventory: inventory, linkage: linkage, settled: settled)
  }

  /// The decisions with names in the place of identifiers that Koine makes of names.
  private func inNames(
    _ decisions: [Decision],
    _ observations: [NameObservation],
    _ earlier: [CanonicalName]
  ) -> [Decision] {
    func isMade(_ text: String) -> Bool { text.hasPrefix(CanonicalList.idPrefix) }
    guard decisions.contains(where: { isMade($0.left) || isMade($0.right) }) else { return decisions }
    var names: [String: String] = [:]
    // What an identifier of this very run means can only be known once there is a list.
    let lists = [earlier, clusters(of: observations, joining: earlier)]
    for entry in lists.joined() where names[entry.id] == nil {
      guard let first = entry.names.first(where: { $0.name == entry.name }) ?? entry.names.first else { continue }
      names[entry.id] = (entry.type.map { $0.rawValue + ":" } ?? "") + first.name
    }
    return decisions.map { decision in
      var decision = decision
      decision.left = names[decision.left] ?? decision.left
      decision.right = names[decision.right] ?? decision.right
      return decision
    }
  }
}
