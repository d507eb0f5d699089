/// Decides which of ICU's proposals end a sentence, and adds the ends that ICU does not see.
struct SentenceRules: Sendable {
  private let abbreviations: Abbreviations
  private let language: Language
  private let hasOrdinals: Bool

  /// Nobody looks further for the bounds of a word, so that the work stays proportional to the text.
  private static let longestWord = 200

  /// Makes the rules of a language.
  init(language: Language, abbreviations: Abbreviations) {
    self.abbreviations = abbreviations
    self.language = language
    // Languages that write ordinals as `3.`
    hasOrdinals = ["de", "cs", "sk", "da", "no", "nb", "nn", "fi", "hu", "hr", "sl", "pl", "et", "tr"].contains(
      language.rawValue
    )
  }

  /// Returns where sentences end in `block`, the last end left out: offsets of what follows.
  func ends(of block: Range<Int>, proposed: [Int], in bytes: Span<UInt8>) -> [Int] {
    let spans = KeptSpans.spans(in: block, of: bytes)
    let items = Set(listItems(in: block, bytes))
    let candidates = items.union(proposed.filter { $0 < block.upperBound }).union(missedEnds(in: block, bytes))
    var ends: [Int] = []
    var start = block.lowerBound
    var span = 0
    for candidate in candidates.sorted() {
      while span < spans.count, spans[span].upperBound < candidate { span += 1 }
      if span < spans.count, spans[span].lowerBound < candidate { continue }
      guard items.contains(candidate) || isEnd(candidate, of: start..<block.upperBound, in: bytes) else { continue }
      ends.append(candidate)
      start = candidate
    }
    return ends
  }

  /// The items, from the second on, of lists that run on in one line: at its start or behind a sentence.
  private func listItems(in block: Range<Int>, _ bytes: Span<UInt8>) -> [Int] {
    var result: [Int] = []
    var index = block.lowerBound
    var isStart = true
    while index < block.upperBound {
      let byte = bytes[index]
      if isStart, byte > 0x20 {
        let items = ListMarker.items(from: index, before: block.upperBound, in: bytes)
        if let last = items.last {
          // The first starts a sentence whatever its letter says.
          result += items.filter { $0 > block.lowerBound }
          index = last
        }
      }
      let isSpace = bytes[index] <= 0x20
      let isBehindMark = index > block.lowerBound && [0x21, 0x2E, 0x3A, 0x3F].contains(bytes[index - 1])
      isStart = isSpace && (isStart || isBehindMark || bytes[index] == 0x0A)
      index += 1
    }
    guard Letters.isBullet(at: block.lowerBound, in: bytes) else { return result }
    let bullet = ScalarReader.scalar(in: bytes, at: block.lowerBound).scalar
    for index in (block.lowerBound + 1)..<block.upperBound where bytes[index] & 0xC0 == 0xC0 && bytes[index - 1] == 0x20
    {
      if ScalarReader.scalar(in: bytes, at: index).scalar == bullet { result.append(index) }
    }
    return result
  }

