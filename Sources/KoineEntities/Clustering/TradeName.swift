import KoineLexicon
import KoineText

/// Cuts names for display.
struct TradeName: Sendable {
  let preparer: NamePreparer

  /// Returns `name` without the legal form at its beginning and end, and without a country in parentheses.
  func cut(_ name: String) -> String {
    let plain = withoutCountry(name)
    let whole = preparer.prepared(plain)
    guard whole.legalForm != nil, whole.isLatin, !whole.letters.isEmpty else { return tidy(plain) }
    var text = Substring(plain)
    // The shortest beginning, then the shortest end, that still holds every word.
    var ends = text.indices.filter { isGap(text[$0]) }
    while let end = ends.popLast() {
      let shorter = text[..<end]
      if preparer.prepared(String(shorter)).letters == whole.letters { text = shorter } else { break }
    }
    var starts = text.indices.filter { isGap(text[$0]) }
    starts.reverse()
    while let start = starts.popLast() {
      let shorter = text[text.index(after: start)...]
      if preparer.prepared(String(shorter)).letters == whole.letters { text = shorter } else { break }
    }
    return tidy(String(text))
  }

  private func withoutCountry(_ name: String) -> String {
    guard name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex else { return name }
    let inside = preparer.tables.folding.folded(String(name[name.index(after: open)...].dropLast())).key
    guard preparer.tables.places.rows(inside).contains(where: { $0[2] == "country" }) else { return name }
    return String(name[..<open])
  }

  private func isGap(_ character: Character) -> Bool { character.isWhitespace || character == "," }

  private func tidy(_ name: String) -> String {
    var text = Substring(name)
    while let last = text.last, last.isWhitespace || ",;-–—&/".contains(last) { text.removeLast() }
    while let first = text.first, first.isWhitespace || ",;-–—&/.".contains(first) { text.removeFirst() }
    return text.isEmpty ? name : String(text)
  }
}
