public import KoineLexicon
public import KoineText

/// A line that is no part of the article, and why.
public struct Removal: Hashable, Sendable, Codable {
  /// The line with the line ends that go with it.
  public var range: TextRange
  /// Why it goes: `title-repeated`, or `boilerplate` and the kind of line, such as `boilerplate:share`;
  /// `boilerplate:truncated` says that the text is cut off here.
  public var reason: String
  /// The entry of the lexicon that says so.
  public var origin: Origin?

  /// Describes a removal.
  public init(range: TextRange, reason: String, origin: Origin? = nil) {
    self.range = range
    self.reason = reason
    self.origin = origin
  }
}

/// Knows the lines that sites put around articles: sharing, subscriptions, copyright, links to more.
public struct Boilerplate: Sendable {
  private let table: MappedTable

  /// Opens the patterns of a store.
  ///
  /// - Throws: `Diagnostics` with every broken line of the lexicon.
  public init(store: LexiconStore) throws(Diagnostics) {
    table = try store.table("boilerplate", version: 2, from: DocumentLexicons.boilerplateFiles) {
      (files) throws(Diagnostics) -> TableBuilder in
      var builder = TableBuilder(columns: 3)
      for file in files {
        for row in try file.rows(DocumentLexicons.boilerplate) {
          let pattern = LinePattern(row[2])
          builder.add(
            pattern.firstWord ?? LinePattern.firstWide(pattern.key) ?? "",
            [row[0], row[1], pattern.key],
            origin: row.origin
          )
        }
      }
      return builder
    }
  }

  /// Finds the lines of `body` that are no part of it.
  ///
  /// - Parameters:
  ///   - body: paragraphs separated by line ends.
  ///   - title: the article's title; the body's first line goes if it says the same.
  ///   - language: the body's language; patterns of other languages than it and English are left out, none without it.
  /// - Returns: the removals in order and apart from each other.
  public func removals(in body: String, title: String?, language: Language?) -> [Removal] {
    let lines = Line.all(of: body)
    var found: [(line: Int, reason: String, origin: Origin?)] = []
    for (index, line) in lines.enumerated() {
      // Only what stands before it may have gone: a title further down is a heading.
      if found.count == index, let title, Self.isSame(line.text, title) {
        found.append((index, "title-repeated", nil))
      } else if line.isEllipsis {
        found.append((index, "boilerplate:truncated", nil))
      } else if let hit = hit(line.text, language: language) {
        found.append((index, "boilerplate:\(hit[1])", hit.origin))
      }
    }
    addLinksAtTheEnd(lines, to: &found)
    keepCutsAtTheEnd(lines, in: &found)
    return removals(found, lines: lines, count: body.utf8.count)
  }

  /// Under a heading such as "Related articles" the titles of those articles go too, if nothing else follows.
  private func addLinksAtTheEnd(_ lines: [Line], to found: inout [(line: Int, reason: String, origin: Origin?)]) {
    guard let heading = found.last(where: { $0.reason == "boilerplate:related" }) else { return }
    let rest = lines.indices.filter { index in index > heading.line && !found.contains { $0.line == index } }
    guard rest.count <= 12, rest.allSatisfy({ lines[$0].isTitle }) else { return }
    for index in rest { found.append((index, heading.reason, heading.origin)) }
    found.sort { $0.line < $1.line }
  }

  /// A link to the rest of a text stands behind it; one that text follows leads to another article.
  private func keepCutsAtTheEnd(_ lines: [Line], in found: inout [(line: Int, reason: String, origin: Origin?)]) {
    let removed = Set(found.map(\.line))
    guard let lastKept = lines.indices.last(where: { !removed.contains($0) }) else { return }
    for index in found.indices where found[index].line < lastKept && found[index].origin != nil {
      if found[index].reason == "boilerplate:truncated" { found[index].reason = "boilerplate:read-more" }
    }
  }

  // MARK: matching

  // A line longer than this is a paragraph that happens to start like a pattern.
  private static let longestOpenLine = 300

  // The most words of a whole sentence that a pattern of a kind may take: `Sponsored by the union, the study found …` is text.
  private static let longestSentence = [
    "advert": 5, "author": 5, "comments": 12, "navigation": 5, "newsletter": 20, "read-more": 7, "related": 5,
    "share": 12,
    "tags": 5, "truncated": 11, "views": 5,
  ]

