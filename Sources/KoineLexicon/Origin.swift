/// The line of a lexicon or rule file that an entry came from.
public struct Origin: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The path under `Lexicons`, or the user's file as it was named.
  public var file: String
  /// The line, counted from 1.
  public var line: Int

  /// Names a line.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// The line as editors and `explain` show it: `it-en/nouns.tsv:12`.
  public var description: String { "\(file):\(line)" }
}
