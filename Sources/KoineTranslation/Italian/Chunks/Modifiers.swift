extension Chunker {
  func isDegree(_ index: Int) -> Bool {
    units[index].tag == .adverb && rules.has("degree", units[index].lemma)
      || units[index].tag == .quantifier && ["più", "meno"].contains(units[index].lemma)
  }

  func modifier(at start: Int) -> Modifier? {
    var index = start
    var adverbs: [Int] = []
    var degree = Modifier.Degree.plain
    while index < units.count, units[index].tag == .adverb || isDegree(index) {
      if units[index].lemma == "più" || units[index].lemma == "meno" {
        degree = units[index].lemma == "più" ? .more : .less
      } else if isDegree(index) || units[index].lower.hasSuffix("mente") {
        adverbs.append(index)
      } else {
        return nil
      }
      index += 1
      if adverbs.count > 2 { return nil }
    }
    guard index < units.count, units[index].tag == .adjective || units[index].tag == .participle else { return nil }
    return Modifier(units: start..<(index + 1), adverbs: adverbs, degree: degree, head: index)
  }

  /// Adjectives and participles in a row, tied by commas and coordinators.
  func modifiers(at start: Int) -> [Modifier] {
    guard var current = modifier(at: start) else { return [] }
    var list = [current]
    while true {
      var at = current.units.upperBound
      var link: Int?
      if at < units.count, units[at].tag == .coordinator {
        link = at
        at += 1
      }
      guard at < units.count, var next = modifier(at: at), link != nil || units[next.head].tag == .adjective,
        !(link != nil && leadsToNoun(next.units.upperBound))
      else { return list }
      next.link = link
      list.append(next)
      current = next
    }
  }
}
