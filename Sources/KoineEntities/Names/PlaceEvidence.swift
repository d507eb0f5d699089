import KoineLexicon

/// Compares two names of places: by the gazetteer first, by spelling where it knows neither.
struct PlaceEvidence: Sendable {
  let preparer: NamePreparer
  private var tables: EntityTables { preparer.tables }
  private var romanizer: Romanizer { preparer.romanizer }

  func verdict(_ a: String, _ b: String) -> Verdict {
    let one = tables.folding.folded(a)
    let two = tables.folding.folded(b)
    if one.bytes == two.bytes { return .init(score: one.tokens.isEmpty ? 0 : 1, ground: .identical) }
    let idsA = ids(one)
    let idsB = ids(two)
    if !idsA.isEmpty, !idsB.isEmpty {
      return idsA.isDisjoint(with: idsB)
        ? .init(score: 0.05, ground: .otherPlace) : .init(score: 0.97, ground: .samePlace)
    }
    let x = letters(one)
    let y = letters(two)
    if x == y, !x.isEmpty { return .init(score: 0.95, ground: .sameCore) }
    let shorter = min(x.count, y.count)
    if shorter >= 6, let distance = TypoBudget.distance(x[...], y[...], limit: TypoBudget.allowed(shorter)) {
      return .init(score: 0.8 - 0.12 * Float(distance), ground: .spelling)
    }
    let sound = Phonetics.similarity(x[...], y[...])
    // A word that the gazetteer knows is not another one that sounds alike.
    let areUnknown = idsA.isEmpty && idsB.isEmpty
    if sound >= 0.84, x.first == y.first, shorter >= 5 && areUnknown || shorter >= 6 && sound >= 0.9 {
      return .init(score: 0.3 + 0.3 * sound, ground: .sound)
    }
    if one.tokens.count > 1 || two.tokens.count > 1 {
      let words = OrganizationEvidence().latin(preparer.prepared(a), preparer.prepared(b))
      // A word more is another place: `Messico`, `Gulf of Mexico`.
      if words.score >= 0.6, words.ground != .shortForm, words.ground != .acronym, words.ground != .spelling {
        return Verdict(score: min(0.8, words.score), ground: .rendered)
      }
    }
    return .init(score: 0.4 * sound, ground: .nothing)
  }

  private func ids(_ name: FoldedName) -> Set<String> {
    var ids = Set(tables.places.rows(name.key).map { $0[4] })
    for article in ["the ", "la ", "le ", "il ", "l ", "gli ", "i "] where ids.isEmpty && name.key.hasPrefix(article) {
      ids = Set(tables.places.rows(String(name.key.dropFirst(article.count))).map { $0[4] })
    }
    return ids
  }

  private func letters(_ name: FoldedName) -> [UInt8] {
    let text = name.hasForeignScript ? romanizer.latin(name.key) : name.key
    return text.utf8.filter { $0 != 0x20 }
  }
}
