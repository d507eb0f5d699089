import KoineLexicon
import KoineText

extension NameSearch {
  /// Links names that the text itself gives as one: `X (ABC)`, `ABC (X)`, `NAURA（北方华创）`, `X, già Y`, `X d/b/a Y`; and
  /// keeps the codes of shares that stand beside a name.
  mutating func addStated() {
    var taken: [Int: Int] = [:]
    for (index, found) in candidates.enumerated() { taken[found.words.lowerBound] = index }
    for index in candidates.indices {
      let found = candidates[index]
      let at = found.words.upperBound
      guard found.type == .organization, at < count, found.relation == nil else { continue }
      if words[at].gap.contains(.open), let end = closing(at) {
        if takeTickers(of: index, at..<end) { continue }
        addBracketed(index, at..<end, &taken)
      } else if let cue = AliasCue.longest(at, in: self), cue.isBold || words[at].gap.contains(.comma),
        !words[at].gap.contains(.newline), !words[at].gap.contains(.stop)
      {
        addNamed(index, from: cue.end, to: nil, cue.relation, &taken)
      }
    }
    addExplainedAcronyms(taken)
  }

  /// The word that a closing bracket stands before, for a bracket that opens before `start`.
  private func closing(_ start: Int) -> Int? {
    var end = start + 1
    while end <= count, end - start <= 24 {
      if words[end].gap.contains(.close) { return end }
      if words[end].gap.contains(.open) || words[end].gap.contains(.newline) { return nil }
      end += 1
    }
    return nil
  }

  // MARK: in brackets

  private mutating func addBracketed(_ index: Int, _ range: Range<Int>, _ taken: inout [Int: Int]) {
    let at = range.lowerBound
    if let cue = AliasCue.longest(at, in: self), cue.end < range.upperBound {
      addNamed(index, from: cue.end, to: range.upperBound, cue.relation, &taken)
      return
    }
    if words[range].allSatisfy({ $0.shape.contains(.cjk) }) {
      give(range, to: index, .alias, "other name in brackets", &taken)
      return
    }
    // What follows may be a code, or the name in quotation marks once more.
    let next = words[at + 1].gap
    let isFirst = range.count == 1 || next.contains(.stop) || next.contains(.comma) || next.contains(.quote)
    let isCJK = words[candidates[index].words].allSatisfy { $0.shape.contains(.cjk) }
    if isFirst, isAcronym(at), isCJK || fits(at, candidates[index].words) {
      give(at..<(at + 1), to: index, .alias, "other name in brackets", &taken)
    } else if isCJK, chunkEnd(at) >= range.upperBound, words[at].isCapital, !isOrdinary(words[at]) {
      give(range, to: index, .alias, "other name in brackets", &taken)
    }
  }

  /// The name after `formerly`, `detta anche` and the like.
  private mutating func addNamed(
    _ index: Int,
    from start: Int,
    to limit: Int?,
    _ relation: Mention.Relation,
    _ taken: inout [Int: Int]
  ) {
    var at = start
    while at < count, at - start < 2, isArticle(at), taken[at] == nil { at += 1 }
    guard at < limit ?? count else { return }
    for word in (start...at) where !words[word].gap.isSubset(of: [.space, .quote, .colon, .apostrophe]) { return }
    if let other = taken[at], limit.map({ candidates[other].words.upperBound <= $0 }) ?? true {
      give(candidates[other].words, to: index, relation, "other name given in the text", &taken)
      return
    }
    if words[at].shape.contains(.cjk) {
      var end = at + 1
      while end < limit ?? count, words[end].shape.contains(.cjk), words[end].gap.isEmpty, end - at < 24 { end += 1 }
      give(at..<end, to: index, relation, "other name given in the text", &taken)
      return
    }
    guard words[at].isCapital else { return }
    let end = min(chunkEnd(at), limit ?? count)
    let isPlain = words[at..<end].allSatisfy { isOrdinary($0) || isTrigger($0, [.orgFirst, .orgLast]) }
    if isPlain || !words[at].classes.isDisjoint(with: [.calendar, .demonym]) { return }
    give(at..<end, to: index, relation, "other name given in the text", &taken)
  }

  private func isArticle(_ index: Int) -> Bool {
    ["the", "la", "il", "lo", "l", "le", "die", "der", "das", "as"].contains {
      foldedBytes(index).elementsEqual($0.utf8)
    }
      && !words[index].shape.contains(.allCapitals)
  }

