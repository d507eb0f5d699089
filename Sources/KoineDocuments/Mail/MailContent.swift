import KoineText

/// The text of a message among its parts, and what was left out.
struct MailContent {
  /// How deep parts may nest, and how many one message may have.
  private static let deepest = 8
  private static let mostParts = 1000

  /// The text as paragraphs.
  private(set) var text: String?
  /// The text as the message has it.
  private(set) var written: String?
  /// The markup, where the text was taken from it.
  private(set) var markup: String?
  /// Whether the message is a page that a browser saved.
  private(set) var isSavedPage = false
  /// Whether the message ends before its last part does.
  private(set) var isCut = false
  private(set) var diagnostics: [Diagnostic] = []

  private let name: String
  private let line: Int
  private let limits: DocumentLimits
  private var left = Self.mostParts

  /// A stretch of the message's text.
  private struct Piece {
    var written: String
    var isMarkup: Bool
    var text: String
  }

  init(_ message: MailPart, name: String, line: Int, limits: DocumentLimits) {
    self.name = name
    self.line = line
    self.limits = limits
    isSavedPage =
      message.written("snapshot-content-location") != nil
      || message.written("from").map { $0.hasPrefix("<Saved by") || $0.hasPrefix("\"Saved by") } ?? false
    let pieces = pieces(of: message, depth: 0).filter { !$0.text.isEmpty }
    if pieces.isEmpty { return }
    text = pieces.map(\.text).joined(separator: "\n\n")
    written = pieces.map(\.written).joined(separator: "\n\n")
    let marked = pieces.filter(\.isMarkup).map(\.written)
    markup = marked.isEmpty ? nil : marked.joined(separator: "\n")
  }

  // MARK: parts

  private mutating func pieces(of part: MailPart, depth: Int) -> [Piece] {
    left -= 1
    guard left >= 0, depth <= Self.deepest, let type = part.type else {
      note("mail.part-skipped", "the message has too many parts, or parts too deep in each other")
      return []
    }
    if part.isAttachment {
      skip(part, type)
      return []
    }
    if type.name.hasPrefix("multipart/") { return pieces(ofParts: part, type, depth: depth) }
    switch type.name {
    case "text/html", "application/xhtml+xml":
      let markup = part.text
      return [Piece(written: markup, isMarkup: true, text: MarkupText(limits: limits).paragraphs(markup))]
    case "text/plain", "text", "text/markdown", "text/enriched":
      let flowed = type["format"]?.lowercased() == "flowed"
      let written = flowed ? Self.joined(part.text, deletesBlank: type["delsp"]?.lowercased() == "yes") : part.text
      return [Piece(written: written, isMarkup: false, text: TextReader.paragraphs(written))]
    default:
      skip(part, type)
      return []
    }
  }

  private mutating func pieces(ofParts part: MailPart, _ type: MediaType, depth: Int) -> [Piece] {
    guard let boundary = HeaderValue.parameter("boundary", of: type), !boundary.isEmpty, boundary.utf8.count <= 200
    else {
      note("mail.no-boundary", "the message has parts, but does not say what is between them")
      return [Piece(written: part.text, isMarkup: false, text: TextReader.paragraphs(part.text))]
    }
    let (parts, isClosed) = part.parts(boundary: boundary, limit: Self.mostParts)
    if !isClosed {
      isCut = true
      note("mail.truncated", "the message ends before its last part does", .warning)
    }
    let inner = parts.map { MailPart($0) }
    switch type.name {
    case "multipart/alternative":
      // Attachments among the alternatives are told; the last reading that can be shown is the best (RFC 2046, 5.1.4).
      let readings = inner.map { pieces(of: $0, depth: depth + 1) }.filter { !$0.isEmpty }
      return Self.best(readings)
    case "multipart/related":
      var pieces: [Piece] = []
      for part in inner {
        if pieces.isEmpty { pieces = self.pieces(of: part, depth: depth + 1) } else { skip(part, part.type) }
      }
      return pieces
    default: return inner.flatMap { pieces(of: $0, depth: depth + 1) }
    }
  }

  /// The reading with markup, which keeps paragraphs, unless it says much less than the plain one.
  private static func best(_ readings: [[Piece]]) -> [Piece] {
    func size(_ pieces: [Piece]) -> Int { pieces.reduce(0) { $0 + $1.text.utf8.count } }
    let longest = readings.map(size).max() ?? 0
    let marked = readings.last { $0.contains(where: \.isMarkup) && size($0) * 5 >= longest * 3 }
    return marked ?? readings.max { size($0) < size($1) } ?? []
  }

  /// The paragraphs of `format=flowed` (RFC 3676): a line that ends in a blank goes on in the next.
  static func joined(_ text: String, deletesBlank: Bool) -> String {
    var out: [UInt8] = []
    for line in PlainText.lines(text) {
      // A blank was put before lines that begin with a blank, ">" or "From ".
      let line = line.first == 0x20 ? line.dropFirst() : line
      let goesOn = line.last == 0x20 && !line.elementsEqual("-- ".utf8)
      out.append(contentsOf: goesOn && deletesBlank ? line.dropLast() : line)
      if !goesOn { out.append(10) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  // MARK: what is left out

  private mutating func skip(_ part: MailPart, _ type: MediaType?) {
    let kind = type?.name ?? "unknown"
    let label = part.fileName.map { "'\($0.prefix(200))' " } ?? ""
    note("mail.attachment-skipped", "the attachment \(label)(\(kind), \(part.body.count) bytes as sent) is not read")
  }

  private mutating func note(_ code: String, _ message: String, _ severity: Diagnostic.Severity = .note) {
    guard diagnostics.count < 100 else { return }
    diagnostics.append(Diagnostic(severity, code, message, at: .init(file: name, line: line)))
  }
}
