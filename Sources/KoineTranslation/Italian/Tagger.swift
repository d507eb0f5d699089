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
  }

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
        var best: State?
        if start == 0 {
          best = State(cost: weights.cost(edge, arc.reading), start: 0, arc: index, previous: -1, pending: false)
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
          if let found = best, found.cost <= cost { continue }
          let isAdjective = arc.reading.tag == .adjective
          let isAuxiliary = before.tag == .verb && TagWeights.auxiliaries.contains(before.lemma)
          best = State(
            cost: cost,
            start: start,
            arc: index,
            previous: previous,
            pending: arc.reading.tag == .adverb && (isAuxiliary || (state.pending && before.tag == .adverb)),
            isBehindNoun: isAdjective && (before.tag == .noun || state.isBehindNoun)
          )
        }
        guard var state = best else { continue }
        state.cost += arc.reading.cost
        states[arc.end].append(state)
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
