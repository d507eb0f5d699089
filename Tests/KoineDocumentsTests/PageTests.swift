import KoineDocuments
import KoineText
import TestTables
import Testing

@Suite struct PageTests {
  private func article(_ body: String, head: String = "") throws -> [String] {
    let page = "<!DOCTYPE html><html><head>\(head)</head><body>\(body)</body></html>"
    let feed = try DocumentReader().read(Array(page.utf8), name: "a.html")
    let text = feed.items.first?.contentText ?? ""
    return text.split(separator: "\n\n").map { String($0.split(separator: " ").first ?? "") }
  }

  /// A paragraph that starts with `word`.
  private func paragraph(_ word: String) -> String {
    "<p>\(word) is how this paragraph starts, and it goes on for a while, so that it looks like one, with commas.</p>"
  }

  /// Pages as builders, themes and newspapers make them, each with the text that is right for it.
  @Test(arguments: [
    "brief", "elementor", "many-articles", "nesting", "noscript", "paywall-section", "site-h1", "wordpress-it",
  ])
  func findsTheWholeArticleAndNothingElse(page: String) throws {
    let bytes = try #require(Fixture.bytes("documents/pages/\(page).html"))
    let text = try #require(Fixture.bytes("documents/pages/\(page).txt"))
    let item = try DocumentReader().read(bytes, name: "\(page).html").items.first
    #expect((item?.contentText ?? "") + "\n" == String(decoding: text, as: UTF8.self))
  }

  private func facts(_ head: String, _ body: String) throws -> FeedItem {
    let page = "<html><head>\(head)</head><body>\(body)</body></html>"
    return try #require(try DocumentReader().read(Array(page.utf8), name: "a.html", type: .html).items.first)
  }

  @Test func takesTheFactsOfTheArticleAndNotOfTheListBesideIt() throws {
    let head = """
      <title>The mill grows | Alloy Digest</title><script type="application/ld+json">
      [{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Copper falls again",
        "datePublished": "2024-01-01", "author": {"name": "Wrong Desk"}}]},
       {"@type": "NewsArticle", "headline": "The mill grows", "datePublished": "2025-03-03T09:30:00+01:00",
        "author": {"name": "News Desk"}}]</script>
      """
    let item = try facts(head, "<h1>The mill grows</h1>\(paragraph("One"))")
    #expect(item.title == "The mill grows")
    #expect(item.datePublished == "2025-03-03T08:30:00Z")
    #expect(item.authors == ["News Desk"])
  }

  @Test func takesTheDateBelowTheHeading() throws {
    let clock = "<div class=\"top\"><time datetime=\"2026-01-01\">today</time></div>"
    let inside = "<h1>The mill grows</h1><p>lunedì 3 marzo 2025, ore 9.30</p>\(paragraph("One"))"
    #expect(try facts("", clock + inside).datePublished == "2025-03-03T09:30:00Z")
    #expect(try facts("", "<h1>The mill grows</h1><p>1204</p>\(paragraph("One"))").datePublished == nil)
    let parts = "<h1>The mill grows</h1><p>News Desk | 3 March 2025 | 4 min read</p>\(paragraph("One"))"
    #expect(try facts("", parts).datePublished == "2025-03-03T00:00:00Z")
    let marked = "<h1>The mill grows</h1><span class=\"post-date\">3 March 2025</span>\(paragraph("One"))"
    #expect(try facts("", marked).datePublished == "2025-03-03T00:00:00Z")
    let stated = "<meta name=\"date\" content=\"soon\">"
    #expect(try facts(stated, marked).datePublished == "2025-03-03T00:00:00Z")
  }

