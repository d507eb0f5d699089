/// Where a field of an item came from, or a place that might have given it and did not.
public struct FieldOrigin: Hashable, Sendable {
  /// A field of an item, by its name in the record.
  public enum Field: String, CaseIterable, Sendable {
    case id, url, title, summary
    case text = "content_text"
    case datePublished = "date_published"
    case dateModified = "date_modified"
    case authors, tags, language
  }

  /// The longest text that is kept, in bytes.
  static let longestText = 200

  /// The field.
  public var field: Field
  /// The element, attribute, column, member or rule, such as `pubDate` or `JSON-LD datePublished`.
  public var place: String
  /// What stands there, or the beginning of it.
  public var text: String
  /// The line in the input, counted from 1; `nil` when nobody knows.
  public var line: Int?
  /// Why it did not give the field; `nil` for what did.
  public var refusal: String?

  /// Notes a place; a long text is cut.
  init(_ field: Field, _ place: String, _ text: String, line: Int? = nil, refusal: String? = nil) {
    self.field = field
    self.place = place
    let line_ = PlainText.line(text)
    self.text =
      line_.utf8.count <= Self.longestText ? line_ : PlainText.line(String(line_.unicodeScalars.prefix(80))) + " …"
    self.line = line
    self.refusal = refusal
  }
}

/// A part of a page that is not in the article.
public struct LeftOutBlock: Hashable, Sendable {
  /// The element with its class or identifier, such as `<aside class="related">`.
  public var element: String
  /// Why it was left out, for people.
  public var reason: String
  /// The first words of it.
  public var words: String
  /// The line in the input, counted from 1.
  public var line: Int
}

extension FeedItem {
  /// Notes the candidates for a field in the order of their rank: the first that says something is taken.
  mutating func note(_ field: FieldOrigin.Field, _ candidates: [(place: String, text: String?, line: Int?)]) {
    var winner: String?
    for (place, text, line) in candidates.prefix(20) {
      let isEmpty = text.map { PlainText.line($0).isEmpty } ?? true
      let refusal = isEmpty ? "it is empty" : winner.map { $0 == place ? "the first one counts" : "\($0) comes first" }
      if !isEmpty, winner == nil { winner = place }
      origins.append(FieldOrigin(field, place, text ?? "", line: line, refusal: refusal))
    }
  }

  /// Says of dates that were not read why that is so.
  ///
  /// A date that other dates of the feed decided about is read by now.
  mutating func noteUnclearDates() {
    for index in origins.indices where origins[index].refusal == nil {
      switch origins[index].field {
      case .datePublished where datePublished == nil: origins[index].refusal = Self.unclear(datePublishedText)
      case .dateModified where dateModified == nil: origins[index].refusal = Self.unclear(dateModifiedText)
      default: break
      }
    }
  }

  private static func unclear(_ text: String?) -> String {
    var readings: [String] = []
    for order in [FeedDate.Order.dayFirst, .monthFirst, .yearFirst] {
      guard let text, let date = FeedDate(text, order: order) else { continue }
      let day = String(date.rfc3339.prefix(10))
      if !readings.contains(day) { readings.append(day) }
    }
    if readings.count < 2 { return "it is no date, or not a whole one" }
    return "it may be \(readings.joined(separator: " or ")), and no other date of the input tells which"
  }
}
