/// The ways to read a Japanese name whose characters have several readings.
struct KanjiLattice: Sendable {
  private let places: [[[UInt8]]]
  private let lengths: [Int]

  init(_ name: ForeignName) {
    places = name.readings
    var at = 0
    lengths = name.parts.map { part in
      at += part.characters.count
      return at
    }
  }

  /// Whether `letters` read two or more characters in a row, from first to last.
  func reads(_ letters: [UInt8]) -> Bool {
    guard letters.count >= 4, letters.count <= 40, places.count <= 80 else { return false }
    return places.indices.contains { reads(letters, from: $0, least: 2) != nil }
  }

  /// Whether `letters` read the characters of `part` and no others.
  func reads(_ letters: [UInt8], part: ForeignName.Part) -> Bool {
    guard !part.isGlossed, letters.count >= 3, letters.count <= 40 else { return false }
    let options = part.characters.indices.compactMap { offset in readings(part, offset) }
    guard options.count == part.characters.count, !options.isEmpty else { return false }
    var ends: Set<Int> = [0]
    for option in options {
      var next: Set<Int> = []
      for end in ends {
        for reading in option where fits(letters, reading, at: end) { next.insert(end + reading.count) }
      }
      ends = next
    }
    return ends.contains(letters.count)
  }

  private func readings(_ part: ForeignName.Part, _ offset: Int) -> [[UInt8]]? {
    offset < part.readings.count && !part.readings[offset].isEmpty ? part.readings[offset] : nil
  }

  private func reads(_ letters: [UInt8], from start: Int, least: Int) -> Int? {
    var ends: Set<Int> = [0]
    for index in start..<places.count {
      var next: Set<Int> = []
      for end in ends {
        for reading in places[index] where fits(letters, reading, at: end) { next.insert(end + reading.count) }
      }
      if next.contains(letters.count), index - start + 1 >= least { return index }
      if next.isEmpty { return nil }
      ends = next
    }
    return nil
  }

  private func fits(_ letters: [UInt8], _ reading: [UInt8], at start: Int) -> Bool {
    start + reading.count <= letters.count && letters[start..<(start + reading.count)].elementsEqual(reading)
  }
}
