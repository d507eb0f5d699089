/// Decides where the sentences of a block end, by looking around each mark that may end one.
struct SentenceRules: Sendable {
  let words: WordTable
  let traits: LanguageTraits

  /// Nobody looks further for the bounds of a word, so that the work stays proportional to the text.
  static let longestWord = 200

  /// Makes the rules of a language.
  init(language: Language, abbreviations: Abbreviations) {
    words = WordTable(abbreviations)
    traits = LanguageTraits(language)
  }

  /// Adds to `ends` where sentences end in `block`, the last end left out: offsets of what follows.
  func findEnds(of block: Range<Int>, in bytes: Span<UInt8>, _ ends: inout [Int]) {
    let spans = KeptSpans.spans(in: block, of: bytes)
    let items = Self.certainStarts(in: block, spans, bytes)
    let isDialogue = Self.dash(at: block.lowerBound, in: bytes) != nil
    var start = block.lowerBound
    var span = 0
    var item = 0
    var index = block.lowerBound
    while index < block.upperBound {
      guard SentenceMark.mayStart(bytes[index]),
        let mark = SentenceMark(at: index, before: block.upperBound, traits.marks, in: bytes)
      else {
        index += 1
        continue
      }
      while item < items.count, items[item] <= index {
        if !Self.isInside(items[item], spans, &span), items[item] > start {
          start = items[item]
          ends.append(start)
        }
        item += 1
      }
      index = mark.end
      if Self.isInside(mark.start, spans, &span), mark.closed <= spans[span].upperBound { continue }
      guard let end = end(at: mark, from: start, before: block.upperBound, isDialogue, in: bytes) else { continue }
      ends.append(end)
      start = end
      index = max(index, min(end, mark.closed))
    }
    for item in items[item...] where item > start && !Self.isInside(item, spans, &span) {
      ends.append(item)
      start = item
    }
  }

  /// Where sentences start whatever the marks say: the items of lists, and a capital behind speech that was broken off.
  private static func certainStarts(in block: Range<Int>, _ spans: [Range<Int>], _ bytes: Span<UInt8>) -> [Int] {
    let items = ListMarker.listItems(in: block, of: bytes)
    var others: [Int] = []
    for span in spans where span.count > 4 {
      let end = span.upperBound
      let isDash = bytes[end - 1] == 0x2D && bytes[end - 2] == 0x2D
      let isLongDash = bytes[end - 1] == 0x94 && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE2
      guard isDash || isLongDash else { continue }
      let next = end + ScalarReader.scalar(in: bytes, at: end).width
      if next + 1 < block.upperBound, bytes[next] == 0x20, Letters.isUpper(at: next + 1, in: bytes) {
        others.append(next + 1)
      }
    }
    return others.isEmpty ? items : (items + others).sorted()
  }

  /// Whether an offset is inside one of the `spans`; `current` only moves on.
  private static func isInside(_ offset: Int, _ spans: [Range<Int>], _ current: inout Int) -> Bool {
    while current < spans.count, spans[current].upperBound < offset { current += 1 }
    return current < spans.count && spans[current].lowerBound <= offset && offset < spans[current].upperBound
  }

  /// Returns where the next sentence starts if one ends at `mark`.
  private func end(
    at mark: SentenceMark,
    from start: Int,
    before limit: Int,
    _ isDialogue: Bool,
    in bytes: Span<UInt8>
  ) -> Int? {
    var next = mark.closed
    while next < limit, let width = TextBlocks.spaceWidth(at: next, in: bytes) { next += width }
    guard next < limit, start < mark.start else { return nil }
    let place = Place(sentence: start, mark: mark, next: next, limit: limit)
    if next == mark.closed, mark.kind != .full { return endWithoutSpace(place, in: bytes) }
    guard let look = firstLetter(at: next, before: limit, isDialogue || mark.kind != .stop, in: bytes),
      !isContinuation(at: look, place, in: bytes)
    else { return nil }
    var found = place
    found.look = look
    switch mark.kind {
    case .full: return mark.isClosed && goesOnBehindCloser(found, in: bytes) ? nil : next
    case .ask: return isName(found, in: bytes) || isAttributed(found, in: bytes) ? nil : next
    case .ellipsis:
      let isEnd = mark.start - start > 3 && !isAlwaysCapital(found, in: bytes) && !isUncased(at: look, in: bytes)
      return isEnd || mark.isClosed ? next : nil
    case .stop: return isEndByWord(found, in: bytes) ? next : nil
    }
  }

  /// A mark and what is around it.
  struct Place {
    /// The offset where the sentence starts.
    var sentence: Int
    var mark: SentenceMark
    /// The offset of what stands behind the mark, its closing quotes and spaces.
    var next: Int
    /// The offset of the first letter, digit or other character there, behind dashes and opening quotes.
    var look: Int
    /// The end of the block.
    var limit: Int

    init(sentence: Int, mark: SentenceMark, next: Int, limit: Int) {
      self.sentence = sentence
      self.mark = mark
      self.next = next
      self.look = next
      self.limit = limit
    }
  }

  /// Skips a dash and opening quotes.
  private func firstLetter(at next: Int, before limit: Int, _ mayBeSpeech: Bool, in bytes: Span<UInt8>) -> Int? {
    var look = next
    if mayBeSpeech || bytes[next] != UInt8(ascii: "-"), let width = Self.dash(at: look, in: bytes) { look += width }
    while look < limit {
      if let width = Letters.openerWidth(at: look, in: bytes) {
        look += width
      } else if look > next, let width = TextBlocks.spaceWidth(at: look, in: bytes) {
        look += width
      } else {
        return look
      }
    }
    return nil
  }

