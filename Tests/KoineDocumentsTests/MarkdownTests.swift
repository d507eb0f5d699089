import KoineDocuments
import TestTables
import Testing

@Suite struct MarkdownTests {
  private func read(_ text: String) throws -> FeedItem {
    try #require(try DocumentReader().read(Array(text.utf8), name: "a.md").items.first)
  }

  @Test(arguments: Table("documents/markdown.tsv").rows)
  func makesPlainText(row: Table.Row) throws {
    #expect(try read("# T\n\n\(row["markdown"])").contentText ?? "" == row["text"])
  }

  @Test func readsFrontMatter() throws {
    let item = try read(
      """
      ---
      title: "Perché no: il titolo"
      date: 2024-03-05
      author: [Anna Bianchi, "Ugo Neri"]
      tags:
        - acciaio
        - rame # a comment
      lang: it
      layout: post
      ---
      # Perché no: il titolo

      Testo.
      """
    )
    #expect(item.title == "Perché no: il titolo")
    #expect(item.datePublished == "2024-03-05T00:00:00Z")
    #expect(item.authors == ["Anna Bianchi", "Ugo Neri"])
    #expect(item.tags == ["acciaio", "rame"])
    #expect(item.language == "it")
    #expect(item.extras.map(\.name) == ["layout"])
    #expect(item.contentText == "Testo.")
  }

  @Test func readsFrontMatterOfTheOtherKind() throws {
    let item = try read("+++\ntitle = \"A title\"\ndate = 2024-03-05T10:15:00Z\n+++\n\n## A part\n\nText.\n")
    #expect(item.title == "A title")
    #expect(item.datePublished == "2024-03-05T10:15:00Z")
    #expect(item.contentText == "A part\n\nText.")
  }

  @Test func takesNoRulerForFrontMatter() throws {
    #expect(try read("---\n\nOne.\n\n---\n\nTwo.\n").contentText == "One.\n\nTwo.")
  }
}