  /// Ends that ICU does not propose: without a space, before digits, behind ellipses and the full stop of full width.
  private func missedEnds(in block: Range<Int>, _ bytes: Span<UInt8>) -> [Int] {
    let isDialogue = dash(at: block.lowerBound, in: bytes) != nil
    var result: [Int] = []
    var index = block.lowerBound + 2
    while index < block.upperBound {
      let byte = bytes[index]
      if byte == 0x8E, bytes[index - 1] == 0xBC, bytes[index - 2] == 0xEF { result.append(index + 1) }
      let isEllipsis = byte == 0xA6 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") || isEllipsis else {
        index += 1
        continue
      }
      let next = index + 1
      let isBehindWord = Letters.isWord(at: index - 1, in: bytes) && Letters.isWord(at: index - 2, in: bytes)
      if isBehindWord, isGlued(next, in: bytes, block, before: index) {
        result.append(next)
      } else if isBehindWord || bytes[index - 1] == UInt8(ascii: ")"), let end = endOfNotes(next, in: bytes, block) {
        result.append(end)
      } else if next + 2 < block.upperBound, bytes[next] == 0x20 {
        // ICU goes on behind an ellipsis, before `iPhone`, and at the dash that begins the next speech.
        let isName = ScalarKind.isLowerCase(UInt32(bytes[next + 1])) && !Letters.isLower(at: next + 1, in: bytes)
        let speech = isDialogue ? dash(at: next + 1, in: bytes).map { next + 1 + $0 } : nil
        let isSpeech = speech.map { Letters.isUpper(at: $0, in: bytes) } ?? false
        if isName && !Letters.isDigit(at: next + 2, in: bytes) || isSpeech { result.append(next + 1) }
        if isBehindWord, Letters.isDigit(at: next + 1, in: bytes), hasLongWord(before: index, in: bytes) {
          result.append(next + 1)
        }
        if isEllipsis, Letters.isUpper(at: next + 1, in: bytes) { result.append(next + 1) }
      }
      index = next
    }
    return result
  }

  /// Whether the word before a full stop is too long for an abbreviation that the lists do not know.
  private func hasLongWord(before stop: Int, in bytes: Span<UInt8>) -> Bool {
    stop > 4 && (1...5).allSatisfy { Letters.isWord(at: stop - $0, in: bytes) }
  }

  /// The width of a dash at `index` with the space behind it.
  private func dash(at index: Int, in bytes: Span<UInt8>) -> Int? {
    guard index + 4 < bytes.count else { return nil }
    let width: Int
    if bytes[index] == UInt8(ascii: "-") {
      width = 1
    } else if bytes[index] == 0xE2, bytes[index + 1] == 0x80, (0x93...0x95).contains(bytes[index + 2]) {
      width = 3
    } else {
      return nil
    }
    return bytes[index + width] == 0x20 ? width + 1 : width
  }

  /// Whether a new sentence starts at once behind a full stop: `fine.Il`, but not `Node.Js` or an address.
  private func isGlued(_ next: Int, in bytes: Span<UInt8>, _ block: Range<Int>, before stop: Int) -> Bool {
    guard next + 1 < block.upperBound, Letters.isUpper(at: next, in: bytes), Letters.isLower(before: stop, in: bytes)
    else { return false }
    var lower = stop
    while lower > max(block.lowerBound, stop - Self.longestWord), bytes[lower - 1] > 0x20 { lower -= 1 }
    var upper = next
    while upper < min(block.upperBound, next + Self.longestWord), bytes[upper] > 0x20 { upper += 1 }
    for index in lower..<upper where [0x2F, 0x40, 0x5F, 0x3D, 0x5C].contains(bytes[index]) { return false }
    var end = next
    while end < upper, Letters.isWord(at: end, in: bytes) { end += 1 }
    let word = lowercased(next..<end, in: bytes)
    // A capital alone, or a word that sentences start with, or one that is at least no ending of a name.
    let stem = lowercased(lower..<stop, in: bytes)
    if isAbbreviation(stem) { return false }
    if end < upper, bytes[end] == UInt8(ascii: "."), abbreviations.leading.contains(word) { return true }
    if end - next == 1 { return abbreviations.starters.contains(word) && end < upper }
    return abbreviations.starters.contains(word) || (end == upper && upper < block.upperBound && end - next > 3)
  }

  /// Returns the end of the numbers of notes that stand right behind a full stop, if a capital follows.
  private func endOfNotes(_ start: Int, in bytes: Span<UInt8>, _ block: Range<Int>) -> Int? {
    var index = start
    while index < block.upperBound {
      let byte = bytes[index]
      let isPart =
        byte &- 0x30 < 10 || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
      let isGap = byte == 0x20 && Letters.isDigit(at: index + 1, in: bytes) && Letters.isDigit(at: index - 1, in: bytes)
      guard isPart || isGap else { break }
      index += 1
    }
    guard index > start, index < block.upperBound, bytes[index] == 0x20, index + 1 < block.upperBound,
      Letters.isUpper(at: index + 1, in: bytes)
    else { return nil }
    return index + 1
  }
}

extension SentenceRules {
  /// Whether a sentence of `range` ends at `candidate`.
  private func isEnd(_ candidate: Int, of range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard let before = TextBlocks.trimmed(range.lowerBound..<candidate, in: bytes),
      let after = TextBlocks.trimmed(candidate..<range.upperBound, in: bytes)
    else { return false }
    var end = before.upperBound
    while let width = Letters.closerWidth(before: end, from: before.lowerBound, in: bytes) { end -= width }
    if end == before.lowerBound { return false }
    // The number of a note closes the sentence before it.
    if bytes[end - 1] &- 0x30 < 10, isNote(end, from: before.lowerBound, in: bytes) { return true }
    guard Letters.endsSentence(end, from: before.lowerBound, in: bytes) else {
      // ICU ends sentences at every line; this line goes on.
      return false
    }
    if bytes[end - 1] == UInt8(ascii: ":") || bytes[end - 1] == UInt8(ascii: ";") { return false }
    var next = after.lowerBound
    if let width = dash(at: next, in: bytes) { next += width }
    while let width = Letters.openerWidth(at: next, in: bytes) { next += width }
    guard next < after.upperBound else { return false }
    if isContinuation(at: next, after, in: bytes) { return false }
    let isEllipsis = bytes[end - 1] == 0xA6
    if bytes[end - 1] != UInt8(ascii: "."), !isEllipsis { return !isClick(end, candidate, next, in: bytes) }
    if isEllipsis || (end >= 2 && (bytes[end - 2] == UInt8(ascii: ".") || bytes[end - 2] == 0x20)) {
      return end - before.lowerBound > 3 && !isAlwaysCapital(at: next, after, in: bytes)
    }
    return isEndByWord(end - 1, from: before.lowerBound, next, after, end < before.upperBound, in: bytes)
  }

