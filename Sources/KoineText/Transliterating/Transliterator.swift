import CICU
import Synchronization

/// Rewrites text from one script to another with ICU's transforms (CLDR), and keeps the way back.
///
/// Only the words that need it go to ICU, which runs at about 3 MB/s: ASCII costs nothing, a word that comes again is
/// looked up. Any number of threads may share one; each gets a transform of its own from ICU, opened when first needed.
///
/// | kind | 北京大学 | ソニー | 삼성전자 | Хрущёв | Αθήνα |
/// |---|---|---|---|---|---|
/// | `latin` | běijīng dàxué | sonī | samseongjeonja | Hruŝëv | Athḗna |
/// | `latinASCII` | beijing daxue | soni | samseongjeonja | Khrushchev | Athina |
public final class Transliterator: Sendable {
  private enum Work {
    /// One of ICU's transforms over everything.
    case whole(TransformPool)
    case runs(Kind)
  }

  private let work: Work
  private let language: Language
  // Opened as scripts turn up; a lock is held for looking one up only.
  private let pools = Mutex<[String: TransformPool]>([:])
  // What callers before have left: words into Latin, and Latin into ASCII.
  private let memories = Mutex<[(latin: WordMemory, ascii: WordMemory)]>([])
  private let words = BreakIterators(CICU_WORD, locale: "zh")

  /// Opens any transform by its ICU identifier, such as `Any-Latin; Lower`; it is given texts whole.
  ///
  /// - Throws: `TextError.icu` if ICU knows no such transform.
  public init(_ id: String) throws(TextError) {
    let pool = TransformPool(id)
    try pool.open()
    work = .whole(pool)
    language = .undetermined
  }

  /// Makes a transliterator of one kind.
  ///
  /// - Parameters:
  ///   - kind: what texts are rewritten to.
  ///   - language: the language of the texts, which tells how Cyrillic names are written.
  public init(_ kind: Kind, language: Language = .undetermined) {
    work = .runs(kind)
    self.language = language
  }

  /// Returns `text` rewritten.
  ///
  /// - Throws: `TextError.icu` if a transform fails or is not among ICU's data.
  public func transliterated(_ text: String) throws(TextError) -> String { try rewritten(text).string }

  /// Returns `text` rewritten, with the way back.
  ///
  /// Each Chinese character leads to its syllable; other scripts are read word by word, and a word leads to a word.
  ///
  /// - Throws: `TextError.icu` if a transform fails or is not among ICU's data, `TextError.tooLarge` for 2 GB or more.
  public func rewritten(_ text: String) throws(TextError) -> RewrittenText {
    guard text.utf8.count <= Int(Int32.max) else { throw .tooLarge(bytes: text.utf8.count) }
    switch work {
    case .whole(let pool): return try whole(text, pool)
    case .runs(let kind):
      if text.utf8Span.isKnownASCII { return RewrittenText(unchanged: text) }
      var memory = memories.withLock { $0.popLast() } ?? (latin: WordMemory(), ascii: WordMemory())
      defer { memories.withLock { $0.append(memory) } }
      let latin = try rewritten(text, kind, &memory.latin)
      if kind != .latinASCII { return latin }
      let ascii = try inASCII(latin.string, &memory.ascii)
      return RewrittenText(string: ascii.string, map: ascii.map.following(latin.map))
    }
  }

  private func pool(_ id: String) -> TransformPool {
    pools.withLock { pools in
      if let known = pools[id] { return known }
      let new = TransformPool(id)
      pools[id] = new
      return new
    }
  }

  private func whole(_ text: String, _ pool: TransformPool) throws(TextError) -> RewrittenText {
    let result = try pool.transformed(text)
    if result.utf8.elementsEqual(text.utf8) { return RewrittenText(unchanged: text) }
    var rewriter = TextRewriter(text)
    rewriter.replace(text.textRange, with: result)
    return rewriter.finish()
  }

  private func rewritten(
    _ text: String,
    _ kind: Kind,
    _ memory: inout WordMemory
  ) throws(TextError) -> RewrittenText {
    let bytes = text.utf8Span.span
    let runs = ScriptRun.runs(in: bytes, where: kind.rewrites)
    if runs.isEmpty { return RewrittenText(unchanged: text) }
    var rewriter = RunRewriter(text, memory: memory)
    memory = WordMemory()
    defer { memory = rewriter.memory }
    for run in runs {
      let id = kind.transform(run.script, language)
      let isSpaced = run.script.isHanOrKana && kind.spacesWords
      if !isSpaced {
        try rewriter.rewrite(run.range, byCharacter: run.script == .han) { word throws(TextError) in
          let result = try pool(id).transformed(word)
          return kind == .latinASCII && run.script == .cyrillic ? LatinSpelling.withoutSigns(result) : result
        }
        continue
      }
      let pieces = words(of: run.range, in: bytes)
      try rewriter.rewriteSpaced(pieces, tones: kind != .pinyinWithoutTones) { part throws(TextError) in
        try pool(id).transformed(part)
      }
    }
    return rewriter.finish()
  }

  /// The words of a run of Chinese characters and kana; dictionaries know few words in hiragana, so these stay whole.
  private func words(of run: Range<Int>, in bytes: Span<UInt8>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    words.forEachBoundary(in: bytes.extracting(run)) { end, _ in
      let end = run.lowerBound + end
      if let last = pieces.indices.last {
        let start = pieces[last].upperBound
        if Self.isHiragana(bytes, at: start - 3), Self.isHiragana(bytes, at: start) {
          pieces[last] = pieces[last].lowerBound..<end
        } else {
          pieces.append(start..<end)
        }
      } else {
        pieces.append(run.lowerBound..<end)
      }
    }
    return pieces
  }

  /// Whether a letter of hiragana starts at an offset, which may be within another character.
  private static func isHiragana(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset + 2 < bytes.count, bytes[offset] == 0xE3 else { return false }
    return bytes[offset + 1] == 0x81 || bytes[offset + 1] == 0x82 && bytes[offset + 2] < 0xA0
  }

  private func inASCII(_ text: String, _ memory: inout WordMemory) throws(TextError) -> RewrittenText {
    let runs = ScriptRun.marked(in: text.utf8Span.span)
    if runs.isEmpty { return RewrittenText(unchanged: text) }
    var rewriter = RunRewriter(text, memory: memory)
    memory = WordMemory()
    defer { memory = rewriter.memory }
    let pool = pool("Latin-ASCII")
    for run in runs {
      try rewriter.rewrite(run.range) { word throws(TextError) in try pool.transformed(word) }
    }
    return rewriter.finish()
  }
}
