import KoineText

/// Writes pieces as an English sentence: spaces, marks, *a* and *an*, capitals.
struct Finisher: Sendable {
  let inflector: EnglishInflector

  private static let opening: Set<String> = ["“", "(", "[", "‘", "«", "¿", "¡"]
  private static let closing: Set<String> = [",", ".", ";", ":", "!", "?", ")", "]", "”", "’", "…", "...", "%", "»"]

  /// The sentence, with a link for every piece.
  ///
  /// - Parameters:
  ///   - pieces: the English in order.
  ///   - startsCapitalized: whether the source starts with a capital.
  ///   - capitals: whether the source has a capital at an offset.
  /// - Returns: the text, and a link for every piece in order.
  func finished(_ pieces: [Piece], startsCapitalized: Bool, capitals: (UInt32) -> Bool) -> (
    text: String, links: [Translation.Link]
  ) {
    var text = ""
    var links: [Translation.Link] = []
    var isOpen = false
    // Whether a single quotation mark is open.
    var isQuoted = false
    var noSpace = true
    var mustCapitalize = startsCapitalized
    var afterQuote = false
    for (index, piece) in pieces.enumerated() where !piece.text.isEmpty {
      var word = piece.text
      var isGlued = piece.isGlued
      if word == "\"" || word == "«" || word == "»" || word == "“" || word == "”" {
        let opens = word == "«" || word == "“" || (word == "\"" && !isOpen)
        isOpen = opens
        word = opens ? "“" : "”"
        isGlued = !opens
      }
      if word == "'", isQuoted || pieces[(index + 1)...].contains(where: { $0.text == "'" }) {
        isQuoted.toggle()
        word = isQuoted ? "‘" : "’"
      }
      // American style: a comma or full stop goes inside the quotation marks.
      if word == "," || word == ".", text.hasSuffix("”"), let last = links.popLast() {
        text.removeLast()
        let lower = UInt32(text.utf8.count)
        let isDoubled = [".", ",", "!", "?"].contains { text.hasSuffix($0) }
        if !isDoubled { text += word }
        let middle = UInt32(text.utf8.count)
        links.append(
          Translation.Link(
            target: TextRange(lower: lower, upper: middle),
            source: piece.source ?? last.source,
            origins: piece.origins
          )
        )
        text += "”"
        links.append(
          Translation.Link(
            target: TextRange(lower: middle, upper: UInt32(text.utf8.count)),
            source: last.source,
            origins: last.origins
          )
        )
        if word == "." { afterQuote = true }
        continue
      }
      let isMark = Self.opening.contains(word) || Self.closing.contains(word)
      if Self.closing.contains(word) { isGlued = true } else if Self.opening.contains(word) { isGlued = false }
      if word == "a", let next = pieces[(index + 1)...].first(where: { !$0.text.isEmpty }) {
        word = inflector.article(before: next.text)
      }
      let nextSource = piece.source ?? pieces[index...].lazy.compactMap(\.source).first
      if !isMark, mustCapitalize || (afterQuote && (nextSource.map { capitals($0.lower) } ?? false)) {
        word = Self.capitalized(word)
        mustCapitalize = false
      }
      if !isMark { afterQuote = false }
      if word == "“" { afterQuote = true }
      if !text.isEmpty, !noSpace, !isGlued { text += " " }
      let lower = UInt32(text.utf8.count)
      text += word
      let source = piece.source ?? TextRange(lower: links.last?.source.upper ?? 0, upper: links.last?.source.upper ?? 0)
      links.append(
        Translation.Link(
          target: TextRange(lower: lower, upper: UInt32(text.utf8.count)),
          source: source,
          origins: piece.origins
        )
      )
      noSpace = Self.opening.contains(word) || (word == "/" && piece.isGlued) || (word == "-" && piece.isGlued)
      if [".", "!", "?", ":"].contains(word) { afterQuote = true }
    }
    return (text, links)
  }

  private static func capitalized(_ word: String) -> String {
    guard let first = word.first, first.isLowercase else { return word }
    return first.uppercased() + word.dropFirst()
  }
}
