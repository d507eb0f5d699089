/// Two names that a person should decide about.
public struct ReviewQuestion: Hashable, Sendable {
  /// One of the two names.
  public struct Side: Hashable, Sendable {
    /// The name as a decision calls it: with its type before it where several types have it.
    public var name: String
    /// The name as it is written.
    public var written: String
    /// What it names, if that is known.
    public var type: EntityType?
    /// How often the name was observed.
    public var count: Int
    /// The documents that have it.
    public var documents: [String]
    /// The identifier of the entry that it is in now.
    public var entryID: String
    /// The name of that entry.
    public var entryName: String
    /// All names of that entry.
    public var entryNames: [String]
  }

  /// The one that would move: the less frequent.
  public var left: Side
  /// The other one.
  public var right: Side
  /// Whether the list has them together now.
  public var isJoined: Bool
  /// The evidence, 0 to 1.
  public var score: Double
  /// The evidence in sentences.
  public var why: [String]
  /// How many mentions and documents an answer moves, times the uncertainty.
  public var impact: Double
}

extension NameClusterer {
  /// Returns what a person should decide about: names joined by weak evidence, and near misses.
  ///
  /// - Parameters:
  ///   - observations: the names.
  ///   - decisions: what is decided and so is not asked again.
  ///   - earlier: a list that the names join.
  /// - Returns: the questions, those of most impact first.
  public func questions(
    of observations: [NameObservation],
    decisions: [Decision] = [],
    joining earlier: [CanonicalName] = []
  ) -> [ReviewQuestion] {
    var state = linkage(of: observations, decisions, earlier, asks: true)
    let list = list(&state)
    let asked = QuestionMaker(state: state, list: list, matcher: matcher).questions
    let known = DecidedPairs(decisions)
    return asked.filter { !known.settles($0) }
  }
}
