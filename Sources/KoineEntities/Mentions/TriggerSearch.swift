import KoineText

extension NameSearch {
  /// A run that ends in a legal form: `X S.p.A.`, `Y Co., Ltd.`.
  func namedByForm(_ at: Int, _ limit: Int, _ phrase: Phrase?) -> NameCandidate? {
    var index = at + 1
    while index <= limit, index < count {
      let isInside = index < limit
      if let form = longestLegalForm(at: index), isInside || joinsForm(index) {
        let isCompany = form.entry.note != "inside"
        if let phrase, phrase.end >= form.end { return nil }
        if isCompany, !isFunction(words[at]) || words[at].classes.contains(.phraseStart) {
          if words[index].shape.contains(.headline), form.end - index == 1, words[index].length <= 2 { return nil }
          var found = candidate(at..<form.end, .organization, 0.95, "legal form")
          found.legalWords = form.end - index
          found.upper = endOfForm(form)
          if let phrase, phrase.end == index { found.row = phrase.entry.row }
          return found
        }
      }
      index += 1
    }
    return nil
  }

  private func joinsForm(_ index: Int) -> Bool {
    words[index].gap.isSubset(of: [.space, .comma, .ampersand, .slash])
  }

  func endOfForm(_ form: Phrase) -> UInt32 {
    let upper = words[form.end - 1].upper
    // Behind `AG` or `SpA` the full stop is the sentence's, behind `Ltd` and `S.p.A` the abbreviation's.
    let last = words[form.end - 1]
    let isAbbreviated = last.shape.contains(.dotted) || upper > 0 && (0x61...0x7A).contains(bytes[Int(upper) - 1])
    if isAbbreviated, form.entry.written.utf8.last == 0x2E, Int(upper) < bytes.count, bytes[Int(upper)] == 0x2E {
      return upper + 1
    }
    return upper
  }

  /// A run that a word such as `Group`, `Ministry` or `Valley` makes a name.
  func namedByTrigger(_ at: Int, _ limit: Int, _ phrase: Phrase?) -> NameCandidate? {
    var last = -1
    var isPlace = false
    var trailing = 0
    var start = at
    var index = at
    while index < limit {
      let word = words[index]
      if index > at, isTrigger(word, [.orgLast, .placeLast]) {
        last = index
        isPlace = !isTrigger(word, .orgLast)
      }
      // In a headline any word may have a capital: the name begins after the last ordinary one.
      if word.shape.contains(.headline), isOrdinary(word), !isTrigger(word, [.orgFirst, .placeFirst]), last != index {
        if last >= 0 { break }
        if index > at { return nil }
        start = index + 1
      }
      index += 1
    }
    if start > at { return nil }
    if last > at, phrase.map({ $0.end <= last }) ?? true {
      // `Shunqing District Committee`: the body is called by its place.
      if !isPlace, last - 1 > at, isWord(last, "committee"), isTrigger(words[last - 1], .placeLast) {
        last -= 1
        isPlace = true
        trailing = 1
      }
      let body = at..<last
      let isGeneric = body.allSatisfy {
        isOrdinary(words[$0]) || isTrigger(words[$0], [.orgFirst, .orgLast, .placeLast])
      }
      if isPlace {
        let rest = (phrase?.end ?? at)..<max(last, phrase?.end ?? at)
        let isNamed = phrase?.end == last || (!isGeneric && !rest.contains { isOrdinary(words[$0]) })
        if isNamed, last - at <= 3 {
          var found = candidate(at..<(last + 1), .place, 0.8, "place word")
          found.trailingWords = trailing
          if let phrase, phrase.end == last, phrase.entry.kind == .place { found.row = phrase.entry.row }
          return trailing > 0 ? found : extendedByOf(found, limit)
        }
      } else if !isGeneric || (body.count >= 2 && opensGeneric(at)) || words[at].classes.contains(.demonym) {
        var found = candidate(at..<(last + 1), .organization, isGeneric ? 0.65 : 0.85, "organization word")
        // `Marcegaglia Group` is Marcegaglia; `Samsung Engineering` is another company than Samsung.
        if let phrase, phrase.end == last, phrase.entry.kind == .registry, isPlainTrigger(last) {
          found.row = phrase.entry.row
        }
        return extendedByOf(found, limit)
      }
    }
    let word = words[at]
    let followsName = candidates.last?.words.upperBound == at && word.gap.isTight
    if phrase == nil, !followsName, isTrigger(word, [.orgFirst, .placeFirst]) {
      let isOrganization = isTrigger(word, .orgFirst)
      let type: EntityType = isOrganization ? .organization : .place
      let why = isOrganization ? "organization word" : "place word"
      if limit > at + 1, isItalian || !isOrdinary(words[at + 1]) {
        return extendedByOf(candidate(at..<limit, type, 0.8, why), limit)
      }
      let bare = candidate(at..<(at + 1), type, 0.7, why)
      let longer = extendedByOf(bare, limit)
      if longer.words.count > 1 { return longer }
    }
    return nil
  }