  @Test func keepsListsOfLanguagesWithoutBlanks() throws {
    let body = """
      <div><h1>炼一炉钢的步骤</h1><p>山谷里的轧钢厂将增加第二条厚板生产线，业主星期二表示，订单已经连续三年增长。</p>
      <ol><li>先准备两吨干净的废钢</li><li>再加三百公斤石灰</li></ol><p>由于港口库存处于低位，没有人预计价格会在夏天之前下降。</p>
      <div>2025年3月3日</div></div>
      """
    #expect(
      try facts("", body).contentText
        == "山谷里的轧钢厂将增加第二条厚板生产线，业主星期二表示，订单已经连续三年增长。\n\n先准备两吨干净的废钢\n再加三百公斤石灰\n\n由于港口库存处于低位，没有人预计价格会在夏天之前下降。"
    )
  }

  @Test func takesTheLanguageFromMetaElementsWhereThePageDoesNotSay() throws {
    let body = "<h1>The mill grows</h1>\(paragraph("One"))"
    #expect(try facts("<meta property=\"og:locale\" content=\"it_IT\">", body).language == "it-IT")
    #expect(try facts("<meta name=\"language\" content=\"Italian\">", body).language == nil)
  }

  @Test func readsTheNameMarkedInsideAByline() throws {
    let byline = "<dd itemprop=\"author\">Écrit par <span itemprop=\"name\">Rédaction</span></dd>"
    #expect(try facts("", "<h1>The mill grows</h1>\(byline)\(paragraph("One"))").authors == ["Rédaction"])
  }

  @Test func takesTheStatedTextWhereThePageShowsAnother() throws {
    let text = (1...8).map { "Sentence \($0) of the article says what happened at the mill on Tuesday." }.joined(
      separator: " "
    )
    let head =
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"\(text)\"}</script>"
    let wall = (1...6).map { paragraph("Wall\($0)") }.joined()
    #expect(try article("<div>\(wall)</div>", head: head).first == "Sentence")
  }

  @Test func joinsTheSectionsOfAnArticle() throws {
    let body = """
      <div class="page"><div class="part">\(paragraph("One"))\(paragraph("Two"))</div>
      <div class="ad-slot">Advertisement</div><div class="part">\(paragraph("Three"))\(paragraph("Four"))</div></div>
      """
    #expect(try article(body) == ["One", "Two", "Three", "Four"])
  }

  @Test func leavesOutComments() throws {
    let comments = (0..<8).map { "<div class=\"comment\">\(paragraph("Comment\($0)"))</div>" }.joined()
    let body = "<article>\(paragraph("One"))\(paragraph("Two"))</article><div id=\"comments\">\(comments)</div>"
    #expect(try article(body) == ["One", "Two"])
  }

  @Test func prefersThePageToATeaserInItsData() throws {
    let teaser = String(repeating: "Teaser text of the article. ", count: 20)
    let head =
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"\(teaser)\"}</script>"
    let body = "<article>" + (1...20).map { paragraph("P\($0)") }.joined() + "</article>"
    #expect(try article(body, head: head).first == "P1")
  }

  @Test func takesTheTextOfTheDataWhereThePageHasNone() throws {
    let text = String(repeating: "Stated text of the article, in the data of the page. ", count: 20)
    let head =
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"\(text)\"}</script>"
    #expect(
      try article("<div id=\"app\"><p>Loading, please wait for the page.</p></div>", head: head).first == "Stated"
    )
  }

  @Test func trimsLabelsAroundTheParagraphs() throws {
    let body = """
      <article><div>5 March 2024</div><div>Ann Other</div>\(paragraph("One"))\(paragraph("Two"))\(paragraph("Three"))
      \(paragraph("Four"))\(paragraph("Five"))<div>Post Comment</div></article>
      """
    #expect(try article(body) == ["One", "Two", "Three", "Four", "Five"])
  }

  @Test func keepsListsAndHeadingsInsideTheArticle() throws {
    let body = """
      <article>\(paragraph("One"))<h2>Heading</h2><ul><li>first item of the list</li><li>second item of the list</li></ul>
      \(paragraph("Two"))</article>
      """
    #expect(try article(body) == ["One", "Heading", "first", "Two"])
  }

  @Test func readsAPageThatStartsLikeSomethingElse() throws {
    let page = "<?xml version=\"1.0\"?><page><div>\(paragraph("One"))\(paragraph("Two"))</div></page>"
    let feed = try DocumentReader().read(Array(page.utf8), name: "a.xml")
    #expect(feed.items.first?.contentText?.hasPrefix("One") == true)
    #expect(throws: ReadError.notAFeed) { try DocumentReader().read(Array(page.utf8), name: "a.xml", type: .feed) }
  }

  @Test func findsNothingInAnEmptyPage() throws {
    let feed = try DocumentReader().read(
      Array("<html><body><nav><a href=x>Home</a></nav></body></html>".utf8),
      name: "a.html"
    )
    #expect(feed.items.first?.contentText == nil)
    #expect(feed.items.first?.diagnostics.map(\.code) == ["page.no-article"])
  }
}
