import KoineText

extension Composer {
  /// A chunk as it is said where it stands.
  func said(_ index: Int) -> [Piece] {
    switch chunks[index] {
    case .word(let word): return self.word(word, index)
    case .modifiers(let list): return modifiers(list, index)
    case .noun(let phrase):
      let rendering = rendered(phrase, .object)[0].pieces
      return isBareTime(phrase, index) ? [supplied("on", by: "time-preposition")] + rendering : rendering
    case .prepositional(let preposition, let phrase):
      let lead = self.preposition(preposition, phrase, chunk: index)
      let rendering = rendered(phrase, .afterPreposition)[0].pieces
      return lead.text.isEmpty ? rendering : [lead] + rendering
    case .verb: return []
    }
  }

  /// The object that stands behind phrases of place, time and manner: English wants it right behind its verb.
  func objectBehindPhrases(_ group: VerbGroup, _ index: Int) -> Int? {
    guard !group.isPassive, group.clitics.isEmpty, units[group.main].lemma != "essere",
      !rules.has("copular", units[group.main].lemma),
      !rules.has("motion", units[group.main].lemma), units[group.main].reading.auxiliary != "e"
    else { return nil }
    var at = index + 1
    while at < chunks.count, at <= index + 2 {
      guard case .prepositional(let preposition, let phrase) = chunks[at], phrase.units.count <= 6,
        ["in", "a", "con", "per", "su", "durante", "entro", "presso", "nel", "da"].contains(units[preposition].lemma)
      else { break }
      at += 1
    }
    guard at > index + 1, at < chunks.count, case .noun(let object) = chunks[at], units[object.head].tag == .noun,
      object.units.count <= 8, !nounSense(object.head).has("value"), !rules.has("time-noun", units[object.head].lemma),
      object.determiner.map({ [.article, .indefinite].contains(units[$0].tag) }) ?? !object.numbers.isEmpty
    else { return nil }
    return at
  }

  /// Where a noun phrase with the one phrase that hangs on it ends, in chunks; `nil` if more goes on behind it.
  func endOfPhrase(_ chunk: Int) -> Int? {
    var next = chunk + 1
    if next < chunks.count, case .prepositional(_, let phrase) = chunks[next], phrase.units.count <= 8 { next += 1 }
    guard next < chunks.count else { return next }
    guard case .word(let word) = chunks[next], units[word].tag == .punctuation else { return nil }
    return next
  }
}
