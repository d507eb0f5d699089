import KoineDocuments
import KoineText
import TestTables
import Testing

@Suite struct StoryTests {
  @Test(arguments: Table("documents/canonical-addresses.tsv").rows)
  func addressesWithoutWhatDiffersFromLinkToLink(row: Table.Row) {
    #expect(CanonicalAddress(row["address"])?.text ?? "" == row["canonical"])
  }

  @Test func factsComeBackFromTheirBytes() {
    let facts = Self.facts(
      "a",
      "Il rame sale del 4,5% a Londra, 9.870 dollari la tonnellata.",
      address: "https://example.org/a"
    )
    #expect(StoryFacts(bytes: facts.bytes) == facts)
    for length in 0..<facts.bytes.count { #expect(StoryFacts(bytes: Array(facts.bytes.prefix(length))) == nil) }
  }

  @Test("finds copies of trade news and takes no two of its stories for one", arguments: TradeNews.Kind.allCases)
  func findsCopies(kind: TradeNews.Kind) throws {
    var news = TradeNews(seed: 8)
    let originals = (0..<340).map { _ in news.story() }
    let copies = originals.map { news.copy(of: $0, kind) }
    let all = originals + copies
    let stories = try Self.stories(all)
    let found = originals.indices.count { stories[$0]?.id == stories[$0 + originals.count]?.id }
    #expect(found * 100 >= originals.count * 90, "found \(found) of \(originals.count) that were \(kind)")
    let groups = Dictionary(grouping: all.indices) { stories[$0]?.id }
    let wrong = groups.values.flatMap { group in
      group.flatMap { a in group.filter { $0 > a && ($0 - a) % originals.count != 0 }.map { (a, $0) } }
    }
    // 680 texts are 230,860 pairs, 340 of them right; of those of two originals alone there are 57,630.
    #expect(wrong.count <= 1, "\(wrong.first.map { "\(all[$0.0])\n\(all[$0.1])" } ?? "")")
  }

  @Test func reportsOfTwoDaysAreTwoStories() throws {
    let report = { (day: String, price: String, stocks: String) in
      "On \(day) the copper price closed at \(price) dollars a tonne at the exchange in London. Stocks in the warehouses stood at \(stocks) tonnes, brokers said."
    }
    let stories = try Self.stories([
      report("3 March", "9,412", "112,450"), report("4 March", "9,387", "110,975"),
      report("3 March", "9,412", "112,450"),
    ])
    #expect(stories[0]?.id != stories[1]?.id)
    #expect(stories[0]?.id == stories[2]?.id)
    #expect(stories[2]?.duplicateOf == "0")
  }

  @Test func theFullestMemberIsNamedWhereverItStands() throws {
    var writer = Newsroom(seed: 3)
    let full = writer.article(sentences: 20)
    let texts = [writer.copy(of: full, "excerpt"), full, writer.copy(of: full, "cut")]
    let stories = try Self.stories(texts)
    #expect(stories.map { $0?.duplicateOf } == ["1", nil, "1"])
    #expect(Set(stories.map { $0?.id }).count == 1)
    #expect(stories[0]?.reason?.contains("of its word triples stand in the fuller text") == true)
  }

  @Test func theStoryKeepsItsIdentifierWhenAFullerVersionComes() throws {
    var writer = Newsroom(seed: 4)
    let full = writer.article(sentences: 10)
    let cut = writer.copy(of: full, "cut")
    let before = try Self.stories([cut])
    let after = try Self.stories([cut, full])
    #expect(before[0]?.id == after[0]?.id)
  }

  @Test func theSameAddressJoinsVersionsAndNotOtherArticles() throws {
    var writer = Newsroom(seed: 5)
    let (one, other) = (writer.article(sentences: 8), writer.article(sentences: 8))
    let facts = [
      Self.facts("0", one, address: "https://www.example.org/rame?utm_source=rss"),
      Self.facts("1", writer.copy(of: one, "half"), address: "http://example.org/rame"),
      Self.facts("2", other, address: "https://example.org/rame#top"),
    ]
    let stories = try StoryFinder.stories(of: StoryList(facts)).all()
    #expect(stories[0]?.id == stories[1]?.id)
    #expect(stories[0]?.id != stories[2]?.id)
  }

  @Test func theSameStoryInTwoLanguagesIsLinkedAndNotJoined() throws {
    let italian = "Danieli costruirà per Tata Steel un forno elettrico da 1,25 miliardi di sterline a Port Talbot."
    let english =
      "Tata Steel has chosen Danieli to build an electric arc furnace worth 1.25 billion pounds in Port Talbot."
    let subjects = ["Danieli", "Tata Steel", "GBP 1250000000", "Port Talbot"].enumerated().map {
      StoryFacts.Subject($0.element, isActor: $0.offset < 2)
    }
    let other = [
      StoryFacts.Subject("Tata Steel", isActor: true), .init("Port Talbot", isActor: false),
      .init("2030", isActor: false),
    ]
    let facts = [
      Self.facts("it", italian, language: .italian, subjects: subjects),
      Self.facts("en", english, language: .english, subjects: subjects),
      Self.facts("other", "Tata Steel plans to hire in Port Talbot until 2030.", language: .english, subjects: other),
    ]
    let stories = try StoryFinder.stories(of: StoryList(facts)).all()
    #expect(stories[0]?.similar == ["en"])
    #expect(stories[1]?.similar == ["it"])
    #expect(stories[2]?.similar == [])
    #expect(Set(stories.map { $0?.id }).count == 3)
    #expect(stories.allSatisfy { $0?.duplicateOf == nil })
  }

  @Test func failedAndEmptyArticlesHaveNoCopies() throws {
    let stories = try StoryFinder.stories(
      of: StoryList([nil, Self.facts("a", ""), Self.facts("b", ""), Self.facts("c", "…")])
    ).all()
    #expect(stories[0] == nil)
    #expect(Set(stories.dropFirst().map { $0?.id }).count == 3)
  }

  @Test func anExcerptIsFoundThoughTheFullestVersionHasOtherWords() throws {
    var writer = Newsroom(seed: 9)
    for _ in 0..<20 {
      let text = writer.article(sentences: 10)
      let texts = [writer.copy(of: text, "changed"), text, writer.copy(of: text, "excerpt")]
      #expect(Set(try Self.stories(texts).map { $0?.id }).count == 1)
    }
  }

  @Test func aCrowdOfCopiesIsOneStory() throws {
    var writer = Newsroom(seed: 6)
    let text = writer.article(sentences: 8)
    let texts = (0..<300).map { writer.copy(of: text, ["framed", "cut", "half", "excerpt"][$0 % 4]) } + [text]
    let ids = Set(try Self.stories(texts).map { $0?.id })
    #expect(ids.count == 1)
  }

  static func facts(
    _ id: String,
    _ text: String,
    address: String? = nil,
    language: Language = .english,
    subjects: [StoryFacts.Subject] = []
  ) -> StoryFacts {
    StoryFacts(
      id: id,
      identifier: nil,
      source: nil,
      address: address,
      language: language,
      published: "2025-03-03T08:00:00Z",
      title: "",
      text: text,
      subjects: subjects
    )
  }

  private static func stories(_ texts: [String]) throws -> [Story?] {
    try StoryFinder.stories(of: StoryList(texts.enumerated().map { facts(String($0.offset), $0.element) })).all()
  }
}

/// Writes articles of one trade, which share words and phrases as real ones do, and copies of them.
private struct Newsroom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[Int(next() % UInt64(list.count))] }

  private mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state >> 11
  }

  private static let subjects = [
    "the company", "the steelmaker", "the foundry group", "its largest supplier", "the chipmaker", "the port authority",
    "the ministry",
    "an industry association", "the exchange", "the mining group", "the joint venture", "the carmaker", "the refinery",
  ]
  private static let verbs = [
    "expects", "has delayed", "will expand", "is reviewing", "has sold", "plans to double", "cut", "raised",
    "announced", "denied",
    "has approved", "is building", "closed",
  ]
  private static let objects = [
    "output of copper cathodes", "its order book", "the second furnace", "capacity for wafers", "the supply contract",
    "its forecast",
    "the price of nickel sheet", "investment in the rolling mill", "a plant for silicon carbide", "shipments of scrap",
    "the tender offer",
    "imports of rare earths", "the energy bill", "its stake in the project",
  ]
  private static let times = [
    "in the first quarter", "by the end of next year", "after months of talks", "despite weak demand",
    "for the third time", "this week",
    "before the summer", "as costs rose", "without giving details", "under a new agreement",
  ]
  private static let reasons = [
    "because customers are destocking", "while rivals wait", "analysts said", "according to its chairman",
    "people in the trade said",
    "to meet orders from the north", "as the strike goes on", "which pleased investors",
    "after a fire in the warehouse",
    "since permits are missing",
  ]

  mutating func article(sentences: Int) -> String {
    (0..<sentences).map { _ in
      let number = next() % 9 == 0 ? " of \(next() % 900 + 20) million" : ""
      return
        "\(pick(Self.subjects)) \(pick(Self.verbs)) \(pick(Self.objects))\(number) \(pick(Self.times)), \(pick(Self.reasons))."
    }.joined(separator: " ")
  }

  mutating func copy(of text: String, _ kind: String) -> String {
    let words = text.split(separator: " ")
    switch kind {
    case "cut": return words.prefix(words.count * 7 / 10).joined(separator: " ")
    case "half": return words.prefix(words.count / 2).joined(separator: " ")
    case "framed":
      return
        "Subscribe to our newsletter and never miss a story.\n\(text)\nRead also: our dossier on raw materials. Share this article with friends."
    case "excerpt":
      let start = Int(next() % UInt64(max(1, words.count - 60)))
      return words[start..<min(start + 60, words.count)].joined(separator: " ")
    default: return words.map { next() % 10 == 0 ? "word\(next() % 5000)" : String($0) }.joined(separator: " ")
    }
  }
}
