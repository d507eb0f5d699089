/// Words by which a text says that another name follows.
struct AliasCue {
  /// What kind of name follows.
  let relation: Mention.Relation
  /// The word after the cue.
  let end: Int
  /// Whether it needs neither comma nor bracket before it.
  let isBold: Bool

  private struct Phrase {
    let words: [[UInt8]]
    let relation: Mention.Relation
    let isBold: Bool

    init(_ text: String, _ relation: Mention.Relation, isBold: Bool = false) {
      words = text.split(separator: " ").map { Array($0.utf8) }
      self.relation = relation
      self.isBold = isBold
    }
  }

  // As words are folded: small letters without accents and dots.
  private static let phrases: [Phrase] = [
    Phrase("also known as", .alias, isBold: true), Phrase("better known as", .alias, isBold: true),
    Phrase("known as", .alias), Phrase("aka", .alias, isBold: true), Phrase("a k a", .alias, isBold: true),
    Phrase("dba", .alias, isBold: true), Phrase("d b a", .alias, isBold: true),
    Phrase("doing business as", .alias, isBold: true), Phrase("trading as", .alias, isBold: true),
    Phrase("abbreviated as", .alias), Phrase("abbreviated to", .alias), Phrase("hereinafter", .alias),
    Phrase("hereinafter referred to as", .alias), Phrase("hereafter", .alias), Phrase("in short", .alias),
    Phrase("formerly", .former, isBold: true), Phrase("formerly known as", .former, isBold: true),
    Phrase("previously", .former), Phrase("previously known as", .former, isBold: true),
    Phrase("once known as", .former), Phrase("ex", .former),
    Phrase("detta anche", .alias), Phrase("detto anche", .alias), Phrase("nota come", .alias),
    Phrase("noto come", .alias), Phrase("nota anche come", .alias), Phrase("noto anche come", .alias),
    Phrase("meglio nota come", .alias, isBold: true), Phrase("meglio noto come", .alias, isBold: true),
    Phrase("conosciuta come", .alias), Phrase("conosciuto come", .alias), Phrase("in breve", .alias),
    Phrase("in sigla", .alias), Phrase("di seguito", .alias), Phrase("gia", .former),
    Phrase("gia nota come", .former, isBold: true), Phrase("gia noto come", .former, isBold: true),
    Phrase("un tempo", .former), Phrase("precedentemente", .former), Phrase("in precedenza", .former),
    Phrase("kurz", .alias), Phrase("auch bekannt als", .alias, isBold: true), Phrase("ehemals", .former),
    Phrase("vormals", .former), Phrase("fruher", .former), Phrase("anciennement", .former),
    Phrase("aussi connu sous le nom de", .alias), Phrase("antes", .former),
    Phrase("简 称", .alias), Phrase("以 下 简 称", .alias), Phrase("又 称", .alias), Phrase("原 名", .former),
    Phrase("曾 用 名", .former),
  ]

  /// The longest cue that begins at word `at`.
  static func longest(_ at: Int, in search: NameSearch) -> AliasCue? {
    var best: AliasCue?
    for phrase in phrases where at + phrase.words.count <= search.count {
      if phrase.words.count <= best.map({ $0.end - at }) ?? 0 { continue }
      let isHere = phrase.words.enumerated().allSatisfy { place, word in
        search.foldedBytes(at + place).elementsEqual(word)
      }
      // An acronym such as `EX` is a name.
      if isHere, !search.words[at].shape.contains(.allCapitals) {
        best = AliasCue(relation: phrase.relation, end: at + phrase.words.count, isBold: phrase.isBold)
      }
    }
    return best
  }
}
