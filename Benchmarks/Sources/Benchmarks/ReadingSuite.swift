import KoineDocuments

/// Pages, feeds and lines read in process, from bytes to items, on one thread.
enum ReadingSuite: Suite {
  static let name = "read"

  static func benchmarks() throws -> [Benchmark] {
    let reader = DocumentReader()
    var made = MadeDocuments()
    let pages = (0..<40).map { _ in made.page() }
    let feed = made.feed(items: 10_000, bytes: 20_000_000)
    let lines = made.lines(5_000)
    for page in pages {
      let text = try reader.read(page, name: "page.html").items.first?.contentText ?? ""
      precondition(text.utf8.count > 2_000, "a page has no article")
    }
    let items = try reader.read(feed, name: "feed.xml").items.count
    precondition(items == 10_000, "the feed has \(items) items")
    return [
      Benchmark(
        "read/pages",
        .pages,
        amount: pages.count,
        bar: .figure(250),
        run: { for page in pages { keep(try? reader.read(page, name: "page.html")) } }
      ),
      Benchmark(
        "read/pages in bytes",
        amount: pages.reduce(0) { $0 + $1.count },
        run: { for page in pages { keep(try? reader.read(page, name: "page.html")) } }
      ),
      Benchmark(
        "read/rss of 10,000 items",
        amount: feed.count,
        bar: .figure(30),
        run: { keep(try? reader.read(feed, name: "feed.xml")) }
      ),
      Benchmark(
        "read/jsonl lines",
        .thousand,
        amount: 5_000,
        run: { keep(try? reader.read(lines, name: "lines.jsonl")) }
      ),
    ]
  }
}
