/// Lexicon files as text, for the tools that rewrite and search them.
public enum LexiconFormat {
  /// One row of a file.
  public struct Row: Sendable {
    /// The line, counted from 1.
    public let line: Int
    /// The fields.
    public let fields: [String]
  }

  /// Returns a file as it should be: NFC, LF, no stray blanks, sorted by the first column, comments above their rows.
  ///
  /// - Throws: what keeps the text from being normalized.
  public static func formatted(_ text: String) throws -> String { try TableFile(text).formatted() }

  /// Returns the rows of a file, without its header line.
  public static func rows(_ text: String) -> [Row] {
    TableFile(text).rows.map { row in
      Row(line: row.line, fields: row.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
  }
}
