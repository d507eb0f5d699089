/// Chooses the cut of a sentence into units and their readings, by the cheapest path.
struct Tagger: Sendable {
  private let weights = TagWeights()

  private struct State {
    var cost: Float
    var start: Int
    var arc: Int
    var previous: Int
    /// Whether the last verb before this adverb still waits for its participle.
    var pending: Bool
    /// Whether it is an adjective behind its noun.
    var isBehindNoun = false
    /// What the clause has so far.
    var clause = Clause.empty
  }

  /// How far a clause has come.
  private enum Clause: UInt8, CaseIterable {
    /// Nothing yet; a subject that waits for its verb; a verb; a verb with a comma or coordinator behind it.
    case empty, nominal, verbal, loose
    /// Inside a relative clause, whose verb is not the one that is waited for, and behind one.
    case nominalRelative, verbalRelative

    func with(_ reading: Reading) -> Clause {
      // *ciò che*, *quanto*: a pronoun that brings its own clause.
      let tag = reading.tag == .pronoun && Self.isFree(reading) ? .relative : reading.tag
      return switch tag {
      case .verb: self == .nominalRelative ? .nominal : .verbal
      case .noun, .name, .pronoun: self == .empty ? .nominal : self
      case .relative: self == .nominal ? .nominalRelative : self == .empty ? .empty : .verbalRelative
      case .subordinator, .question: self == .nominal || self == .nominalRelative ? self : .empty
      case .coordinator: self == .verbal ? .loose : self
      case .punctuation:
        self == .verbal || self == .loose ? [";", ":"].contains(reading.lemma) ? .empty : .loose : self
      default: self
      }
    }

    private static func isFree(_ reading: Reading) -> Bool {
      ["quanto", "quanti", "chi"].contains(reading.lemma) || reading.lemma.hasSuffix(" che")
        || reading.given?.english == "what"
    }
  }

  /// Whether a second verb without anything between is no fault: *credo sia*, *pensa verrà*.
  private static func mayFollowVerb(_ reading: Reading) -> Bool {
    switch reading.features.tense {
    case .conditional, .future, .pastSubjunctive: true
    // Present subjunctives of other verbs look like nouns too often: *livelli*, *conti*.
    case .subjunctive: TagWeights.auxiliaries.contains(reading.lemma)
    default: false
    }
  }

  private static let predicates: Set<Tag> = [.verb, .clitic, .negation]

  /// The units of the cheapest path through the lattice.
  func units(_ lattice: UnitLattice) -> [Unit] {
    let count = lattice.tokens.count
    guard count > 0 else { return [] }
    // States by the token they end before; the first list is the start of the sentence.
    var states = [[State]](repeating: [], count: count + 1)
    let edge = Reading(lemma: "", tag: .punctuation)
    for start in 0..<count {
      if start > 0, states[start].isEmpty { continue }
      for (index, arc) in lattice.arcs[start].enumerated() {
        // The cheapest way to each stage of the clause: a verb that is missing shows only at its end.
        var best = [State?](repeating: nil, count: Clause.allCases.count)
        if start == 0 {
          let clause = Clause.empty.with(arc.reading)
          best[Int(clause.rawValue)] = State(
            cost: weights.cost(edge, arc.reading),
            start: 0,
            arc: index,
            previous: -1,
            pending: false,
            clause: clause
          )
        }
        for (previous, state) in states[start].enumerated() {
          let before = lattice.arcs[state.start][state.arc].reading
          var cost = state.cost + weights.cost(before, arc.reading)
          if state.pending, before.tag == .adverb {
            if arc.reading.tag == .participle { cost -= 1.2 }
          }
          if state.isBehindNoun {
            if arc.reading.tag == .noun { cost += 1.6 } else if arc.reading.tag == .adjective { cost -= 0.7 }
          }
          if state.clause == .nominal, before.tag == .coordinator, Self.predicates.contains(arc.reading.tag) {
            cost += 2
          }
          if state.clause == .verbal, arc.reading.tag == .verb, !Self.mayFollowVerb(arc.reading) {
            cost += 1.5
          }
          let clause = state.clause.with(arc.reading)
          if let found = best[Int(clause.rawValue)], found.cost <= cost { continue }
          let isAdjective = arc.reading.tag == .adjective
          let isAuxiliary = before.tag == .verb && TagWeights.auxiliaries.contains(before.lemma)
          best[Int(clause.rawValue)] = State(
            cost: cost,
            start: start,
            arc: index,
            previous: previous,
            pending: arc.reading.tag == .adverb && (isAuxiliary || (state.pending && before.tag == .adverb)),
            isBehindNoun: isAdjective && (before.tag == .noun || state.isBehindNoun),
            clause: clause
          )
        }
        // Of two ways that cost the same the one with a verb goes first.
        for var state in best.reversed().compactMap(\.self) {
          state.cost += arc.reading.cost
          states[arc.end].append(state)
        }
      }
    }
    var position = count
    guard var index = states[count].indices.min(by: { states[count][$0].cost < states[count][$1].cost }) else {
      return []
    }
    var units: [Unit] = []
    while true {
      let state = states[position][index]
      units.append(lattice.unit(from: state.start, lattice.arcs[state.start][state.arc]))
      position = state.start
      index = state.previous
      if index < 0 { break }
    }
    return units.reversed()
  }
}
