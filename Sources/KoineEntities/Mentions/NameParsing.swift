import KoineText

extension NameSearch {
  /// Reads the text from left to right and collects candidates.
  mutating func collect() {
    var index = 0
    while index < count {
      let word = words[index]
      if word.isCapital, !word.shape.contains(.code) {
        index = parse(from: index, to: chunkEnd(index))
      } else if word.classes.contains(.phraseStart), let phrase = longestName(at: index) {
        index = add(phrase, from: index)
      } else {
        index += 1
      }
    }
  }

  /// The end of the run of capitalized words that begins at `start`.
  func chunkEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < count, words[end].isCapital || (words[end].shape.contains(.digits) && words[end - 1].isCapital) {
      let gap = words[end].gap
      let before = words[end - 1]
      let isInitial = before.shape.contains(.single) && gap.isSubset(of: [.period, .space])
      // An elided article belongs to the name after it only if it has a capital: `D'Angelo`.
      guard gap.isTight || isInitial || (gap.isSubset(of: [.period, .space]) && isShortTitle(before)) else { break }
      if words[end].shape.contains(.code) { break }
      end += 1
    }
    return end
  }

  private func isShortTitle(_ word: Word) -> Bool {
    word.length <= 4 && word.classes.contains(.roleStart) && !word.classes.contains(.given)
  }

  /// Takes one run of capitalized words apart; returns the word to go on with.
  private mutating func parse(from start: Int, to end: Int) -> Int {
    var at = start
    var followsRole = start > 0 && endsRole(start)
    while at < end {
      let word = words[at]
      let phrase = longestName(at: at)
      if let role = longestRole(at: at), role > (phrase?.end ?? 0), !isNamePart(at, role, end) {
        at = role
        followsRole = true
        if at < end, words[at].gap.contains(.comma) { followsRole = false }
        continue
      }
      if phrase == nil, isLeading(word, at, end) {
        at += 1
        continue
      }
      let limit = roleLimit(at, end)
      if let found = namedByForm(at, limit, phrase) ?? namedByTrigger(at, limit, phrase) {
        at = add(found)
        followsRole = false
        continue
      }
      if let person = person(at, limit, phrase, followsRole: followsRole) {
        at = add(person)
        followsRole = false
        continue
      }
      if let phrase {
        if let team = extended(phrase, at, limit) {
          at = add(team)
        } else {
          at = add(phrase, from: at)
        }
        followsRole = false
        continue
      }
      if isSkipped(word, at, end) {
        at += 1
        continue
      }
      at = addUnknown(at, limit, followsRole: followsRole)
      followsRole = false
    }
    return max(at, start + 1)
  }

  /// Whether the words before `index` are a role that introduces a person, as in `il presidente X` or `Mr. X`.
  private func endsRole(_ index: Int) -> Bool {
    let gap = words[index].gap
    guard gap.isSubset(of: [.space, .period]) else { return false }
    for length in 1...min(4, index) {
      let from = index - length
      if words[from].classes.contains(.roleStart), longestRole(at: from) == index {
        // `ad`, `re` and `on` are words of their own without the dot or the capital.
        return words[index - 1].length > 2 || gap.contains(.period) || words[index - 1].shape.contains(.allCapitals)
      }
    }
    return false
  }

  // `General Motors`, `San Francisco`, `Don Johnson`: the role is a part of the name.
  private func isNamePart(_ at: Int, _ role: Int, _ end: Int) -> Bool {
    guard role == at + 1 else { return false }
    if isWord(at, "san") || isWord(at, "santa") || isWord(at, "st") || isWord(at, "don") { return role < end }
    if words[at].length <= 2, !words[at].shape.contains(.allCapitals) { return true }
    return false
  }

  private func roleLimit(_ at: Int, _ end: Int) -> Int {
    var index = at + 1
    while index < end {
      if words[index].classes.contains(.roleStart), !words[index].classes.contains(.orgLast),
        let role = longestRole(at: index), !isNamePart(index, role, end), words[index].length > 2
      {
        return index
      }
      index += 1
    }
    return end
  }

  /// Whether the word is an article or the like that only its place gave a capital.
  private func isLeading(_ word: Word, _ at: Int, _ end: Int) -> Bool {
    if !isEnglish, !isItalian, at + 1 < end, isHeadNoun(at) { return true }
    guard isFunction(word) else { return false }
    return isEnglish || !word.shape.isDisjoint(with: [.initial, .headline])
  }

  // `Kupferproduzent Aurubis AG`: German nouns have capitals, and what kind of company it is stands before its name.
  private func isHeadNoun(_ at: Int) -> Bool {
    guard language == "de", words[at + 1].gap == .space else { return false }
    if isCommon(words[at]) { return true }
    let own = foldedBytes(at)
    return Self.germanHeads.contains { own.count > $0.count && own.suffix($0.count).elementsEqual($0) }
  }

  private static let germanHeads = [
    "hersteller", "produzent", "konzern", "unternehmen", "anbieter", "lieferant", "gruppe", "firma", "betreiber",
    "bauer", "riese", "tochter", "spezialist", "dienstleister", "zulieferer", "konzerns", "herstellers", "chef",
    "sprecher", "sprecherin", "minister", "ministerin", "leiter", "leiterin", "vorstand", "prasident",
  ].map { Array($0.utf8) }

  /// Whether the word at the head of a run is there for the grammar, not for the name.
  private func isSkipped(_ word: Word, _ at: Int, _ end: Int) -> Bool {
    if word.shape.contains(.code) || word.shape.contains(.number) { return true }
    if !word.classes.isDisjoint(with: [.calendar, .demonym]) { return true }
    let isAlone = at + 1 == end
    if isFunction(word) {
      return word.shape.contains(.initial) || word.shape.contains(.headline) || isAlone || !isItalian
        || word.length > 3
    }
    if !word.classes.isDisjoint(with: [.given, .surname, .pinyin]), !word.shape.contains(.headline) { return false }
    if word.shape.contains(.initial) || word.shape.contains(.headline) { return isOrdinary(word) }
    return isAlone && isOrdinary(word)
  }

  // MARK: Organizations and places by their words

  /// A run that ends in a legal form: `X S.p.A.`, `Y Co., Ltd.`.
  private func namedByForm(_ at: Int, _ limit: Int, _ phrase: Phrase?) -> NameCandidate? {
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
    if form.entry.written.utf8.last == 0x2E, Int(upper) < bytes.count, bytes[Int(upper)] == 0x2E { return upper + 1 }
    return upper
  }

  /// A run that a word such as `Group`, `Ministry` or `Valley` makes a name.
  private func namedByTrigger(_ at: Int, _ limit: Int, _ phrase: Phrase?) -> NameCandidate? {
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
      } else if !isGeneric || body.count >= 2 || words[at].classes.contains(.demonym) {
        return extendedByOf(
          candidate(at..<(last + 1), .organization, isGeneric ? 0.65 : 0.85, "organization word"),
          limit
        )
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
  private func extended(_ phrase: Phrase, _ at: Int, _ limit: Int) -> NameCandidate? {
    guard phrase.entry.kind == .place, phrase.end < limit else { return nil }
    let next = words[phrase.end]
    guard next.gap == .space, !next.shape.contains(.headline), !isOrdinary(next), !looksDerived(next),
      next.classes.isDisjoint(with: [.given, .surname, .pinyin, .phraseStart, .roleStart]),
      next.shape.contains(.capital)
    else { return nil }
    return candidate(at..<(phrase.end + 1), .organization, 0.5, "place and name")
  }

  // MARK: Adding

  func candidate(_ range: Range<Int>, _ type: EntityType, _ confidence: Double, _ why: String) -> NameCandidate {
    NameCandidate(
      words: range,
      upper: words[range.upperBound - 1].upper,
      type: type,
      confidence: confidence,
      why: why
    )
  }

  /// Adds a candidate; returns the word to go on with.
  mutating func add(_ found: NameCandidate) -> Int {
    candidates.append(found)
    return found.words.upperBound + found.trailingWords
  }

  /// Adds a name that a table has, if the text bears it out.
  private mutating func add(_ phrase: Phrase, from at: Int) -> Int {
    let entry = phrase.entry
    let confidence: Double
    let why: String
    switch entry.kind {
    case .registry:
      confidence = 0.95
      why = "registry"
    case .place:
      confidence = 0.85
      why = "gazetteer"
    default:
      confidence = 0.8
      why = "known name"
    }
    var found = candidate(at..<phrase.end, entry.type, confidence, why)
    found.row = entry.row
    found.upper = endOfForm(phrase)
    found.isWeak = entry.note == "weak" && entry.kind != .known
    if found.isWeak, !isBorneOut(found, entry) { return phrase.end }
    return add(found)
  }

  /// Whether a word that is a name among others is one here.
  private func isBorneOut(_ found: NameCandidate, _ entry: PhraseEntry) -> Bool {
    let first = words[found.words.lowerBound]
    if found.words.count > 1 { return true }
    if entry.kind == .place {
      return !first.shape.contains(.headline) && placeCue(found.words) > 0 || !first.shape.contains(.initial)
    }
    return true
  }
}
