import KoineLexicon
import KoineText

extension NameSearch {
  /// The mentions, with names and identifiers.
  func mentions() -> [Mention] {
    // Leaders were numbered before the sort by the place in the text, so they are found by their words.
    var entries: [Int: PhraseEntry] = [:]
    func entry(_ row: Int) -> PhraseEntry? {
      if let known = entries[row] { return known }
      let all = tables.phrases.all
      guard row < all.count else { return nil }
      let entry = PhraseEntry(all[row])
      entries[row] = entry
      return entry
    }
    var witnessed: Set<String> = []
    for found in candidates {
      guard let row = found.row, let entry = entry(row) else { continue }
      // One place that tells what a word names tells it for the whole text.
      if !found.isWeak || entry.kind == .registry && weakCue(found) > 0 { witnessed.insert(entry.id) }
    }
    var groups: [Int: (name: String, id: String, origin: Origin?, country: String, sameAs: [String])] = [:]
    var fullest: [UInt64: Int] = [:]
    for (index, found) in candidates.enumerated() {
      let known = found.row.flatMap { entry($0) }
      if let known, !found.isWeak || isWitnessed(found, known, witnessed) {
        if groups[found.leader] == nil {
          groups[found.leader] =
            (known.name, known.id, known.origin, known.country, known.sameAs)
        }
      }
      let size = fullest[UInt64(found.leader)].map { core(candidates[$0]).count } ?? 0
      if core(found).count > size, found.relation != .former { fullest[UInt64(found.leader)] = index }
    }
    return candidates.compactMap { found in
      let range = TextRange(lower: words[found.words.lowerBound].lower, upper: found.upper)
      let surface = String(decoding: bytes[range.indices], as: UTF8.self)
      let group = groups[found.leader]
      let full = fullest[UInt64(found.leader)].map { written(core(candidates[$0])) }
      var mention = Mention(
        range: range,
        text: surface,
        type: found.type,
        id: group.flatMap { $0.id.isEmpty ? nil : $0.id },
        name: group?.name ?? full ?? surface,
        confidence: found.isWeak && group == nil ? min(found.confidence, 0.5) : found.confidence,
        why: found.why,
        origin: group?.origin
      )
      mention.relation = found.relation
      mention.tickers = found.tickers
      mention.country = group.flatMap { $0.country.isEmpty ? nil : $0.country } ?? countryOfForm(found)
      mention.sameAs = group?.sameAs ?? []
      return mention
    }
  }

  /// The country of a legal form that only one country has, as `S.p.A.`.
  private func countryOfForm(_ found: NameCandidate) -> String? {
    guard found.legalWords > 0, let form = longestLegalForm(at: found.words.upperBound - found.legalWords) else {
      return nil
    }
    return form.entry.country.isEmpty ? nil : form.entry.country
  }

  private func core(_ found: NameCandidate) -> Range<Int> { found.words.dropLast(found.legalWords) }

  private func written(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(decoding: bytes[Int(words[first].lower)..<Int(words[last].upper)], as: UTF8.self)
  }

  /// Whether something near a weak name bears it out: a word of companies, or the full name elsewhere.
  private func isWitnessed(_ found: NameCandidate, _ entry: PhraseEntry, _ witnessed: Set<String>) -> Bool {
    if entry.kind == .place { return placeCue(found.words) > 0 || witnessed.contains(entry.id) }
    return witnessed.contains(entry.id)
  }

  /// How much around a word that is an ordinary one too, or somebody's name, speaks for an organization.
  private func weakCue(_ found: NameCandidate) -> Int {
    let at = found.words.lowerBound
    if words[at].shape.contains(.headline) { return 0 }
    let own = organizationCue(found.words)
    if own > 0 { return own }
    if at > 1, words[at].gap.isSubset(of: [.space, .apostrophe]) {
      // `fornito da Danieli`, `CEO of Linde`.
      if isAgent(at - 1), words[at - 2].classes.contains(.orgDeed) { return 2 }
      if isOfWord(at - 1) {
        for length in 1...min(4, at - 1) where longestRole(at: at - 1 - length) == at - 1 { return 2 }
      }
    }
    return 0
  }

  private func isAgent(_ index: Int) -> Bool {
    isEnglish
      ? isWord(index, "by") : isItalian && (isWord(index, "da") || isWord(index, "dalla") || isWord(index, "dall"))
  }

  private func isOfWord(_ index: Int) -> Bool {
    isEnglish
      ? isWord(index, "of") || isWord(index, "at")
      : isItalian && (isWord(index, "di") || isWord(index, "della") || isWord(index, "dell"))
  }
}
