/// Where a name stands in the documents of a run.
public struct NamePlace: Hashable, Sendable {
  /// The identifier of the document.
  public var document: String
  /// The file that the document was read from, as the user named it.
  public var file: String?
  /// The place of the document in that file, counted from 1.
  public var item: Int
  /// The text that the name stands in, as records call it: `original.title`, `original.content_text` and so on.
  public var member: String
  /// The first Unicode scalar of the name in that text, counted from 0.
  public var start: Int
  /// The scalar after the last.
  public var end: Int

  /// Describes a place.
  public init(document: String, file: String? = nil, item: Int = 1, member: String, start: Int, end: Int) {
    self.document = document
    self.file = file
    self.item = item
    self.member = member
    self.start = start
    self.end = end
  }

  /// The order of documents, then of texts, titles first.
  static func precedes(_ a: Self, _ b: Self) -> Bool {
    if a.document != b.document { return a.document.utf8.lexicographicallyPrecedes(b.document.utf8) }
    if a.member != b.member { return b.member.utf8.lexicographicallyPrecedes(a.member.utf8) }
    return (a.start, a.end) < (b.start, b.end)
  }
}
