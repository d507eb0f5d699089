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
    case empty, nominal, verbal

    func with(_ reading: Reading) -> Clause {
      switch reading.tag {
      case .verb: .verbal
      case .noun, .name, .pronoun: self == .empty ? .nominal : self
      case .subordinator, .relative, .question: self == .verbal ? .empty : self
      case .punctuation: self == .verbal && [";", ":"].contains(reading.lemma) ? .empty : self
      default: self
      }
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
