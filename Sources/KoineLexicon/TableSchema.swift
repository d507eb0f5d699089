/// What the columns of a kind of lexicon file are called and may hold.
public struct TableSchema: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// The name in the header line.
    public var name: String
    /// Whether every row must fill it.
    public var isRequired: Bool
    /// What its values may be; anything when empty.
    public var values: Set<String>

    /// Describes a column.
    public init(_ name: String, isRequired: Bool = false, values: Set<String> = []) {
      self.name = name
      self.isRequired = isRequired
      self.values = values
    }
  }

  /// The path under `Lexicons`, with `*` for any one folder or file name.
  public var path: String
  /// The columns in their order.
  public var columns: [Column]
  /// How many leading columns together may occur only once; 0 allows rows that repeat them.
  public var uniqueColumns: Int

  /// Describes a kind of file.
  public init(path: String, columns: [Column], uniqueColumns: Int = 0) {
    self.path = path
    self.columns = columns
    self.uniqueColumns = uniqueColumns
  }

  /// Whether `file`, a path under `Lexicons`, is of this kind.
  public func matches(_ file: String) -> Bool {
    let pattern = path.split(separator: "/")
    let parts = file.split(separator: "/")
    return pattern.count == parts.count
      && zip(pattern, parts).allSatisfy { pattern, part in
        guard let star = pattern.firstIndex(of: "*") else { return pattern == part }
        let head = pattern[..<star]
        let tail = pattern[pattern.index(after: star)...]
        return part.count >= head.count + tail.count && part.hasPrefix(head) && part.hasSuffix(tail)
      }
  }
}
