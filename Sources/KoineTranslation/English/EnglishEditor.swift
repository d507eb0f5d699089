public import KoineLexicon
public import KoineText

/// Sets right English that a machine made, by entries with conditions, and tells every change.
///
/// Entries are whole words and phrases from `Lexicons/en/machine.tsv`. Most apply only to a text that bears marks of machine
/// translation, and those that name a country only when the caller knows which one the text is about.
public struct EnglishEditor: Sendable {
  /// One phrase that was replaced or dropped.
  public struct Edit: Hashable, Sendable {
    /// The UTF-8 offsets in the text as it was.
    public var range: TextRange
    /// What stands there now; empty for a phrase that was dropped.
    public var english: String
    /// The entry that made it so.
    public var origin: Origin
  }

  /// A sentence that was taken out.
  public struct Removal: Hashable, Sendable {
    /// The UTF-8 offsets in the text as it was.
    public var range: TextRange
    /// Why, for people.
    public var reason: String
  }

  /// A text set right.
  public struct EditedText: Hashable, Sendable {
    /// The text with the way back.
    public var text: RewrittenText
    /// The phrases changed, in order.
    public var edits: [Edit]
    /// The sentences taken out, in order.
    public var removals: [Removal]
    /// Whether the text bears marks of machine translation.
    public var isMachineMade: Bool
  }

  /// The kind of file that holds the entries.
  public static let schema = TableSchema(
    path: "en/machine.tsv",
    columns: [
      .init("phrase", isRequired: true),
      .init("english"),
      .init("when", isRequired: true, values: ["always", "machine", "country"]),
      .init("mark", values: ["mark"]),
      .init("example"),
      .init("result"),
    ],
    uniqueColumns: 1
  )

  /// How many different marks make a text machine-made.
  static let marksNeeded = 2

  private let table: MappedTable

  /// Opens the entries.
  ///
  /// - Throws: every problem of the file.
  public init(store: LexiconStore) throws(Diagnostics) {
    table = try store.table("machine-english", version: 1, from: [Self.schema.path]) { sources throws(Diagnostics) in
      var builder = TableBuilder(columns: 3)
      for row in try sources[0].rows(Self.schema) {
        let words = EditorWord.words(in: row[0], at: row[0].textRange).map(\.key)
        for length in words.indices.dropFirst() { builder.addPrefix(words[..<length].joined(separator: " ")) }
        builder.add(words.joined(separator: " "), [row[1], row[2], row[3]], origin: row.origin)
      }
      return builder
    }
  }

  /// Returns `text` set right.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - sentences: its sentences in order, as UTF-8 offsets.
  ///   - country: the English name of the country that the text is about, when it is about one.
  /// - Returns: the text with every change and removal.
  public func edited(_ text: String, sentences: [TextRange], country: String?) -> EditedText {
    let words = sentences.map { EditorWord.words(in: text, at: $0) }
    let isMachineMade = bearsMarks(words)
    var edits: [Edit] = []
    var removals: [Removal] = []
    var rewriter = TextRewriter(text)
    for (index, sentence) in sentences.enumerated() {
      if isMachineMade, index > 0, repeats(words[index], words[index - 1]) {
        let range = TextRange(lower: sentences[index - 1].upper, upper: sentence.upper)
        if text[range]?.contains("\n") == false {
          rewriter.replace(range, with: "")
          removals.append(Removal(range: sentence, reason: "a fragment that repeats the sentence before it"))
          continue
        }
      }
      edit(words[index], of: text, isMachineMade: isMachineMade, country: country, into: &rewriter, &edits)
    }
    return EditedText(text: rewriter.finish(), edits: edits, removals: removals, isMachineMade: isMachineMade)
  }

  /// Whether enough different marks of machine translation occur.
  private func bearsMarks(_ sentences: [[EditorWord]]) -> Bool {
    var marks: Set<Origin> = []
    for words in sentences {
      var index = 0
      while index < words.count {
        let match = longestMatch(words, at: index) { $0[2] == "mark" }
        if let match { marks.insert(match.row.origin) }
        index += match?.count ?? 1
      }
      if marks.count >= Self.marksNeeded { return true }
    }
    return false
  }

  private func edit(
    _ words: [EditorWord],
    of text: String,
    isMachineMade: Bool,
    country: String?,
    into rewriter: inout TextRewriter,
    _ edits: inout [Edit]
  ) {
    var index = 0
    var isQuoted = false
    while index < words.count {
      if words[index].opensQuote { isQuoted = true }
      // A speaker's own "my country" is not the reporter's.
      let mayName = isMachineMade && country != nil && !isQuoted
      let match = longestMatch(words, at: index) { row in
        switch row[1] {
        case "always": true
        case "machine": isMachineMade
        default: mayName
        }
      }
      let count = match?.count ?? 1
      let matched = words[index..<(index + count)]
      if matched.contains(where: \.closesQuote) { isQuoted = false }
      index += count
      guard let match, let first = matched.first, let last = matched.last else { continue }
      var english = match.row[0].replacing("{country}", with: country ?? "")
      var range = TextRange(lower: first.range.lower, upper: last.range.upper)
      if english.isEmpty {
        // What follows a dropped phrase moves up to its place, and takes its capital.
        guard index < words.count, !words[index].isAfterStop else { continue }
        let next = words[index]
        range.upper = next.range.lower
        if first.isCapitalized, let piece = text[next.range] {
          range.upper = next.range.upper
          english = piece.prefix(1).uppercased() + piece.dropFirst()
          index += 1
        }
      } else if matched.count > 1, matched.allSatisfy(\.isCapitalized) {
        english = Self.titled(english)
      } else if first.isCapitalized {
        english = english.prefix(1).uppercased() + english.dropFirst()
      }
      if text[range].map(String.init) == english { continue }
      rewriter.replace(range, with: english)
      edits.append(Edit(range: range, english: english, origin: match.row.origin))
    }
  }

  /// Returns `english` with a capital at the start of every word, as in the name of an institution.
  private static func titled(_ english: String) -> String {
    var result = ""
    var startsWord = true
    for character in english {
      result += startsWord ? character.uppercased() : String(character)
      startsWord = character == " " || character == "-"
    }
    return result
  }

  private func longestMatch(
    _ words: [EditorWord],
    at start: Int,
    where isWanted: (MappedTable.Row) -> Bool
  ) -> (row: MappedTable.Row, count: Int)? {
    var key = ""
    var best: (MappedTable.Row, Int)?
    for index in start..<min(words.count, start + 8) {
      if index > start, words[index].isAfterStop { break }
      key += (key.isEmpty ? "" : " ") + words[index].key
      guard table.contains(key) else { break }
      if let row = table.rows(key).first(where: isWanted) { best = (row, index - start + 1) }
    }
    return best
  }

  /// Whether a sentence such as `The problem.` is a phrase without a verb that the sentence before has word for word.
  ///
  /// A phrase that starts with an article and stands in the sentence before as it is can hardly hold a verb of its own.
  private func repeats(_ fragment: [EditorWord], _ sentence: [EditorWord]) -> Bool {
    guard (2...5).contains(fragment.count), ["the", "a", "an", "this", "these"].contains(fragment[0].key),
      sentence.count > fragment.count
    else { return false }
    return (0...(sentence.count - fragment.count)).contains { start in
      sentence[start..<(start + fragment.count)].elementsEqual(fragment) { $0.key == $1.key }
    }
  }
}
