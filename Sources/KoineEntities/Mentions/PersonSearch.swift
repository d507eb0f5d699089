import KoineText

extension NameSearch {
  /// A person whose name begins at `at`.
  func person(_ at: Int, _ limit: Int, _ phrase: Phrase?, followsRole: Bool) -> NameCandidate? {
    let word = words[at]
    if let phrase, phrase.end > at + 1 || (phrase.entry.kind != .place && phrase.entry.note != "weak") { return nil }
    if word.classes.contains(.calendar), next(at, limit)?.classes.contains(.surname) != true { return nil }
    if word.shape.contains(.code) || word.shape.contains(.number) || word.shape.contains(.digits) { return nil }
    let next = next(at, limit)
    let isGiven = word.classes.contains(.given)
    if isGiven || startsWithInitial(at) {
      let end = personEnd(at, limit)
      if end > at + 1, !isOrdinaryPair(at, end) {
        return candidate(at..<end, .person, 0.85, "first name and surname")
      }
    }
    if phrase == nil, let end = surnameWithParticle(at, limit) {
      if neighbour(at..<end) == .organization {
        return candidate(at..<end, .organization, 0.6, "paired with an organization")
      }
      return candidate(at..<end, .person, 0.7, "surname")
    }
    if word.classes.contains(.pinyin), let end = chineseName(at, limit) {
      return candidate(at..<end, .person, 0.85, "Chinese name")
    }
    if phrase == nil, let next, next.classes.contains(.surname), next.gap.isTight, !isOrdinary(word),
      !looksDerived(word),
      !isTrigger(word, [.orgFirst, .placeFirst]), word.classes.isDisjoint(with: [.roleStart]),
      !word.shape.contains(.headline)
    {
      return candidate(at..<personEnd(at, limit), .person, 0.75, "surname")
    }
    if followsRole, phrase == nil, !isOrdinary(word), !isTrigger(word, [.orgFirst, .orgLast, .placeFirst]),
      !word.shape.contains(.allCapitals)
    {
      return candidate(at..<max(at + 1, personEnd(at, limit)), .person, 0.75, "role")
    }
    if word.classes.contains(.surname), phrase == nil, next == nil || !isNameLike(next), !isShadowed(word) {
      return candidate(at..<(at + 1), .person, 0.6, "surname")
    }
    if isGiven, next == nil, phrase == nil, !isShadowed(word) {
      return candidate(at..<(at + 1), .person, 0.5, "first name")
    }
    return nil
  }

  private func next(_ at: Int, _ limit: Int) -> Word? { at + 1 < limit ? words[at + 1] : nil }

  /// `Di Pietro`, `La Russa`: a particle with a capital and a capitalized word, not at the start of a sentence.
  private func surnameWithParticle(_ at: Int, _ limit: Int) -> Int? {
    guard isItalian, words[at].classes.contains(.particle), words[at].shape.isDisjoint(with: [.initial, .headline]),
      words[at].shape.contains(.capital), let next = next(at, limit), next.gap == .space || next.gap == .apostrophe,
      !next.shape.contains(.allCapitals), !isFunction(next)
    else { return nil }
    return at + 2
  }

  // An ordinary word that is a name too, such as `Will` or `Bush`, where its capital says nothing.
  private func isShadowed(_ word: Word) -> Bool {
    isOrdinary(word) && !word.shape.isDisjoint(with: [.initial, .headline]) || isFunction(word)
      || word.shape.contains(.allCapitals)
  }

  private func isNameLike(_ word: Word?) -> Bool {
    guard let word else { return false }
    return word.gap.isTight && !isOrdinary(word)
  }

  private func isOrdinaryPair(_ at: Int, _ end: Int) -> Bool {
    let head = words[at]
    if isFunction(head), head.shape.contains(.initial) { return true }
    let tail = words[(at + 1)..<end]
    if tail.allSatisfy({ isOrdinary($0) && !$0.classes.contains(.surname) }) {
      return isOrdinary(head) || head.shape.contains(.headline) || head.shape.contains(.initial)
    }
    return false
  }

  private func startsWithInitial(_ at: Int) -> Bool {
    let word = words[at]
    guard word.isCapital, at + 1 < count else { return false }
    if word.shape.contains(.single) { return words[at + 1].gap.contains(.period) && words[at + 1].length > 1 }
    return word.shape.contains(.dotted) && word.length <= 3 && word.length >= 2 && words[at + 1].length > 2
      && words[at + 1].shape.isDisjoint(with: [.allCapitals]) && !isOrdinary(words[at + 1])
      && words[at + 1].classes.isDisjoint(with: [.phraseStart, .roleStart, .demonym])
  }

