import KoineEntities
import KoineText

/// The country that a document is about, when it is about one.
struct AboutCountry {
  /// Its English name.
  let name: String?

  /// Goes by the places named: countries by their code, others by the country they lie in.
  init(_ document: Document) {
    var counts: [String: Int] = [:]
    for mention in document.title.mentions + document.body.mentions where mention.type == .place {
      if let code = Self.country(of: mention.id) { counts[code, default: 0] += 1 }
    }
    let total = counts.values.reduce(0, +)
    // Others may be named as markets or partners, as long as one country stands out.
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value * 5 >= total * 3 else {
      name = nil
      return
    }
    name = Regions.name(of: best.key, in: .english)
  }

  /// The code of a country in an identifier such as `place:CN` or `place:hefei-cn`.
  static func country(of id: String?) -> String? {
    guard let id, id.hasPrefix("place:") else { return nil }
    let rest = id.dropFirst("place:".count)
    if rest.count == 2 { return String(rest) }
    guard let code = rest.split(separator: "-").last, code.count == 2, rest.contains("-") else { return nil }
    return code.uppercased()
  }
}
