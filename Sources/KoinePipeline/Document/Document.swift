public import KoineDocuments
import KoineEntities
public import KoineSummary
public import KoineText
import KoineValues

/// An article on its way through a pipeline, with everything the stages have found out so far.
public struct Document: Sendable {
  /// The feed's identifier, else the address, else source name and path.
  public var id: String
  /// Where it came from.
  public var source: Source
  /// What the input says of it beside its text.
  public var metadata: Metadata
  /// The title.
  public var title: Field
  /// The summary or description that came with the article.
  public var lead: Field
  /// The article's text.
  public var body: Field
  /// The language of most of the text.
  public var language: Language?
  /// How sure that is, 0 to 1.
  public var confidence = 0.0
  /// The sentences that say what it is about, as offsets in the text shown.
  public var summary: Summary?
  /// How the English came about.
  public var translation: TranslationNote?
  /// What a reader of the record should know.
  public var flags: Set<Flag> = []
  /// Everything odd that was met.
  public var diagnostics: [Diagnostic] = []
  /// Stretches of the text as it was read that several articles of the same source have at their start or end.
  public var repeatedLines: [RepeatedLine] = []
  /// What tells its source from others, for lines that repeat in it; `nil` for a document that could not be read.
  package var lineSource: UInt64?
  /// What tells its story from others, for the end of the run.
  public var storyFacts: StoryFacts?
  /// The stages that have run.
  public var steps: [String] = []
  /// Why nothing more was done, if a stage gave up.
  public var failure: Failure?
  /// What the stages did, kept when someone asks for an explanation.
  public var trace: Trace?

  /// Makes a document of its parts.
  public init(
    id: String,
    source: Source = Source(),
    metadata: Metadata = Metadata(),
    title: String? = nil,
    lead: String? = nil,
    body: String,
    isTraced: Bool = false
  ) {
    self.id = id
    self.source = source
    self.metadata = metadata
    self.title = Field(title ?? "")
    self.lead = Field(lead ?? "")
    self.body = Field(body)
    trace = isTraced ? Trace() : nil
  }

  /// A document that could not be read; it keeps its place in the output.
  public init(unreadable id: String, source: Source, failure: Failure) {
    self.init(id: id, source: source, body: "")
    self.failure = failure
  }

  /// One of the fields.
  public subscript(name: FieldName) -> Field {
    get {
      switch name {
      case .title: title
      case .summary: lead
      case .body: body
      }
    }
    set {
      switch name {
      case .title: title = newValue
      case .summary: lead = newValue
      case .body: body = newValue
      }
    }
  }

  /// Whether the record is in English.
  public var isEnglish: Bool { body.english != nil || (body.isBlank && title.english != nil) }

  /// Returns what is wrong with the ranges in this document; nothing, unless a stage has a bug.
  public func validate() -> [Diagnostic] {
    FieldName.allCases.flatMap { name -> [Diagnostic] in
      let field = self[name]
      var checks = RangeCheck(text: field.text, field: name.rawValue)
      checks.check(field.segments.map(\.range), "segments")
      checks.check(field.sentences, "sentences")
      checks.check(field.values.map(\.range), "values")
      checks.check(field.mentions.map(\.range), "mentions")
      checks.check(field.clean.map.edits.map(\.target), "edits")
      guard let english = field.english else { return checks.problems }
      var more = RangeCheck(text: english.text, field: "english \(name.rawValue)")
      more.check(english.sentences, "sentences")
      more.check(english.values.map(\.range), "values")
      more.check(english.mentions.map(\.range), "mentions")
      more.check(english.alignment.links.map(\.target), "links")
      return checks.problems + more.problems
    }
  }
}

extension Document {
  /// Where a document came from.
  public struct Source: Hashable, Sendable {
    /// The name of the feed or site.
    public var name: String?
    /// The address of the feed.
    public var feedURL: String?
    /// The page that the feed belongs to.
    public var homePageURL: String?
    /// The file as the user named it.
    public var file: String?
    /// The hash of the file's bytes.
    public var sha256: String?
    /// The encoding of the bytes.
    public var encoding: String?
    /// The place in the input, counted from 1.
    public var item = 1
    /// The line in the file where the item starts, counted from 1.
    public var line = 1
    /// The bytes of the file, unpacked, that the item is made of; `nil` when nobody knows.
    public var place: Range<Int>?

