import KoineDocuments
import KoineText
import TestTables
import Testing

/// What is known of an input beside its bytes, or of an item beside its own text.
@Suite struct ReadOptionsTests {
  private func read(text: String, name: String, raw: Bool = false) throws -> Feed {
    try DocumentReader().read(Array(text.utf8), name: name, raw: raw)
  }

  @Test func resolvesAddressesAgainstThatOfTheDocument() throws {
    func feed(_ xml: String) throws -> Feed {
      try DocumentReader().read(Array(xml.utf8), name: "-", ReadOptions(base: "https://b.example/dir/feed.xml"))
    }
    let rss = try feed("<rss><channel><link>/home</link><item><link>one.html</link></item></channel></rss>")
    #expect(rss.homePageURL == "https://b.example/home")
    #expect(rss.items[0].url == "https://b.example/dir/one.html")
    let atom = try feed(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"sub/\"><entry><link href=\"one\"/></entry></feed>"
    )
    #expect(atom.items[0].url == "https://b.example/dir/sub/one")
    let named = "<rss><channel><item><guid>/7</guid></item><item><guid>7</guid></item></channel></rss>"
    #expect(try feed(named).items.map(\.id) == ["https://b.example/7", "7"])
    #expect(try read(text: named, name: "a").items.map(\.id) == ["/7", "7"])
    let page = try feed("<html><head><title>T</title></head><body><p>Text of the page.</p></body></html>")
    #expect(page.items[0].url == "https://b.example/dir/feed.xml")
  }

