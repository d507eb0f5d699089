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
    if isRejected(range) { return nil }
    let isSingle = range.count == 1
    var saysNothing = !first.shape.isDisjoint(with: [.initial, .headline])
    if first.shape.contains(.headline), isSingle, looksDerived(first) { return nil }
    var place = placeCue(range)
    var person = personCue(range)
    var organization = organizationCue(range)
    switch neighbour(range) {
    case .place?: place += 2
    case .person?: person += 2
    case .organization?: organization += 2
    default: break
    }
    let best = max(place, person, organization)
    if saysNothing, isSingle, !first.shape.contains(.headline), isSubject(range), !looksDerived(first) {
      saysNothing = false
    }
    if isSingle || first.shape.contains(.headline), saysNothing, best < 2 { return nil }
    // Where every noun has a capital, a capital makes no name.
    if !isEnglish, !isItalian, best < 3, isSingle || capitalizesNouns { return nil }
    if saysNothing, looksDerived(first), best < 3 { return nil }
    if isSingle, looksDerived(first), best < 1, !first.shape.contains(.allCapitals) { return nil }
    if best <= 0 { return undecided(range) }
    let confidence = min(0.8, 0.4 + 0.1 * Double(best))
    if organization == best, own.count < 6 {
      return candidate(range, .organization, confidence, "context of an organization")
    }
    if person == best { return candidate(range, .person, confidence, "context of a person") }
    return candidate(range, .place, confidence, "context of a place")
  }

  private var capitalizesNouns: Bool { language == "de" || language == "lb" }

  /// Whether the letters say that it is no name: `MPs`, `US30`, `XIV`, `Ghanaians`.
  private func isRejected(_ range: Range<Int>) -> Bool {
    let own = words[range]
    if own.allSatisfy({ isOrdinary($0) }) { return true }
    if own.allSatisfy({ !$0.shape.isDisjoint(with: [.single, .number]) }) { return true }
    guard range.count == 1, let first = own.first else { return false }
    if isRoman(range.lowerBound) { return true }
    if first.shape.contains(.digits), first.shape.contains(.allCapitals) || first.gap.contains(.other) { return true }
    let surface = bytes[Int(first.lower)..<Int(first.upper)]
    if surface.last == 0x73, surface.count > 2, surface.dropLast().allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) {
      return true
    }
    // An acronym in brackets that belongs to no organization abbreviates something else.
    if first.shape.contains(.allCapitals), first.gap.contains(.open), words[range.upperBound].gap.contains(.close) {
      return true
    }
    let folded = foldedBytes(range.lowerBound)
    return isEnglish && first.length > 6
      && Self.peoples.contains { folded.suffix($0.count).elementsEqual($0) }
  }

  private static let peoples = ["ians", "eans", "icans", "ese", "ish", "ists"].map { Array($0.utf8) }

  /// The type of the name that this one is paired with by `and` or a comma.
  func neighbour(_ range: Range<Int>) -> EntityType? {
    guard let last = candidates.last, last.confidence >= 0.5 else { return nil }
    let at = range.lowerBound
    if last.words.upperBound == at, words[at].gap.contains(.comma), words[at].gap.isSubset(of: [.comma, .space]) {
      return last.type
    }
    guard last.words.upperBound == at - 1, words[at].gap == .space, words[at - 1].gap.isSubset(of: [.space, .comma])
    else { return nil }
    let isPair = ["and", "e", "ed", "or", "o", "und", "oder", "et", "y"].contains {
      foldedBytes(at - 1).elementsEqual($0.utf8)
    }
    return isPair ? last.type : nil
  }

  /// Whether a word at the start of a sentence is followed by what only names are followed by there.
  private func isSubject(_ range: Range<Int>) -> Bool {
    let next = words[range.upperBound]
    if words[range.lowerBound].length < 3 { return false }
    if next.gap.contains(.possessive) { return true }
    guard next.gap == .space else { return false }
    let verbs =
      isItalian
      ? ["ha", "e", "era", "aveva", "sara", "avra", "sono", "viene"] : ["has", "is", "was", "had", "will", "also"]
    // `è` folds to `e`, which means something else.
    if next.length == 1, next.upper - next.lower != 2 { return false }
    return verbs.contains { foldedBytes(range.upperBound).elementsEqual($0.utf8) }
  }

  private func undecided(_ range: Range<Int>) -> NameCandidate? {
    let first = words[range.lowerBound]
    if range.count == 2,
      !words[range].contains(where: { isOrdinary($0) || !$0.shape.isDisjoint(with: [.allCapitals, .mixed, .digits]) })
    {
      return candidate(range, .person, 0.5, "two capitalized words")
    }
    if range.count > 1 {
      let ordinary = words[range].filter { isOrdinary($0) || looksDerived($0) }.count
      return ordinary * 2 >= range.count ? nil : candidate(range, .organization, 0.4, "capitalized words")
    }
    if !first.shape.isDisjoint(with: [.mixed, .allCapitals]) {
      return candidate(range, .organization, 0.4, "capitals")
    }
    return isItalian ? undecidedItalian(range) : candidate(range, .organization, 0.3, "capitalized word")
  }

  // In Italian the word before tells: no article stands before people, and companies are feminine.
  private func undecidedItalian(_ range: Range<Int>) -> NameCandidate? {
    let at = range.lowerBound
    func isAfter(_ list: [String]) -> Bool {
      at > 0 && !words[at].gap.contains(.comma) && list.contains { foldedBytes(at - 1).elementsEqual($0.utf8) }
    }
    if isAfter(["di", "d"]) { return candidate(range, .place, 0.4, "capitalized word") }
    if isAfter(["la", "della", "dell", "dalla", "dall", "alla", "all", "l", "sulla", "sull", "con"]) {
      return candidate(range, .organization, 0.4, "capitalized word")
    }
    if isAfter([
      "il", "del", "al", "i", "gli", "dei", "degli", "dai", "dagli", "le", "delle", "dalle", "ai", "agli", "alle", "lo",
      "dello", "dal", "nel", "nella", "sul", "un", "una", "uno", "ex",
    ]) {
      return candidate(range, .organization, 0.3, "capitalized word")
    }
    return candidate(range, .person, 0.4, "capitalized word")
  }

  /// How much speaks for a place.
  func placeCue(_ range: Range<Int>) -> Int {
    var score = 0
    let at = range.lowerBound
    if at > 0, words[at].gap.isSubset(of: [.space, .apostrophe]) {
      let before = words[at - 1]
      let isArticle = isEnglish && before.length <= 2 && !isWord(at - 1, "in")
      if before.classes.contains(.locative), !isArticle, !before.shape.contains(.initial) || isWord(at - 1, "in") {
        score += 2
      }
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
