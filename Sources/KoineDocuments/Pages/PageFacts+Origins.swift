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
    noteDate(
      .datePublished,
      published,
      script("datePublished", stated.published) + Self.publishedNames.flatMap { metas($0) }
        + page("<time> or an element named for a date", times)
        + page("a date below the heading", dateBelowHeading().map { [$0] } ?? [])
        + page("<time> before the heading", earlyTimes),
      in: &item
    )
    noteDate(
      .dateModified,
      modified,
      script("dateModified", stated.modified) + Self.modifiedNames.flatMap { metas($0) },
      in: &item
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
    let root = tree.nodes.indices.first { tree.nodes[$0].tag == .html }
    let rootLanguage = root.flatMap { tree.attribute("lang", of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    item.note(
      .language,
      page("<html lang>", rootLanguage.map { [$0] } ?? [])
        + Self.languageNames.flatMap { name in Self.language(self.metas[name]).map { [("meta \(name)", $0, nil)] } ?? []
        }
    )
    return item.origins
  }

  /// The date is the first that can be read.
  private func noteDate(
    _ field: FieldOrigin.Field,
    _ chosen: String?,
    _ candidates: [(place: String, text: String?, line: Int?)],
    in item: inout FeedItem
  ) {
    var winner: String?
    for (place, text, line) in candidates.prefix(20) {
      let refusal = winner.map { "\($0) comes first" } ?? (text == chosen ? nil : "it is no date that can be read")
      if refusal == nil { winner = place }
      item.origins.append(FieldOrigin(field, place, text ?? "", line: line, refusal: refusal))
    }
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