  @Test func readsResponsesThatWereSavedWithTheirHeaders() throws {
    let feed = "<rss><channel><item><link>7</link><title>caff\u{E9}</title></item></channel></rss>"
    let headers =
      "HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\nHTTP/2 200\r\nContent-Type: text/xml; charset=ISO-8859-1\r\n"
      + "content-location: https://b.example/dir/\r\nContent-Language: it\r\n\r\n"
    let bytes = Array(headers.utf8) + feed.unicodeScalars.map { UInt8($0.value) }
    let found = try DocumentReader().read(bytes, name: "a")
    #expect(found.items.map(\.title) == ["caffé"] && found.items.map(\.url) == ["https://b.example/dir/7"])
    #expect(found.language == "it" && found.items[0].line == 9)
    let stated = try DocumentReader().read(bytes, name: "a", ReadOptions(base: "https://c.example/"))
    #expect(stated.items[0].url == "https://c.example/7")
    #expect(throws: ReadError.refused(status: 404)) {
      try read(text: "HTTP/1.1 404 Not Found\nServer: a\n\n<p>Gone</p>", name: "a")
    }
    // A text about such headers is a text.
    #expect(try read(text: "HTTP/1.1 is a protocol.\n\nIt has versions.", name: "a").items.count == 1)
    #expect(try read(text: "HTTP/1.1 200 OK", name: "a").items.count == 1)
  }

  @Test func makesAddressesInTextsWhole() throws {
    func markup(_ xml: String, _ options: ReadOptions = ReadOptions()) throws -> [String?] {
      try DocumentReader().read(Array(xml.utf8), name: "-", options).items.map(\.contentHTML)
    }
    func rss(_ item: String) -> String {
      "<rss><channel><link>https://a.example/</link><item>\(item)</item></channel></rss>"
    }
    let text = "<description>&lt;a href='x'&gt;x&lt;/a&gt;</description>"
    // The item's page, the feed's page, the user, the feed itself: each comes before what stands before it here.
    #expect(try markup(rss("<link>/1/index</link>" + text)) == ["<a href=\"https://a.example/1/x\">x</a>"])
    #expect(try markup(rss(text)) == ["<a href=\"https://a.example/x\">x</a>"])
    let fetched = ReadOptions(base: "https://b.example/f/feed.xml")
    #expect(try markup(rss("<link>/1/index</link>" + text), fetched) == ["<a href=\"https://b.example/f/x\">x</a>"])
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/g/'><entry><content type='html' xml:base='h/'>"
    let entry = "\(atom)&lt;img src='x'&gt;</content></entry></feed>"
    #expect(try markup(entry, fetched) == ["<img src=\"https://b.example/g/h/x\" />"])
    // Raw texts stay as they are unless the feed or the user says where they start from.
    #expect(try markup(rss("<link>/1/index</link>" + text), ReadOptions(raw: true)) == ["<a href=\"x\">x</a>"])
    #expect(
      try markup(rss(text), ReadOptions(raw: true, base: "https://b.example/")) == [
        "<a href=\"https://b.example/x\">x</a>"
      ]
    )
    let json = "{\"items\": [{\"url\": \"https://a.example/1/\", \"content_html\": \"<a href='x'>x</a>\"}]}"
    #expect(try markup(json) == ["<a href=\"https://a.example/1/x\">x</a>"])
    let page =
      "<html><head><base href='/q/'></head><body><p>A sentence that is long enough for an article, <a href='x'>x</a>.</p></body></html>"
    #expect(
      try markup(page, ReadOptions(raw: true, base: "https://b.example/"))[0]?.contains(
        "<a href=\"https://b.example/q/x\">x</a>"
      ) == true
    )
    let crawled = "{\"url\": \"https://a.example/1/\", \"html\": \"\(page.replacing("\"", with: "'"))\"}\n"
    #expect(try markup(crawled)[0]?.contains("<a href=\"https://a.example/q/x\">x</a>") == true)
  }

  @Test func leavesOutAddressesThatLeadToNoPage() throws {
    let rss =
      "<rss><channel><link>javascript:0</link><item><link>java&#10;script:alert(1)</link></item><item><link>data:text/html,x</link></item></channel></rss>"
    let json = "{\"items\": [{\"url\": \"vbscript:x\", \"title\": \"t\"}]}"
    for feed in [try read(text: rss, name: "a.xml"), try read(text: json, name: "a.json")] {
      #expect(feed.homePageURL == nil)
      #expect(feed.items.allSatisfy { $0.url == nil && $0.diagnostics.map(\.code).contains("feed.unsafe-address") })
    }
  }

  @Test func usesTheServersMediaType() throws {
    let bytes = Array("<rss><channel><title>caff".utf8) + [0xE8] + Array("</title></channel></rss>".utf8)
    let type = MediaType("application/rss+xml; charset=\"ISO-8859-1\"")
    #expect(try DocumentReader().read(bytes, name: "-", ReadOptions(contentType: type)).title == "caffè")
    #expect(MediaType("TEXT/HTML;Charset=utf-8")?.name == "text/html")
    #expect(MediaType("") == nil)
  }

  @Test func leavesMojibakeInRawTexts() throws {
    let item = try #require(
      try read(
        text: "<rss><channel><item><title>cittÃ\u{A0} perchÃ©</title></item></channel></rss>",
        name: "a",
        raw: true
      )
      .items.first
    )
    #expect(item.title == "cittÃ\u{A0} perchÃ©")
  }

  @Test func readsUnclearDatesAsTheOthersOfTheFeedMustBe() throws {
    func dates(_ texts: String...) throws -> [String?] {
      let items = texts.map { "<item><title>t</title><pubDate>\($0)</pubDate></item>" }.joined()
      return try read(text: "<rss><channel>\(items)</channel></rss>", name: "a.xml").items.map(\.datePublished)
    }
    #expect(try dates("03/04/2024", "25/03/2024") == ["2024-04-03T00:00:00Z", "2024-03-25T00:00:00Z"])
    #expect(try dates("03/04/2024", "03/25/2024") == ["2024-03-04T00:00:00Z", "2024-03-25T00:00:00Z"])
    #expect(try dates("03/04/2024", "25/03/2024", "03/26/2024")[0] == nil)
    #expect(try dates("03/04/2024", "05/06/2024") == [nil, nil])
  }
}
