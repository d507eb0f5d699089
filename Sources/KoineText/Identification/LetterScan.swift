/// What the letters of a text say about its language: the sums of each script, and how much there is of each.
struct LetterScan: Sendable {
  /// For each script that languages share, the sum of its letters.
  private(set) var sums: [LetterSum]
  /// How far each language is behind, in steps: 64 numbers a shared script.
  private(set) var behind: [UInt32]
  /// For each single script, how many of its letters there are.
  private(set) var singles: [Int]
  /// How many kana and ideographs there are.
  private(set) var kana = 0
  private(set) var ideographs = 0
  /// How much likelier the ideographs are in Chinese than in Japanese, in tenths of a nat.
  private(set) var lean = 0
  /// Whether anything belongs to a language: numbers, codes, addresses and acronyms do not.
  private(set) var hasWord = false
  /// Whether there are combining marks, which the tables know only as parts of letters.
  private(set) var hasMarks = false
  /// How many words there are, and how many of them begin with a capital.
  private(set) var words = 0
  private(set) var capitalized = 0

  // The script that is being read, its table and its sum, which goes back when the script changes.
  private var script = 0
  private var table: LetterTable
  private var sum = LetterSum()
  private var isInWord = false
  private var gram: UInt64 = 0
  private var order = 0

  /// Prepares for the scripts of `model`.
  init(_ model: LanguageModel) {
    sums = model.scripts.map { _ in LetterSum() }
    behind = [UInt32](repeating: 0, count: LetterTable.languageLimit * model.scripts.count)
    table = model.scripts[0]
    singles = [Int](repeating: 0, count: model.singles.count)
  }

  /// Forgets what was read.
  mutating func reset() {
    for index in sums.indices where sums[index].count > 0 {
      sums[index] = LetterSum()
      let start = index * LetterTable.languageLimit
      for place in start..<(start + LetterTable.languageLimit) { behind[place] = 0 }
    }
    for index in singles.indices where singles[index] != 0 { singles[index] = 0 }
    (kana, ideographs, lean, words, capitalized) = (0, 0, 0, 0, 0)
    (hasWord, hasMarks) = (false, false)
  }

  /// Reads `bytes`, which may end inside a scalar.
  mutating func read(_ bytes: Span<UInt8>, _ model: LanguageModel) {
    model.withFile { file in
      var at = 0
      while let token = TokenShape.next(in: bytes, from: at) {
        at = token.upper
        read(token, of: bytes, model, file)
      }
    }
    leaveScript()
  }

  /// Reads one token of `bytes`.
  mutating func read(_ token: TokenShape, of bytes: Span<UInt8>, _ model: LanguageModel) {
    model.withFile { file in read(token, of: bytes, model, file) }
    leaveScript()
  }

  @inline(__always)
  private mutating func read(
    _ token: TokenShape,
    of bytes: Span<UInt8>,
    _ model: LanguageModel,
    _ file: RawSpan
  ) {
    if token.isCode { return }
    if token.hasWord {
      hasWord = true
      words &+= 1
      if Self.isCapital(token, in: bytes) { capitalized &+= 1 }
    }
    var index = token.lower
    while index < token.upper {
      let scalar = Self.scalar(at: &index, before: token.upper, in: bytes)
      let kind = model.kind(of: scalar, in: file)
      let found = Int(kind >> 8)
      if found > 0, found < 0x80 {
        if found != script || !isInWord {
          endWord(file)
          // A file may name a script that it does not have.
          guard enterScript(found, model) else { continue }
          (isInWord, gram, order) = (true, LetterTable.bound, 1)
        }
        add(UInt64(kind & 0xFF), file)
        continue
      }
      endWord(file)
      if found > 0 {
        if found & 0x7F < singles.count { singles[found & 0x7F] &+= 1 }
      } else if scalar >= 0x300 {
        other(scalar, model, file)
      }
    }
    endWord(file)
  }

  @inline(__always)
  private mutating func endWord(_ file: RawSpan) {
    if isInWord { add(LetterTable.bound, file) }
    isInWord = false
  }

  @inline(__always)
  private mutating func enterScript(_ found: Int, _ model: LanguageModel) -> Bool {
    if found == script { return true }
    leaveScript()
    guard found <= sums.count else { return false }
    script = found
    table = model.scripts[found - 1]
    sum = sums[found - 1]
    return true
  }

  private mutating func leaveScript() {
    if script == 0 { return }
    sum.carry(to: &behind, at: (script - 1) * LetterTable.languageLimit)
    sums[script - 1] = sum
    script = 0
  }

  @inline(__always)
  private mutating func add(_ letter: UInt64, _ file: RawSpan) {
    gram = (gram << 8 | letter) & 0xFF_FFFF_FFFF
    // An n-gram is known only if what comes before its last letter is.
    var length = min(order &+ 1, LetterTable.longest)
    var row = Int(letter)
    while length > 1 {
      if let found = table.row(of: gram & ((1 << (8 * UInt64(length))) &- 1), in: file) {
        row = found
        break
      }
      length &-= 1
    }
    order = length
    sum.add(row, of: table, in: file, to: &behind, at: (script &- 1) &* LetterTable.languageLimit)
  }

  /// Counts what has no place in the tables.
  private mutating func other(_ scalar: UInt32, _ model: LanguageModel, _ file: RawSpan) {
    switch scalar {
    case 0x300...0x36F: hasMarks = true
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: kana &+= 1
    case 0x4E00...0x9FFF:
      ideographs &+= 1
      lean &+= model.lean(of: scalar, in: file)
    case 0x3400...0x4DBF, 0xF900...0xFAFF, 0x2_0000...0x3_134F: ideographs &+= 1
    case 0xAC00...0xD7AF, 0x3131...0x318E: if model.hangul >= 0 { singles[model.hangul] &+= 1 }
    default: break
    }
  }

  /// Reads the scalar at `index` and moves behind it.
  @inline(__always)
  private static func scalar(at index: inout Int, before end: Int, in bytes: Span<UInt8>) -> UInt32 {
    let lead = UInt32(bytes[index])
    index &+= 1
    if lead < 0x80 { return lead }
    let more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    guard index &+ more <= end else {
      index = end
      return 0
    }
    var scalar = lead & (0x3F >> UInt32(more))
    for _ in 0..<more {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
      index &+= 1
    }
    return scalar
  }

  /// Whether the first letter of a token is a capital of the Latin, Greek or Cyrillic alphabet.
  private static func isCapital(_ token: TokenShape, in bytes: Span<UInt8>) -> Bool {
    var index = token.lower
    while index < token.upper {
      let scalar = scalar(at: &index, before: token.upper, in: bytes)
      switch scalar {
      case 0x41...0x5A, 0xC0...0xDE, 0x391...0x3AB, 0x400...0x42F: return true
      // Brackets and quotation marks may stand before the word.
      case 0...0xBF where !(0x61...0x7A).contains(scalar), 0x2000...0x206F: continue
      default: return false
      }
    }
    return false
  }
}
