public import KoineLexicon
public import KoineText

extension Boilerplate {
  /// The patterns of a file that do not match their own test, or that match everything.
  ///
  /// - Throws: `Diagnostics` with every broken line of the file.
  public static func failures(in file: LexiconStore.SourceFile) throws(Diagnostics) -> [Diagnostic] {
    try file.rows(DocumentLexicons.boilerplate).compactMap { row in
      let pattern = LinePattern(row[2])
      let place = Diagnostic.Location(file: row.origin.file, line: row.origin.line)
      if !pattern.key.contains(where: \.isLetter), !pattern.key.contains("©") {
        return Diagnostic(
          .error,
          "boilerplate.pattern-too-wide",
          "the pattern '\(row[2])' matches lines of any kind",
          at: place,
          hint: "a pattern needs a word of its own beside '*' and '#'"
        )
      }
      if !pattern.matches(row[3]) {
        return Diagnostic(
          .error,
          "boilerplate.test-failed",
          "the pattern '\(row[2])' does not match its test '\(row[3])'",
          at: place,
          hint: "'*' stands for any text, '#' for a number"
        )
      }
      return nil
    }
  }
}
