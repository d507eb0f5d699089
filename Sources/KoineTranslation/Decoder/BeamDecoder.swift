import KoineText

/// Chooses among the options the cheapest row that covers every unit once, by beam search.
///
/// The cost of a row is the sum of its options' costs and of what local grammar says about neighbours; a model of English word
/// sequences would be one more summand of `junction`.
struct BeamDecoder: Sendable {
  /// How many rows are kept at each place.
  static let width = 6

  struct Path: Sendable {
    var options: [Option]
    var cost: Float
  }

  private struct State {
    var cost: Float
    var option: (start: Int, index: Int)
    var previous: Int
  }

  /// The cheapest row of options.
  func decode(_ lattice: OptionLattice) -> Path {
    let options = lattice.options
    let count = options.count
    guard count > 0 else { return Path(options: [], cost: 0) }
    var states = [[State]](repeating: [], count: count + 1)
    for start in 0..<count {
      if start > 0, states[start].isEmpty { continue }
      for (index, option) in options[start].enumerated() {
        var best: State?
        if start == 0 { best = State(cost: option.cost, option: (start, index), previous: -1) }
        for (previous, state) in states[start].enumerated() {
          let before = options[state.option.start][state.option.index]
          let cost = state.cost + option.cost + Self.junction(before, option)
          if let found = best, found.cost <= cost { continue }
          best = State(cost: cost, option: (start, index), previous: previous)
        }
        guard let best else { continue }
        insert(best, into: &states[option.units.upperBound])
      }
    }
    guard var state = states[count].first else { return Path(options: [], cost: 0) }
    let cost = state.cost
    var path: [Option] = []
    while true {
      path.append(options[state.option.start][state.option.index])
      guard state.previous >= 0 else { break }
      state = states[state.option.start][state.previous]
    }
    return Path(options: path.reversed(), cost: cost)
  }

  /// Keeps the states of a place in order and within the beam.
  private func insert(_ state: State, into states: inout [State]) {
    let place = states.firstIndex { $0.cost > state.cost } ?? states.count
    guard place < Self.width else { return }
    states.insert(state, at: place)
    // Rows that other states point back to stay where they are: a place is complete before it is left.
    if states.count > Self.width { states.removeLast() }
  }

  /// What local grammar says about two options side by side.
  private static func junction(_ first: Option, _ second: Option) -> Float {
    guard let last = first.pieces.last?.text, let next = second.pieces.first?.text else { return 0 }
    if last == next, functionWords.contains(last) { return 3 }
    if last == "the" || last == "a", articles.contains(next) { return 3 }
    return 0
  }

  private static let functionWords: Set<String> = [
    "the", "a", "of", "to", "in", "for", "from", "by", "that", "and", "is",
  ]
  private static let articles: Set<String> = ["the", "a", "this", "that", "its", "their", "his", "her", "our"]
}
