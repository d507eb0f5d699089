import CICU

/// Puts words of one text into another script and remembers them, so that a word that comes again costs a look-up.
struct RunRewriter {
  /// A stretch of a word, and what it becomes.
  private struct Part {
    var width: Int
    var text: String
  }

  private let bytes: [UInt8]
  private var rewriter: TextRewriter
  private var known: [ArraySlice<UInt8>: [Part]] = [:]
  // The end of the last word that a space was put behind.
  private var spaced = -1

  /// Starts to rewrite `text`.
  init(_ text: String) {
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
    if let parts = known[word] { return put(parts, at: range.lowerBound) }
    let source = String(decoding: word, as: UTF8.self)
    let result = try transform(source)
    var parts = [Part(width: range.count, text: result)]
    if byCharacter, source.unicodeScalars.count == result.unicodeScalars.count {
      parts = zip(source.unicodeScalars, result.unicodeScalars).map { Part(width: UTF8.width($0), text: String($1)) }
    }
    known[word] = parts
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
      let parts = if let parts = known[word] { parts } else { try parts(of: word, tones: tones, transform) }
      known[word] = parts
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
      let source = String(String.UnicodeScalarView(piece))
      let result = try transform(source)
      if isHan, let syllables = LatinSpelling.syllables(result, of: piece.count, tones: tones) {
        parts += zip(piece, syllables).map { Part(width: UTF8.width($0), text: $1) }
      } else {
        parts.append(Part(width: source.utf8.count, text: isHan ? result : LatinSpelling.romaji(result)))
      }
      start = end
    }
    return parts
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
