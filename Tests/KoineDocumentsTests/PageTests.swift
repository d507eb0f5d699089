import KoineDocuments
import KoineText
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
