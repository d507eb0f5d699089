import KoineLexicon
import KoineText

extension NameSearch {
  /// What a phrase names, and the word after it.
  struct Phrase {
    var end: Int
    var entry: PhraseEntry
  }

  /// No name is longer than this many words; in Chinese each character is one.
  private static let longest = 24

  /// The longest name that begins at `start` and that a registry, the gazetteer or the known names have.
  func longestName(at start: Int) -> Phrase? {
    guard words[start].classes.contains(.phraseStart) else { return nil }
    var best: Phrase?
    walk(from: start) { end, rows in
      for row in rows {
        guard let entry = PhraseEntry(row), [.registry, .place, .known].contains(entry.kind) else { continue }
        if fits(entry, start..<end) {
          best = Phrase(end: end, entry: entry)
          break
        }
      }
    }
    return best
  }

  /// The longest role that begins at `start`, such as `Executive Vice President`.
  func longestRole(at start: Int) -> Int? {
    guard start < count, words[start].classes.contains(.roleStart) else { return nil }
    var best: Int?
    walk(from: start) { end, rows in
      if rows.contains(where: { $0[0] == "T" && speaks($0[5]) }) { best = end }
    }
    return best
  }

  /// The longest legal form that begins at `start`.
  func longestLegalForm(at start: Int) -> Phrase? {
    guard start < count, words[start].classes.contains(.legalStart) else { return nil }
    var best: Phrase?
    walk(from: start) { end, rows in
      for row in rows {
        guard row[0] == "L", let entry = PhraseEntry(row), entry.note != "start" else { continue }
        let surface = bytes[Int(words[start].lower)..<Int(words[end - 1].upper)]
        // Short forms are words of some language: their letters must be written as the form is.
        let isShort = surface.count <= 2
        let isPlain = surface.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } && surface.count <= 4
        if isShort
          ? isWrittenAsForm(surface, entry.written)
          : words[start].isCapital || startsSmall(entry.written) || (isPlain && !isFunction(words[start]))
        {
          best = Phrase(end: end, entry: entry)
          break
        }
      }
    }
    return best
  }

  private func speaks(_ languages: String) -> Bool {
    if languages.isEmpty { return true }
    return languages.split(separator: ",").contains { $0 == language.rawValue || (!isItalian && $0 == "en") }
  }

  private func walk(from start: Int, _ body: (Int, MappedTable.Rows) -> Void) {
    let span = folded.span
    let lower = Int(words[start].foldLower)
    var end = start + 1
    while end <= count, end - start <= Self.longest {
      let key = span.extracting(lower..<Int(words[end - 1].foldUpper))
      guard let rows = tables.phrases.known(key) else { return }
      if !rows.isEmpty { body(end, rows) }
      guard end < count, joins(end) else { return }
      end += 1
    }
  }

  // Whether a phrase may go on over what stands before this word.
  private func joins(_ index: Int) -> Bool {
    let gap = words[index].gap
    if gap.isTight { return true }
    let before = words[index - 1]
    if gap.isSubset(of: [.comma, .space]) || gap.isSubset(of: [.comma, .space, .period]) {
      let isShort = before.length <= 3 || before.classes.contains(.legalStart)
      return gap.contains(.comma) ? words[index].classes.contains(.legalStart) : isShort
    }
    return gap.isSubset(of: [.space, .period, .slash, .possessive, .open, .close]) && before.length <= 4
      && !words[index].shape.contains(.initial)
  }

  private func matches(_ surface: ArraySlice<UInt8>, _ written: String) -> Bool {
    surface.lazy.filter { $0 != 0x2E }.elementsEqual(written.utf8.lazy.filter { $0 != 0x2E })
  }

  // `a.d.` is a legal form in Serbia, and `ad` is an Italian preposition.
  private func isWrittenAsForm(_ surface: ArraySlice<UInt8>, _ written: String) -> Bool {
    if surface.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) { return surface.elementsEqual(written.utf8) }
    return matches(surface, written)
  }

  private func startsSmall(_ text: String) -> Bool {
    text.unicodeScalars.first.map { $0.properties.isLowercase } ?? false
  }

  private func startsCapital(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
  }

  /// Whether the text writes the name as names are written: acronyms and short names letter by letter.
  private func fits(_ entry: PhraseEntry, _ range: Range<Int>) -> Bool {
    let first = words[range.lowerBound]
    let last = words[range.upperBound - 1]
    if first.shape.contains(.cjk) { return range.count > 1 || entry.kind == .place }
    if entry.kind == .known, !entry.note.isEmpty, !speaks(entry.note) { return false }
    // `Nato ad Asti` is no alliance: an ordinary word at the start of a sentence needs a verb that names have.
    if entry.kind != .place, range.count == 1, first.shape.contains(.initial), !first.shape.contains(.allCapitals),
      isOrdinary(first), organizationCue(range) <= 0, personCue(range) <= 0
    {
      return false
    }
    if entry.kind == .place, entry.id.isEmpty, entry.name == entry.id { return false }
    let surface = bytes[Int(first.lower)..<Int(last.upper)]
    let isExact = matches(surface, entry.written)
    if isExact { return true }
    let letters = surface.count
    let isAcronym = entry.written.utf8.allSatisfy { $0 < 0x61 || $0 > 0x7A }
    if letters <= 4 || isAcronym { return false }
    if first.shape.contains(.headline), words[range].allSatisfy({ $0.shape.contains(.allCapitals) }) { return true }
    if !first.isCapital, startsCapital(entry.written) || startsSmall(entry.written) { return false }
    if entry.kind == .place, !first.isCapital { return false }
    if range.count == 1 { return !first.shape.contains(.allCapitals) || letters >= 5 }
    guard let tail = entry.written.split(separator: " ").last else { return false }
    if isItalian, entry.kind == .place, last.classes.contains(.demonym) || isCommon(last) { return true }
    return last.isCapital || last.shape.contains(.digits) || last.shape.contains(.number) || !startsCapital(tail)
  }
}