    /// A source of which nothing is known.
    public init() {}
  }

  /// What the input says of a document beside its text.
  public struct Metadata: Hashable, Sendable {
    /// The address of the article.
    public var url: String?
    /// When it was published, RFC 3339.
    public var datePublished: String?
    /// When it was changed, RFC 3339.
    public var dateModified: String?
    /// The names of the authors.
    public var authors: [String] = []
    /// Categories and keywords.
    public var tags: [String] = []
    /// The language stated, a BCP 47 tag.
    public var statedLanguage: String?
    /// What other vocabularies say of it, and columns and members of no known meaning.
    public var extras: [FeedExtra] = []

    /// Nothing known.
    public init() {}
  }

  /// How the English of a document came about.
  public struct TranslationNote: Hashable, Sendable {
    /// The name of the translator.
    public var engine: String
    /// The share of source words that a lexicon knew, 0 to 1.
    public var coverage: Double
    /// The words that no lexicon knew, in the order of the text, each once.
    public var unknown: [String]
  }

  /// A line that stands around several articles of one source.
  public struct RepeatedLine: Hashable, Sendable {
    /// The UTF-8 offsets in the text as it was read.
    public var range: TextRange
    /// How many articles of the source have it; from ten on rounded down to 1, 2 or 5 and zeros.
    public var articles: Int
  }

  /// The stage that gave up on a document, and why.
  public struct Failure: Hashable, Sendable, Codable {
    /// A stable name for the kind of failure.
    public var code: String
    /// What is wrong, for people.
    public var message: String
    /// The stage; `read` when the document could not be read.
    public var stage: String

    /// Describes a failure.
    public init(code: String, message: String, stage: String) {
      self.code = code
      self.message = message
      self.stage = stage
    }
  }

  /// What a reader of a record should know.
  public enum Flag: String, Sendable, Codable, CaseIterable, Comparable {
    /// The language is not known for sure and was taken from what the input states.
    case languageStated = "language-stated"
    /// The text bears marks of machine translation.
    case machineTranslated = "machine-translated"
    /// Damaged characters were repaired.
    case mojibakeRepaired = "mojibake-repaired"
    /// No whole sentence fits the budget.
    case noSummary = "no-summary"
    /// There is no text.
    case noText = "no-text"
    /// The title stood again at the start of the text.
    case titleRemoved = "title-removed"
    /// The input holds only the beginning of the article.
    case truncated
    /// Words were left as they were because no lexicon knows them.
    case unknownWords = "unknown-words"
    /// The text is in a language that cannot be translated.
    case untranslated

    /// Orders flags by name.
    public static func < (a: Flag, b: Flag) -> Bool { a.rawValue < b.rawValue }
  }
}

/// Finds ranges that go backwards, leave the text or cut a scalar.
private struct RangeCheck {
  let bytes: [UInt8]
  let field: String
  var problems: [Diagnostic] = []

  init(text: String, field: String) {
    bytes = Array(text.utf8)
    self.field = field
  }

  mutating func check(_ ranges: [TextRange], _ layer: String) {
    var last: UInt32 = 0
    for range in ranges {
      if range.lower < last { report("unordered", "\(layer) of the \(field) go backwards", range) }
      if range.upper > bytes.count {
        report("outside", "\(layer) of the \(field) reach past the text", range)
      } else if [range.lower, range.upper].contains(where: { $0 < bytes.count && bytes[Int($0)] & 0xC0 == 0x80 }) {
        report("split-scalar", "\(layer) of the \(field) cut a scalar", range)
      }
      last = range.lower
    }
  }

  private mutating func report(_ code: String, _ message: String, _ range: TextRange) {
    problems.append(Diagnostic(.error, "document.\(code)", message, in: range))
  }
}
