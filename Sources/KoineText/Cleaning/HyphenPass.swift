/// Joins words that were divided at the ends of lines.
///
/// A soft hyphen at the end of a line always divides a word. Any other hyphen may belong to a compound, so that much must
/// speak for a division: the text is wrapped (the line is long, and no line of its paragraph much longer), small letters
/// stand on both sides, and the joined word is likely. That is decided by the word test, when there is one, or else by
/// what the text itself writes elsewhere and by first parts that keep their hyphen, such as `italo-` and `long-`.
enum HyphenPass {
  /// Whether a word is one, in small letters.
  typealias WordTest = @Sendable (String) -> Bool

  /// A hyphen at the end of a line.
  private struct Break {
    /// The hyphen, the line end and the indentation of the next line.
    let range: Range<Int>
    let isSoft: Bool
    let isWrapped: Bool
    let first: String
    let second: String
  }

  /// Lines of this many characters and more are wrapped, if the next one goes on.
  private static let shortest = 30
  /// Lines that are wrapped are not longer than this.
  private static let longest = 140

  /// Returns `text` with divided words joined.
  static func joined(_ text: String, isWord: WordTest?) -> RewrittenText {
    let bytes = text.utf8Span.span
    var rewriter = TextRewriter(text)
    let breaks = breaks(in: bytes)
    var words: [String: Int]?
    for found in breaks {
      if !found.isSoft {
        guard found.isWrapped else { continue }
        if let isWord {
          guard joins(found, by: isWord) else { continue }
        } else {
          let known = words ?? Self.words(in: bytes)
          words = known
          guard joins(found, by: known) else { continue }
        }
      }
      rewriter.replace(TextRange(found.range), with: "")
    }
    return rewriter.finish()
  }

  private static func joins(_ found: Break, by isWord: WordTest) -> Bool {
    isWord(found.first + found.second) || (!isWord(found.second) && !keepsHyphen(found.first))
  }

  private static func joins(_ found: Break, by words: [String: Int]) -> Bool {
    if words[found.first + found.second] != nil { return true }
    if words[found.first + "-" + found.second] != nil { return false }
    // Both parts were counted once where the word is divided.
    return !keepsHyphen(found.first) && (words[found.first, default: 0] < 2 || words[found.second, default: 0] < 2)
  }

  private static func keepsHyphen(_ first: String) -> Bool { compounds.contains(first) || first.hasSuffix("ly") }

  // MARK: Lines