  /// The width of a dash at `index` with the space behind it.
  static func dash(at index: Int, in bytes: Span<UInt8>) -> Int? {
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

  /// Lower case, a comma or a closing mark goes on with the sentence.
  private func isContinuation(at look: Int, _ place: Place, in bytes: Span<UInt8>) -> Bool {
    if isCitation(place, in: bytes) { return true }
    if Letters.isLower(at: look, in: bytes) {
      // A letter that numbers an item starts one.
      return place.mark.kind != .full && ListMarker(at: look, before: place.limit, in: bytes) == nil
    }
    switch bytes[look] {
    case 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x29, 0x5D: return true
    case 0xD8 where bytes[look + 1] == 0x8C || bytes[look + 1] == 0x9B: return true
    case 0xE3 where bytes[look + 1] == 0x80 && bytes[look + 2] == 0x81: return true
    case 0xEF where bytes[look + 1] == 0xBC && bytes[look + 2] == 0x8C: return true
    default: return false
    }
  }

  /// Whether a bracket comes behind which the sentence ends, such as `(Rossi 1998)` and a full stop.
  private func isCitation(_ place: Place, in bytes: Span<UInt8>) -> Bool {
    guard bytes[place.next] == UInt8(ascii: "(") else { return false }
    for index in place.next..<min(place.limit, place.next + 120) where bytes[index] == UInt8(ascii: ")") {
      guard index + 1 < place.limit, !Letters.endsSentence(index, from: place.next, in: bytes) else { return false }
      return bytes[index + 1] == UInt8(ascii: ".") || bytes[index + 1] == UInt8(ascii: ",")
    }
    return false
  }

  /// Whether a letter of a script without case stands at `index`.
  private func isUncased(at index: Int, in bytes: Span<UInt8>) -> Bool {
    bytes[index] >= 0xD6 && Letters.isWord(at: index, in: bytes) && !Letters.isUpper(at: index, in: bytes)
  }

  /// Whether the English `I` follows, which says nothing about where a sentence starts.
  private func isAlwaysCapital(_ place: Place, in bytes: Span<UInt8>) -> Bool {
    let next = place.look
    guard traits.language == .english, bytes[next] == UInt8(ascii: "I"), next + 1 < place.limit else { return false }
    return bytes[next + 1] == 0x20 || bytes[next + 1] == UInt8(ascii: "'") || bytes[next + 1] == 0xE2
  }

  /// Whether the mark is part of a name, such as `Yahoo! Finance`.
  private func isName(_ place: Place, in bytes: Span<UInt8>) -> Bool {
    guard bytes[place.mark.start] == UInt8(ascii: "!"), !place.mark.isClosed, Letters.isUpper(at: place.look, in: bytes)
    else { return false }
    var lower = place.mark.start
    while lower > max(place.sentence, place.mark.start - Self.longestWord), Letters.isWord(at: lower - 1, in: bytes) {
      lower -= 1
    }
    return words[lower..<place.mark.start, bytes].contains(.exclaimed) && !isStart(place.look, place.limit, in: bytes)
  }

  /// Whether a name and a verb of saying follow a quotation, as in `“Why?” Alice asked`.
  private func isAttributed(_ place: Place, in bytes: Span<UInt8>) -> Bool {
    guard place.mark.isClosed, place.look == place.next else { return false }
    var index = place.look
    for _ in 0..<4 {
      let end = endOfWord(index, place.limit, in: bytes)
      guard end > index else { return false }
      if !Letters.isUpper(at: index, in: bytes) { return words[index..<end, bytes].contains(.saying) }
      index = end
      if index < place.limit, bytes[index] == UInt8(ascii: ".") { index += 1 }
      guard index < place.limit, bytes[index] == 0x20 else { return false }
      index += 1
    }
    return false
  }

  /// Whether a sentence goes on behind a Japanese or Chinese quotation or bracket that ends like one.
  private func goesOnBehindCloser(_ place: Place, in bytes: Span<UInt8>) -> Bool {
    guard place.next == place.mark.closed, place.next == place.look else { return false }
    let closer = ScalarReader.scalar(in: bytes, at: Letters.lead(before: place.mark.closed, in: bytes)).scalar
    if closer == 0xFF09 { return ScalarReader.scalar(in: bytes, at: place.sentence).scalar != 0xFF08 }
    var (scalar, width) = ScalarReader.scalar(in: bytes, at: place.look)
    // と が は を に の で も や な へ
    let particles: [UInt32] = [
      0x3068, 0x304C, 0x306F, 0x3092, 0x306B, 0x306E, 0x3067, 0x3082, 0x3084, 0x306A, 0x3078,
    ]
    if particles.contains(scalar) { return true }
    // 说 說 道 问 問 喊 behind a short subject, with a mark behind.
    let sayings: [UInt32] = [0x8BF4, 0x8AAA, 0x9053, 0x95EE, 0x554F, 0x558A]
    var index = place.look
    for _ in 0..<4 {
      index += width
      guard index < place.limit else { return false }
      let next = ScalarReader.scalar(in: bytes, at: index)
      if sayings.contains(scalar) { return [0x3002, 0xFF0C, 0xFF1A].contains(next.scalar) }
      (scalar, width) = next
    }
    return false
  }
}
