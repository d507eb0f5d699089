public import KoineEntities
public import KoineText
public import KoineValues

/// The name of a part of a document.
public enum FieldName: String, Sendable, Codable, CaseIterable {
  case title, summary, body
}

/// One part of a document, in the versions that the stages make of it: as read, clean, in English.
///
/// Positions found by stages are offsets in the clean version. The clean version leads back to the text as it was read.
public struct Field: Sendable {
  /// The text as it was read; never changed.
  public let read: String
  /// The text that stages work on, with the way back to `read`.
  public private(set) var clean: RewrittenText
  /// Lines and sentences that were taken out.
  public var removals: [RemovedText] = []
  /// The stretches of one language each.
  public var segments: [LanguageSegment] = []
  /// The sentences.
  public var sentences: [TextRange] = []
  /// The dates, numbers and amounts.
  public var values: [Value] = []
  /// The names.
  public var mentions: [Mention] = []
  /// The field in English, if it has been put into English or was English all along.
  public var english: EnglishText?

  /// Starts from a text as it was read.
  public init(_ read: String) {
    self.read = read
    clean = RewrittenText(unchanged: read)
  }

  /// The clean text.
  public var text: String { clean.string }

  /// Whether there is nothing but white space.
  public var isBlank: Bool { clean.string.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// The text to show: English where there is one.
  public var shown: String { english?.text ?? clean.string }

  /// Puts a rewritten clean text in the place of the one before.
  public mutating func rewrite(_ rewritten: RewrittenText) {
    clean = RewrittenText(string: rewritten.string, map: rewritten.map.following(clean.map))
  }

  /// Returns the place in the text as it was read that a stretch of the clean text came from.
  public func readRange(of range: TextRange) -> TextRange { clean.map.source(of: range) }

  /// Returns what a stretch of the text as it was read has become, or `nil` if it is gone.
  func cleanRange(of read: TextRange) -> TextRange? {
    Alignment(clean.map, length: clean.string.utf8.count).target(of: read)
  }

  /// The language that most of `range` is in, if any of it is known.
  public func language(at range: TextRange) -> Language? {
    var shares: [(language: Language, bytes: Int)] = []
    for segment in segments where segment.range.overlaps(range) {
      let bytes = Int(min(segment.range.upper, range.upper) - max(segment.range.lower, range.lower))
      if let index = shares.firstIndex(where: { $0.language == segment.language }) {
        shares[index].bytes += bytes
      } else {
        shares.append((segment.language, bytes))
      }
    }
    return shares.max { $0.bytes < $1.bytes }?.language ?? segments.first?.language
  }
}

/// A stretch that was taken out of a field, and why.
public struct RemovedText: Hashable, Sendable {
  /// The UTF-8 offsets in the text as it was read.
  public var range: TextRange
  /// What stood there.
  public var text: String
  /// Why it was taken out, for people.
  public var reason: String
  /// The lexicon line behind it, as `file:line`.
  public var origin: String?
}

/// A field in English.
public struct EnglishText: Hashable, Sendable {
  /// The English text.
  public var text: String
  /// The way back to the clean text.
  public var alignment: Alignment
  /// The sentences of the English text.
  public var sentences: [TextRange]
  /// The names, at their places in the English text.
  public var mentions: [Mention] = []
  /// The places in the field's `mentions` of names that left no trace in the English text.
  public var untracedMentions: [Int] = []
  /// The dates, numbers and amounts, at their places in the English text.
  public var values: [Value] = []
}