  /// Whether the English `I` stands at `next`, which says nothing about where a sentence starts.
  private func isAlwaysCapital(at next: Int, _ after: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard language == .english, bytes[next] == UInt8(ascii: "I"), next + 1 < after.upperBound else { return false }
    return bytes[next + 1] == 0x20 || bytes[next + 1] == UInt8(ascii: "'") || bytes[next + 1] == 0xE2
  }

  /// `!` before a letter without a space is part of a name, such as `!Xóõ`.
  private func isClick(_ end: Int, _ candidate: Int, _ next: Int, in bytes: Span<UInt8>) -> Bool {
    let isMark = bytes[end - 1] == UInt8(ascii: "!") || bytes[end - 1] == UInt8(ascii: "?")
    return isMark && candidate == end && next == end && Letters.isWord(at: next, in: bytes)
      && !Letters.isLower(before: end - 1, in: bytes)
  }

  private func isNote(_ end: Int, from start: Int, in bytes: Span<UInt8>) -> Bool {
    var index = end
    while index > max(start, end - Self.longestWord), bytes[index - 1] != UInt8(ascii: "."),
      bytes[index - 1] != UInt8(ascii: "!")
    { index -= 1 }
    return index - 2 > start && !Letters.isDigit(at: index - 2, in: bytes)
  }

  /// Lower case, a comma or a closing mark goes on with the sentence.
  private func isContinuation(at next: Int, _ after: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    if isCitation(after, in: bytes) { return true }
    if Letters.isLower(at: next, in: bytes) {
      // A letter that numbers an item starts one.
      return ListMarker(at: next, before: after.upperBound, in: bytes) == nil
    }
    return [0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x29, 0x5D].contains(bytes[next])
  }

  /// Whether a bracket comes behind which the sentence ends, such as `(Rossi 1998)` and a full stop.
  private func isCitation(_ after: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard bytes[after.lowerBound] == UInt8(ascii: "(") else { return false }
    for index in after.prefix(120) where bytes[index] == UInt8(ascii: ")") {
      guard index + 1 < after.upperBound, !Letters.endsSentence(index, from: after.lowerBound, in: bytes) else {
        return false
      }
      return bytes[index + 1] == UInt8(ascii: ".") || bytes[index + 1] == UInt8(ascii: ",")
    }
    return false
  }

  /// Decides by the word before a full stop and the one after it.
  private func isEndByWord(
    _ stop: Int,
    from start: Int,
    _ next: Int,
    _ after: Range<Int>,
    _ isClosed: Bool,
    in bytes: Span<UInt8>
  ) -> Bool {
    var lower = stop
    while lower > max(start, stop - Self.longestWord), isWordByte(at: lower - 1, in: bytes) { lower -= 1 }
    while lower < stop, bytes[lower] == UInt8(ascii: ".") { lower += 1 }
    guard lower < stop else { return true }
    let word = lowercased(lower..<stop, in: bytes)
    let nextIsDigit = Letters.isDigit(at: next, in: bytes)
    let nextIsStart = isStart(next, after, in: bytes)
    let digits = bytes[lower] &- 0x30 < 10 && word.utf8.allSatisfy { $0 &- 0x30 < 10 }
    if isFirst(lower, from: start, in: bytes), isMarker(word, lower, stop, in: bytes) { return false }
    if digits, isMonth(next, after, in: bytes) { return false }
    if digits { return !hasOrdinals || stop - lower > 2 || nextIsStart || isClosed }
    // In quotes or brackets the word belongs to what they hold, and the sentence is over.
    if abbreviations.leading.contains(word) { return isClosed }
    if abbreviations.numbering.contains(word), nextIsDigit { return false }
    if word == "a.m" || word == "p.m" {
      return !nextIsDigit && !isTitle(at: next, after, in: bytes) && !isTimeZone(at: next, after, in: bytes)
    }
    if abbreviations.trailing.contains(word) { return isClosed || (nextIsStart && !nextIsDigit) }
    if stop - lower == 1, Letters.isLower(at: lower, in: bytes), isLetterWithStop(next, after, in: bytes) {
      return false
    }
    if isInitial(lower, stop, in: bytes) {
      if isClosed { return true }
      let isAlone =
        lower - 2 >= start && bytes[lower - 1] == 0x20 && !isCapitalized(before: lower - 1, from: start, in: bytes)
      return nextIsStart && isAlone
    }
    if isAcronym(lower, stop, in: bytes) { return isClosed || nextIsStart }
    return true
  }

