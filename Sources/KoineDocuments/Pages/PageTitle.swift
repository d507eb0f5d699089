/// The title of an article among the many that a page has.
enum PageTitle {
  /// Chooses the title: what the page states for readers elsewhere, its heading, the document's title without the site.
  static func chosen(
    stated: String?,
    document: String?,
    headings: [String],
    lesserHeadings: [String] = [],
    site: String?
  )
    -> String?
  {
    if let stated {
      // A stated title that the site's name was hung on to is the heading plus that.
      if let heading = headings.first(where: { $0.utf8.count >= 15 && stated.hasPrefix($0) }) { return heading }
      return withoutSite(stated, site: site)
    }
    guard let document else { return headings.first }
    if let heading = headings.first(where: { $0.utf8.count >= 8 && document.contains($0) }) { return heading }
    // Without a first heading that says it, the title is the other one that the document's starts or ends with.
    if let heading = lesserHeadings.first(where: {
      $0.utf8.count >= 15 && $0.utf8.count < document.utf8.count && (document.hasPrefix($0) || document.hasSuffix($0))
    }) {
      return heading
    }
    let short = withoutSite(document, site: site)
    return short.utf8.count >= 15 ? short : headings.count == 1 ? headings[0] : short
  }

  /// Cuts the site's name off the end: what follows the last ` | `, ` - ` and their kind, if it is short or named so.
  static func withoutSite(_ title: String, site: String?) -> String {
    for mark in [" | ", " – ", " — ", " - ", " · ", " :: ", " » "] {
      guard let range = title.lastRange(of: mark) else { continue }
      let head = title[..<range.lowerBound]
      let tail = title[range.upperBound...]
      let isNamed = site.map { $0.caseInsensitiveEquals(String(tail)) } ?? false
      // A dash may as well be part of the title; a bar never is.
      if isNamed || mark == " | " && tail.utf8.count <= 40 && head.utf8.count >= 15 { return String(head) }
    }
    return title
  }
}

extension String {
  fileprivate func lastRange(of mark: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    var start = startIndex
    while let range = self[start...].firstRange(of: mark) {
      found = range
      start = range.upperBound
    }
    return found
  }

  fileprivate func caseInsensitiveEquals(_ other: String) -> Bool { lowercased() == other.lowercased() }
}
