import KoineText

/// A piece of an Italian sentence.
struct ItalianToken: Sendable {
  enum Kind: Sendable { case word, number, mark, code }

  var kind: Kind
  /// The UTF-8 offsets in the sentence.
  var range: TextRange
  /// As it stands, with straight apostrophes.
  var text: String
  /// In lower case.
  var lower: String
  /// Whether white space lies before it.
  var isSpaced: Bool

  /// Whether it starts with a capital.
  var isCapitalized: Bool { kind == .word && (text.unicodeScalars.first?.properties.isUppercase ?? false) }

  /// Whether it has no small letter and more than one letter, as acronyms.
  var isAllCapitals: Bool {
    kind == .word && text.unicodeScalars.count > 1
      && text.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
  }
}

extension ItalianToken {
  /// Cuts a sentence: articles and prepositions with an apostrophe stand alone, numbers keep their separators, and
  /// hyphenated words, abbreviations with dots, addresses and clock times stay whole.
  static func tokens(in sentence: String) -> [ItalianToken] {
    var cutter = ItalianCutter(sentence)
    return cutter.cut()
  }
}

/// Walks over the scalars of a sentence.
private struct ItalianCutter {
  /// Words that end in an apostrophe even before a space or a quotation mark.
  private static let cutWords = [
    "po", "mo", "be", "va", "fa", "da", "sta", "di", "l", "un", "d", "all", "dall", "dell", "nell", "sull", "quell",
    "quest", "c", "s",
  ]

  private let scalars: [Unicode.Scalar]
  private let offsets: [UInt32]
  private var index = 0
  private var tokens: [ItalianToken] = []

