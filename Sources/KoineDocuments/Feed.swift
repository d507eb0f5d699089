public import KoineText

/// What was read from one input: a feed with its items, or one page or text as the only item.
public struct Feed: Hashable, Sendable {
  /// The feed's own identifier.
  public var id: String?
  /// The feed's or site's title.
  public var title: String?
  /// The page that the feed belongs to.
  public var homePageURL: String?
  /// What the feed says of itself.
  public var description: String?
  /// The language that the feed states, a BCP 47 tag.
  public var language: String?
  /// The feed's author as the feed has it.
  public var author: String?
  /// The items in the order of the input.
  public var items: [FeedItem] = []
  /// The encoding that the bytes were read in, by its WHATWG name.
  public var encoding: String?
  /// Everything odd that was met.
  public var diagnostics: [Diagnostic] = []

  /// An empty feed.
  public init() {}
}

/// One article as it was read.
public struct FeedItem: Hashable, Sendable {
  /// The feed's own identifier (guid, atom:id), as it stands.
  public var id: String?
  /// The address of the article.
  public var url: String?
  /// The title as plain text, or as the feed has it with `raw`.
  public var title: String?
  /// The summary or description, likewise.
  public var summary: String?
  /// The article's text: paragraphs separated by one empty line.
  public var contentText: String?
  /// The article's markup as the feed has it, in canonical form: attributes sorted, one spelling of references.
  public var contentHTML: String?
  /// When it was published, RFC 3339; `nil` rather than a guess.
  public var datePublished: String?
  /// The text of that date as the feed has it.
  public var datePublishedText: String?
  /// When it was changed, RFC 3339.
  public var dateModified: String?
  /// The text of that date as the feed has it.
  public var dateModifiedText: String?
  /// The names of the authors.
  public var authors: [String] = []
  /// Categories and keywords.
  public var tags: [String] = []
  /// The language stated, a BCP 47 tag.
  public var language: String?
  /// What other vocabularies say of the item, and columns of no known meaning.
  public var extras: [FeedExtra] = []
  /// Whether the input, or the item's text, ends in the middle.
  public var isCut = false
  /// The line in the input where the item starts, counted from 1.
  public var line: Int = 1
  /// The bytes of the input, unpacked, that the item is made of; `nil` for the only item, and in feeds that were not in UTF-8.
  public var place: Range<Int>?
  /// How the fields came about, winners before losers; kept when asked for (`ReadOptions.isTraced`).
  public var origins: [FieldOrigin] = []
  /// What a page has beside the article, likewise.
  public var leftOut: [LeftOutBlock] = []
  /// Everything odd that was met in this item.
  public var diagnostics: [Diagnostic] = []

  /// An item without anything.
  public init() {}
}

/// Something that an input says of an article in words that Koine keeps and does not use.
public struct FeedExtra: Hashable, Sendable {
  /// The element with its usual prefix, such as `georss:point`, or the column's or member's name.
  public var name: String
  /// The text; `nil` if there is none.
  public var value: String?
  /// The attributes in the order of the input.
  public var attributes: [Attribute] = []

  /// A named value.
  public struct Attribute: Hashable, Sendable {
    /// The name without a prefix.
    public var name: String
    /// The value as it stands.
    public var value: String
  }
}

extension FeedItem {
  /// The most extras of one item, and the most bytes of one of them: they must not cost more than the article.
  static let mostExtras = 100
  static let longestExtra = 4096

  /// Keeps something of another vocabulary, within limits.
  mutating func addExtra(_ name: String, _ value: String?, _ attributes: [FeedExtra.Attribute] = []) {
    guard extras.count < Self.mostExtras, name.utf8.count <= 200, (value?.utf8.count ?? 0) <= Self.longestExtra else {
      return
    }
    extras.append(FeedExtra(name: name, value: value, attributes: attributes))
  }
}

extension FeedItem {
  /// Says that the item starts in another line, its diagnostics, too.
  mutating func move(to line: Int) {
    for index in diagnostics.indices {
      guard let place = diagnostics[index].location, place.line == self.line else { continue }
      diagnostics[index].location = Diagnostic.Location(file: place.file, line: line, column: place.column)
    }
    for index in origins.indices where origins[index].line == self.line { origins[index].line = line }
    self.line = line
  }

  /// Takes the address of the article; one that would run or show what it holds itself stays a text in a diagnostic.
  mutating func take(address: String?, file: String) {
    guard let address, WebAddress.isUnsafe(address) else {
      url = address
      return
    }
    url = nil
    diagnostics.append(
      Diagnostic(
        .note,
        "feed.unsafe-address",
        "the address '\(address.prefix(80))' leads to no page and was left out",
        at: .init(file: file, line: line)
      )
    )
  }
}

extension Feed {
  /// Gives the places of items in the bytes of an input that was decoded; none where decoding changed them.
  mutating func place(decoded text: [UInt8], in bytes: [UInt8]) {
    let offset = bytes.count - text.count
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isVerbatim = offset == 0 ? bytes == text : offset == 3 && bytes.starts(with: mark) && bytes[3...] == text[...]
    for index in items.indices {
      guard let place = items[index].place else { continue }
      items[index].place = isVerbatim ? (place.lowerBound + offset)..<(place.upperBound + offset) : nil
    }
  }
}

extension Diagnostic {
  /// Says that an input has more items than are read.
  static func tooManyItems(_ limit: Int) -> Diagnostic {
    Diagnostic(.warning, "feed.too-many-items", "there are more than \(limit) items; the rest was not read")
  }
}
