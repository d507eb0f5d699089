/// The story that an article belongs to.
public struct Story: Hashable, Sendable {
  /// The same for all members; that of a lone article is made of its own identifier.
  public var id: String
  /// The identifier of the fullest member, if the article is a copy or an excerpt of it.
  public var duplicateOf: String?
  /// Why the article was taken for a copy, for people.
  public var reason: String?
  /// The identifiers of the fullest members of stories that tell the same in another language.
  public var similar: [String]

  /// Describes what is known of the story of an article.
  public init(id: String, duplicateOf: String?, reason: String?, similar: [String]) {
    self.id = id
    self.duplicateOf = duplicateOf
    self.reason = reason
    self.similar = similar
  }
}
