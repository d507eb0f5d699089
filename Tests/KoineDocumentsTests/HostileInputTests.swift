import KoineDocuments
import KoineText
import TestTables
import Testing

/// Inputs that are made to break parsers: each must end soon, with what could be read and a diagnostic.
@Suite struct HostileInputTests {
  private let head = "<?xml version=\"1.0\"?><rss><channel><title>t</title><item><title>first</title></item>"
  private let reader = DocumentReader()

  private func read(_ text: String, name: String = "feed.xml") throws -> Feed {
    try reader.read(Array(text.utf8), name: name)
  }

  private func codes(_ feed: Feed) -> [String] { feed.diagnostics.map(\.code) }

  @Test func refusesAnEmptyFile() {
    #expect(throws: ReadError.empty) { try reader.read([], name: "a.xml") }
    #expect(throws: ReadError.empty) { try reader.read(Array(" \n\t ".utf8), name: "a.xml") }
  }

  @Test func refusesAnInputThatIsTooLarge() {
    let small = DocumentReader(limits: DocumentLimits(bytes: 10))
    #expect(throws: ReadError.tooLarge(bytes: 11, limit: 10)) {
      try small.read([UInt8](repeating: 65, count: 11), name: "a.txt")
    }
  }

  @Test(arguments: [
    ("%PDF-1.7\n", "PDF"), ("PK\u{3}\u{4}word/document.xml", "ZIP and Office"), ("GIF89a", "GIF"),
    ("\u{7F}ELF\u{1}", "program"), ("a\u{0}\u{0}\u{0}b", "binary"),
  ])
  func refusesFilesThatAreNoText(start: String, name: String) {
    #expect(throws: ReadError.unsupportedType(name)) { try reader.read(Array(start.utf8), name: "a.html") }
  }

  @Test func readsTheItemsBeforeAMillionElementsInEachOther() throws {
    let feed = try read(head + String(repeating: "<a>", count: 1_000_000))
    #expect(feed.items.map(\.title) == ["first"])
    #expect(codes(feed).contains("markup.too-deep"))
  }

  @Test func readsTheItemsAfterAMillionElementsInEachOther() throws {
    let deep = String(repeating: "<a>", count: 1_000_000) + String(repeating: "</a>", count: 1_000_000)
    let feed = try read(
      "\(head)<item>\(deep)<title>second</title></item><item><title>third</title></item></channel></rss>"
    )
    #expect(feed.items.map(\.title) == ["first", "second", "third"])
  }

  @Test func leavesOutATagOfTwoMegabytes() throws {
    let value = String(repeating: "y", count: 2_000_000)
    for tag in ["<item x=\"\(value)\">", "<\(value)>", "<item \(value)>"] {
      let feed = try read("\(head)\(tag)</item><item><title>after</title></item></channel></rss>")
      #expect(feed.items.map(\.title) == ["first", "after"])
      #expect(codes(feed).contains("markup.tag-too-long"))
    }
  }

  @Test func keepsOnlySoManyAttributes() throws {
    let few = (0..<5000).map { "a\($0)=\"1\"" }.joined(separator: " ")
    let feed = try read("\(head)<item \(few)><title>many</title></item></channel></rss>")
    #expect(feed.items.map(\.title) == ["first", "many"])
    #expect(codes(feed).contains("markup.too-many-attributes"))
    let many = (0..<200_000).map { "a\($0)=\"1\"" }.joined(separator: " ")
    let page = try read("<html><body><p \(many)>x</p><p>A sentence of the article, long enough.</p>", name: "a.html")
    #expect(codes(page).contains("markup.tag-too-long"))
  }

  @Test func tracesDeepPagesAndCrowdedItems() throws {
    var options = ReadOptions()
    options.isTraced = true
    let deep = (0..<1500).map { "<div class=\"x\(String(repeating: "y", count: $0 % 90))\"><p>word \($0)</p>" }.joined()
    let text = String(repeating: "A sentence of the article, long enough to count as one. ", count: 40)
    let page = "<html><body>\(deep)<article><p>\(text)</p></article>\(deep)</body></html>"
    let item = try #require(try reader.read(Array(page.utf8), name: "a.html", options).items.first)
    #expect(item.origins.contains { $0.field == .text && $0.refusal == nil })
    #expect((1...100).contains(item.leftOut.count))
    let titles = String(repeating: "<title>t</title><link>x</link><category>c</category>", count: 20_000)
    let feed = try reader.read(
      Array("<rss><channel><item>\(titles)</item></channel></rss>".utf8),
      name: "a.xml",
      options
    )
    #expect((1...200).contains(feed.items[0].origins.count))
  }

  @Test func expandsNoEntityThatGrows() throws {
    let laughs = (1..<12).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
    let bomb = "<!DOCTYPE rss [<!ENTITY l0 \"lol\">\(laughs)]>"
    let feed = try read("\(bomb)<rss><channel><title>&l11;</title><item><title>first</title></item></channel></rss>")
    #expect(feed.items.map(\.title) == ["first"])
    #expect(codes(feed).contains("markup.entity-declaration"))
    let wide = "<!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "x", count: 1000))\">]>"
    let title = String(repeating: "&a;", count: 100_000)
    let second = try read(
      "\(wide)<rss><channel><title>\(title)</title><item><title>first</title></item></channel></rss>"
    )
    #expect((second.title ?? "").utf8.count <= 1 << 20)
    #expect(codes(second).contains("markup.entity-declaration"))
  }

  @Test func opensNoFileAndNoNetwork() throws {
    let path = Fixture.path("documents/dates.tsv")
    let feed = try read(
      "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://\(path)\">]><rss><channel><title>a&x;b</title></channel></rss>"
    )
    #expect(feed.title == "a&x;b")
  }

  @Test func readsATruncatedFeedAsFarAsItGoes() throws {
    let whole = "\(head)<item><title>second</title><description>text</description></item></channel></rss>"
    for length in stride(from: 1, to: whole.utf8.count, by: 3) {
      let cut = String(decoding: Array(whole.utf8.prefix(length)), as: UTF8.self)
      guard let feed = try? read(cut) else { continue }
      if length > head.utf8.count { #expect(feed.items.first?.title == "first") }
      if length < whole.utf8.count, cut.contains("<channel>") { #expect(codes(feed).contains("markup.truncated")) }
    }
  }

  @Test func readsInvalidUTF8() throws {
    let bytes = Array("\(head)<item><title>a ".utf8) + [0xFF, 0xC3] + Array(" b</title></item></channel></rss>".utf8)
    let feed = try reader.read(bytes, name: "a.xml")
    #expect(feed.items.count == 2)
    #expect(feed.items[1].title?.hasPrefix("a ") == true)
    #expect(feed.items[1].title?.hasSuffix(" b") == true)
  }

  @Test(arguments: [
    "<b><i>", "<div>", "<font><p>word ", "<p>x<table><tr><td>", "<select>", "<title>", "<script>", "<a href=x>", "</",
  ])
  func readsPagesOfOneTagOverAndOver(piece: String) throws {
    let page = "<html><body><p>First of all.</p>" + String(repeating: piece, count: 100_000)
    _ = try read(page, name: "a.html")
  }

  @Test(arguments: ["<", "&", "<a b=\"", "<![CDATA[", "<!--", "<!DOCTYPE [", "<?", "</b>", "]]>", "&#", "<a b=\"> "])
  func readsFeedsOfOnePieceOverAndOver(piece: String) throws {
    let feed = try read(head + String(repeating: piece, count: 200_000))
    #expect(feed.items.first?.title == "first")
  }

  @Test func refusesDeepJSONWithoutHarm() throws {
    #expect(throws: ReadError.self) { try read(String(repeating: "[", count: 1_000_000), name: "a.json") }
    let feed = try read(String(repeating: "{\"a\":", count: 300_000), name: "a.jsonl")
    #expect(feed.items.first?.diagnostics.first?.code == "read.malformed-line")
  }

  @Test func readsAddressesAsLongAsBooks() throws {
    let address = "https://a.example/" + String(repeating: "b ", count: 500_000)
    let feed = try read("\(head)<item><link>\(address)</link></item></channel></rss>")
    #expect(feed.items.last?.url?.utf8.count == address.utf8.count - 1)
  }

  @Test func readsTablesAndMailOfOnePieceOverAndOver() throws {
    for piece in [";", "\"", "\"\"", "a,b\n", "\t", "\r", "\"\n"] {
      _ = try? read("title;text\n" + String(repeating: piece, count: 200_000), name: "a.csv")
    }
    let mail = "From: a@a.example\nSubject: s\nDate: d\nContent-Type: multipart/mixed; boundary=b\n\n"
    for piece in [
      "--b\n", "=?", "=?a?q?", "--b\nContent-Type: multipart/mixed; boundary=b\n\n", "a:\n", " \n", "=", ";",
    ] {
      let many = String(repeating: piece, count: 50_000)
      #expect(try read(mail + many, name: "a.eml").items.count == 1)
      #expect(try read("Subject: \(many)\n\(mail)", name: "a.eml").items.isEmpty == false)
    }
  }

  @Test(arguments: ["[", "![", "[![", "*", "_", "`", "> ", "- ", "|", "<", "\\", "#", "---\n", "[a](", "<!--", "```\n"])
  func readsMarkdownOfOnePieceOverAndOver(piece: String) throws {
    _ = try? read("# T\n\n" + String(repeating: piece, count: 100_000), name: "a.md")
  }

  @Test(arguments: [11, 12, 13, 14])
  func survivesMutations(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let names = [
      "rss.xml", "atom.xml", "page.html", "article.txt", "lines.jsonl", "message.eml", "table.csv", "notes.md",
      "feed.json",
      "packed/folder.zip", "packed/folder.tar.zst", "packed/rss.xml.gz",
    ]
    let samples = names.map { (name: $0, bytes: Fixture.bytes("documents/\($0)") ?? []) }
    let tokens = ["<", ">", "&", "\"", "]]>", "<!--", "<![CDATA[", "&#x", "\u{0}", "</p>", "<item>", "{", "\\u", "é"]
      .map {
        Array($0.utf8)
      }
    for _ in 0..<150 {
      let sample = samples[Int(random.next() % UInt64(samples.count))]
      #expect(!sample.bytes.isEmpty)
      var bytes = sample.bytes
      for _ in 0..<(1 + random.next() % 12) where !bytes.isEmpty {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 5 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int(random.next() % 40)))
        case 2: bytes.insert(contentsOf: tokens[Int(random.next() % UInt64(tokens.count))], at: place)
        case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      let unpacking = Unpacking(bytes, name: sample.name)
      while let member = unpacking.next() {
        for type in InputType.allCases where member.refusal == nil {
          guard let feed = try? reader.read(member.bytes, name: member.name, type: type) else { continue }
          for item in feed.items { #expect(item.datePublished.map { $0.hasSuffix("Z") } ?? true, "seed \(seed)") }
        }
      }
    }
  }
}

/// A generator of numbers that is the same everywhere (Steele, Lea and Flood's SplitMix64).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
