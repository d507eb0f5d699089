/// Writes trade news of one month as agencies do: few companies and topics, the same background in every report, the same
/// turns of phrase; so that different stories are near each other, and two of one company on one topic very near.
struct TradeNews {
  /// How a copy differs from its original.
  enum Kind: String, CaseIterable, Sendable {
    /// The first 70 % of the words.
    case cut
    /// Boilerplate before and after.
    case framed
    /// Every tenth word changed, on average.
    case changed
    /// 60 words from anywhere.
    case excerpt
  }

  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next() -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 12)
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[next() % list.count] }

  // MARK: stories

  /// One report: what happened, what somebody said of it, details, and the background of company and topic.
  mutating func story() -> String {
    let company = pick(Self.companies)
    let topic = pick(Self.topics)
    var details = topic.details
    func sentence(_ template: String) -> String { template.replacing("COMPANY", with: company.name) }
    var parts = [sentence(filled(pick(Self.leads)).replacing("TOPIC", with: topic.name)), filled(pick(Self.quotes))]
    parts.append(sentence(company.background))
    for _ in 0..<4 { parts.append(sentence(filled(details.remove(at: next() % details.count)))) }
    parts.insert(topic.background, at: 5)
    parts.append(sentence(filled(pick(Self.ends))))
    parts.append(sentence(filled(pick(Self.ends))))
    return parts.joined(separator: " ")
  }

  /// A template with its places, figures, days and people.
  private mutating func filled(_ template: String) -> String {
    var text = ""
    for word in template.split(separator: " ", omittingEmptySubsequences: false) {
      if !text.isEmpty { text += " " }
      let bare = word.prefix { $0.isLetter }
      let tail = word[bare.endIndex...]
      switch bare {
      case "NUMBER": text += "\(next() % 890 + 11)\(tail)"
      case "MONEY": text += "\(next() % 97 + 2).\(next() % 10)\(tail)"
      case "DAY": text += "\(next() % 28 + 1) March\(tail)"
      case "PLACE": text += pick(Self.places) + tail
      case "PERSON": text += "\(pick(Self.firstNames)) \(pick(Self.lastNames))\(tail)"
      case "PARTNER": text += pick(Self.companies).name + tail
      case "SHARE": text += "\(next() % 60 + 2) per cent\(tail)"
      default: text += word
      }
    }
    return text
  }

  // MARK: copies

  /// A copy of a report.
  mutating func copy(of text: String, _ kind: Kind) -> String {
    let words = text.split(separator: " ")
    switch kind {
    case .cut: return words.prefix(words.count * 7 / 10).joined(separator: " ")
    case .framed:
      return
        "Share on social media. Subscribe to our newsletter and never miss a story about metals again.\n\(text)\nRead also: all that you need to know about the market this week. © All rights reserved. Reproduction without permission is not allowed."
    case .changed: return words.map { next() % 10 == 0 ? "word\(next() % 5000)" : String($0) }.joined(separator: " ")
    case .excerpt:
      let start = next() % max(1, words.count - 60)
      return words[start..<min(start + 60, words.count)].joined(separator: " ")
    }
  }

  // MARK: words

  private struct Company {
    let name: String
    let background: String
  }

  private struct Topic {
    let name: String
    let background: String
    let details: [String]
  }

  private static let companies = [
    Company(
      name: "Nordhaven Metals",
      background:
        "COMPANY, founded in 1921, runs two smelters and a port, and sells most of its metal on contracts of a year."
    ),
    Company(
      name: "Valbruna Acciai",
      background:
        "COMPANY belongs to a family from the north-east and has grown by buying rivals that had run out of money."
    ),
    Company(
      name: "Kestrel Copper",
      background: "COMPANY is listed in London and Toronto and digs in three countries, none of which it is at home in."
    ),
    Company(
      name: "Ostmark Guss",
      background:
        "COMPANY casts parts for engines and turbines, and has told investors for years that it will cast more for the latter."
    ),
    Company(
      name: "Hikari Wafers",
      background: "COMPANY makes wafers of silicon carbide, a business that it entered late and at great cost."
    ),
    Company(
      name: "Sierra Litio",
      background:
        "COMPANY pumps brine in the highlands and has an agreement with the state that runs until the end of the decade."
    ),
    Company(
      name: "Brandt & Osei",
      background: "COMPANY trades in scrap and alloys from an office above a bank, and rarely speaks to the press."
    ),
    Company(
      name: "Pontevico Tubi",
      background:
        "COMPANY draws tubes for heat exchangers, and counts refineries and makers of refrigerators among its customers."
    ),
    Company(
      name: "Great Lakes Foundry",
      background:
        "COMPANY was sold by its pension fund last year to its managers, who have since closed one of its four sites."
    ),
    Company(
      name: "Rheinwerk",
      background:
        "COMPANY rolls sheet for carmakers and packaging and is the largest user of electricity in its district."
    ),
  ]

  private static let topics = [
    Topic(
      name: "copper",
      background:
        "Copper has risen for five months as mines in the Andes send less concentrate and smelters compete for it at fees that hardly cover their costs.",
      details: [
        "Treatment charges have fallen to MONEY dollars a tonne, traders said on DAY.",
        "The plant in PLACE will take NUMBER thousand tonnes of concentrate less than last year.",
        "Stocks in registered warehouses stood at NUMBER thousand tonnes, SHARE below their level of a year ago.",
        "COMPANY had planned to close the furnace in PLACE for repairs until DAY.",
        "Under the contract with PARTNER, SHARE of the cathodes go to makers of wire rod in PLACE.",
        "Premiums for immediate delivery in PLACE reached NUMBER dollars a tonne.",
        "A second line for anodes, built with PARTNER for MONEY million, starts in autumn.",
      ]
    ),
    Topic(
      name: "scrap steel",
      background:
        "Mills that melt scrap have bought little since the winter, because rebar sells slowly and the price of power has not followed that of gas.",
      details: [
        "Dealers in PLACE offered NUMBER euros a tonne for old rails, MONEY euros less than in February.",
        "The yard in PLACE takes NUMBER lorries a day, and turned SHARE of them away last week.",
        "COMPANY melts NUMBER thousand tonnes a year, SHARE of it from its own region.",
        "An auction on DAY ended without a bid, according to PARTNER.",
        "Exports through PLACE rose by SHARE in the first two months of the year.",
        "The furnace will stand still from DAY for NUMBER days, a spokesman for the works council said.",
        "PARTNER has asked for a duty of SHARE on what leaves the union.",
      ]
    ),
    Topic(
      name: "silicon carbide",
      background:
        "Makers of electric cars have put off orders for power chips, and wafers that were short two years ago now fill the stores of their makers.",
      details: [
        "The price of a wafer of six inches has dropped to NUMBER dollars, SHARE less than a year ago.",
        "The hall in PLACE, which cost MONEY billion, runs at SHARE of what it could do.",
        "COMPANY will move NUMBER people from PLACE to the line for eight inches.",
        "PARTNER, its largest customer, has taken SHARE fewer wafers than agreed.",
        "Subsidies of NUMBER million depend on a date that passes on DAY.",
        "Yields on the new line have reached SHARE, engineers in PLACE said.",
        "A loan of MONEY million from PARTNER falls due on DAY.",
      ]
    ),
    Topic(
      name: "lithium",
      background:
        "Lithium costs a tenth of what it did at its peak, and producers with high costs have closed pits while those who pump brine go on.",
      details: [
        "Carbonate changed hands at NUMBER dollars a tonne in PLACE on DAY.",
        "COMPANY has cut its plan for the year by SHARE to NUMBER thousand tonnes.",
        "The ponds in PLACE hold NUMBER days of production.",
        "PARTNER may leave the joint venture, in which it has put MONEY million, by DAY.",
        "Power for the plant in PLACE is to come from NUMBER panels in the desert.",
        "The ministry in PLACE wants SHARE of the proceeds.",
        "A refinery near PLACE has stood empty since DAY.",
      ]
    ),
    Topic(
      name: "aluminium",
      background:
        "Duties on aluminium have split the market in two, with high premiums on one side of the ocean and full warehouses on the other.",
      details: [
        "The premium in PLACE climbed to NUMBER dollars a tonne on DAY.",
        "COMPANY pays MONEY cents for a kilowatt hour in PLACE, SHARE more than two years ago.",
        "NUMBER pots were switched off, and it will take until DAY to light SHARE of them again.",
        "PARTNER sends billets from PLACE by rail because ships are late.",
        "Orders from makers of cans have risen by SHARE since January.",
        "The rolling mill in PLACE has NUMBER thousand tonnes in its books, MONEY months of work.",
        "A contract for power with PARTNER ends on DAY.",
      ]
    ),
  ]

  private static let leads = [
    "COMPANY said on DAY that it would invest MONEY million euros in its TOPIC business in PLACE, the third such plan within a year.",
    "COMPANY has agreed to buy the TOPIC business of PARTNER in PLACE for MONEY million dollars, both companies said on DAY.",
    "Workers of COMPANY in PLACE went on strike on DAY after talks about pay in its TOPIC business had failed, their union said.",
    "COMPANY reported on DAY that profits from TOPIC had fallen by SHARE in the fourth quarter, more than analysts had expected.",
    "A fire at the TOPIC plant of COMPANY in PLACE stopped production on DAY, and NUMBER people were sent home.",
    "COMPANY and PARTNER will build a plant for TOPIC in PLACE together, with NUMBER jobs and costs of MONEY billion.",
    "The exchange in PLACE suspended deliveries of TOPIC by COMPANY on DAY while it looks into the weight of NUMBER lots.",
    "COMPANY lowered its forecast for TOPIC on DAY, the second time since January, and closed a line in PLACE.",
  ]

  private static let quotes = [
    "“We see no reason to change our plans for the coming year”, said PERSON, the chief executive, in a call with analysts on DAY.",
    "“The market will turn, but nobody can say when”, PERSON, who heads the division, told reporters in PLACE.",
    "“It was not an easy decision for the people in PLACE”, PERSON said in a statement that was released after the close of trading.",
    "PERSON, an analyst at a bank in PLACE, called the step “sensible, if late”, and kept the target of NUMBER for the shares.",
    "“Our customers know that we deliver”, PERSON said, adding that SHARE of this year's volume had already been sold.",
    "PERSON, for the union, spoke of “a black day” and asked the management to come back to the table before DAY.",
  ]

  private static let ends = [
    "The company did not give further financial details.", "The shares closed SHARE lower in thin trading.",
    "The authorities still have to agree, which is expected by DAY.",
    "COMPANY did not respond to a request for comment outside of business hours.",
    "The works council will meet on DAY to discuss the consequences.",
    "Analysts expect demand to grow by SHARE a year until the end of the decade.",
    "Results for the first quarter are due on DAY.",
    "The companies will present the plans to the neighbours in PLACE on DAY.",
  ]

  private static let places = [
    "Antofagasta", "Aveiro", "Bergamo", "Bilbao", "Bochum", "Chennai", "Duisburg", "Gdansk", "Gijón", "Hamilton",
    "Izmir", "Kaohsiung", "Kokkola", "Linz", "Luleå", "Mobile", "Nagoya", "Ostrava", "Perth", "Piombino", "Rotterdam",
    "Skikda", "Tampico", "Terni", "Ulsan", "Varna", "Zhuhai", "Žilina",
  ]

  private static let firstNames = [
    "Ada", "Bruno", "Carla", "Daniel", "Elif", "Farid", "Greta", "Henrik", "Ines", "Jonas", "Keiko", "Luca", "Marta",
    "Nils", "Olga", "Pedro", "Rosa", "Stefan", "Tala", "Ugo", "Vera", "Wim",
  ]

  private static let lastNames = [
    "Aalto", "Bianchi", "Chen", "Duarte", "Egger", "Fontana", "Gruber", "Hansen", "Ito", "Jansen", "Kowalski", "Lund",
    "Moretti", "Novak", "Okafor", "Petrov", "Quist", "Rossi", "Schulz", "Tanaka", "Ueda", "Vidal", "Weber", "Yilmaz",
  ]
}
