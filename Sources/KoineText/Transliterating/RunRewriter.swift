import CICU

/// Puts words of one text into another script and remembers them, so that a word that comes again costs a look-up.
struct RunRewriter {
  private typealias Part = WordMemory.Part

  private let bytes: [UInt8]
  private var rewriter: TextRewriter
  /// What is remembered of words; it may serve the next text as well.
  private(set) var memory: WordMemory
  // The end of the last word that a space was put behind.
  private var spaced = -1

  /// Starts to rewrite `text`.
  init(_ text: String, memory: WordMemory) {
    self.memory = memory
    bytes = Array(text.utf8)
    rewriter = TextRewriter(text)
  }

  /// Rewrites one run; `byCharacter` follows characters one by one if they stay as many as they were.
  mutating func rewrite(
    _ range: Range<Int>,
    byCharacter: Bool = false,
    _ transform: (String) throws(TextError) -> String
  ) throws(TextError) {
    let word = bytes[range]
    if let parts = memory[word] { return put(parts, at: range.lowerBound) }
    let source = String(decoding: word, as: UTF8.self)
    let result = try transform(source)
    var parts = [Part(width: range.count, text: result)]
    if byCharacter, source.unicodeScalars.count == result.unicodeScalars.count {
      parts = zip(source.unicodeScalars, result.unicodeScalars).map { Part(width: UTF8.width($0), text: String($1)) }
    }
    memory.remember(word, parts)
    put(parts, at: range.lowerBound)
  }

  /// Rewrites words of Chinese characters and kana, with spaces between them and what stands beside them.
  mutating func rewriteSpaced(
    _ words: [Range<Int>],
    tones: Bool,
    _ transform: (String) throws(TextError) -> String
  ) throws(TextError) {
    for range in words {
      let word = bytes[range]
      var parts = memory[word] ?? []
      if parts.isEmpty {
        parts = try self.parts(of: word, tones: tones, transform)
        memory.remember(word, parts)
      }
      if spaced != range.lowerBound, isLetter(before: range.lowerBound) { space(at: range.lowerBound) }
      put(parts, at: range.lowerBound)
      if isLetter(at: range.upperBound) {
        space(at: range.upperBound)
        spaced = range.upperBound
      }
    }
  }

  /// Copies the rest and returns the text with its map.
  consuming func finish() -> RewrittenText { rewriter.finish() }

  private func parts(
    of word: ArraySlice<UInt8>,
    tones: Bool,
    _ transform: (String) throws(TextError) -> String
  ) throws(TextError) -> [Part] {
    var parts: [Part] = []
    let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    var start = 0
    while start < scalars.count {
      let isHan = LetterScript(scalars[start].value) == .han
      let end = scalars[start...].firstIndex { (LetterScript($0.value) == .han) != isHan } ?? scalars.endIndex
      let piece = scalars[start..<end]
      if isHan, let syllables = try Self.syllables(of: piece, transform) {
        parts += zip(piece, LatinSpelling.pinyin(syllables, tones: tones)).map { Part(width: UTF8.width($0), text: $1) }
      } else {
        let source = String(String.UnicodeScalarView(piece))
        let result = try transform(source)
        parts.append(Part(width: source.utf8.count, text: isHan ? result : LatinSpelling.romaji(result)))
      }
      start = end
    }
    return parts
  }

  /// The syllables of Chinese characters, or `nil` if not each has one.
  private static func syllables(
    of word: ArraySlice<Unicode.Scalar>,
    _ transform: (String) throws(TextError) -> String
  ) throws(TextError) -> [String]? {
    var result: [String] = []
    var unread = word.startIndex
    func read(upTo end: Int) throws(TextError) {
      if unread == end { return }
      let spaced = try transform(String(String.UnicodeScalarView(word[unread..<end])))
      result += spaced.split(separator: " ").map(String.init)
    }
    var at = word.startIndex
    while at < word.endIndex {
      let longest = min(at + Heteronyms.longest, word.endIndex)
      let end = stride(from: longest, to: at + 1, by: -1).first { Heteronyms.syllables(word[at..<$0]) != nil }
      if let end, let syllables = Heteronyms.syllables(word[at..<end]) {
        try read(upTo: at)
        result += syllables
        (unread, at) = (end, end)
      } else {
        at += 1
      }
    }
    try read(upTo: word.endIndex)
    return result.count == word.count ? result : nil
  }

  private mutating func put(_ parts: [Part], at offset: Int) {
    var at = offset
    for part in parts {
      let range = at..<(at + part.width)
      at = range.upperBound
      if part.text.utf8.elementsEqual(bytes[range]) { continue }
      rewriter.replace(TextRange(range), with: part.text)
    }
  }

  private mutating func space(at offset: Int) {
    rewriter.replace(TextRange(offset..<offset), with: " ")
  }

  private func isLetter(before offset: Int) -> Bool {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 && isLetter(at: start)
  }

  private func isLetter(at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let (scalar, _) = ScalarReader.scalar(in: bytes.span, at: offset)
    // Letters, marks and digits by their general category.
    return (1...9).contains(cicu_general_category(scalar))
  }
}
