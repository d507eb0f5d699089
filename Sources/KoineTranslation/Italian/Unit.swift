import KoineText

/// A word, phrase or lock of the sentence with the reading chosen for it.
struct Unit: Sendable {
  var tokens: Range<Int>
  /// The UTF-8 offsets in the sentence.
  var range: TextRange
  /// As it stands.
  var text: String
  var lower: String
  var isSpaced: Bool
  var isCapitalized: Bool
  var reading: Reading

  var tag: Tag { reading.tag }
  var lemma: String { reading.lemma }
  var features: Features { reading.features }

  /// Whether the unit is a mark among `marks`.
  func isMark(_ marks: String...) -> Bool { tag == .punctuation && marks.contains(text) }

  /// Whether it is a settled stretch of text: a lock or a value.
  func has(_ note: String) -> Bool { reading.given?.has(note) ?? false }
}

/// The ways in which a sentence can be cut into units, each with a reading.
struct UnitLattice: Sendable {
  struct Arc: Sendable {
    var end: Int
    var reading: Reading
  }

  /// The arcs that start at each token.
  var arcs: [[Arc]]
  let tokens: [ItalianToken]

  init(tokens: [ItalianToken]) {
    self.tokens = tokens
    arcs = [[Arc]](repeating: [], count: tokens.count)
  }

  /// The tokens that `range` covers exactly.
  func tokens(at range: TextRange) -> Range<Int>? {
    guard let first = tokens.firstIndex(where: { $0.range.lower == range.lower }),
      let last = tokens[first...].firstIndex(where: { $0.range.upper == range.upper })
    else { return nil }
    return first..<(last + 1)
  }

  /// Makes finite verbs likelier, for a sentence that came out without one; `false` if none is possible.
  mutating func favorVerbs() -> Bool {
    var isPossible = false
    for start in arcs.indices {
      for index in arcs[start].indices where arcs[start][index].reading.tag == .verb {
        let features = arcs[start][index].reading.features
        guard features.person == 3, features.tense != .imperative, features.tense != .subjunctive else { continue }
        arcs[start][index].reading.cost -= 2.2
        isPossible = true
      }
    }
    return isPossible
  }

  /// The unit of an arc.
  func unit(from start: Int, _ arc: Arc) -> Unit {
    let covered = tokens[start..<arc.end]
    var text = ""
    for (index, token) in covered.enumerated() { text += (index > 0 && token.isSpaced ? " " : "") + token.text }
    let first = tokens[start]
    return Unit(
      tokens: start..<arc.end,
      range: TextRange(lower: first.range.lower, upper: tokens[arc.end - 1].range.upper),
      text: text,
      lower: covered.count == 1 ? first.lower : text.lowercased(),
      isSpaced: first.isSpaced,
      isCapitalized: first.isCapitalized,
      reading: arc.reading
    )
  }
}
