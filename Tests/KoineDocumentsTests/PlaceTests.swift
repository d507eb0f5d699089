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

  private static var inputs: [(name: String, text: String)] {
    let atom =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:a=\"http://www.w3.org/2005/Atom\" xml:base=\"https://a.example/\"><title>T</title>"
    var inputs = [
      ("rss", rss(newsItems)), ("mark", "\u{FEFF}" + rss(newsItems)), ("warning", "<br>odd\n" + rss(newsItems)),
      ("unclosed", rss(newsItems + ["<item><title>Last</title>"]).replacing("\n", with: "\r\n")),
      ("cut", String(rss(newsItems).prefix(420))), ("atom", atom + entries.joined() + "</feed>"),
      ("json", "{\"items_\": [0], \"title\": \"]\", \"items\" : [\(objects.joined(separator: " ,\n"))], \"x\": 1}"),
      ("array", " [" + objects.joined(separator: ",") + "]"),
      ("cut json", "{\"items\": [\(objects.joined(separator: ","))"),
    ]
    for name in ["rss.xml", "atom.xml", "feed.json"] { inputs.append((name, Fixture.text("documents/\(name)"))) }
    return inputs
  }

  private static func read(_ bytes: [UInt8]) throws -> Feed { try DocumentReader().read(bytes, name: "-") }

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
  func givesPlaces(input: (name: String, text: String)) throws {
    let bytes = Array(input.text.utf8)
    let feed = try Self.read(bytes)
    let first = try #require(feed.items.first?.place, "\(input.name)")
    #expect(feed.items.count > 1)
    var last = 0
    for item in feed.items {
      let place = try #require(item.place)
      #expect(place.lowerBound >= last && place.upperBound <= bytes.count, "\(input.name)")
      last = place.upperBound
      #expect(item.line == bytes[..<place.lowerBound].count { $0 == 10 } + 1, "\(input.name)")
      let isJSON = bytes[place.lowerBound] == UInt8(ascii: "{")
      let end = !isJSON ? "" : bytes[..<first.lowerBound].contains(UInt8(ascii: "{")) ? "]}" : "]"
      let alone = try Self.read(bytes[..<first.lowerBound] + bytes[place] + Array(end.utf8))
      #expect(
        alone.items.map(Self.content) == [Self.content(item)],
        "\(input.name): \(String(decoding: bytes[place], as: UTF8.self))"
      )
    }
  }

  @Test("an input that had to be decoded has no places")
  func givesNoPlacesOfDecodedText() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + Self.rss([Self.newsItems[0], "<item>caff\u{E8}</item>"])
    let feed = try Self.read(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    #expect(feed.items.count == 2)
    #expect(feed.items.allSatisfy { $0.place == nil })
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
        guard let feed = try? Self.read(mutant) else { continue }
        for place in feed.items.compactMap(\.place) {
          #expect(!place.isEmpty && place.upperBound <= mutant.count, "\(String(decoding: mutant, as: UTF8.self))")
        }
      }
    }
  }
}
