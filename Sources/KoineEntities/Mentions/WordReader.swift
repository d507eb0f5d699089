import KoineText

/// The words of a text, and their folded bytes with a space between each two.
struct WordList: Sendable {
  /// The words, then one empty word that holds what follows the last.
  var words: [Word] = []
  var folded: [UInt8] = []
}

/// Cuts text into words and folds them: lower case, ASCII where it is Latin.
struct WordReader: Sendable {
  private let latin = LatinLetters()

  /// Returns the words of `text`; the same bytes make the keys of the tables.
  func words(in text: String) -> WordList {
    var state = WordReading(bytes: Array(text.utf8), latin: latin)
    state.run()
    return state.list
  }

  /// Returns `text` as a key: its folded words with a space between each two.
  func key(_ text: String) -> String { String(decoding: words(in: text).folded, as: UTF8.self) }
}

private struct WordReading {
  let bytes: [UInt8]
  let latin: LatinLetters
  var list = WordList()

  private var gap: Gap = []
  private var start = -1
  private var foldStart = 0
  private var shape: Shape = []
  private var capitals = 0
  private var smalls = 0
  private var digits = 0
  // Letters since the word began or since the last full stop in it.
  private var segment = 0
  private var hash = NameHash()

  init(bytes: [UInt8], latin: LatinLetters) {
    self.bytes = bytes
    self.latin = latin
    list.folded.reserveCapacity(bytes.count + 16)
    list.words.reserveCapacity(bytes.count / 5 + 2)
  }

