/// Records as an Atom feed (RFC 4287), written as they come.
///
/// The feed has no time of its own, so that the same records give the same bytes: it was updated when its records begin to count, on
/// 1 January 1970, and so was a record without a date.
struct AtomFeed {
  private static let epoch = "1970-01-01T00:00:00Z"
  private var count = 0

  /// Adds a record; one that failed is an entry that says so.
  mutating func add(_ record: RecordView) -> String {
    defer { count += 1 }
    return (count == 0 ? Self.opening : "") + Self.entry(record)
  }

  /// What comes after the last record.
  var end: String { (count == 0 ? Self.opening : "") + "</feed>\n" }

  private static let opening = """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
    <id>urn:koine:records</id>
    <title>Koine</title>
    <updated>\(epoch)</updated>
    <author><name>Koine</name></author>

    """

  private static func entry(_ record: RecordView) -> String {
    var text = "<entry>\n<id>\(Markup.escaped(identifier(record.id)))</id>\n"
    text += "<title>\(Markup.escaped(record.heading))</title>\n"
    text += "<updated>\(Markup.escaped(record.modified ?? record.published ?? epoch))</updated>\n"
    if let date = record.published { text += "<published>\(Markup.escaped(date))</published>\n" }
    if let link = record.link { text += "<link rel=\"alternate\" href=\"\(Markup.escaped(link))\"/>\n" }
    for author in record.authors ?? [] { text += "<author><name>\(Markup.escaped(author.name))</name></author>\n" }
    for name in record.names(10) { text += "<category term=\"\(Markup.escaped(name))\"/>\n" }
    if let failure = record.koine.failure {
      text += "<summary>not done: \(Markup.escaped(failure.message))</summary>\n"
    }
    if let summary = record.summary { text += "<summary>\(Markup.escaped(summary))</summary>\n" }
    if let body = record.content, !body.isEmpty {
      let language = record.language.map { " xml:lang=\"\(Markup.escaped($0))\"" } ?? ""
      text += "<content type=\"text\"\(language)>\(Markup.escaped(body))</content>\n"
    }
    if let name = record.sourceName { text += "<source><title>\(Markup.escaped(name))</title></source>\n" }
    return text + "</entry>\n"
  }

  /// An identifier must be an IRI (RFC 3987); what is none becomes a URN.
  private static func identifier(_ id: String) -> String {
    let scheme = id.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    let hasScheme = id.dropFirst(scheme.count).first == ":" && scheme.first?.isLetter == true
    let digits = Array("0123456789ABCDEF")
    var text = hasScheme ? "" : "urn:koine:record:"
    for scalar in id.unicodeScalars {
      if scalar.value > 127
        || (scalar.value > 32 && scalar.value < 127 && !"\"<>\\^`{|}".unicodeScalars.contains(scalar))
      {
        text.unicodeScalars.append(scalar)
      } else {
        text += "%\(digits[Int(scalar.value >> 4)])\(digits[Int(scalar.value & 15)])"
      }
    }
    return text
  }
}

/// Text inside XML and HTML.
enum Markup {
  /// Returns `text` with what has a meaning in markup escaped and what XML does not allow taken out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