  private static func breaks(in bytes: Span<UInt8>) -> [Break] {
    var breaks: [Break] = []
    var paragraph: [Range<Int>] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      var end = index
      while end > start, isBlank(bytes[end - 1]) { end -= 1 }
      if end > start { paragraph.append(start..<end) }
      if end == start || index == bytes.count {
        breaks += Self.breaks(between: paragraph, in: bytes)
        paragraph.removeAll(keepingCapacity: true)
      }
      start = index + 1
    }
    return breaks
  }

  private static func breaks(between lines: [Range<Int>], in bytes: Span<UInt8>) -> [Break] {
    guard lines.count > 1,
      zip(lines, lines.dropFirst()).contains(where: { line, _ in hyphen(at: line, in: bytes) != nil })
    else { return [] }
    let widths = lines.map { line in line.count { bytes[$0] & 0xC0 != 0x80 } }
    let widest = widths.max() ?? 0
    return lines.indices.dropLast().compactMap { index in
      guard let (start, isSoft) = hyphen(at: lines[index], in: bytes) else { return nil }
      var next = lines[index + 1].lowerBound
      while next < lines[index + 1].upperBound, isBlank(bytes[next]) { next += 1 }
      let first = letters(before: start, from: lines[index].lowerBound, in: bytes)
      let second = letters(from: next, to: lines[index + 1].upperBound, in: bytes)
      guard isDivided(first, second, isSoft) else { return nil }
      let isCompound = hasHyphen(beside: start - first.utf8.count, next + second.utf8.count, in: bytes)
      let isLong = widths[index] >= shortest && widest <= longest && widths[index] * 4 >= widest * 3
      return Break(
        range: start..<next,
        isSoft: isSoft,
        isWrapped: isLong && !isCompound && !conjunctions.contains(second),
        first: first.lowercased(),
        second: second
      )
    }
  }

  /// The hyphen that ends a line behind a letter.
  private static func hyphen(at line: Range<Int>, in bytes: Span<UInt8>) -> (start: Int, isSoft: Bool)? {
    let end = line.upperBound
    if bytes[end - 1] == UInt8(ascii: "-") { return end - 1 > line.lowerBound ? (end - 1, false) : nil }
    if line.count > 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xAD { return (end - 2, true) }
    if line.count > 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0x90 {
      return (end - 3, false)
    }
    return nil
  }

  private static func isDivided(_ first: String, _ second: String, _ isSoft: Bool) -> Bool {
    guard let before = first.unicodeScalars.last, let after = second.unicodeScalars.first else { return false }
    if isSoft { return true }
    return first.unicodeScalars.count > 1 && second.unicodeScalars.count > 1 && ScalarKind(before.value) == .lower
      && ScalarKind(after.value) == .lower
  }

  private static func hasHyphen(beside lower: Int, _ upper: Int, in bytes: Span<UInt8>) -> Bool {
    (lower > 0 && bytes[lower - 1] == UInt8(ascii: "-")) || (upper < bytes.count && bytes[upper] == UInt8(ascii: "-"))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  // MARK: Words

  private static func letters(before end: Int, from lower: Int, in bytes: Span<UInt8>) -> String {
    var start = end
    while start > lower {
      var previous = start - 1
      while previous > lower, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      guard ScalarKind(ScalarReader.scalar(in: bytes, at: previous).scalar).isLetter else { break }
      start = previous
    }
    return string(start..<end, in: bytes)
  }

  private static func letters(from start: Int, to upper: Int, in bytes: Span<UInt8>) -> String {
    var end = start
    while end < upper {
      let (scalar, width) = ScalarReader.scalar(in: bytes, at: end)
      guard ScalarKind(scalar).isLetter else { break }
      end += width
    }
    return string(start..<end, in: bytes)
  }

  private static func string(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
    String(decoding: range.map { bytes[$0] }, as: UTF8.self)
  }

  /// How often a text has each word in small letters, and each with one hyphen.
  private static func words(in bytes: Span<UInt8>) -> [String: Int] {
    var words: [String: Int] = [:]
    var last = ""
    var end = -1
    var index = 0
    while index < bytes.count {
      let word = letters(from: index, to: bytes.count, in: bytes)
      if word.isEmpty {
        index += ScalarReader.scalar(in: bytes, at: index).width
        continue
      }
      let small = word.lowercased()
      words[small, default: 0] += 1
      if end == index - 1, end >= 0, bytes[end] == UInt8(ascii: "-") { words[last + "-" + small, default: 0] += 1 }
      last = small
      index += word.utf8.count
      end = index
    }
    return words
  }

  /// First parts of compounds that keep their hyphen.
  private static let compounds: Set<String> = [
    "afro", "all", "anglo", "austro", "bosno", "centro", "cross", "east", "economico", "est", "ex", "first", "five",
    "four",
    "franco", "full", "german", "germano", "greco", "half", "high", "ispano", "italo", "large", "long", "low", "luso",
    "medio", "mid", "middle", "multi", "nippo", "non", "nord", "north", "one", "ovest", "part", "politico", "pre",
    "russo",
    "second", "self", "serbo", "short", "sino", "small", "so", "socio", "south", "state", "storico", "sud", "tecnico",
    "third", "three", "top", "turco", "two", "user", "well", "west", "world", "year",
  ]

  /// What follows the hyphen of a word whose second half comes later: `pre- e post-vendita`.
  private static let conjunctions: Set<String> = ["and", "bis", "et", "ed", "od", "oder", "or", "ou", "to", "und"]
}
