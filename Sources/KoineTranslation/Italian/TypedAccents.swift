import KoineText

/// Reads an apostrophe behind a vowel as the accent that keyboards and wires without such letters leave out: *e'*, *piu'*, *perche'*.
struct TypedAccents: Sendable {
  let forms: ItalianForms

  private static let accented: [Character: [Character]] = [
    "a": ["à"], "e": ["è", "é"], "i": ["ì"], "o": ["ò"], "u": ["ù"],
    "A": ["À"], "E": ["È", "É"], "I": ["Ì"], "O": ["Ò"], "U": ["Ù"],
  ]

  /// The tokens, with words and the apostrophes behind them made one where an accented word is meant.
  func applied(to tokens: [ItalianToken]) -> [ItalianToken] {
    var result: [ItalianToken] = []
    result.reserveCapacity(tokens.count)
    // An apostrophe that opened a quotation closes it, too.
    var isQuoting = false
    for token in tokens {
      guard token.kind == .mark, token.text == "'" else {
        result.append(token)
        continue
      }
      if !token.isSpaced, !isQuoting, let last = result.last, let word = word(last, before: token) {
        result[result.count - 1] = word
        continue
      }
      isQuoting = !isQuoting && token.isSpaced
      result.append(token)
    }
    return result
  }

  private func word(_ token: ItalianToken, before mark: ItalianToken) -> ItalianToken? {
    guard token.kind == .word, let last = token.text.last else { return nil }
    // *anch' io*, *dev' essere*: an apostrophe that stands for a vowel.
    let choices = Self.accented[last] ?? (last.isLetter ? [last] : [])
    for choice in choices {
      let text = token.text.dropLast() + (choice == last ? "\(last)'" : String(choice))
      let lower = text.lowercased()
      if forms.readings(of: lower).isEmpty { continue }
      var word = token
      word.range = TextRange(lower: token.range.lower, upper: mark.range.upper)
      (word.text, word.lower) = (String(text), lower)
      return word
    }
    return nil
  }
}