  mutating func run() {
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if start < 0, index == 0 || bytes[index - 1] <= 0x20, let end = codeEnd(index) {
        addCode(index..<end)
        index = end
        continue
      }
      if byte < 0x80 {
        index = ascii(byte, at: index)
      } else {
        let (scalar, length) = decoded(at: index)
        index = other(scalar, at: index, length: length)
      }
    }
    close(at: count)
    start = count
    foldStart = list.folded.count
    shape = .end
    append(upper: count)
  }

  private mutating func ascii(_ byte: UInt8, at index: Int) -> Int {
    switch byte {
    case 0x61...0x7A:
      letter(byte, at: index, isCapital: false)
    case 0x41...0x5A:
      letter(byte + 0x20, at: index, isCapital: true)
    case 0x30...0x39:
      open(at: index)
      put(byte)
      digits += 1
      segment += 1
    case 0x2E:
      if start >= 0, segment == 1, digits == 0, isLetter(index + 1) {
        shape.insert(.dotted)
        segment = 0
      } else if start >= 0, shape.contains(.dotted), segment == 1 {
        close(at: index + 1)
        gap.insert(.period)
      } else {
        close(at: index)
        gap.insert(.period)
      }
    case 0x27: return apostrophe(at: index, length: 1)
    case 0x60: return apostrophe(at: index, length: 1)
    case 0x20, 0x09: mark(.space, at: index)
    case 0x0A, 0x0D, 0x0B, 0x0C: mark(.newline, at: index)
    case 0x2D: mark(.hyphen, at: index)
    case 0x2F, 0x5C, 0x7C: mark(.slash, at: index)
    case 0x2C: mark(.comma, at: index)
    case 0x21, 0x3F, 0x3B: mark(.stop, at: index)
    case 0x3A: mark(.colon, at: index)
    case 0x28, 0x5B, 0x7B: mark(.open, at: index)
    case 0x29, 0x5D, 0x7D: mark(.close, at: index)
    case 0x22: mark(.quote, at: index)
    case 0x26: mark(.ampersand, at: index)
    default: mark(.other, at: index)
    }
    return index + 1
  }

  private mutating func other(_ scalar: Unicode.Scalar, at index: Int, length: Int) -> Int {
    let next = index + length
    switch scalar.value {
    case 0xC0..<0x250, 0x1E00..<0x1F00:
      guard let letters = latin.letters(of: scalar) else {
        mark(.other, at: index)
        return next
      }
      open(at: index)
      for byte in letters { put(byte) }
      count(isCapital: scalar.properties.isUppercase)
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F: break
    case 0x2019, 0x2018, 0x2BC, 0xB4, 0x2032: return apostrophe(at: index, length: length)
    case 0x201A, 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x300A...0x300F: mark(.quote, at: index)
    case 0x2013...0x2015: mark(.dash, at: index)
    case 0x2010...0x2012: mark(.hyphen, at: index)
    case 0x2026, 0x3002, 0xFF01, 0xFF1B, 0xFF1F: mark(.stop, at: index)
    case 0x2028, 0x2029, 0x85: mark(.newline, at: index)
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: mark(.space, at: index)
    case 0xFF0C, 0x3001: mark(.comma, at: index)
    case 0xFF08, 0x3010: mark(.open, at: index)
    case 0xFF09, 0x3011: mark(.close, at: index)
    case 0xFF1A: mark(.colon, at: index)
    case 0x30FB: mark(.hyphen, at: index)
    default:
      if isCJK(scalar) {
        close(at: index)
        open(at: index)
        put(from: index, to: next)
        shape.insert(.cjk)
        close(at: next)
      } else if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        foreignLetter(scalar, at: index, to: next)
      } else {
        mark(.other, at: index)
      }
    }
    return next
  }

  private mutating func foreignLetter(_ scalar: Unicode.Scalar, at index: Int, to next: Int) {
    open(at: index)
    let value = scalar.value
    let small: UInt32? =
      switch value {
      case 0x410...0x42F, 0x391...0x3A9: value + 0x20
      case 0x400...0x40F: value + 0x50
      default: nil
      }
    if let small {
      // Two bytes each, as every letter of these ranges.
      put(UInt8(0xC0 | small >> 6))
      put(UInt8(0x80 | small & 0x3F))
    } else {
      put(from: index, to: next)
    }
    count(isCapital: small != nil)
  }

  /// An apostrophe ends an elided article or preposition and begins the English genitive; else it is part of a word.
  private mutating func apostrophe(at index: Int, length: Int) -> Int {
    let next = index + length
    if next < bytes.count, bytes[next] | 0x20 == 0x73, !isLetter(next + 1), start >= 0 || gap == .space {
      close(at: index)
      gap.insert(.possessive)
      return next + 1
    }
    guard start >= 0 else {
      gap.insert(.quote)
      return next
    }
    guard isLetter(next) else {
      let elides = isElided && next < bytes.count && bytes[next] == 0x20
      close(at: index)
      gap.insert(elides ? .apostrophe : .quote)
      return next
    }
    if isElided {
      close(at: index)
      gap.insert(.apostrophe)
    }
    return next
  }

  private var isElided: Bool {
    let head = list.folded[foldStart...]
    return head.count == 1 || Self.elided.contains { $0.elementsEqual(head) }
  }

  private static let elided: [[UInt8]] = [
    "dell", "dall", "nell", "sull", "coll", "all", "qu", "un", "sant", "quell", "quest", "anch", "tutt", "cent", "dov",
    "com", "jusqu", "lorsqu", "quant", "mezz", "senz", "bell",
  ].map { Array($0.utf8) }

  private mutating func mark(_ kind: Gap, at index: Int) {
    close(at: index)
    gap.insert(kind)
  }

  private mutating func open(at index: Int) {
    guard start < 0 else { return }
    start = index
    if !list.words.isEmpty { list.folded.append(0x20) }
    foldStart = list.folded.count
    shape = []
    capitals = 0
    smalls = 0
    digits = 0
    segment = 0
    hash = NameHash()
  }

  private mutating func letter(_ byte: UInt8, at index: Int, isCapital: Bool) {
    open(at: index)
    put(byte)
    count(isCapital: isCapital)
  }

  private mutating func count(isCapital: Bool) {
    segment += 1
    if isCapital {
      if capitals + smalls + digits == 0 { shape.insert(.capital) }
      if smalls > 0 { shape.insert(.mixed) }
      capitals += 1
    } else {
      smalls += 1
    }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    list.folded.append(byte)
    hash.add(byte)
  }

  private mutating func put(from lower: Int, to upper: Int) {
    for index in lower..<upper { put(bytes[index]) }
  }

  private mutating func close(at index: Int) {
    guard start >= 0 else { return }
    if capitals >= 2, smalls == 0 { shape.insert(.allCapitals) }
    if digits > 0 { shape.insert(capitals + smalls == 0 ? .number : .digits) }
    if capitals + smalls == 1, digits == 0 { shape.insert(.single) }
    append(upper: index)
  }

  private mutating func append(upper: Int) {
    list.words.append(
      Word(
        lower: UInt32(start),
        upper: UInt32(upper),
        foldLower: UInt32(foldStart),
        foldUpper: UInt32(list.folded.count),
        gap: gap,
        shape: shape,
        classes: [],
        hash: hash.finished
      )
    )
    gap = []
    start = -1
  }

  private mutating func addCode(_ range: Range<Int>) {
    open(at: range.lowerBound)
    put(0x00)
    shape.insert(.code)
    append(upper: range.upperBound)
  }

  /// The end of an address or a handle that begins at `index`.
  private func codeEnd(_ index: Int) -> Int? {
    var end = index
    var isCode = false
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x80 {
      let byte = bytes[end]
      if byte == 0x40, end + 1 < bytes.count, bytes[end + 1] > 0x20 { isCode = true }
      if byte == 0x3A, end + 2 < bytes.count, bytes[end + 1] == 0x2F, bytes[end + 2] == 0x2F { isCode = true }
      end += 1
    }
    if end - index > 4, bytes[index] | 0x20 == 0x77, bytes[index + 1] | 0x20 == 0x77, bytes[index + 3] == 0x2E {
      isCode = true
    }
    return isCode ? end : nil
  }

  private func isLetter(_ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index]
    // Letters beyond ASCII begin with these bytes; punctuation begins with 0xC2 and 0xE2.
    return (0x61...0x7A).contains(byte | 0x20) || (byte >= 0xC3 && byte != 0xE2)
  }

  private func decoded(at index: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[index])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + length <= bytes.count else { return (" ", bytes.count - index) }
    var value = length == 2 ? first & 0x1F : length == 3 ? first & 0x0F : first & 0x07
    for at in (index + 1)..<(index + length) { value = value << 6 | UInt32(bytes[at] & 0x3F) }
    return (Unicode.Scalar(value) ?? " ", length)
  }
}
