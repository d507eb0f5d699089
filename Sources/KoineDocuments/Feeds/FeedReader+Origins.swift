extension FeedReader {
  /// Notes what gave the fields of an item, and what else might have.
  func addOrigins(of node: Int, _ fields: Fields, base: String?, to item: inout FeedItem) {
    typealias Candidate = (place: String, text: String?, line: Int?)
    func candidates(_ names: [String]) -> [Candidate] {
      names.flatMap { name in
        (fields.nodes[name] ?? []).map { (label(of: $0, name), tree.string(in: $0), Int(tree.nodes[$0].line)) }
      }
    }
    func attribute(_ name: String, of element: Int, in space: MarkupSpace, as label: String) -> [Candidate] {
      tree.attribute(name, of: element, in: space).map { [(label, $0, Int(tree.nodes[element].line))] } ?? []
    }
    item.note(
      .id,
      candidates(FeedWords.id) + attribute("about", of: node, in: .rdfCore, as: "rdf:about")
        + candidates(["dc:identifier"])
    )
    noteLinks(fields, base: base, to: &item)
    item.note(.title, candidates(FeedWords.title))
    item.note(.datePublished, candidates(FeedWords.published))
    item.note(.dateModified, candidates(FeedWords.modified))
    noteAll(.authors, FeedWords.author, ofFirst: true, fields, to: &item)
    noteAll(.tags, FeedWords.tags, ofFirst: false, fields, to: &item)
    let around = [fields.first(["title"]), fields.first(FeedWords.content), fields.first(FeedWords.summary)]
      .compactMap(\.self)
    item.note(
      .language,
      candidates(FeedWords.language) + attribute("lang", of: node, in: .xml, as: "xml:lang of the item")
        + around.flatMap { attribute("lang", of: $0, in: .xml, as: "xml:lang of \(tree.name(of: $0))") }
    )
    item.note(.summary, candidates(FeedWords.summary))
    item.note(.text, candidates(FeedWords.content + FeedWords.summary))
  }

  /// The name of an element as people know it: `pubDate`, `dc:date`.
  private func label(of node: Int, _ key: String) -> String {
    let prefix = key.firstIndex(of: ":").map { key[...$0] } ?? ""
    return prefix + tree.name(of: node)
  }

  /// Notes the elements of every name, or of the first that there is; all of them count.
  private func noteAll(
    _ field: FieldOrigin.Field,
    _ names: [String],
    ofFirst isExclusive: Bool,
    _ fields: Fields,
    to item: inout FeedItem
  ) {
    var winner: String?
    for name in names {
      guard let nodes = fields.nodes[name], let first = nodes.first else { continue }
      let place = label(of: first, name)
      for node in nodes.prefix(20) {
        let text = tree.attribute("label", of: node) ?? tree.string(in: node) ?? tree.attribute("term", of: node)
        item.origins.append(
          FieldOrigin(
            field,
            place,
            text ?? "",
            line: Int(tree.nodes[node].line),
            refusal: isExclusive ? winner.map { "\($0) comes first" } : nil
          )
        )
      }
      winner = winner ?? place
    }
  }

  private func noteLinks(_ fields: Fields, base: String?, to item: inout FeedItem) {
    var winner: String?
    for name in ["link", "atom:link"] {
      for node in (fields.nodes[name] ?? []).prefix(20) {
        let address = tree.attribute("href", of: node)
        let written = address ?? tree.string(in: node) ?? ""
        let relation = tree.attribute("rel", of: node)?.lowercased() ?? "alternate"
        let whole = WebAddress.resolved(written, against: tree.attribute("base", of: node, in: .xml) ?? base)
        var refusal: String?
        if written.isEmpty {
          refusal = "it is empty"
        } else if relation != "alternate", !relation.isEmpty {
          refusal = "its rel is '\(relation.prefix(40))'"
        } else if WebAddress.isUnsafe(whole) {
          refusal = "it does not lead to a page"
        } else if winner != nil {
          refusal = "the first one counts"
        } else if whole != item.url {
          refusal =
            address == nil ? "the first one counts" : "another link is to a page, or has the address as its text"
        } else {
          winner = name
        }
        let place = address == nil ? label(of: node, name) : "\(label(of: node, name)) href"
        item.origins.append(FieldOrigin(.url, place, written, line: Int(tree.nodes[node].line), refusal: refusal))
      }
    }
    guard let node = fields.nodes["guid"]?.first, let address = tree.string(in: node) else { return }
    let isPermanent = tree.attribute("isPermaLink", of: node)?.lowercased() != "false"
    let refusal =
      !isPermanent
      ? "isPermaLink is 'false'"
      : winner != nil ? "link comes first" : item.url == nil ? "it is no address" : nil
    item.origins.append(FieldOrigin(.url, "guid", address, line: Int(tree.nodes[node].line), refusal: refusal))
  }
}
