import KoineDocuments
import KoineText
import TestTables
import Testing

@Suite struct ReadingTests {
  private func read(_ name: String, type: InputType = .auto, raw: Bool = false) throws -> Feed {
    try DocumentReader().read(Fixture.bytes("documents/\(name)") ?? [], name: name, type: type, raw: raw)
  }

  private func read(text: String, name: String, raw: Bool = false) throws -> Feed {
    try DocumentReader().read(Array(text.utf8), name: name, raw: raw)
  }

  @Test func joinsALineThatGoesOnInTheNextOneThoughOthersEnd() throws {
    let text = """
      La fonderia apre

      La fonderia di Lecco apre un secondo turno per le pale delle turbine a vento. I primi
      quaranta operai arrivano in marzo.
      Il turno di notte resta chiuso.
      - rame
      - zinco
      """
    let body = try read(text: text, name: "a.txt").items.first?.contentText
    #expect(
      body == """
        La fonderia di Lecco apre un secondo turno per le pale delle turbine a vento. I primi quaranta operai arrivano in marzo.

        Il turno di notte resta chiuso.
        - rame
        - zinco
        """
    )
  }

  @Test func readsRSS() throws {
    let feed = try read("rss.xml")
    #expect(feed.title == "Mill & Foundry")
    #expect(feed.homePageURL == "https://mill.example/")
    #expect(feed.description == "News of two trades")
    #expect(feed.language == "en-GB")
    #expect(feed.author == "The Desk")
    #expect(feed.encoding == "utf-8")
    #expect(feed.diagnostics.isEmpty)
    let item = try #require(feed.items.first)
    #expect(item.title == "Rolling “on the spot” & cutting")
    #expect(item.url == "https://mill.example/2024/rolling")
    #expect(item.id == "m-1")
    #expect(item.datePublished == "2024-03-05T09:15:00Z")
    #expect(item.datePublishedText == "Tue, 05 Mar 2024 10:15:00 +0100")
    #expect(item.authors == ["Ann Other"])
    #expect(item.tags == ["steel", "mills"])
    #expect(item.summary == "Short text.")
    #expect(item.contentText == "First é paragraph.\n\nSecond\nline — here.\n\none\ntwo")
    #expect(item.line == 10)
  }

  @Test func readsEscapedMarkupAndFlagsUnclearDates() throws {
    let item = try read("rss.xml").items[1]
    #expect(item.contentText == "One & two.\n\nThree.")
    #expect(item.url == "https://mill.example/2024/escaped")
    #expect(item.datePublished == nil)
    #expect(item.datePublishedText == "05/03/2024")
    #expect(item.diagnostics.map(\.code) == ["feed.date-unclear"])
    #expect(item.diagnostics.first?.location?.line == item.line)
  }

  @Test func readsItemsWithoutTitles() throws {
    let item = try read("rss.xml").items[2]
    #expect(item.title == nil)
    #expect(item.contentText == "Only text, without a title.\n\nA second paragraph.")
    #expect(item.datePublished == "2024-03-06T08:00:00Z")
  }

  @Test func leavesMarkupInRawTexts() throws {
    let items = try read("rss.xml", raw: true).items
    #expect(items[0].title == "Rolling “on the spot” & cutting")
    #expect(
      items[0].contentHTML?.hasPrefix("<p>First &eacute; paragraph.</p><p>Second<br />line &mdash; here.</p>") == true
    )
    #expect(items[1].summary == "<p>One &amp; two.</p><script>alert(1)</script><p>Three.</p>")
  }

  @Test func readsAtom() throws {
    let feed = try read("atom.xml")
    #expect(feed.title == "Acciaio & dintorni")
    #expect(feed.homePageURL == "https://acciaio.example/")
    #expect(feed.language == "it")
    #expect(feed.author == "Redazione")
    #expect(
      feed.items.map(\.url) == [
        "https://acciaio.example/notizie/uno.html", "https://acciaio.example/notizie/de/zwei.html",
      ]
    )
    let first = feed.items[0]
    #expect(first.title == "Prezzi < costi")
    #expect(first.summary == "In breve")
    #expect(first.contentText == "Primo paragrafo.\n\nSecondo.")
    #expect(first.contentHTML == "<p>Primo <em>paragrafo</em>.</p><p>Secondo.</p>")
    #expect(first.dateModified == "2024-03-05T10:15:00Z")
    #expect(feed.items[1].language == "de")
    #expect(feed.items[1].contentText == "Zeile eins & zwei.")
    #expect(feed.items[1].datePublished == nil)
  }

  @Test func readsRDFWithItemsBesideTheChannel() throws {
    let feed = try read(
      text: """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel rdf:about="https://a.example/"><title>T</title><link>https://a.example/</link></channel>
        <image><title>wrong</title></image>
        <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link></item></rdf:RDF>
        """,
      name: "a.rdf"
    )
    #expect(feed.title == "T")
    #expect(feed.items.map(\.id) == ["https://a.example/1"])
    #expect(feed.items.map(\.title) == ["One"])
  }

  @Test func readsJSONFeeds() throws {
    let feed = try read(
      text: """
        {"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://a.example/",
         "items": [{"id": "1", "url": "/1", "content_html": "<p>A &amp; B</p>", "date_published": "2024-03-05T10:15:00+01:00",
                    "authors": [{"name": "Ann"}], "tags": ["x"]}]}
        """,
      name: "-"
    )
    #expect(feed.title == "T")
    let item = try #require(feed.items.first)
    #expect(item.url == "https://a.example/1")
    #expect(item.contentText == "A & B")
    #expect(item.datePublished == "2024-03-05T09:15:00Z")
    #expect(item.authors == ["Ann"])
  }

  @Test func saysWhereAJSONFeedIsBroken() {
    #expect(throws: ReadError.malformed(line: 2, reason: "this is not JSON: a value is missing")) {
      try read(text: "{\"items\":\n", name: "a.json")
    }
  }

  @Test func keepsThePlaceOfBrokenLines() throws {
    let feed = try read("lines.jsonl")
    #expect(feed.items.count == 4)
    #expect(feed.items[0].title == "One & two")
    #expect(feed.items[0].id == "7")
    #expect(feed.items[0].contentText == "First.\n\nSecond.")
    #expect(feed.items[1].contentText == "A\n\nB")
    #expect(feed.items[1].datePublished == "2024-03-05T00:00:00Z")
    #expect(feed.items[1].authors == ["Ann Other"])
    #expect(feed.items[2].diagnostics.first?.location?.line == 3)
    #expect(feed.items[3].diagnostics.first?.code == "read.no-text")
  }

  @Test func readsTexts() throws {
    let item = try #require(try read("article.txt").items.first)
    #expect(item.title == "Mill adds a rolling line")
    #expect(
      item.contentText
        == "The mill in the valley adds a rolling line, the owners said on Tuesday, because orders have grown for three years in a row.\n\nSlabs will come by train."
    )
  }

  @Test func readsTextsWithoutATitle() throws {
    let long = String(repeating: "Una frase lunga del primo capoverso. ", count: 12)
    let item = try #require(try read(text: "\(long)\n\(long)", name: "a.txt").items.first)
    #expect(item.title == nil)
    #expect(item.contentText?.split(separator: "\n\n").count == 2)
  }

  @Test func readsMarkdown() throws {
    let text = "# The *title*\n\n## Part\n\nA [link](https://a.example) and **bold** `code`.\n\n- one\n- two\n"
    let item = try #require(try read(text: text, name: "a.md").items.first)
    #expect(item.title == "The title")
    #expect(item.contentText == "Part\n\nA link and bold code.\n\n- one\n- two")
  }

  @Test func findsTheArticleOfAPage() throws {
    let feed = try read("page.html")
    #expect(feed.title == "Alloy Digest")
    let item = try #require(feed.items.first)
    #expect(item.title == "Mill adds a rolling line")
    #expect(item.url == "https://digest.example/mill")
    #expect(item.summary == "A mill grows.")
    #expect(item.language == "en")
    #expect(item.authors == ["Ann Other"])
    #expect(item.tags == ["steel", "mills"])
    #expect(item.datePublished == "2024-03-05T09:15:00Z")
    #expect(item.dateModified == "2024-03-06T00:00:00Z")
    #expect(
      item.contentText?.split(separator: "\n\n").map { String($0.prefix(16)) } == [
        "The mill in the ", "“We need the roo", "Trains instead o", "Slabs will come ",
      ]
    )
  }

  @Test(arguments: [
    (
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><title>caff\u{E8}</title></channel></rss>",
      "windows-1252"
    ),
    (
      "<html><head><meta charset=windows-1252><title>caff\u{E8}</title></head><body><p>x</p></body></html>",
      "windows-1252"
    ),
  ])
  func readsOldEncodings(text: String, encoding: String) throws {
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let feed = try DocumentReader().read(bytes, name: "-")
    #expect((feed.title ?? feed.items.first?.title) == "caffè")
    #expect(feed.encoding == encoding)
  }

  @Test func mendsWhatFeedsGetWrong() throws {
    let feed = try read(
      text: """
        <br /><b>Warning</b>: nothing in line 4<br />
        <?xml version="1.0"?>
        <rss><channel><title>A & B &copy; &nbsp;C</title>
        <item><title>5 < 6</title><link>https://a.example/?x=1&y=2</link><content:encoded>text<br>more</content:encoded></item>
        <item><title>unquoted</title><guid isPermaLink=false>g</guid></b></item>
        </channel></rss>
        """,
      name: "a.xml"
    )
    #expect(feed.title == "A & B © \u{A0}C")
    #expect(feed.items.map(\.title) == ["5 < 6", "unquoted"])
    #expect(feed.items[0].url == "https://a.example/?x=1&y=2")
    #expect(feed.items[0].contentText == "text\nmore")
    #expect(feed.items[0].line == 4)
    #expect(feed.items[1].id == "g")
    #expect(
      Set(feed.diagnostics.map(\.code)) == [
        "markup.text-outside-root", "markup.bare-ampersand", "markup.bare-less-than", "markup.missing-end-tag",
        "markup.attribute-syntax", "markup.stray-end-tag", "markup.syntax",
      ]
    )
  }

  @Test(arguments: [
    ("<html><p>x</p></html>", "feed"), ("plain", "feed"), ("{\"a\": 1}", "feed"), ("<svg/>", "feed"),
  ])
  func saysWhenAnInputIsNoFeed(text: String, type: String) {
    #expect(throws: ReadError.notAFeed) { try DocumentReader().read(Array(text.utf8), name: "-", type: .feed) }
  }

  // MARK: what feeds leave to others

  @Test func takesTitleAndLinkOfTheImageWhereTheChannelHasNone() throws {
    let feed = try read(
      text:
        "<rss><channel><image><url>a.png</url><title>Mill</title><link>https://a.example/</link></image></channel></rss>",
      name: "a.xml"
    )
    #expect(feed.title == "Mill")
    #expect(feed.homePageURL == "https://a.example/")
  }

  @Test func takesTheLanguageOfTheTitle() throws {
    let feed = try read(
      text: """
        <feed xmlns="http://www.w3.org/2005/Atom"><title xml:lang="it">Notizie</title>
        <entry><title xml:lang="de">Eins</title></entry><entry><title>Uno</title></entry></feed>
        """,
      name: "a.xml"
    )
    #expect(feed.language == "it")
    #expect(feed.items.map(\.language) == ["de", nil])
  }

  @Test func keepsWhatOtherVocabulariesSay() throws {
    let item = try #require(
      try read(
        text: """
          <rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:g="http://www.georss.org/georss"
            xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"><channel>
          <item><title>T</title><g:point>45.46 9.19</g:point><slash:comments>7</slash:comments>
          <wfw:commentRss>https://a.example/1/feed</wfw:commentRss><enclosure url="a.mp3" type="audio/mpeg" length="1"/>
          <media:group><media:content url="a.jpg" medium="image"><media:credit>Ann</media:credit></media:content></media:group>
          <x:y xmlns:x="urn:x">unknown</x:y></item></channel></rss>
          """,
        name: "a.xml"
      ).items.first
    )
    #expect(
      item.extras.map { "\($0.name)=\($0.value ?? "")\($0.attributes.map { " \($0.name)=\($0.value)" }.joined())" } == [
        "georss:point=45.46 9.19", "slash:comments=7", "wfw:commentRss=https://a.example/1/feed",
        "enclosure= url=a.mp3 type=audio/mpeg length=1", "media:content= url=a.jpg medium=image", "media:credit=Ann",
      ]
    )
  }

  @Test func saysWhichItemIsCutInside() throws {
    let head = "<rss><channel><title>t</title><item><title>one</title></item>"
    let cut = try read(text: head + "<item><title>two</title><description>half of", name: "a.xml")
    #expect(cut.items.map(\.isCut) == [false, true])
    #expect(cut.items[1].diagnostics.map(\.code) == ["feed.item-truncated"])
    #expect(try read(text: head, name: "a.xml").items.map(\.isCut) == [false])
  }

  @Test func readsJSONFeedsUpToTheFault() throws {
    let feed = try read(
      text: "{\"items\": [{\"id\": \"1\", \"title\": \"One\"}, {\"id\": \"2\", \"content_text\": \"Half of",
      name: "a.json"
    )
    #expect(feed.items.map(\.id) == ["1", "2"])
    #expect(feed.items.last?.contentText == "Half of")
    #expect(feed.items.map(\.isCut) == [false, true])
    #expect(feed.diagnostics.map(\.code) == ["json.truncated"])
  }
}