  /// The end of a person's name that begins at `at`.
  private func personEnd(_ at: Int, _ limit: Int) -> Int {
    var end = at + 1
    var names = 1
    while end < count, names < 4 {
      let word = words[end]
      if end < limit {
        if isTrigger(word, [.orgLast]) && !word.classes.contains(.surname) { break }
        let followsParticle = words[end - 1].classes.contains(.particle)
        if word.classes.contains(.calendar) || (word.classes.contains(.demonym) && !followsParticle) { break }
        if names == 1, isRoman(end) {
          end += 1
          break
        }
        if word.shape.contains(.digits) || word.gap.contains(.ampersand) { break }
        if word.shape.contains(.allCapitals), !words[at].shape.contains(.allCapitals) { break }
        if longestLegalForm(at: end) != nil, !word.classes.contains(.surname) { break }
        let isName =
          !word.classes.isDisjoint(with: [.given, .surname, .pinyin, .particle]) || word.shape.contains(.single)
        // `Maria Luisa Coppa`: after first names alone an ordinary word is a surname.
        let lacksSurname = words[end - 1].classes.contains(.given) && !word.shape.contains(.initial)
        let mayEnd = (names >= 2 && !lacksSurname) || word.shape.contains(.headline)
        if !isName, !followsParticle, isOrdinary(word), mayEnd { break }
        if names >= 2, word.gap.isSubset(of: [.space]), let phrase = longestName(at: end), phrase.end > end + 1 {
          break
        }
        end += 1
        names += 1
      } else if word.gap == .hyphen, !word.isCapital, word.length <= 6, names == 2, words[end - 1].isCapital,
        !isOrdinary(word)
      {
        end += 1
      } else if word.gap == .space, isParticle(end) || (names == 1 && isItalianParticle(end)),
        let last = particleEnd(end)
      {
        end = last
        names += 1
      } else {
        break
      }
    }
    return end
  }

  private func isParticle(_ index: Int) -> Bool {
    guard !words[index].isCapital, words[index].classes.contains(.particle) else { return false }
    return [
      "van", "von", "der", "den", "ter", "ten", "bin", "ibn", "al", "el", "ben", "dos", "du", "zu", "st",
    ].contains { foldedBytes(index).elementsEqual($0.utf8) }
      || (!isItalian && (isWord(index, "de") || isWord(index, "da") || isWord(index, "la") || isWord(index, "di")))
  }

  // `Leonardo da Vinci`: after one first name `da` and `del` belong to the name.
  private func isItalianParticle(_ index: Int) -> Bool {
    isItalian && !words[index].isCapital && words[index - 1].classes.contains(.given)
      && ["da", "dal", "dalla", "del", "della", "de"].contains { foldedBytes(index).elementsEqual($0.utf8) }
      && index + 1 < count && longestName(at: index + 1) == nil
  }

  // `van der Bellen`: up to three particles, then a capital.
  private func particleEnd(_ index: Int) -> Int? {
    var at = index
    while at < count, at < index + 3, at == index || isParticle(at) { at += 1 }
    guard at < count, words[at].isCapital, words[at].gap.isTight, !isOrdinary(words[at]) else { return nil }
    return at + 1
  }

  /// A Chinese surname and one or two words of Pinyin.
  private func chineseName(_ at: Int, _ limit: Int) -> Int? {
    guard at + 1 < limit, words[at + 1].gap == .space || words[at + 1].gap == .hyphen else { return nil }
    let next = words[at + 1]
    if let place = longestName(at: at + 1), place.entry.kind == .place { return nil }
    guard pinyin.isName(foldedBytes(at + 1)),
      !next.shape.contains(.allCapitals) || words[at].shape.contains(.allCapitals),
      !isFunction(next), !isTrigger(next, [.orgLast, .placeLast])
    else { return nil }
    var end = at + 2
    if end < limit, words[end].gap == .space || words[end].gap == .hyphen, words[end].length <= 6,
      pinyin.isName(foldedBytes(end)), !isOrdinary(words[end]), words[end].classes.isDisjoint(with: [.roleStart])
    {
      end += 1
    } else if end < count, words[end].gap == .hyphen, !words[end].isCapital, pinyin.isName(foldedBytes(end)) {
      end += 1
    }
    return end
  }
}
