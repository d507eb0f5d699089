import KoineLexicon
import KoineText

/// One reading of one text: words, and the candidates found so far.
struct NameSearch {
  let tables: MentionTables
  let pinyin: Pinyin
  let bytes: [UInt8]
  let folded: [UInt8]
  let language: Language
  var words: [Word]
  var candidates: [NameCandidate] = []
  /// Words that are codes of shares and name nothing.
  var codeWords: Set<Int> = []

  let isEnglish: Bool
  let isItalian: Bool

  init(_ text: String, language: Language, sentences: [TextRange]?, tables: MentionTables, pinyin: Pinyin) {
    self.tables = tables
    self.pinyin = pinyin
    self.language = language
    isEnglish = language == .english
    isItalian = language == .italian
    bytes = Array(text.utf8)
    let list = tables.reader.words(in: text)
    folded = list.folded
    var words = list.words
    let span = list.folded.span
    for index in words.indices.dropLast() {
      let word = words[index]
      words[index].classes = tables.classes(of: span.extracting(Int(word.foldLower)..<Int(word.foldUpper)))
    }
    self.words = words
    markSentences(sentences ?? [])
  }

  /// How many words there are, the closing one left out.
  var count: Int { words.count - 1 }

  // MARK: What a word is

  func isFunction(_ word: Word) -> Bool {
    let own: WordClass = isEnglish ? .functionEnglish : isItalian ? .functionItalian : .functionOther
    return !word.classes.isDisjoint(with: own)
  }

  func isCommon(_ word: Word) -> Bool {
    let own: WordClass =
      isEnglish ? .commonEnglish : isItalian ? [.commonEnglish, .commonItalian] : [.commonOther, .commonEnglish]
    return !word.classes.isDisjoint(with: own)
  }

  /// Whether the word is one of the language's ordinary words, whatever its letters.
  func isOrdinary(_ word: Word) -> Bool {
    isFunction(word) || isCommon(word)
      || !word.classes.isDisjoint(with: [
        .calendar, .demonym, .speech, .deed, .orgNoun, .orgDeed, .orgAfter, .placeNoun, .locative,
      ])
      || word.shape.contains(.number)
  }

  /// Whether it looks like a derived word of the language, where a capital says nothing.
  func looksDerived(_ word: Word) -> Bool {
    guard word.length > 5 else { return false }
    let bytes = folded[Int(word.foldLower)..<Int(word.foldUpper)]
    let endings = isEnglish ? Self.englishEndings : isItalian ? Self.italianEndings : []
    return endings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  private static let englishEndings = [
    "ing", "tion", "tions", "ness", "ment", "ments", "able", "ible", "ly", "ted", "sed", "ity", "ful", "ous", "ive",
  ]
  .map { Array($0.utf8) }
  private static let italianEndings = [
    "zione", "zioni", "mente", "mento", "menti", "ando", "endo", "ismo", "abile", "ibile", "ita", "ato", "ata", "ati",
    "uto", "uta", "uti", "ivo", "iva", "oso", "osa", "are", "ere", "ire", "tore", "tori", "aggio", "anza", "enza",
  ].map { Array($0.utf8) }

  func isTrigger(_ word: Word, _ classes: WordClass) -> Bool {
    !word.classes.isDisjoint(with: classes) && (!word.classes.contains(.italianTrigger) || isItalian)
  }

  func foldedBytes(_ index: Int) -> ArraySlice<UInt8> {
    folded[Int(words[index].foldLower)..<Int(words[index].foldUpper)]
  }

  func isWord(_ index: Int, _ text: StaticString) -> Bool {
    guard index >= 0, index < count else { return false }
    let own = foldedBytes(index)
    guard own.count == text.utf8CodeUnitCount else { return false }
    return unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).elementsEqual(own)
  }

  /// Whether the word is a number in Roman numerals.
  func isRoman(_ index: Int) -> Bool {
    let word = words[index]
    guard word.isCapital, !word.shape.isDisjoint(with: [.allCapitals, .single]), word.length <= 5 else { return false }
    return foldedBytes(index).allSatisfy { "ivxl".utf8.contains($0) }
  }

  // MARK: Sentences

  /// Marks the words whose capital may be due to their place, and headlines.
  private mutating func markSentences(_ sentences: [TextRange]) {
    var next = 0
    var start = 0
    for index in 0..<count {
      let gap = words[index].gap
      while next < sentences.count, sentences[next].upper <= words[index].lower { next += 1 }
      var begins = index == 0 || gap.contains(.newline) || gap.contains(.stop)
      if next < sentences.count, sentences[next].lower >= (index > 0 ? words[index - 1].upper : 0),
        sentences[next].lower <= words[index].lower
      {
        begins = true
      } else if sentences.isEmpty, gap.isSuperset(of: [.period, .space]), !endsInAbbreviation(index) {
        begins = true
      }
      if begins {
        markHeadline(start..<index)
        start = index
      }
      if begins || gap.contains(.colon) || gap.contains(.quote) || gap == .dash || gap == .other {
        words[index].shape.insert(.initial)
      }
    }
    markHeadline(start..<count)
  }

  // A full stop after an initial, a title or a legal form ends no sentence.
  private func endsInAbbreviation(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = words[index - 1]
    if before.shape.contains(.single), before.isCapital { return true }
    return before.length <= 4 && before.isCapital
      && (!before.classes.isDisjoint(with: [.roleStart, .legalStart]) || isWord(index - 1, "st"))
  }

  private mutating func markHeadline(_ range: Range<Int>) {
    var total = 0
    var capitals = 0
    var ordinaryCapitals = 0
    var shouted = 0
    for index in range.dropFirst() {
      let word = words[index]
      if word.shape.contains(.number) || word.shape.contains(.cjk) || word.shape.contains(.code) { continue }
      if isFunction(word), !word.isCapital { continue }
      total += 1
      guard word.isCapital else { continue }
      capitals += 1
      if word.shape.contains(.allCapitals) { shouted += 1 }
      let isName = !word.classes.isDisjoint(with: [.phraseStart, .given, .surname, .calendar, .demonym])
      if isOrdinary(word), !isName { ordinaryCapitals += 1 }
    }
    let isHeadline = total >= 3 && capitals * 10 >= total * 6 && (ordinaryCapitals >= 2 || shouted * 2 > total)
    if isHeadline { for index in range { words[index].shape.insert(.headline) } }
  }
}
