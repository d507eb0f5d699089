import KoineLexicon
import KoineText

/// Fixed phrases, names and terms: what several words (or one, for terms) mean together.
///
/// Keys are the words in lower case with a space between; every beginning of a key is known too, so that matching can stop early.
struct PhraseTable: Sendable {
  /// What a phrase can be.
  static let kinds: Set<String> = [
    "noun", "name", "adj", "adv", "prep", "conj", "verb", "det", "pron", "num", "interj", "clause",
  ]

  private let table: MappedTable

  struct Match {
    var count: Int
    var rows: [MappedTable.Row]
  }

  /// Opens the user's terms, the domains' and the general phrases, in this order of priority.
  init(store: LexiconStore, terms: [String], domains: [String]) throws(Diagnostics) {
    let domainFiles = domains.map { "\($0)/terms.tsv" }
    let files = terms + domainFiles + ["it-en/phrases.tsv", "it-en/names.tsv"]
    table = try store.table("it-en-phrases", version: 3, from: files) { sources throws(Diagnostics) in
      var builder = TableBuilder(columns: 4)
      for (index, source) in sources.enumerated() {
        let isUser = index < terms.count
        let schema = isUser ? TranslationLexicons.userTerms : TranslationLexicons.phrases[0]
        let level = isUser ? "user" : index < terms.count + domainFiles.count ? "domain" : "phrase"
        for row in try source.rows(schema) {
          let pos = isUser ? (row[2].isEmpty ? "noun" : row[2]) : row[1]
          let english = isUser ? row[1] : row[2]
          let words = Self.words(row[0])
          for length in words.indices.dropFirst() { builder.addPrefix(words[..<length].joined(separator: " ")) }
          // A verb whose preposition takes an article is found without it: *fare parte del gruppo*.
          if pos == "verb", words.count > 2,
            let (short, frame) = Self.withoutPreposition(english, words[words.count - 1])
          {
            builder.add(
              words.dropLast().joined(separator: " "),
              [pos, short, [row[3], frame].filter { !$0.isEmpty }.joined(separator: ","), level],
              origin: row.origin
            )
          }
          // Names keep their capital in the key's stead: `name` rows match capitalized words only.
          builder.add(
            words.joined(separator: " "),
            [pos, english, isUser ? "" : row[3], level],
            origin: row.origin
          )
        }
      }
      return builder
    }
  }

  private static let englishPrepositions: Set<String> = [
    "of", "to", "in", "on", "with", "for", "from", "by", "at", "into", "about", "against", "over", "upon",
  ]

  /// English without the preposition at its end, and the frame that brings it back; `nil` if the Italian ends in none.
  private static func withoutPreposition(_ english: String, _ last: String) -> (english: String, frame: String)? {
    guard ["di", "a", "da", "in", "con", "su", "per"].contains(last) else { return nil }
    guard let space = english.lastIndex(of: " ") else { return (english, "\(last)=0") }
    let word = String(english[english.index(after: space)...])
    guard englishPrepositions.contains(word) else { return (english, "\(last)=0") }
    return (String(english[..<space]), "\(last)=\(word)")
  }

  /// The words of a phrase as keys have them.
  static func words(_ phrase: String) -> [String] { ItalianToken.tokens(in: phrase).map(\.lower) }

  /// The rows of `key`, a whole phrase.
  func rows(_ key: String) -> MappedTable.Rows { table.rows(key) }

  /// Whether `key` is a phrase or the beginning of one.
  func contains(_ key: String) -> Bool { table.contains(key) }
}
