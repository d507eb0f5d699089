/// Weighs readings by words further away than the next one, before the cheapest path is looked for.
struct ReadingHints {
  let tokens: [ItalianToken]
  let lexicon: BilingualLexicon
  let rules: RuleBook

  func weigh(_ readings: inout [[Reading]]) {
    var lastSaying: Int?
    var lastAsking: Int?
    for index in tokens.indices {
      if tokens[index].lower == "che", let saying = lastSaying {
        // *ha detto a un uomo che …*: the nearest verb of saying wants its clause.
        if index - saying <= 6 {
          for at in readings[index].indices where readings[index][at].tag == .subordinator {
            readings[index][at].cost -= 0.9
          }
        }
        lastSaying = nil
      }
      if tokens[index].lower == "come" {
        // *spiega come* and *come …?* ask how; elsewhere *come* compares.
        let startsQuestion = tokens.last?.text == "?" && (index == 0 || tokens[index - 1].kind == .mark)
        let isAsked =
          startsQuestion
          || index > 0 && tokens[index - 1].kind == .word && (lastAsking.map { index - $0 <= 3 } ?? false)
        for at in readings[index].indices {
          let asks = [.question, .adverb].contains(readings[index][at].tag)
          readings[index][at].cost += isAsked == asks ? 0 : isAsked ? 2 : 0.3
        }
      }
      if readings[index].contains(where: { rules.has("asking", $0.lemma) }) { lastAsking = index }
      let says = readings[index].contains {
        [.verb, .participle, .infinitive, .gerund].contains($0.tag) && rules.has("saying", $0.lemma)
      }
      if says { lastSaying = index }
      guard readings[index].count > 1 else { continue }
      if tokens[index].lower == "uno" || tokens[index].lower == "una", isPartitive(index + 1) {
        for at in readings[index].indices where readings[index][at].tag == .pronoun { readings[index][at].cost -= 4 }
      }
      let governsInfinitive = startsInfinitive(index + 1, readings)
      let isBeforeThat = index + 1 < tokens.count && tokens[index + 1].lower == "che"
      guard governsInfinitive || isBeforeThat else { continue }
      for at in readings[index].indices where readings[index][at].tag == .verb {
        let lemma = readings[index][at].lemma
        if governsInfinitive, lexicon.verbs(lemma).first?.value("inf") != nil { readings[index][at].cost -= 1.6 }
        if isBeforeThat, rules.has("saying", lemma) { readings[index][at].cost -= 0.8 }
      }
    }
  }

  /// Whether `di` with an article stands at `index`: *uno dei forni*.
  private func isPartitive(_ index: Int) -> Bool {
    index < tokens.count && ["dei", "degli", "delle", "di"].contains(tokens[index].lower)
  }

  /// Whether `a` or `di` with an infinitive stands at `index`.
  private func startsInfinitive(_ index: Int, _ readings: [[Reading]]) -> Bool {
    guard index + 1 < tokens.count, ["a", "ad", "di"].contains(tokens[index].lower) else { return false }
    return readings[index + 1].contains { $0.tag == .infinitive }
  }
}