  init(_ sentence: String) {
    scalars = Array(sentence.unicodeScalars)
    var offsets: [UInt32] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset: UInt32 = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UInt32(UTF8.width(scalar))
    }
    offsets.append(offset)
    self.offsets = offsets
  }

  mutating func cut() -> [ItalianToken] {
    var isSpaced = true
    while index < scalars.count {
      let start = index
      let scalar = scalars[index]
      if scalar.properties.isWhitespace {
        index += 1
        isSpaced = true
        continue
      }
      let kind: ItalianToken.Kind
      if isDigit(index) {
        kind = number()
      } else if isLetter(index) {
        kind = word()
      } else if isApostrophe(index) || isOne(of: "‘", index), isDigit(index + 1), isDigit(index + 2),
        !isDigit(index + 3), !isLetter(index + 3)
      {
        index += 3
        kind = .number
      } else {
        index += 1
        if scalar == "." || scalar == "-" { while index < scalars.count, scalars[index] == scalar { index += 1 } }
        kind = .mark
      }
      append(kind, start..<index, isSpaced: isSpaced)
      isSpaced = false
    }
    return tokens
  }

  private mutating func append(_ kind: ItalianToken.Kind, _ range: Range<Int>, isSpaced: Bool) {
    var text = String.UnicodeScalarView()
    for scalar in scalars[range] { text.append(scalar == "’" || (scalar == "‘" && kind == .number) ? "'" : scalar) }
    let string = String(text)
    tokens.append(
      ItalianToken(
        kind: kind,
        range: TextRange(lower: offsets[range.lowerBound], upper: offsets[range.upperBound]),
        text: string,
        lower: kind == .word ? string.lowercased() : string,
        isSpaced: isSpaced
      )
    )
  }

  private mutating func number() -> ItalianToken.Kind {
    while isDigit(index) || (isOne(of: ".,:/", index) && isDigit(index + 1)) { index += 1 }
    if isOne(of: "ºª°", index) {
      index += 1
    } else if isLetter(index) || (isOne(of: "-", index) && isLetter(index + 1)) {
      // Digits and letters that stand together are a code such as 3D, 5nm or 28-inch.
      while isLetter(index) || isDigit(index) || (isOne(of: "-", index) && isLetter(index + 1)) { index += 1 }
      return .code
    }
    return .number
  }

  private mutating func word() -> ItalianToken.Kind {
    let start = index
    index += 1
    // S.p.A., U.S.A., a.C.
    if isOne(of: ".", index), isLetter(index + 1), !isLetter(index + 2) {
      while isOne(of: ".", index), isLetter(index + 1), !isLetter(index + 2) || isOne(of: ".", index + 2) { index += 2 }
      if isOne(of: ".", index) { index += 1 }
      return .word
    }
    while index < scalars.count {
      if isLetter(index) || isDigit(index) {
        index += 1
      } else if isOne(of: ".", index), isTitle(start..<index), isOne(of: " ", index + 1), isCapital(index + 2) {
        index += 1
        break
      } else if isOne(of: "-", index), isLetter(index + 1) || isDigit(index + 1) {
        index += 1
      } else if isOne(of: "@", index) || (isOne(of: ":", index) && isOne(of: "/", index + 1)) || isAddressDot(index) {
        return address()
      } else if isApostrophe(index) {
        let isAfterCutWord = Self.cutWords.contains {
          $0.unicodeScalars.elementsEqual(scalars[start..<index].map { Unicode.Scalar($0.value | 0x20) ?? $0 })
        }
        if isOne(of: "sS", index + 1), !isLetter(index + 2), index - start > 1 {
          // The English genitive of a name: *St. Martin's*.
          index += 2
        } else if isLetter(index + 1) || isAfterCutWord {
          index += 1
        }
        break
      } else if isOne(of: "&", index), isLetter(index + 1), index - start <= 3 {
        index += 2
      } else {
        break
      }
    }
    return .word
  }

  /// Titles that are cut short before a name, without their dot.
  private static let titles: Set<String> = [
    "st", "mr", "mrs", "ms", "dr", "dott", "prof", "ing", "avv", "sig", "on", "rev", "gen", "sen", "arch", "geom",
    "rag",
    "cav", "col", "cap", "ten",
  ]

  private func isTitle(_ range: Range<Int>) -> Bool {
    range.count <= 4 && Self.titles.contains(String(String.UnicodeScalarView(scalars[range])).lowercased())
  }

  private func isCapital(_ at: Int) -> Bool { at < scalars.count && scalars[at].properties.isUppercase }

  /// A dot inside a word with a known ending of web addresses behind it.
  private func isAddressDot(_ at: Int) -> Bool {
    guard isOne(of: ".", at), isLetter(at + 1) else { return false }
    var end = at + 1
    while isLetter(end) { end += 1 }
    let ending = String(String.UnicodeScalarView(scalars[(at + 1)..<end])).lowercased()
    return ["com", "it", "org", "net", "eu", "co", "gov", "edu", "info", "io", "de", "fr", "uk"].contains(ending)
      || (at >= 3 && scalars[(at - 3)..<at].allSatisfy { $0 == "w" })
  }

  private mutating func address() -> ItalianToken.Kind {
    while index < scalars.count, !scalars[index].properties.isWhitespace, !isOne(of: ",;()<>\"“”«»", index) {
      index += 1
    }
    while index > 0, isOne(of: ".:!?", index - 1) { index -= 1 }
    return .code
  }

  private func isOne(of marks: String, _ at: Int) -> Bool {
    at < scalars.count && marks.unicodeScalars.contains(scalars[at])
  }

  private func isDigit(_ at: Int) -> Bool { at < scalars.count && scalars[at].value &- 48 < 10 }

  private func isApostrophe(_ at: Int) -> Bool { at < scalars.count && (scalars[at] == "'" || scalars[at] == "’") }

  private func isLetter(_ at: Int) -> Bool {
    guard at < scalars.count else { return false }
    let value = scalars[at].value
    if value < 0x80 { return (value | 0x20) &- 97 < 26 }
    if value == 0xAA || value == 0xBA { return false }
    return scalars[at].properties.isAlphabetic || scalars[at].properties.generalCategory == .nonspacingMark
  }
}
