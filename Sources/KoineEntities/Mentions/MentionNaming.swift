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
    for found in candidates where !found.isWeak {
      if let row = found.row, let id = entry(row)?.id { witnessed.insert(id) }
    }
    var groups: [Int: (name: String, id: String, origin: Origin?)] = [:]
    var fullest: [UInt64: Int] = [:]
    for (index, found) in candidates.enumerated() {
      let known = found.row.flatMap { entry($0) }
      if let known, !found.isWeak || isWitnessed(found, known, witnessed) {
        if groups[found.leader] == nil { groups[found.leader] = (known.name, known.id, known.origin) }
      }
      let size = fullest[UInt64(found.leader)].map { core(candidates[$0]).count } ?? 0
      if core(found).count > size { fullest[UInt64(found.leader)] = index }
    }
    return candidates.compactMap { found in
      let range = TextRange(lower: words[found.words.lowerBound].lower, upper: found.upper)
      let surface = String(decoding: bytes[range.indices], as: UTF8.self)
      let group = groups[found.leader]
      let full = fullest[UInt64(found.leader)].map { written(core(candidates[$0])) }
      return Mention(
        range: range,
        text: surface,
        type: found.type,
        id: group.flatMap { $0.id.isEmpty ? nil : $0.id },
        name: group?.name ?? full ?? surface,
        confidence: found.isWeak && group == nil ? min(found.confidence, 0.5) : found.confidence,
        why: found.why,
        origin: group?.origin
      )
    }
  }

  private func core(_ found: NameCandidate) -> Range<Int> { found.words.dropLast(found.legalWords) }

  private func written(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(decoding: bytes[Int(words[first].lower)..<Int(words[last].upper)], as: UTF8.self)
  }

  /// Whether something near a weak name bears it out: a word of companies, or the full name elsewhere.
  private func isWitnessed(_ found: NameCandidate, _ entry: PhraseEntry, _ witnessed: Set<String>) -> Bool {
    if entry.kind == .place { return placeCue(found.words) > 0 || witnessed.contains(entry.id) }
    return witnessed.contains(entry.id) || organizationCue(found.words) > 0
  }
}
