import KoineText

extension NameSearch {
  /// Adds an unknown run as what its surroundings make of it; returns the word to go on with.
  mutating func addUnknown(_ at: Int, _ limit: Int, followsRole: Bool) -> Int {
    var end = at + 1
    while end < limit {
      let word = words[end]
      if let phrase = longestName(at: end), phrase.entry.kind != .place || phrase.end - end > 1 { break }
      if !word.classes.isDisjoint(with: [.calendar, .demonym]) { break }
      if words[end].shape.contains(.headline), isOrdinary(word) { break }
      if word.classes.contains(.given), end + 1 < limit, !isOrdinary(words[end + 1]), end == at + 1,
        words[at].shape.contains(.initial)
      {
        return end
      }
      end += 1
    }
    while end > at + 1, isOrdinary(words[end - 1]), words[end - 1].classes.isDisjoint(with: [.surname, .given]) {
      end -= 1
    }
    guard let found = judged(at..<end) else { return end }
    return add(found)
  }

  private func judged(_ range: Range<Int>) -> NameCandidate? {
    let first = words[range.lowerBound]
    let own = words[range]
    if own.allSatisfy({ isOrdinary($0) }) { return nil }
    if own.allSatisfy({ $0.shape.contains(.single) || $0.shape.contains(.number) }) { return nil }
    let isSingle = range.count == 1
    let saysNothing = !first.shape.isDisjoint(with: [.initial, .headline])
    if first.shape.contains(.headline), isSingle, looksDerived(first) { return nil }
    let place = placeCue(range)
    let person = personCue(range)
    let organization = organizationCue(range)
    let best = max(place, person, organization)
    if isSingle || first.shape.contains(.headline), saysNothing, best < 2 { return nil }
    // Where every noun has a capital, a capital makes no name.
    if !isEnglish, !isItalian, best < 3, isSingle || capitalizesNouns { return nil }
    if saysNothing, looksDerived(first), best < 3 { return nil }
    if isSingle, looksDerived(first), best < 1, !first.shape.contains(.allCapitals) { return nil }
    if best <= 0 { return undecided(range) }
    let confidence = min(0.8, 0.4 + 0.1 * Double(best))
    if organization == best { return candidate(range, .organization, confidence, "context of an organization") }
    if person == best { return candidate(range, .person, confidence, "context of a person") }
    return candidate(range, .place, confidence, "context of a place")
  }

  private var capitalizesNouns: Bool { language == "de" || language == "lb" }

  private func undecided(_ range: Range<Int>) -> NameCandidate? {
    let first = words[range.lowerBound]
    if range.count == 2,
      !words[range].contains(where: { isOrdinary($0) || !$0.shape.isDisjoint(with: [.allCapitals, .mixed, .digits]) })
    {
      return candidate(range, .person, 0.5, "two capitalized words")
    }
    if range.count > 1 { return candidate(range, .organization, 0.4, "capitalized words") }
    if !first.shape.isDisjoint(with: [.mixed, .allCapitals]) {
      return candidate(range, .organization, 0.4, "capitals")
    }
    return candidate(range, isItalian ? .place : .organization, 0.35, "capitalized word")
  }

  /// How much speaks for a place.
  func placeCue(_ range: Range<Int>) -> Int {
    var score = 0
    let at = range.lowerBound
    if at > 0, words[at].gap.isSubset(of: [.space, .apostrophe]) {
      let before = words[at - 1]
      if before.classes.contains(.locative), !before.shape.contains(.initial) || isWord(at - 1, "in") { score += 2 }
      if before.classes.contains(.placeNoun) { score += 2 }
      let isOf = isWord(at - 1, "of") || isWord(at - 1, "di") || isWord(at - 1, "del") || isWord(at - 1, "della")
      if at > 1, isOf, words[at - 2].classes.contains(.placeNoun) { score += 3 }
    }
    let next = words[range.upperBound]
    if next.gap.isSubset(of: [.comma, .space]), next.gap.contains(.comma), next.isCapital,
      let phrase = longestName(at: range.upperBound), phrase.entry.kind == .place
    {
      score += 2
    }
    return score
  }

  /// How much speaks for a person.
  func personCue(_ range: Range<Int>) -> Int {
    var score = 0
    let at = range.lowerBound
    let next = words[range.upperBound]
    if range.count <= 4 {
      if next.gap == .space, next.classes.contains(.speech) { score += 3 }
      if next.gap == .space, next.classes.contains(.deed) { score += 2 }
      if next.gap == .space, isItalian, isWord(range.upperBound, "ha"), follows(range.upperBound, .speech) {
        score += 3
      }
      if next.gap == .space, isWord(range.upperBound, "who") { score += 2 }
      if next.gap.contains(.comma), isWord(range.upperBound, "who") { score += 2 }
      if at > 0, words[at].gap == .space, words[at - 1].classes.contains(.speech) { score += 3 }
      if next.gap.isSubset(of: [.comma, .space]), next.gap.contains(.comma) {
        if next.shape.contains(.number), next.length == 2 { score += 2 }
        if longestRole(at: range.upperBound) != nil { score += 2 }
      }
    }
    if range.count == 2 || range.count == 3 {
      if words[range].contains(where: { $0.shape.contains(.single) }) { score += 1 }
      if words[range.upperBound - 1].classes.contains(.surname) { score += 2 }
      if words[at].classes.contains(.given) { score += 2 }
    }
    return score
  }

  private func follows(_ index: Int, _ classes: WordClass) -> Bool {
    index + 1 < count && words[index + 1].gap == .space && !words[index + 1].classes.isDisjoint(with: classes)
  }

  /// How much speaks for an organization.
  func organizationCue(_ range: Range<Int>) -> Int {
    var score = 0
    let at = range.lowerBound
    let next = words[range.upperBound]
    let first = words[at]
    if words[range].contains(where: { $0.gap.contains(.ampersand) && $0.lower != first.lower }) { score += 2 }
    if words[range].contains(where: { $0.shape.contains(.mixed) }) { score += 1 }
    if at > 0, words[at].gap.isSubset(of: [.space, .quote]), words[at - 1].classes.contains(.orgNoun) { score += 3 }
    if at > 0, words[at].gap == .space, isWord(at - 1, "at") { score += 1 }
    if next.gap == .space {
      if next.classes.contains(.orgAfter) { score += 2 }
      if next.classes.contains(.orgDeed) { score += 2 }
      if isItalian, isWord(range.upperBound, "ha"), follows(range.upperBound, .orgDeed) { score += 2 }
    }
    if next.gap.contains(.possessive), next.classes.contains(.orgAfter) || next.classes.contains(.roleStart) {
      score += 2
    }
    return score
  }
}
