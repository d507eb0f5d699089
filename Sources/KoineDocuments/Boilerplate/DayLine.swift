/// Lines that tell little more than place and day, such as `Milano, 12 marzo 2025`.
///
/// All articles of a day have the same one, and it is part of each of them all the same.
enum DayLine {
  /// How many words such a line may have beside its date.
  private static let mostWords = 3

  /// Whether a line is one.
  static func isOne(_ line: String) -> Bool {
    guard line.utf8.count <= 120, line.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    if isEastAsian(line) { return true }
    let words = line.split { !$0.isLetter && !$0.isNumber && !"./-:".contains($0) }.map {
      CalendarWords.folded($0.trimmed)
    }
    var others = 0
    var hasDate = false
    for (index, word) in words.enumerated() {
      if isNumericDate(word) {
        hasDate = true
      } else if CalendarWords.month(word) != nil {
        let beside = [index - 1, index + 1].filter { words.indices.contains($0) && Int(words[$0]) != nil }
        if beside.isEmpty { others += 1 } else { hasDate = true }
      } else if !word.isEmpty, Int(word) == nil, !word.contains(where: \.isNumber),
        !CalendarWords.fillers.contains(word)
      {
        others += 1
      }
    }
    return hasDate && others <= mostWords
  }

  /// Three numbers with signs between them, as in `12/03/2025` or `2025-03-12`.
  private static func isNumericDate(_ word: String) -> Bool {
    let parts = word.split { "./-".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ Int($0) != nil }) else { return false }
    let sizes = parts.map(\.count)
    return sizes[1] <= 2 && (sizes[0] <= 2 && (sizes[2] == 2 || sizes[2] == 4) || sizes[0] == 4 && sizes[2] <= 2)
  }

  /// A short line with the signs for month and day behind numbers, as in `2025年3月12日`.
  private static func isEastAsian(_ line: String) -> Bool {
    guard line.count <= 30 else { return false }
    return ["月", "日"].allSatisfy { sign in
      guard let place = line.firstIndex(of: Character(sign)), place > line.startIndex else { return false }
      return line[line.index(before: place)].isNumber
    }
  }
}

extension Substring {
  /// The word without the signs at its ends.
  fileprivate var trimmed: Substring {
    var word = self
    while let first = word.first, !first.isLetter, !first.isNumber { word.removeFirst() }
    while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
    return word
  }
}