  /// Whether a line ends as sentences do, is longer than a label, and has no colon that would make it one.
  private func isSentence(_ line: Substring, longerThan words: Int) -> Bool {
    var bare = line.unicodeScalars
    while let last = bare.last, last.properties.isWhitespace { bare.removeLast() }
    guard let end = bare.last, ".!?\u{3002}\u{FF01}\u{FF1F}".unicodeScalars.contains(end), !line.hasSuffix("..") else {
      return false
    }
    let head = line.unicodeScalars.prefix(40)
    if head.contains(":") || head.contains("\u{FF1A}") { return false }
    let isWide = head.contains { $0.properties.isIdeographic }
    let count = isWide ? bare.count / 3 : line.split(whereSeparator: \.isWhitespace).count
    return count > words
  }

  private func hit(_ line: Substring, language: Language?) -> MappedTable.Row? {
    guard line.utf8.count <= 600 else { return nil }
    let key = LinePattern.folded(String(line))
    if key.isEmpty { return nil }
    let bytes = Array(key.utf8)
    // "Reprint Statement:Alloy" and "Foto:Archiv" have no blank after the colon.
    let spaced = bytes.firstIndex(of: UInt8(ascii: ":")).map { bytes[...$0] + [0x20] + bytes[($0 + 1)...] }
    var words = [String(key.prefix { $0 != " " }), ""]
    if let colon = words[0].firstIndex(of: ":") { words.insert(String(words[0][...colon]), at: 1) }
    if let wide = LinePattern.firstWide(key), wide != words[0] { words.append(wide) }
    for word in words {
      for row in table.rows(word) where language.map({ row[0] == $0.rawValue || row[0] == "en" }) ?? true {
        let pattern = LinePattern(folded: row[2])
        if pattern.isOpen {
          if line.unicodeScalars.count > Self.longestOpenLine { continue }
          if let most = Self.longestSentence[row[1]], isSentence(line, longerThan: most) { continue }
        }
        if pattern.matches(folded: bytes) { return row }
        if let spaced, pattern.matches(folded: Array(spaced)) { return row }
      }
    }
    return nil
  }

  /// Whether two titles say the same but for case, punctuation and blanks.
  static func isSame(_ a: some StringProtocol, _ b: some StringProtocol) -> Bool {
    guard a.utf8.count <= b.utf8.count * 2 + 32, b.utf8.count <= a.utf8.count * 2 + 32 else { return false }
    let (first, second) = (letters(a), letters(b))
    return !first.isEmpty && first == second
  }

  private static func letters(_ text: some StringProtocol) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  // MARK: ranges

  /// A line with something in it.
  private struct Line {
    var text: Substring
    var range: Range<Int>

    /// Whether the line is short and does not end as sentences do.
    var isTitle: Bool {
      guard let last = text.unicodeScalars.last(where: { !$0.properties.isWhitespace }) else { return false }
      return text.unicodeScalars.count <= 120 && !".!?:;,\"”»。".unicodeScalars.contains(last)
    }

    /// Whether the line is nothing but the mark of something cut off, such as `[...]`.
    var isEllipsis: Bool {
      text.utf8.count <= 24 && (text.contains("...") || text.contains("\u{2026}"))
        && text.unicodeScalars.allSatisfy { " .\u{2026}[]()\t\r\u{A0}\u{BB}>".unicodeScalars.contains($0) }
    }

    static func all(of body: String) -> [Line] {
      var lines: [Line] = []
      var offset = 0
      for slice in body.utf8.split(separator: 10, omittingEmptySubsequences: false) {
        let text = Substring(slice)
        if text.utf8.contains(where: { !$0.isMarkupSpace }) {
          lines.append(Line(text: text, range: offset..<(offset + text.utf8.count)))
        }
        offset += text.utf8.count + 1
      }
      return lines
    }
  }

  /// Adds to each line the line ends after it; at the end of the body, those before it.
  private func removals(
    _ found: [(line: Int, reason: String, origin: Origin?)],
    lines: [Line],
    count: Int
  ) -> [Removal] {
    var firstOfTail = lines.count
    for hit in found.reversed() where hit.line == firstOfTail - 1 { firstOfTail = hit.line }
    return found.map { hit in
      let lower: Int
      let upper: Int
      if hit.line >= firstOfTail {
        lower = hit.line == 0 ? 0 : lines[hit.line - 1].range.upperBound
        upper = hit.line == lines.count - 1 ? count : lines[hit.line].range.upperBound
      } else {
        lower = lines[hit.line].range.lowerBound
        upper = lines[hit.line + 1].range.lowerBound
      }
      return Removal(range: TextRange(lower..<upper), reason: hit.reason, origin: hit.origin)
    }
  }
}
