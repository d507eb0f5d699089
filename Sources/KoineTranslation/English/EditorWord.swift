import KoineText

/// A word of English as entries of the editor see it.
struct EditorWord {
  /// The UTF-8 offsets in the text.
  let range: TextRange
  /// Lower case with straight apostrophes; a possessive `'s` is a word of its own.
  let key: String
  let isCapitalized: Bool
  /// Whether a comma, a stop or a bracket lies before it, so that no phrase reaches over.
  let isAfterStop: Bool
  let opensQuote: Bool
  let closesQuote: Bool

  /// Cuts the sentence that lies at `sentence` into words.
  static func words(in text: String, at sentence: TextRange) -> [EditorWord] {
    guard let piece = text[sentence] else { return [] }
    var words: [EditorWord] = []
    var offset = sentence.lower
    var word = ""
    var start = offset
    var between = ""
    func end(before scalar: Unicode.Scalar?) {
      guard !word.isEmpty else { return }
      let isPossessive = word.hasSuffix("'s") && word.utf8.count > 2
      let parts = isPossessive ? [String(word.dropLast(2)), "'s"] : [word]
      var at = start
      for (index, part) in parts.enumerated() {
        // A curly apostrophe takes two bytes more in the text than the straight one in the key.
        let isLast = index == parts.count - 1
        let upper = isLast ? offset : at + UInt32(part.utf8.count)
        words.append(
          EditorWord(
            range: TextRange(lower: at, upper: max(at, upper)),
            key: part.lowercased(),
            isCapitalized: part.first?.isUppercase ?? false,
            isAfterStop: index == 0 && between.contains { ",;:.!?()[]—–".contains($0) },
            opensQuote: index == 0 && between.contains { "“«\"".contains($0) },
            closesQuote: isLast && (scalar.map { "”»\"".unicodeScalars.contains($0) } ?? false)
          )
        )
        at = max(at, upper)
      }
      word = ""
      between = ""
    }
    for scalar in piece.unicodeScalars {
      let isApostrophe = scalar == "'" || scalar == "’"
      let joins = (isApostrophe || scalar == "-") && !word.isEmpty
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || joins {
        if word.isEmpty { start = offset }
        word.unicodeScalars.append(isApostrophe ? "'" : scalar)
      } else {
        end(before: scalar)
        between.unicodeScalars.append(scalar)
      }
      offset += UInt32(UTF8.width(scalar))
    }
    end(before: nil)
    return words
  }
}
