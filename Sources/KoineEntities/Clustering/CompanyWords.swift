import KoineLexicon
import KoineText

/// Takes words off that companies put on and off: `Group`, `Holdings`, and legal forms where no one expects them.
struct CompanyWords: Sendable {
  private let tables: EntityTables
  // In whatever language the glosses bring to these.
  private let meanings: Set<UInt64>
  // Long enough to be known when mistyped, or when a space before them is missing.
  private let spelled: [[UInt8]]
  // No word ends in these by itself.
  private let endings: [[UInt8]]

  init(tables: EntityTables) {
    self.tables = tables
    let words = ["group", "holding", "holdings", "company", "companies", "co", "corp", "corporation"]
    meanings = Set(words.map { NameHash.of($0.utf8) })
    spelled = [
      "corporation", "incorporated", "holdings", "holding", "limited", "company", "berhad", "groupe", "group",
    ].map { Array($0.utf8) }
    endings = ["coltd", "gmbh", "corp", "ltd", "plc", "llc", "bhd", "oyj", "tbk"].map { Array($0.utf8) }
  }

  /// Leaves what tells the company from others; at least one word.
  func trim(_ name: inout PreparedName) {
    guard name.foreign == nil, !name.tokens.isEmpty else { return }
    var kept: [NameToken] = []
    for token in name.tokens where !meanings.contains(token.meaning) {
      if let cut = cut(token, in: name) { kept.append(cut) }
    }
    let rest = kept.filter { $0.count < 3 || !isLegalForm(name.text($0)) }
    if !rest.isEmpty { kept = rest }
    while kept.count > 1, let last = kept.last, isLegalForm(name.text(last)) { kept.removeLast() }
    guard !kept.isEmpty, kept != name.tokens else { return }
    name.tokens = kept
    name.finish()
  }

  /// The word without a company word that clings to it; `nil` if it is one, mistyped.
  private func cut(_ token: NameToken, in name: PreparedName) -> NameToken? {
    if token.isKnown || token.count < 4 { return token }
    let letters = Array(name.span(token))
    for word in spelled {
      let budget = word.count >= 10 ? 2 : 1
      let both = letters + word
      if Edits.count(both, 0..<letters.count, letters.count..<both.count, atMost: budget) != nil { return nil }
      if letters.count >= word.count + 3, letters.suffix(word.count).elementsEqual(word) {
        return shortened(token, by: word.count, in: name)
      }
      if letters.starts(with: word), isLegalForm(String(decoding: letters.dropFirst(word.count), as: UTF8.self)) {
        return nil
      }
    }
    for word in endings where letters.count >= word.count + 3 && letters.suffix(word.count).elementsEqual(word) {
      return shortened(token, by: word.count, in: name)
    }
    return token
  }

  private func shortened(_ token: NameToken, by count: Int, in name: PreparedName) -> NameToken {
    var token = token
    token.upper -= UInt16(truncatingIfNeeded: count)
    token.hash = NameHash.of(name.span(token))
    token.meaning = token.hash
    token.otherMeaning = token.hash
    return token
  }

  func isLegalForm(_ word: String) -> Bool { tables.words.rows(word).contains { $0[0] == "L" } }
}
