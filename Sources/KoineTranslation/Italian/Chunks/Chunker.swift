/// Finds the chunks of a tagged sentence from left to right.
struct Chunker {
  let units: [Unit]
  let lexicon: BilingualLexicon
  let rules: RuleBook

  /// The chunks; together they cover every unit.
  func chunks() -> [Chunk] {
    var chunks: [Chunk] = []
    var index = 0
    while index < units.count {
      let chunk = chunk(at: index, after: chunks.last)
      chunks.append(chunk)
      index = max(chunk.units.upperBound, index + 1)
    }
    return chunks
  }

  func chunk(at index: Int, after last: Chunk?) -> Chunk {
    let unit = units[index]
    switch unit.tag {
    case .preposition where approximation(at: index) != nil:
      if let phrase = nounPhrase(at: index, determiner: nil) { return .noun(phrase) }
      return .word(index)
    case .preposition, .articulated:
      if unit.lemma == "di", unit.tag == .articulated, isPartitive(index, after: last),
        var phrase = nounPhrase(at: index + 1, determiner: index)
      {
        phrase.units = index..<phrase.units.upperBound
        phrase.isPartitive = true
        return .noun(phrase)
      }
      if var group = verbGroup(at: index + 1), group.kind != .finite {
        group.units = index..<group.units.upperBound
        group.preposition = index
        return .verb(group)
      }
      if let phrase = nounPhrase(at: index + 1, determiner: unit.tag == .articulated ? index : nil) {
        return .prepositional(preposition: index, phrase)
      }
      return .word(index)
    case .negation, .clitic, .verb, .infinitive, .gerund:
      if let group = verbGroup(at: index) { return .verb(group) }
      return .word(index)
    case .participle, .adjective:
      if unit.tag == .adjective, let phrase = nounPhrase(at: index, determiner: nil), phrase.head > index,
        units[phrase.head].tag == .noun || units[phrase.head].tag == .name
      {
        return .noun(phrase)
      }
      let list = modifiers(at: index)
      return list.isEmpty ? .word(index) : .modifiers(list)
    case .adverb where approximation(at: index) != nil, .quantifier where approximation(at: index) != nil:
      if let phrase = nounPhrase(at: index, determiner: nil) { return .noun(phrase) }
      return .word(index)
    case .adverb:
      if isDegree(index), let modifier = modifier(at: index), modifier.head > index {
        return .modifiers(modifiers(at: index))
      }
      return .word(index)
    case .article, .indefinite, .demonstrative, .quantifier, .possessive, .noun, .name, .number, .pronoun:
      if let phrase = nounPhrase(at: index, determiner: nil) { return .noun(phrase) }
      // `il più grande`, `i meno noti`: an article before a superlative without a noun.
      return .word(index)
    default: return .word(index)
    }
  }

  /// Whether `di` with an article starts a phrase of its own, as after a verb: *produce dei chip*.
  func isPartitive(_ index: Int, after last: Chunk?) -> Bool {
    guard units[index].features.number == .plural else { return false }
    switch last {
    case .verb(let group): return rules.frame(units[group.main], lexicon).value("di") == nil && !group.isPassive
    case .none: return true
    case .word(let word):
      return [.punctuation, .coordinator, .subordinator].contains(units[word].tag) && index < 2
    default: return false
    }
  }
}
