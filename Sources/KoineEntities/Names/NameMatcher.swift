public import KoineLexicon
public import KoineText

/// Tells whether two names mean the same thing, with the evidence for it.
public struct NameMatcher: Sendable {
  let tables: EntityTables
  let preparer: NamePreparer
  let organizations = OrganizationEvidence()
  let persons = PersonEvidence()
  let places: PlaceEvidence
  private let workspaces = Workspaces()

  /// Opens the tables of names; `registries` are the user's files of names, which win over the shipped ones.
  ///
  /// - Throws: `Diagnostics` with every problem of every file.
  public init(store: LexiconStore, registries: [String] = []) throws(Diagnostics) {
    self.init(tables: try EntityTables(store: store, registries: registries))
  }

  init(tables: EntityTables) {
    self.tables = tables
    preparer = NamePreparer(tables: tables)
    places = PlaceEvidence(preparer: preparer)
  }

  /// Compares two names of the given type, or of any type when none is given.
  public func compare(_ a: String, _ b: String, type: EntityType?) -> NameMatch {
    let type = type ?? guessedType(a, b)
    switch type {
    case .person:
      let one = preparer.person(a)
      let two = preparer.person(b)
      let verdict = persons.verdict(one, two)
      return NameMatch(verdict, reason: NameReason.text(verdict, a, b))
    case .place:
      let verdict = places.verdict(a, b)
      return NameMatch(verdict, reason: NameReason.text(verdict, a, b))
    default:
      return workspaces.use { workspace in
        workspace.prepare(a, b, with: preparer)
        let (one, two) = (workspace.one, workspace.two)
        let verdict = organizations.verdict(one, two)
        return NameMatch(verdict, reason: NameReason.text(verdict, one, two, tables.registry))
      }
    }
  }

  /// The score alone of what `compare` says of two names, without the time that a reason takes.
  public func score(_ a: String, _ b: String, type: EntityType?) -> Double {
    switch type ?? guessedType(a, b) {
    case .person: NameMatch.rounded(persons.verdict(preparer.person(a), preparer.person(b)).score)
    case .place: NameMatch.rounded(places.verdict(a, b).score)
    default:
      workspaces.use { workspace in
        workspace.prepare(a, b, with: preparer)
        return NameMatch.rounded(organizations.verdict(workspace.one, workspace.two).score)
      }
    }
  }

  /// Takes a name apart, to compare it with many others.
  public func prepared(_ name: String) -> PreparedName { preparer.prepared(name) }

  /// The score of two organization names that have been taken apart.
  public func score(_ a: PreparedName, _ b: PreparedName) -> Double {
    NameMatch.rounded(organizations.verdict(a, b).score)
  }

  private func guessedType(_ a: String, _ b: String) -> EntityType {
    let one = tables.folding.folded(a)
    let two = tables.folding.folded(b)
    if tables.registry.rows(one.key).isEmpty, tables.registry.rows(two.key).isEmpty,
      !tables.places.rows(one.key).isEmpty, !tables.places.rows(two.key).isEmpty
    {
      return .place
    }
    return looksLikePerson(one) && looksLikePerson(two) ? .person : .organization
  }

  private func looksLikePerson(_ name: FoldedName) -> Bool {
    guard (2...4).contains(name.tokens.count) else { return false }
    let isGiven = name.tokens.indices.contains { index in
      tables.people.rows(name.text(index)).contains { $0[0] == "given" }
    }
    let hasOther = name.tokens.indices.contains { index in
      tables.words.rows(name.text(index)).contains { $0[0] == "L" || $0[0] == "C" && $0[1] != "stop" }
    }
    return isGiven && !hasOther && tables.registry.rows(name.key).isEmpty
  }
}

extension NameMatch {
  init(_ verdict: Verdict, reason: String) {
    self.init(score: Self.rounded(verdict.score), reason: reason)
  }

  // Three digits are all that the evidence carries.
  static func rounded(_ score: Float) -> Double { (Double(score) * 1000).rounded() / 1000 }
}
