import KoineDocuments
import KoineText
import Testing

@Suite struct MailTests {
  private func read(_ text: String, raw: Bool = false) throws -> Feed {
    try DocumentReader().read(Array(text.replacing("\n", with: "\r\n").utf8), name: "a.eml", raw: raw)
  }

  private let head = """
    Return-Path: <news@mill.example>
    From: =?utf-8?Q?Redazione_Citt=C3=A0?= <news@mill.example>
    To: reader@a.example
    Subject: =?ISO-8859-1?B?TCdhY2NpYWlvIOggY2Fybw==?=
     =?utf-8?q?_pi=C3=B9?= che mai
    Date: Tue, 05 Mar 2024 10:15:00 +0100
    Message-ID: <1234@mill.example>
    MIME-Version: 1.0

    """

  @Test func readsHeadersWithEncodedWords() throws {
    let item = try #require(try read(head + "Content-Type: text/plain; charset=utf-8\n\nTesto.\n").items.first)
    #expect(item.title == "L'acciaio è caro più che mai")
    #expect(item.authors == ["Redazione Città"])
    #expect(item.id == "1234@mill.example")
    #expect(item.datePublished == "2024-03-05T09:15:00Z")
    #expect(item.contentText == "Testo.")
  }

  @Test func makesAddressesInMarkupWhole() throws {
    let markup = "Content-Type: text/html\n\n<p>See <a href=\"x\">x</a>.</p>\n"
    func html(_ header: String) throws -> String? { try read(head + header + markup).items.first?.contentHTML }
    #expect(try html("Content-Location: https://a.example/b/\n")?.contains("https://a.example/b/x") == true)
    #expect(try html("Content-Base: https://c.example/\n")?.contains("https://c.example/x") == true)
    #expect(try html("")?.contains("<a href=\"x\">") == true)
  }

  @Test(arguments: [
    ("quoted-printable", "Perch=C3=A9 no? Una riga lun=\nga.", "Perché no? Una riga lunga."),
    ("base64", "UGVyY2jDqSBubz8K", "Perché no?"), ("8bit", "Perché no?", "Perché no?"),
    ("quoted-printable", "a =ZZ b =", "a =ZZ b"),
  ])
  func decodesBodies(encoding: String, body: String, text: String) throws {
    let part = "Content-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: \(encoding)\n\n\(body)\n"
    #expect(try read(head + part).items.first?.contentText == text)
  }

  @Test func prefersTheReadingWithMarkupUnlessItSaysMuchLess() throws {
    func message(_ html: String) -> String {
      head + """
        Content-Type: multipart/alternative; boundary="b 1"

        This is not shown.
        --b 1
        Content-Type: text/plain; charset=utf-8

        One line of the text that is here.
        And another that is as long as that.
        --b 1
        Content-Type: text/html; charset=utf-8

        \(html)
        --b 1--
        """
    }
    let item = try #require(
      try read(message("<p>One line of the text that is here.</p><p>And another.</p>")).items.first
    )
    #expect(item.contentText == "One line of the text that is here.\n\nAnd another.")
    #expect(item.contentHTML?.hasPrefix("<p>One") == true)
    #expect(!item.isCut)
    #expect(
      try read(message("<p>See it on line.</p>")).items.first?.contentText?.hasPrefix("One line of the text") == true
    )
  }

  @Test func listsAttachmentsAndReadsAroundThem() throws {
    let feed = try read(
      head + """
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain

        The text.
        --x
        Content-Type: application/pdf
        Content-Disposition: attachment; filename*0*=utf-8''rela; filename*1*=zione%20%C3%A8.pdf
        Content-Transfer-Encoding: base64

        JVBERi0xLjQK
        --x
        Content-Type: text/html

        <p>More &amp; more.</p>
        --x--
        """
    )
    let item = try #require(feed.items.first)
    #expect(item.contentText == "The text.\n\nMore & more.")
    #expect(item.diagnostics.map(\.code) == ["mail.attachment-skipped"])
    #expect(item.diagnostics.first?.message.contains("'relazione è.pdf' (application/pdf") == true)
  }

  @Test func saysWhenAMessageIsCutOff() throws {
    let item = try #require(
      try read(head + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nThe text").items
        .first
    )
    #expect(item.contentText == "The text")
    #expect(item.isCut)
    #expect(item.diagnostics.map(\.code) == ["mail.truncated"])
  }

  @Test func joinsTheLinesOfFlowedText() throws {
    let part = "Content-Type: text/plain; format=flowed\n\nOne line that \ngoes on \nhere.\n\nAnother.\n"
    #expect(try read(head + part).items.first?.contentText == "One line that goes on here.\n\nAnother.")
  }

  @Test func readsMailboxes() throws {
    let message = head + "Content-Type: text/plain\n\nFrom here on it is text.\n\n"
    let feed = try read("From news@mill.example Tue Mar  5 10:15:00 2024\n\(message)From - Tue Mar  5\n\(message)")
    #expect(feed.items.map(\.contentText) == ["From here on it is text.", "From here on it is text."])
    #expect(feed.items.map(\.line) == [1, 14])
  }

  @Test func readsSavedPages() throws {
    let sentence = "A long sentence of the article, as it stands. "
    let feed = try read(
      """
      From: <Saved by a browser>
      Snapshot-Content-Location: https://a.example/news/1
      Subject: Mill
      Date: Tue, 05 Mar 2024 10:15:00 +0100
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary=x

      --x
      Content-Type: text/html

      <html><head><title>Mill adds a rolling line</title></head><body><nav>Home</nav>
      <p>\(String(repeating: sentence, count: 8))</p></body></html>
      --x
      Content-Type: image/png

      .
      --x--
      """
    )
    let item = try #require(feed.items.first)
    #expect(item.title == "Mill adds a rolling line")
    #expect(item.url == "https://a.example/news/1")
    #expect(item.contentText?.hasPrefix("A long sentence") == true)
  }

  @Test(arguments: ["Subject: a note\n\nText that is none of the kind.\n", "Notes: a\nb: c\n\nText\n"])
  func takesNoTextForMail(text: String) throws {
    #expect(try DocumentReader().read(Array(text.utf8), name: "a.txt").items.first?.datePublishedText == nil)
  }
}
