import KoineText

/// Holds a finished translation against its source: the same numbers, negations and locks.
struct Check {
  let units: [Unit]
  let sentence: String

  /// Whether nothing that must not be lost was lost.
  func passes(_ path: BeamDecoder.Path, _ english: String) -> Bool {
    var covered: [TextRange] = []
    for piece in path.options.flatMap(\.pieces) where !piece.text.isEmpty {
      if let source = piece.source { covered.append(source) }
    }
    for unit in units {
      let mustStay = unit.tag == .negation || unit.tag == .number || unit.has("lock") || unit.has("value")
      if mustStay, !covered.contains(where: { $0.overlaps(unit.range) }) { return false }
      if unit.has("lock"), let text = unit.reading.given?.english, !english.contains(text) { return false }
    }
    return Self.digits(in: sentence) == Self.digits(in: english) || units.contains { $0.has("value") || $0.has("lock") }
  }

  /// The digits of all numbers, in the order of the digits: dates change places between the languages.
  private static func digits(in text: String) -> [UInt8] { text.utf8.filter { $0 &- 48 < 10 }.sorted() }
}