  /// Letters, digits, full stops and what is beyond ASCII belong to a word; apostrophes and dashes part words.
  private func isWordByte(at index: Int, in bytes: Span<UInt8>) -> Bool {
    bytes[index] &- 0x30 < 10 || bytes[index] == UInt8(ascii: ".") || Letters.isWord(at: index, in: bytes)
  }

  /// Whether only bullets, brackets and spaces stand before a word.
  private func isFirst(_ lower: Int, from start: Int, in bytes: Span<UInt8>) -> Bool {
    if lower - start > 8 { return false }
    return (start..<lower).allSatisfy { !Letters.isWord(at: $0, in: bytes) && !Letters.isDigit(at: $0, in: bytes) }
  }

  /// `1.`, `b.` or `IV.` at the start numbers what follows.
  private func isMarker(_ word: String, _ lower: Int, _ stop: Int, in bytes: Span<UInt8>) -> Bool {
    if word.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return stop - lower < 4 }
    let isRoman = word.utf8.allSatisfy { "ivxlcdm".utf8.contains($0) } && Letters.isUpper(at: lower, in: bytes)
    return stop - lower == 1 || (isRoman && stop - lower < 6)
  }

  private func isInitial(_ lower: Int, _ stop: Int, in bytes: Span<UInt8>) -> Bool {
    guard Letters.isUpper(at: lower, in: bytes) else { return false }
    return ScalarReader.scalar(in: bytes, at: lower).width == stop - lower
  }

  /// Whether there are full stops between letters, as in `U.S.A`, the last left out.
  private func isAcronym(_ lower: Int, _ stop: Int, in bytes: Span<UInt8>) -> Bool {
    guard stop - lower >= 3, (stop - lower) % 2 == 1 else { return false }
    for index in lower..<stop {
      let isStop = bytes[index] == UInt8(ascii: ".")
      if isStop != ((index - lower) % 2 == 1) { return false }
    }
    return true
  }

  private func isCapitalized(before end: Int, from start: Int, in bytes: Span<UInt8>) -> Bool {
    var lower = end
    while lower > max(start, end - Self.longestWord), bytes[lower - 1] > 0x20 { lower -= 1 }
    return Letters.isUpper(at: lower, in: bytes)
  }

  private func isStart(_ next: Int, _ after: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard Letters.isUpper(at: next, in: bytes) else { return false }
    let end = endOfWord(next, after, in: bytes)
    return abbreviations.starters.contains(lowercased(next..<end, in: bytes))
  }

  /// Whether `ET` or the like follows, or a word for the time of a region.
  private func isTimeZone(at next: Int, _ after: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let end = endOfWord(next, after, in: bytes)
    let isShouted = (2...4).contains(end - next) && (next..<end).allSatisfy { Letters.isUpper(at: $0, in: bytes) }
    return isShouted || ["eastern", "central", "pacific", "mountain"].contains(lowercased(next..<end, in: bytes))
  }

  /// Whether the other half of `z. B.` follows.
  private func isLetterWithStop(_ next: Int, _ after: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    next + 1 < after.upperBound && Letters.isWord(at: next, in: bytes) && bytes[next + 1] == UInt8(ascii: ".")
  }

  private func isAbbreviation(_ word: String) -> Bool {
    abbreviations.leading.contains(word) || abbreviations.trailing.contains(word)
      || abbreviations.numbering.contains(word)
  }

  private func isMonth(_ next: Int, _ after: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let end = endOfWord(next, after, in: bytes)
    return abbreviations.months.contains(lowercased(next..<end, in: bytes))
  }

  private func isTitle(at next: Int, _ after: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let end = endOfWord(next, after, in: bytes)
    return end < after.upperBound && bytes[end] == UInt8(ascii: ".")
      && abbreviations.leading.contains(lowercased(next..<end, in: bytes))
  }

  private func endOfWord(_ start: Int, _ range: Range<Int>, in bytes: Span<UInt8>) -> Int {
    var end = start
    while end < range.upperBound, Letters.isWord(at: end, in: bytes) { end += 1 }
    return end
  }

  private func lowercased(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
    var word: [UInt8] = []
    word.reserveCapacity(range.count)
    for index in range { word.append(bytes[index]) }
    return String(decoding: word, as: UTF8.self).lowercased()
  }
}
