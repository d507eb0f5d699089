import KoineDocuments
import KoineText
import Testing

@Suite struct TableReadingTests {
  private func read(_ text: String, name: String = "a.csv", fields: String = "") throws -> Feed {
    try DocumentReader().read(Array(text.utf8), name: name, ReadOptions(fields: try FieldMap(fields)))
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func findsTheDelimiter(delimiter: String) throws {
    let rows = [
      ["Titolo", "Testo", "Data"], ["Uno", "Primo testo.", "5 marzo 2024"], ["Due", "Altro.", "2024-03-06"],
    ]
    let feed = try read(rows.map { $0.joined(separator: delimiter) }.joined(separator: "\r\n"))
    #expect(feed.items.map(\.title) == ["Uno", "Due"])
    #expect(feed.items.map(\.contentText) == ["Primo testo.", "Altro."])
    #expect(feed.items.map(\.datePublished) == ["2024-03-05T00:00:00Z", "2024-03-06T00:00:00Z"])
  }

  @Test func readsQuotedFieldsWithLineBreaksAndQuotationMarks() throws {
    let feed = try read("title,text,link\n\"One, \"\"two\"\"\",\"First.\n\nSecond.\",/x\n,\"last\n")
    #expect(feed.items[0].title == "One, \"two\"")
    #expect(feed.items[0].contentText == "First.\n\nSecond.")
    #expect(feed.items[0].line == 2)
    #expect(feed.items[1].line == 5)
    #expect(feed.items[1].isCut)
    #expect(feed.items[1].diagnostics.map(\.code) == ["csv.row-length", "csv.truncated"])
  }

  @Test func takesTheFieldsThatTheUserNames() throws {
    let table = "a,b,c\nOne,Some text.,x\n"
    #expect(throws: ReadError.unmapped(columns: ["a", "b", "c"])) { try read(table) }
    let item = try #require(try read(table, fields: "title=A,content=2").items.first)
    #expect(item.title == "One")
    #expect(item.contentText == "Some text.")
    #expect(item.extras.map(\.name) == ["c"])
    let bare = try read("One,Some text.\nTwo,More text.\n", fields: "title=1,content=2")
    #expect(bare.items.map(\.title) == ["One", "Two"])
  }

  @Test func recognizesTablesByTheirHeader() throws {
    #expect(try read("url;headline;body\nhttps://a.example/1;One;Text.\n", name: "export").items.count == 1)
    #expect(
      try read("Title, text and more\n\nThe text, of course.\n", name: "export").items.first?.extras.isEmpty == true
    )
  }

  @Test(arguments: ["title", "titel=", "nothing=a", "=a"])
  func refusesMappingsThatCannotBe(text: String) { #expect(throws: FieldMap.Malformed.self) { try FieldMap(text) } }

  @Test func takesMembersOfMembersInJSON() throws {
    let line =
      "{\"meta\": {\"head\": \"T\"}, \"parts\": [{\"p\": \"One.\"}, {\"p\": \"Two.\"}], \"score\": 3, \"d\": \"2024-03-05\"}\n"
    let item = try #require(
      try read(line, name: "a.jsonl", fields: "title=meta.head,content=parts.1.p,published=d").items.first
    )
    #expect(item.title == "T")
    #expect(item.contentText == "Two.")
    #expect(item.datePublished == "2024-03-05T00:00:00Z")
    #expect(item.extras.map(\.name) == ["score"])
  }

  @Test func readsWholePagesInJSONLines() throws {
    let page =
      "<html><head><title>Mill adds a rolling line</title></head><body><nav>Home</nav><p>\(String(repeating: "A long sentence of the article, as it stands. ", count: 8))</p><a href=x>more</a></body></html>"
    let line = "{\"url\": \"https://a.example/dir/1\", \"html\": \"\(page)\"}\n"
    let item = try #require(try read(line, name: "a.jsonl").items.first)
    #expect(item.title == "Mill adds a rolling line")
    #expect(item.contentText?.hasPrefix("A long sentence") == true)
    #expect(item.contentText?.contains("Home") == false)
  }
}
