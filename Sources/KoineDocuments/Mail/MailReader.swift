import KoineText

/// Reads messages of electronic mail and mailboxes of them (RFC 5322, 2045 to 2047, 4155), and pages saved as MHTML.
struct MailReader {
  let name: String
  let limits: DocumentLimits
  let options: ReadOptions

  /// What a file of mail is.
  enum Kind { case message, mailbox }

  private static let usualHeaders: Set<String> = [
    "from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path", "delivered-to",
    "content-type", "reply-to", "sender", "dkim-signature", "x-mailer", "list-id", "cc",
  ]

  /// Whether bytes look like mail: several of the headers that all messages have, before anything else.
  static func kind(_ bytes: [UInt8]) -> Kind? {
    var head = bytes.prefix(1 << 14)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    let isMailbox = head.starts(with: "From ".utf8)
    var found: Set<String> = []
    for (index, line) in head.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if index == 0, isMailbox { continue }
      guard let first = line.first, first != 13 else { break }
      if first == 0x20 || first == 9 { continue }
      guard let name = MailPart.name(line)?.lowercased() else { break }
      if usualHeaders.contains(name) { found.insert(name) }
    }
    guard found.count >= 3 || found.count == 2 && (found.contains("from") || found.contains("mime-version")) else {
      return nil
    }
    return isMailbox ? .mailbox : .message
  }

  /// Reads one message.
  func read(_ bytes: [UInt8]) -> Feed {
    var feed = Feed()
    feed.items = [item(bytes[...], line: 1)]
    feed.title = sourceName(MailPart(bytes[...]))
    return feed
  }

  /// The name of the list that a message came from.
  func sourceName(_ message: MailPart) -> String? {
    guard let list = message["list-id"] else { return nil }
    let phrase = HeaderValue.unquoted(PlainText.trimmed(String(list.prefix { $0 != "<" })))
    return phrase.isEmpty ? nil : phrase
  }

  // MARK: one message

  /// Reads one message, with or without the line that begins it in a mailbox.
  func item(_ bytes: ArraySlice<UInt8>, line: Int) -> FeedItem {
    var source = bytes
    if source.starts(with: "From ".utf8) {
      source = source[(source.firstIndex(of: 10) ?? source.endIndex)...].dropFirst()
    }
    let message = MailPart(source)
    var item = FeedItem()
    item.line = line
    item.id = message["message-id"].map { String($0.drop { $0 == "<" }.prefix { $0 != ">" }) }
    let page = message["snapshot-content-location"] ?? message["content-location"]
    item.url = (message["archived-at"] ?? page).map { String($0.drop { $0 == "<" }.prefix { $0 != ">" }) }
    item.title = message["subject"]
    item.authors = authors(message.written("from"))
    item.tags = (message["keywords"] ?? "").split(separator: ",").map { PlainText.line(String($0)) }
    item.language = message["content-language"].map { String($0.prefix { $0 != "," }) }
    item.datePublishedText = message["date"]
    item.datePublished = item.date(item.datePublishedText, file: name)
    let content = MailContent(message, name: name, line: line, limits: limits)
    item.diagnostics += content.diagnostics
    item.isCut = content.isCut
    if content.isSavedPage, let markup = content.markup {
      takePage(markup, address: page, into: &item)
    } else {
      let base = message["content-base"] ?? page ?? options.base
      item.contentHTML = content.markup.map { CanonicalMarkup.canonical($0, base: base) }
      item.contentText = options.raw ? content.written : content.text
      if options.isTraced { addOrigins(message, isMarkup: content.markup != nil, to: &item) }
    }
    if item.contentText == nil {
      item.diagnostics.append(
        Diagnostic(.warning, "mail.no-text", "there is no text in the message", at: .init(file: name, line: line))
      )
    }
    return item
  }

  /// Notes the headers that gave the fields.
  private func addOrigins(_ message: MailPart, isMarkup: Bool, to item: inout FeedItem) {
    let headers: [(FieldOrigin.Field, [String])] = [
      (.id, ["Message-ID"]), (.url, ["Archived-At", "Snapshot-Content-Location", "Content-Location"]),
      (.title, ["Subject"]), (.datePublished, ["Date"]), (.authors, ["From"]), (.tags, ["Keywords"]),
      (.language, ["Content-Language"]),
    ]
    for (field, names) in headers {
      item.note(field, names.compactMap { name in message[name.lowercased()].map { (name, $0, nil) } })
    }
    item.note(.text, [(isMarkup ? "the HTML of the message" : "the text of the message", item.contentText, nil)])
  }

  private func takePage(_ markup: String, address: String?, into item: inout FeedItem) {
    var options = options
    options.base = address ?? options.base
    let page = PageReader(name: name, limits: limits, options: options).read(Array(markup.utf8)).items.first
    guard var page else { return }
    page.diagnostics = item.diagnostics + page.diagnostics
    page.line = item.line
    page.url = page.url ?? item.url
    page.title = page.title ?? item.title
    item = page
  }

  /// The names of the senders, or their addresses where they have no names.
  private func authors(_ from: String?) -> [String] {
    guard let from else { return [] }
    return HeaderValue.split(from, at: UInt8(ascii: ",")).prefix(50).compactMap { address in
      if options.raw { return HeaderValue.words(address) }
      let open = address.firstIndex(of: "<") ?? address.endIndex
      let phrase = HeaderValue.words(HeaderValue.unquoted(PlainText.trimmed(String(address[..<open]))))
      if !phrase.isEmpty { return AuthorName.plain(phrase) }
      let mail = address[open...].dropFirst().prefix { $0 != ">" }
      return mail.isEmpty ? nil : String(mail)
    }
  }
}
