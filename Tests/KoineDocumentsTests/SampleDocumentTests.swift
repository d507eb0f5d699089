import KoineDocuments
import KoineText
import TestTables
import Testing

/// The documents under `Tests/Fixtures/documents`, one of each kind.
@Suite struct SampleDocumentTests {
  private func read(_ name: String) throws -> Feed {
    try DocumentReader().read(Fixture.bytes("documents/\(name)") ?? [], name: name)
  }

  @Test func readsAMessage() throws {
    let feed = try read("message.eml")
    let item = try #require(feed.items.first)
    #expect(feed.items.count == 1)
    #expect(item.title == "La segheria apre un secondo turno, perché crescono le richieste")
    #expect(item.authors == ["Segheria, ufficio stampa"])
    #expect(item.datePublished == "2024-03-05T09:15:00Z")
    #expect(item.language == "it")
    #expect(item.contentText?.hasPrefix("La segheria della valle apre un secondo turno, perché le") == true)
    #expect(item.contentText?.hasSuffix("anni.\n\nI lavori cominciano a maggio.") == true)
    #expect(item.diagnostics.map(\.code) == ["mail.attachment-skipped"])
  }

  @Test func readsAMailbox() throws {
    let items = try read("mailbox.mbox").items
    #expect(items.map(\.title) == ["Pine prices", "Perché il pino costa"])
    #expect(items.map(\.id) == ["0@lista.example", "1@lista.example"])
    #expect(items[0].contentText == "Prices of pine have gone up for the third month.\n\nNobody knows why.")
    #expect(items[1].contentText?.hasPrefix("Costa perché manca.") == true)
  }

  @Test func readsATable() throws {
    let items = try read("table.csv").items
    #expect(items.map(\.title) == ["La segheria; un turno in più", "Pine prices"])
    #expect(items[0].contentText == "Primo capoverso, con \"virgolette\".\n\nSecondo capoverso.")
    #expect(items[0].datePublished == "2024-03-05T00:00:00Z")
    #expect(items.map(\.url) == ["https://segheria.example/1", "https://segheria.example/2"])
    #expect(items.map { $0.extras.map(\.value) } == [["Legno"], ["Markets"]])
    #expect(items.map(\.line) == [2, 5])
  }

  @Test func readsMarkdown() throws {
    let item = try #require(try read("notes.md").items.first)
    #expect(item.title == "Il bosco: cosa cambia")
    #expect(item.tags == ["legno", "boschi"])
    #expect(
      item.contentText == """
        Il bosco cresce e la segheria lo sa, ma non lo dice.

        Un albero che cade fa più rumore di una foresta che cresce.

        - abete
        - larice

        Legno | Prezzo
        abete | 90
        """
    )
  }

  @Test func readsAJSONFeed() throws {
    let feed = try read("feed.json")
    #expect(feed.title == "Legno")
    #expect(feed.items.map(\.url) == ["https://segheria.example/1", "https://segheria.example/2"])
    #expect(feed.items.map(\.contentText) == ["Un turno in più & altro.", "Prices of pine have gone up."])
  }

  @Test(arguments: [
    (
      "page-it.html", "La segheria della valle apre un secondo turno", "Legno e boschi", "Anna Bianchi",
      ["La segheria della", "«Le macchine ci s", "Il comune ha già ", "Resta da decidere"]
    ),
    (
      "page-zh.html", "山谷锯木厂增开第二班", "木材新闻网", "王小明",
      ["山谷里的锯木厂将从五月起增开第二", "厂长说:“机器是现成的,缺的是人。", "镇政府已经批准工厂工作到晚上十点", "谁来支付修路的费用还没有决定:省"]
    ),
    (
      "page-en.html", "Valley sawmill opens a second shift", "Timber Weekly", "Ann Other",
      ["The sawmill in th", "“The machines are", "The council has a", "Who will pay for "]
    ),
  ])
  func findsTheArticleAmongBoxes(name: String, title: String, site: String, author: String, starts: [String]) throws {
    let feed = try read(name)
    let item = try #require(feed.items.first)
    #expect(feed.title == site)
    #expect(item.title == title)
    #expect(item.authors == [author])
    #expect(item.language == String(name.dropFirst(5).prefix(2)))
    #expect(item.datePublished != nil)
    let paragraphs = (item.contentText ?? "").split(separator: "\n\n").map(String.init)
    #expect(paragraphs.count == starts.count)
    for (paragraph, start) in zip(paragraphs, starts) { #expect(paragraph.hasPrefix(start)) }
  }

  @Test(arguments: Table("documents/cut.tsv").rows)
  func tellsCutTexts(row: Table.Row) { #expect(CutText.isCut(row["text"]) == (row["cut"] == "yes")) }

  @Test func tellsCutSentences() {
    #expect(CutText.isCutSentence("Orders have grown for", isLast: true))
    #expect(!CutText.isCutSentence("Orders have grown for", isLast: false))
    #expect(CutText.isCutSentence("Orders have grown […]", isLast: false))
    #expect(!CutText.isCutSentence("Orders have grown.", isLast: true))
  }
}
