import CICU

/// Words by ICU's rules.
enum WordBoundaries {
  /// Returns the words and numbers of `text`; white space and punctuation are left out.
  static func words(in text: String, language: Language) -> [TextRange] {
    var text = text
    return text.withUTF8 { bytes in
      var status: Int32 = 0
      let iterator = unsafe cicu_brk_open(CICU_WORD, language.rawValue, &status)
      guard let iterator = unsafe iterator, bytes.count <= Int(Int32.max) else { return [] }
      defer { unsafe cicu_brk_close(iterator) }
      guard unsafe cicu_brk_set8(iterator, bytes.baseAddress, Int64(bytes.count)) == 0 else { return [] }
      var words: [TextRange] = []
      var lower = 0
      while true {
        let upper = Int(unsafe cicu_brk_next(iterator))
        guard upper > lower else { return words }
        // Statuses below 100 are white space and punctuation (UBRK_WORD_NONE_LIMIT).
        if unsafe cicu_brk_rule_status(iterator) >= 100 { words.append(TextRange(lower..<upper)) }
        lower = upper
      }
    }
  }
}
