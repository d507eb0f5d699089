import KoineDocuments
import TestTables
import Testing

/// The bytes that an item is made of, read alone in their feed, give the item.
@Suite struct PlaceTests {
  private static let newsItems = [
    "<item><title>One</title><link>/1</link><description>Text &amp; more.</description></item>",
    "<item rdf:about='x' xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\r\n<title>Two > one</title></item >",
    "<ITEM><title>Three</title><description><![CDATA[<p>a</item> <item> b</p>]]></description></ITEM>",
    "<item><!-- </item> --><title>Four</title><x:item xmlns:x='urn:x'><title>inner</title></x:item></item>",
    "<item><title>Fünf – 五</title><guid>5</guid><description>&lt;b&gt;five&lt;/b&gt; &hellip;</description></item>",
    "<item/>", "<item><title>Seven<b></item>", "<item title=unquoted><title>AT&T < 8</title></item>",
    "<?php nothing ?><item><title>Nine</title></stray></item>",
  ]

  private static func rss(_ items: [String]) -> String {
    "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>T</title><link>https://a.example/</link>\n"
      + items.joined(separator: "\n") + "\n</channel></rss>\n"
  }

  private static let entries = [
    "<entry xml:base='sub/'><id>1</id><title>One</title><link href=\"one\"/></entry>",
    "<a:entry><a:title>Two</a:title></a:entry>",
    "<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>T<br/>hree</div></title></entry>",
  ]

  private static let objects = [
    "{\"id\": \"1\", \"title\": \"a ] } , \\\" b\", \"tags\": [\"x\", {}]}",
    "{ \"id\": 2,\n \"content_html\": \"<p>\u{1F3ED} text</p>\", \"_source\": {\"items\": [1, 2]} }",
    "{\"title\":\"\\\\\"}",
  ]

  /// An input with at least two items, and what closes it behind an item.
  struct Input: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var end = ""
    var testDescription: String { name }
  }

  private static var inputs: [Input] {
    let atom =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:a=\"http://www.w3.org/2005/Atom\" xml:base=\"https://a.example/\"><title>T</title>"
    let object = "{\"items_\": [0], \"title\": \"]\", \"items\" : [\(objects.joined(separator: " ,\n"))], \"x\": 1}"
    let lines = ["", "{\"title\": \"One – 一\"}", "  {\"title\": \"Two\"} \r", "", "not json", "{\"title\": \"Three\"}"]
    let table = "Title;Text;More\r\n\"One\r\nand; more\";a;1\r\n\r\nTwo;\"b \"\"c\"\"\";2\r\nÜber;d;3"
    let messages = ["One", "Zwei – 二", "Three"].map {
      "From a@a.example Mon Mar  3 09:00:00 2025\nFrom: A <a@a.example>\nSubject: \($0)\nMessage-ID: <\($0.count)@a.example>\n\nText\nFrom here on.\n\n"
    }
    return [
      Input(name: "rss.xml", text: rss(newsItems)), Input(name: "mark.xml", text: "\u{FEFF}" + rss(newsItems)),
      Input(name: "warning.xml", text: "<br>odd\n" + rss(newsItems)),
      Input(
        name: "unclosed.xml",
        text: rss(newsItems + ["<item><title>Last</title>"]).replacing("\n", with: "\r\n")
      ), Input(name: "cut.xml", text: String(rss(newsItems).prefix(420))),
      Input(name: "atom.xml", text: atom + entries.joined() + "</feed>"),
      Input(name: "object.json", text: object, end: "]}"),
      Input(name: "array.json", text: " [" + objects.joined(separator: ",") + "]", end: "]"),
      Input(name: "cut.json", text: "{\"items\": [\(objects.joined(separator: ","))", end: "]}"),
      Input(name: "a.jsonl", text: lines.joined(separator: "\n")),
      Input(name: "mark.jsonl", text: "\u{FEFF}" + lines.joined(separator: "\n") + "\n"),
      Input(name: "a.csv", text: table), Input(name: "mark.csv", text: "\u{FEFF}" + table + "\r\n"),
      Input(name: "a.mbox", text: messages.joined()),
      Input(name: "rss.xml", text: Fixture.text("documents/rss.xml")),
      Input(name: "atom.xml", text: Fixture.text("documents/atom.xml")),
      Input(name: "feed.json", text: Fixture.text("documents/feed.json"), end: "]}"),
      Input(name: "table.csv", text: Fixture.text("documents/table.csv")),
      Input(name: "lines.jsonl", text: Fixture.text("documents/lines.jsonl")),
      Input(name: "mailbox.mbox", text: Fixture.text("documents/mailbox.mbox")),
    ]
  }

  private static func read(_ bytes: [UInt8], _ name: String) throws -> Feed {
    try DocumentReader().read(bytes, name: name)
  }

  /// The item without its place in the file.
  private static func content(_ item: FeedItem) -> FeedItem {
    var item = item
    item.place = nil
    item.line = 0
    item.isCut = false
    item.diagnostics = []
    return item
  }

  @Test("the bytes of each item, read alone in their feed, are the item", arguments: inputs)
  func givesPlaces(input: Input) throws {
    let bytes = Array(input.text.utf8)
    let feed = try Self.read(bytes, input.name)
    let first = try #require(feed.items.first?.place)
    #expect(feed.items.count > 1)
    var last = 0
    for item in feed.items {
      let place = try #require(item.place)
      #expect(place.lowerBound >= last && place.upperBound <= bytes.count)
      last = place.upperBound
      #expect(item.line == bytes[..<place.lowerBound].count { $0 == 10 } + 1)
      let alone = try Self.read(bytes[..<first.lowerBound] + bytes[place] + Array(input.end.utf8), input.name)
      #expect(
        alone.items.map(Self.content) == [Self.content(item)],
        "\(String(decoding: bytes[place], as: UTF8.self))"
      )
    }
  }

  @Test("a feed that had to be decoded has no places, records have those of their lines as they came")
  func givesPlacesOfDecodedText() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + Self.rss([Self.newsItems[0], "<item>caff\u{E8}</item>"])
    let feed = try Self.read(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, "a.xml")
    #expect(feed.items.count == 2)
    #expect(feed.items.allSatisfy { $0.place == nil })
    let lines = "{\"title\": \"caff\u{E8} uno\"}\n{\"title\": \"tè due\"}\n"
    let latin = lines.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in lines.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    for (bytes, places) in [(latin, [0..<23, 23..<43]), (wide, [2..<48, 48..<88])] {
      let items = try Self.read(bytes, "a.jsonl").items
      #expect(items.map(\.title) == ["caffè uno", "tè due"])
      #expect(items.map(\.place) == places)
    }
  }

  @Test("random cuts and changes give places inside the input or none")
  func staysInside() throws {
    var state: UInt64 = 20_250_303
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for input in Self.inputs {
      let bytes = Array(input.text.utf8)
      for _ in 0..<40 {
        var mutant = Array(bytes.prefix(next(bytes.count) + 1))
        for _ in 0..<3 { mutant[next(mutant.count)] = Array("<>/&\"'{}[],a \n".utf8)[next(14)] }
        guard let feed = try? Self.read(mutant, input.name) else { continue }
        for place in feed.items.compactMap(\.place) {
          #expect(!place.isEmpty && place.upperBound <= mutant.count, "\(String(decoding: mutant, as: UTF8.self))")
        }
      }
    }
  }
}
