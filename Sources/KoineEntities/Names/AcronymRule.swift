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
  static func score(_ letters: Span<UInt8>, _ name: PreparedName) -> Float {
    guard letters.count >= 2, letters.count <= 10, name.initials.count >= 2 else { return 0 }
    for index in letters.indices where name.wideMask & LetterMask.bit(letters[index]) == 0 { return 0 }
    let initials = name.initials.span
    var required = 0
    for index in initials.indices where !initials[index].isOptional { required += 1 }
    if fits(letters, initials, where: { !$0.isOptional }) || fits(letters, initials, where: { _ in true })
      || fits(letters, initials, where: { !$0.isLegal })
    {
      return exact(letters.count)
    }
    // The first words make the acronym, the rest says where or after whom.
    if letters.count >= 3, required >= letters.count, begins(letters, initials) {
      return letters.count > 3 ? 0.75 : 0.62
    }
    let bytes = name.bytes.span
    return required >= 2 && !isCutShort(letters, initials, bytes) ? inner(letters, initials, bytes) : 0
  }

  // `Vale` is no acronym of `Valero Energy`.
  private static func isCutShort(
    _ letters: Span<UInt8>,
    _ initials: Span<PreparedName.Initial>,
    _ bytes: Span<UInt8>
  ) -> Bool {
    for index in initials.indices where initials[index].range.count >= letters.count {
      let start = initials[index].range.lowerBound
      var same = 0
      while same < letters.count, letters[same] == bytes[start + same] { same += 1 }
      if same == letters.count { return true }
    }
    return false
  }

  private static func exact(_ count: Int) -> Float { count >= 4 ? 0.93 : count == 3 ? 0.88 : 0.62 }

  @inline(__always)
  private static func fits(
    _ letters: Span<UInt8>,
    _ initials: Span<PreparedName.Initial>,
    where isMeant: (PreparedName.Initial) -> Bool
  ) -> Bool {
    var at = 0
    for index in initials.indices where isMeant(initials[index]) {
      if at == letters.count || letters[at] != initials[index].letter { return false }
      at += 1
    }
    return at == letters.count
  }

  private static func begins(_ letters: Span<UInt8>, _ initials: Span<PreparedName.Initial>) -> Bool {
    var at = 0
    for index in initials.indices where !initials[index].isOptional && at < letters.count {
      if letters[at] != initials[index].letter { return false }
      at += 1
    }
    return at == letters.count
  }

  private static let mostWords = 24
  // Letters further inside a word are in no acronym.
  private static let deepest = 12

  /// Letters in order over the words: an initial is worth a point, a letter inside a word that began little.
  private static func inner(
    _ letters: Span<UInt8>,
    _ initials: Span<PreparedName.Initial>,
    _ bytes: Span<UInt8>
  ) -> Float {
    var words: [PreparedName.Initial] = []
    for index in initials.indices where !initials[index].isLegal { words.append(initials[index]) }
    guard words.count >= 2, words.count <= mostWords, letters.count >= 3 else { return 0 }
    // Costs are in tenths, so that the arithmetic is exact.
    let unreachable: Int16 = -10_000
    // points[word, place]: most points with the letters so far, the last taken from that place of that word.
    var points = InlineArray<288, Int16>(repeating: unreachable)
    var isFirst = true
    for letter in letters.indices {
      var next = InlineArray<288, Int16>(repeating: unreachable)
      var isReachable = false
      func reach(_ from: Int, _ before: Int16) {
        // The first letter of a later word; words passed over cost.
        var cost: Int16 = 0
        var later = from
        while later < words.count, cost <= 18 {
          if words[later].letter == letters[letter] {
            next[later * deepest] = max(next[later * deepest], before + 10 - cost)
            isReachable = true
          }
          cost += words[later].isOptional ? 1 : 6
          later += 1
        }
      }
      if isFirst {
        reach(0, 0)
      } else {
        for word in words.indices {
          var best = unreachable
          let start = Int(words[word].lower)
          let count = min(Int(words[word].upper) - start, deepest)
          for place in 0..<max(count, 1) {
            let before = points[word * deepest + place]
            if before == unreachable { continue }
            best = max(best, before)
            // A letter further inside the word begun.
            for at in (place + 1)..<max(count, place + 1) where bytes[start + at] == letters[letter] {
              let state = word * deepest + at
              next[state] = max(next[state], before + (at == place + 1 ? 1 : -1))
              isReachable = true
              break
            }
          }
          if best != unreachable { reach(word + 1, best) }
        }
      }
      if !isReachable { return 0 }
      isFirst = false
      points = next
    }
    return share(points, words, unreachable)
  }

  private static func share(
    _ points: borrowing InlineArray<288, Int16>,
    _ words: [PreparedName.Initial],
    _ unreachable: Int16
  ) -> Float {
    var top = unreachable
    var left: Int16 = 0
    var required = 0
    for word in words.indices.reversed() {
      for place in 0..<deepest where points[word * deepest + place] != unreachable {
        top = max(top, points[word * deepest + place] - left)
      }
      if !words[word].isOptional {
        left += 6
        required += 1
      }
    }
    guard required > 0, top > 0 else { return 0 }
    let share = Float(top) / Float(10 * max(required, 2))
    return share < 0.56 ? 0 : min(0.85, 0.35 + 0.5 * share)
  }
}