  private func isPlainTrigger(_ index: Int) -> Bool {
    Self.plainTriggers.contains { foldedBytes(index).elementsEqual($0) }
  }

  private static let plainTriggers = [
    "group", "holding", "holdings", "corporation", "company", "co", "enterprises", "international",
  ].map { Array($0.utf8) }

  // `National Science Foundation` is made of ordinary words only, and so is `Supply Chain Planning Center`.
  private func opensGeneric(_ at: Int) -> Bool {
    Self.genericHeads.contains { foldedBytes(at).elementsEqual($0) }
  }

  private static let genericHeads = [
    "national", "international", "european", "federal", "world", "royal", "american", "global", "central", "supreme",
    "public", "state", "general", "united", "united", "republican", "democratic", "social", "environmental",
  ].map { Array($0.utf8) }

  /// Goes on over `of`, `di` and the like to the next capitalized run.
  private func extendedByOf(_ found: NameCandidate, _ limit: Int) -> NameCandidate {
    var found = found
    let first = words[found.words.lowerBound]
    let last = words[found.words.upperBound - 1]
    var end = found.words.upperBound
    guard end >= limit else { return found }
    let opens = isTrigger(first, [.orgFirst, .placeFirst]) || isTrigger(last, [.orgFirst])
    guard opens else { return found }
    var rounds = 0
    while rounds < 3, end < count, words[end].gap == .space, isOf(end) {
      var next = end + 1
      if next < count, words[next].gap.isSubset(of: [.space, .apostrophe]), isWord(next, "the") { next += 1 }
      guard next < count, words[next].isCapital, words[next].gap.isSubset(of: [.space, .apostrophe]) else { break }
      if words[next].classes.contains(.calendar) { break }
      var tail = chunkEnd(next)
      tail = min(tail, roleLimit(next, tail))
      if let place = longestName(at: next), place.entry.kind == .place {
        // `Policlinico Gemelli di Roma`: where a named thing stands is not a part of its name.
        if isItalian, rounds > 0 || found.words.count > 1 { break }
        tail = min(tail, place.end)
      }
      end = tail
      rounds += 1
    }
    if end > found.words.upperBound {
      found.words = found.words.lowerBound..<end
      found.upper = words[end - 1].upper
      found.row = nil
    }
    return found
  }

  /// `piazza Duomo`, `via Verdi`: in Italian the noun of a street or a building has a small letter.
  func placeByNoun(_ index: Int) -> NameCandidate? {
    guard isItalian, index + 1 < count, words[index + 1].isCapital, words[index + 1].gap == .space,
      Self.placeNouns.contains(where: { foldedBytes(index).elementsEqual($0) })
    else { return nil }
    let next = index + 1
    if isFunction(words[next]) || words[next].shape.contains(.allCapitals) { return nil }
    if let phrase = longestName(at: next), phrase.entry.type == .organization { return nil }
    return candidate(index..<chunkEnd(next), .place, 0.75, "place word")
  }

  private static let placeNouns = [
    "via", "viale", "piazza", "piazzale", "piazzetta", "vicolo", "stadio", "aeroporto", "lago", "monte", "corso",
  ].map { Array($0.utf8) }

  private func isOf(_ index: Int) -> Bool {
    let word = words[index]
    guard !word.isCapital, word.length <= 5 else { return false }
    if isWord(index, "of") || isWord(index, "for") { return isEnglish }
    if isEnglish { return isWord(index, "de") }
    return [
      "di", "del", "della", "dell", "dello", "dei", "degli", "delle", "d", "per", "de", "des", "du", "der", "fur",
    ].contains { foldedBytes(index).elementsEqual($0.utf8) }
  }

  /// A place that begins the name of something else: `Boston Dynamics`, `Chicago Cubs`.
  func extended(_ phrase: Phrase, _ at: Int, _ limit: Int) -> NameCandidate? {
    guard phrase.entry.kind == .place, phrase.end < limit else { return nil }
    let next = words[phrase.end]
    guard next.gap == .space, !next.shape.contains(.headline), !isOrdinary(next), !looksDerived(next),
      next.classes.isDisjoint(with: [.given, .surname, .pinyin, .phraseStart, .roleStart]),
      next.shape.contains(.capital)
    else { return nil }
    return candidate(at..<(phrase.end + 1), .organization, 0.5, "place and name")
  }
}
