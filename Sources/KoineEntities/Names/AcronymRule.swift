/// When a short word is the acronym of a longer name.
enum AcronymRule {
  /// Whether `letters` are exactly `initials`.
  static func fit(_ letters: [UInt8], _ initials: [UInt8]) -> Bool { letters == initials }

  /// Whether all `initials` come in their order in `letters`, which may have letters from inside words between them.
  static func runs(_ letters: [UInt8], through initials: [UInt8]) -> Bool {
    var rest = initials[...]
    for letter in letters where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// How well `letters` stand for a name with these first letters, 0 to 1; all letters must be used in their order.
  ///
  /// Optional words (of, the, Ltd) may be left out, others too at a cost; each letter is an initial.
  static func score(_ letters: ArraySlice<UInt8>, _ name: PreparedName) -> Float {
    guard letters.count >= 2, letters.count <= 10 else { return 0 }
    let required = name.initials.filter { !$0.isOptional }
    guard required.count >= 2 || name.initials.count >= 2 else { return 0 }
    let letters = Array(letters)
    let all = name.initials.map(\.letter)
    let named = name.initials.filter { !$0.isLegal }.map(\.letter)
    if letters == required.map(\.letter) || letters == all || letters == named { return exact(letters.count) }
    // The first words make the acronym, the rest says where or after whom.
    if letters.count >= 3, required.prefix(letters.count).map(\.letter) == letters {
      return letters.count > 3 ? 0.75 : 0.62
    }
    return required.count >= 2 ? inner(letters, name) : 0
  }

  private static func exact(_ count: Int) -> Float { count >= 4 ? 0.93 : count == 3 ? 0.88 : 0.62 }

  /// Letters in order over the words: an initial is worth a point, a letter inside a word that began little.
  private static func inner(_ letters: [UInt8], _ name: PreparedName) -> Float {
    // Costs are in tenths, so that the arithmetic is exact.
    let words = name.acronymWords
    guard words.count >= 2, words.count <= 24, letters.count >= 3 else { return 0 }
    let unreachable = -10_000
    // best[j]: most points with the letters so far, the last taken from word j at some place.
    var best: [[Int: Int]] = [[-1: 0]]
    for letter in letters {
      var next: [Int: Int] = [:]
      for (state, points) in best[best.count - 1] {
        let word = state < 0 ? -1 : state >> 5
        let place = state < 0 ? 0 : state & 31
        // A letter further inside the word begun.
        if word >= 0 {
          let text = words[word].text
          var at = place + 1
          while at < min(text.count, 12) {
            if text[at] == letter {
              let key = word << 5 | at
              let value = points + (at == place + 1 ? 1 : -1)
              if next[key, default: unreachable] < value { next[key] = value }
              break
            }
            at += 1
          }
        }
        // The first letter of a later word; words passed over cost.
        var cost = 0
        var later = word + 1
        while later < words.count {
          if words[later].text.first == letter {
            let key = later << 5
            let value = points + 10 - cost
            if next[key, default: unreachable] < value { next[key] = value }
          }
          cost += words[later].isOptional ? 1 : 6
          if cost > 18 { break }
          later += 1
        }
      }
      if next.isEmpty { return 0 }
      best.append(next)
    }
    var top = unreachable
    for (state, points) in best[best.count - 1] {
      let word = state >> 5
      let left = words[(word + 1)...].reduce(0) { $0 + ($1.isOptional ? 0 : 6) }
      top = max(top, points - left)
    }
    let required = words.filter { !$0.isOptional }.count
    guard required > 0, top > 0 else { return 0 }
    let share = Float(top) / Float(10 * max(required, 2))
    return share < 0.56 ? 0 : min(0.85, 0.35 + 0.5 * share)
  }
}

extension PreparedName {
  /// The words that an acronym is made of.
  var acronymWords: [(text: ArraySlice<UInt8>, isOptional: Bool)] {
    // A slice of its own for each word, so that places in it count from 0.
    initials.filter { !$0.isLegal }.map { (ArraySlice(Array(bytes[Int($0.lower)..<Int($0.upper)])), $0.isOptional) }
  }
}
