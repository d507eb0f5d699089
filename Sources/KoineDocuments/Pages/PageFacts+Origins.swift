extension PageFacts {
  /// Notes which statements of a page gave the facts, by their rank, and which others might have.
  func origins(_ stated: StatedArticle) -> [FieldOrigin] {
    typealias Candidate = (place: String, text: String?, line: Int?)
    func script(_ name: String, _ text: String?) -> [Candidate] { text.map { [("JSON-LD \(name)", $0, nil)] } ?? [] }
    func metas(_ names: String...) -> [Candidate] {
      names.compactMap { name in self.metas[name].map { ("meta \(name)", $0, nil) } }
    }
    func page(_ place: String, _ texts: [String]) -> [Candidate] { texts.map { (place, $0, nil) } }
    var item = FeedItem()
    let links = tree.nodes.indices.filter {
      tree.nodes[$0].tag == .link && tree.attribute("rel", of: $0)?.lowercased() == "canonical"
    }
    item.note(
      .url,
      links.prefix(3).map { ("link rel=canonical", tree.attribute("href", of: $0), Int(tree.nodes[$0].line)) }
        + script("url", stated.address) + metas("og:url")
    )
    noteTitle(
      script("headline", stated.headline) + metas("og:title", "twitter:title", "dc.title")
        + page("<h1>", headings) + page("<title>", documentTitle.map { [$0] } ?? []),
      in: &item
    )
    item.note(.summary, metas("og:description", "description") + script("description", stated.summary))
    item.note(
      .datePublished,
      script("datePublished", stated.published)
        + metas(
          "article:published_time",
          "datepublished",
          "parsely-pub-date",
          "dc.date.issued",
          "dc.date",
          "sailthru.date",
          "pubdate",
          "date"
        ) + page("<time datetime>", times)
    )
    item.note(
      .dateModified,
      script("dateModified", stated.modified) + metas("article:modified_time", "og:updated_time", "datemodified")
    )
    item.note(
      .authors,
      script("author", stated.authors.isEmpty ? nil : stated.authors.joined(separator: ", "))
        + metas("author", "parsely-author", "dc.creator") + page("a byline", bylines)
    )
    item.note(
      .tags,
      script("keywords", stated.keywords.isEmpty ? nil : stated.keywords.joined(separator: ", "))
        + metas("article:tag")
    )
    item.note(.language, page("<html lang>", language.map { [$0] } ?? []))
    return item.origins
  }

  /// The title is the first that says all of it, or the one that the site's name was cut off.
  private func noteTitle(_ candidates: [(place: String, text: String?, line: Int?)], in item: inout FeedItem) {
    func fits(_ text: String?) -> Bool { text.map { PlainText.line($0) == title } ?? false }
    func holds(_ text: String?) -> Bool { title.map { (text ?? "").contains($0) } ?? false }
    let winner = candidates.firstIndex { fits($0.text) } ?? candidates.firstIndex { holds($0.text) }
    for (index, candidate) in candidates.prefix(20).enumerated() {
      let refusal: String? =
        index == winner
        ? nil
        : fits(candidate.text)
          ? "it says the same"
          : holds(candidate.text) ? "it has the title with more around it" : "it says something else"
      item.origins.append(
        FieldOrigin(.title, candidate.place, candidate.text ?? "", line: candidate.line, refusal: refusal)
      )
    }
  }
}
