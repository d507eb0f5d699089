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
      } else if word.classes.contains(.roleStart), let role = longestRole(at: index), role > index + 1 {
        // `segretario di Stato`: the capital belongs to the role.
        index = role
      } else if let place = placeByNoun(index) {
        index = add(place)
      } else {
        index += 1
      }
    }
  }

  /// The end of the run of capitalized words that begins at `start`.
  func chunkEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < count,
      words[end].isCapital || (words[end].shape.contains(.digits) && words[end - 1].isCapital) || isNumberOfForm(end)
    {
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

  // `Perlanta Fund 2 Ltd`: a number belongs to a name that a legal form closes.
  private func isNumberOfForm(_ index: Int) -> Bool {
    guard words[index].shape.contains(.number), words[index].length <= 3, words[index].gap == .space,
      words[index - 1].isCapital, index + 1 < count, words[index + 1].gap == .space
    else { return false }
    return longestLegalForm(at: index + 1) != nil
  }

  private func isShortTitle(_ word: Word) -> Bool {
    word.length <= 4 && word.classes.contains(.roleStart) && word.classes.isDisjoint(with: [.given, .legalStart])
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
    if isWord(at, "re") || isWord(at, "ad") || isWord(at, "on") || isWord(at, "pm") || isWord(at, "ct") {
      return !words[at].shape.contains(.allCapitals)
    }
    return false
  }

  func roleLimit(_ at: Int, _ end: Int) -> Int {
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
    // `The Economist`: the article stays outside.
    let hasArticle = isEnglish && entry.kind != .place && phrase.end > at + 1 && isWord(at, "the")
    var found = candidate((hasArticle ? at + 1 : at)..<phrase.end, entry.type, confidence, why)
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
