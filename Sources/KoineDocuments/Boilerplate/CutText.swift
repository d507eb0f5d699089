public import KoineText

/// Tells whether a text was cut off by its feed, by the marks of cutting and by sentences that do not end.
public enum CutText {
  /// The longest stretch behind a mark of cutting that can be the words of a link to the rest, in bytes.
  private static let longestLink = 120
  /// The fewest characters of a line that should have ended as sentences do; titles and items of lists are shorter.
  private static let shortestSentence = 40
  /// The fewest characters of a line alone: a title may be nearly as long.
  private static let shortestText = 140

  /// Whether the text ends in the middle.
  ///
  /// - Parameters:
  ///   - text: paragraphs separated by line ends.
  ///   - removed: the lines that are no part of the text, in order.
  /// - Returns: whether its last line has a mark of cutting, or should have ended and does not.
  public static func isCut(_ text: String, without removed: [TextRange] = []) -> Bool {
    let lines = lines(text, without: removed)
    guard let last = lines.last else { return false }
    if hasMark(last) { return true }
    let scalars = last.unicodeScalars
    guard let end = scalars.last, !isEnd(end) else { return false }
    let isWide = scalars.contains { isIdeograph($0) }
    let count = isWide ? scalars.count * 2 : scalars.count
    // A text whose sentences end elsewhere should end so here; a single line must be longer than titles are.
    let isPunctuated = lines.dropLast().contains { $0.unicodeScalars.last.map(isEnd) ?? false } || endsInside(last)
    if isPunctuated { return count >= shortestSentence && (isWide || last.split(separator: " ").count >= 5) }
    return count >= shortestText
  }

  /// Whether a sentence carries the mark of a cut, or is the last one and does not end.
  public static func isCutSentence(_ sentence: some StringProtocol, isLast: Bool) -> Bool {
    let bare = trimmed(Substring(sentence))
    if hasMark(bare) { return true }
    return isLast && bare.unicodeScalars.last.map { !isEnd($0) } ?? false
  }

  /// Whether a line has `[...]`, `…` or their kind at its end, or with no more behind it than the words of a link.
  private static func hasMark(_ line: Substring) -> Bool {
    for mark in ["[...]", "[\u{2026}]", "[..]", "(...)", "(\u{2026})", "[ ... ]"] {
      guard let range = line.ranges(of: mark).last else { continue }
      let rest = line[range.upperBound...]
      // Words left out of a quotation are followed by the rest of the sentence.
      if trimmed(rest).isEmpty || rest.utf8.count <= longestLink && !goesOn(rest) { return true }
    }
    let bare = withoutFrame(line)
    return bare.hasSuffix("...") || bare.hasSuffix("\u{2026}") || bare.hasSuffix("\u{22EF}")
  }

  /// Whether what follows a mark is the rest of a sentence: it begins in lower case, or with what joins.
  private static func goesOn(_ rest: Substring) -> Bool {
    guard let first = rest.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    return first.properties.isLowercase || ",;:\u{201D}\u{BB}\")".unicodeScalars.contains(first)
  }

  /// The line without arrows and blanks behind it.
  private static func withoutFrame(_ line: Substring) -> Substring {
    var bare = line
    while let last = bare.unicodeScalars.last,
      last.properties.isWhitespace || last == "\u{BB}" || last == ">" || ("\u{2190}"..."\u{21FF}").contains(last)
    {
      bare.unicodeScalars.removeLast()
    }
    return bare
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    ".!?:;)]}\"'\u{2026}\u{201C}\u{201D}\u{2019}\u{BB}\u{AB}\u{3002}\u{FF01}\u{FF1F}\u{FF09}\u{300D}\u{300F}\u{3011}%*"
      .unicodeScalars.contains(scalar)
  }

  /// Whether a sentence ends inside a line.
  private static func endsInside(_ line: Substring) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in line.unicodeScalars {
      if scalar == " ", ".!?".unicodeScalars.contains(previous) { return true }
      if scalar == "\u{3002}" { return true }
      previous = scalar
    }
    return false
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || ("\u{3040}"..."\u{30FF}").contains(scalar)
  }

  // MARK: lines

  /// The last lines of the text that are not removed; what stands before them decides nothing.
  private static func lines(_ text: String, without removed: [TextRange]) -> [Substring] {
    var lines: [Substring] = []
    var offset = 0
    var next = 0
    for slice in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      let end = offset + slice.count
      while next < removed.count, Int(removed[next].upper) <= offset { next += 1 }
      let isRemoved = next < removed.count && Int(removed[next].lower) < end
      let line = trimmed(Substring(slice))
      if !isRemoved, !line.isEmpty { lines.append(line) }
      offset = end + 1
    }
    return lines
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.unicodeScalars.last?.properties.isWhitespace == true { text.unicodeScalars.removeLast() }
    while text.unicodeScalars.first?.properties.isWhitespace == true { text.unicodeScalars.removeFirst() }
    return text
  }
}
