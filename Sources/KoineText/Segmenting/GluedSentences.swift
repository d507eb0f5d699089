/// Ends of sentences that no space follows: `fine.Il`, `fine.[3] Il`.
extension SentenceRules {
  /// Returns where the next sentence starts, if one does right behind the mark.
  func endWithoutSpace(_ place: Place, in bytes: Span<UInt8>) -> Int? {
    let mark = place.mark
    let isBehindWord =
      mark.start - 2 >= place.sentence && Letters.isWord(at: mark.start - 1, in: bytes)
      && Letters.isWord(at: mark.start - 2, in: bytes)
    if mark.kind == .ellipsis { return nil }
    if mark.kind == .stop, Letters.isDigit(at: mark.start - 1, in: bytes), Letters.isUpper(at: place.next, in: bytes) {
      return isStart(place.next, place.limit, in: bytes) ? place.next : nil
    }
    if isBehindWord || mark.start > place.sentence && bytes[mark.start - 1] == UInt8(ascii: ")") {
      if let end = endOfNotes(mark.end, place.limit, in: bytes) { return end }
    }
    if mark.kind == .ask, isIdeograph(at: place.next, in: bytes), mark.start > place.sentence,
      bytes[mark.start - 1] >= 0x80
    {
      return place.next
    }
    guard mark.end - mark.start == 1 else {
      return mark.kind == .ask && isGluedAsk(place, in: bytes) ? place.next : nil
    }
    return isBehindWord && isGlued(place, in: bytes) ? place.next : nil
  }

  private func isGluedAsk(_ place: Place, in bytes: Span<UInt8>) -> Bool {
    Letters.isUpper(at: place.next, in: bytes) && Letters.isLower(before: place.mark.start, in: bytes)
  }

  /// Han and kana, whose sentences stand without spaces.
  private func isIdeograph(at index: Int, in bytes: Span<UInt8>) -> Bool {
    let scalar = ScalarReader.scalar(in: bytes, at: index).scalar
    return (0x3040...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar)
  }

  /// Whether a new sentence starts at once: `fine.Il`, but not `Node.Js` or an address.
  private func isGlued(_ place: Place, in bytes: Span<UInt8>) -> Bool {
    let stop = place.mark.start
    let next = place.next
    guard next + 1 < place.limit, Letters.isUpper(at: next, in: bytes),
      Letters.isLower(before: stop, in: bytes) || place.mark.isClosed
    else { return false }
    var lower = stop
    while lower > max(place.sentence, stop - Self.longestWord), bytes[lower - 1] > 0x20 { lower -= 1 }
    var upper = next
    while upper < min(place.limit, next + Self.longestWord), bytes[upper] > 0x20 { upper += 1 }
    for index in lower..<upper where [0x2F, 0x40, 0x5F, 0x3D, 0x5C].contains(bytes[index]) { return false }
    let end = endOfWord(next, upper, in: bytes)
    // A capital alone, or a word that sentences start with, or one that is at least no ending of a name.
    if !words[lower..<stop, bytes].isDisjoint(with: .abbreviation) { return false }
    let kinds = words[next..<end, bytes]
    if end < upper, bytes[end] == UInt8(ascii: "."), kinds.contains(.leading) { return true }
    if end - next == 1 { return kinds.contains(.starter) && end < upper }
    return kinds.contains(.starter) || (end == upper && upper < place.limit && end - next > 3)
  }

  /// Returns the end of the numbers of notes that stand right behind a full stop, if a capital follows.
  private func endOfNotes(_ start: Int, _ limit: Int, in bytes: Span<UInt8>) -> Int? {
    var index = start
    while index < limit {
      let byte = bytes[index]
      let isPart =
        byte &- 0x30 < 10 || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
      let isGap = byte == 0x20 && Letters.isDigit(at: index + 1, in: bytes) && Letters.isDigit(at: index - 1, in: bytes)
      guard isPart || isGap else { break }
      index += 1
    }
    guard index > start, bytes[start] != UInt8(ascii: ","), index + 1 < limit, bytes[index] == 0x20,
      Letters.isUpper(at: index + 1, in: bytes)
    else {
      return nil
    }
    return index + 1
  }
}