  /// Makes a stretch of words another name of a candidate, unless it is known to be something else.
  private mutating func give(
    _ range: Range<Int>,
    to index: Int,
    _ relation: Mention.Relation,
    _ why: String,
    _ taken: inout [Int: Int]
  ) {
    let leader = candidates[index].leader
    if let other = taken[range.lowerBound] {
      let known = candidates[other]
      guard known.confidence >= 0, known.words == range, known.leader == other,
        known.type == .organization || known.row == nil
      else { return }
      if known.type == .person, known.confidence >= 0.6 { return }
      // What the registry tells apart is two things, whatever stands between them.
      if let one = entity(of: other), let two = entity(of: leader) {
        if one == two { candidates[other].relation = relation }
        return
      }
      candidates[other].leader = leader
      candidates[other].type = .organization
      candidates[other].confidence = max(0.8, known.confidence)
      candidates[other].relation = relation
      candidates[other].isWeak = false
      if known.row == nil { candidates[other].why = why }
    } else {
      var other = candidate(range, .organization, 0.8, why)
      other.leader = leader
      other.relation = relation
      taken[range.lowerBound] = candidates.count
      candidates.append(other)
    }
  }

  /// What the registry knows a candidate as.
  private func entity(of index: Int) -> String? {
    candidates[index].row.flatMap { PhraseEntry(tables.phrases.row($0))?.id }.flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: acronyms

  /// `SMIC (Semiconductor Manufacturing International Corporation)`: the acronym stands first.
  private mutating func addExplainedAcronyms(_ taken: [Int: Int]) {
    let covered = coverage()
    for (at, index) in taken.sorted(by: { $0.key < $1.key }) where at > 0 {
      let long = candidates[index]
      guard long.type == .organization, long.confidence >= 0.6, long.words.count > 1, long.leader == index,
        words[at].gap.contains(.open), closing(at) == long.words.upperBound, isAcronym(at - 1),
        fits(at - 1, long.words)
      else { continue }
      if let other = taken[at - 1] {
        guard candidates[other].words == (at - 1)..<at else { continue }
        if let one = entity(of: other), let two = entity(of: index) {
          if one == two { candidates[other].relation = .alias }
          continue
        }
        candidates[other].leader = index
        candidates[other].type = .organization
        candidates[other].confidence = max(0.8, candidates[other].confidence)
        candidates[other].relation = .alias
        candidates[other].isWeak = false
      } else if !covered[at - 1] {
        var other = candidate((at - 1)..<at, .organization, 0.8, "spelled out in brackets")
        other.leader = index
        other.relation = .alias
        candidates.append(other)
      }
    }
  }

  func isAcronym(_ index: Int) -> Bool {
    let word = words[index]
    return word.isCapital && word.length >= 2 && word.length <= 8
      && !word.shape.isDisjoint(with: [.allCapitals, .mixed]) && !word.shape.contains(.number)
  }

  /// Whether the letters of an acronym are the first letters of the words of a name, in their order.
  ///
  /// Legal forms, small words and words such as `Group` may be left out; capitals within a word count.
  func fits(_ index: Int, _ range: Range<Int>) -> Bool {
    let letters = Array(foldedBytes(index))
    let parts = range.prefix(16).map { word in
      AcronymPart(
        letters: Array(foldedBytes(word)),
        capitals: innerCapitals(word),
        isOptional: !words[word].isCapital || isFunction(words[word])
          || !words[word].classes.isDisjoint(with: [.legalStart, .orgLast])
      )
    }
    guard letters.count >= 2, letters.count <= 8, parts.count > 1 || parts.first?.capitals.isEmpty == false else {
      return false
    }
    return AcronymPart.match(letters[...], parts[...])
  }

  /// The letters of a word after its first that are capitals, small; none where all are.
  private func innerCapitals(_ index: Int) -> [UInt8] {
    let surface = bytes[Int(words[index].lower)..<Int(words[index].upper)]
    if !surface.contains(where: { (0x61...0x7A).contains($0) }) { return [] }
    return surface.dropFirst().filter { (0x41...0x5A).contains($0) }.map { $0 + 0x20 }
  }
}

/// A word of a name that an acronym may stand for.
private struct AcronymPart {
  var letters: [UInt8]
  var capitals: [UInt8]
  var isOptional: Bool

  static func match(_ acronym: ArraySlice<UInt8>, _ parts: ArraySlice<AcronymPart>) -> Bool {
    guard let part = parts.first else { return acronym.isEmpty }
    if part.isOptional, match(acronym, parts.dropFirst()) { return true }
    guard let letter = acronym.first, part.letters.first == letter else { return false }
    var rest = acronym.dropFirst()
    if match(rest, parts.dropFirst()) { return true }
    for capital in part.capitals where rest.first == capital {
      rest = rest.dropFirst()
      if match(rest, parts.dropFirst()) { return true }
    }
    return false
  }
}
