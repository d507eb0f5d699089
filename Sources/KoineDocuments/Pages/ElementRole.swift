/// What a page's author says of an element by its tag, class, id and role.
enum ElementRole: UInt8, Sendable {
  case neutral
  /// Never part of an article: navigation, forms, advertising, sharing.
  case apart
  /// Marked as what holds the article.
  case article

  // Parts of class names; authors write them in English whatever the language of the page.
  private static let apartWords: [String] = [
    "advert", "ad-slot", "adslot", "ad-unit", "ad-container", "adsense", "ad_", "banner", "bookmark", "breadcrumb",
    "byline", "comment", "consent", "cookie", "copyright", "dateline", "disclaimer", "disqus", "dropdown",
    "embed-caption",
    "facebook", "flyout", "follow-us", "footer", "gdpr", "infobox", "instagram", "inline-related", "jump-link", "login",
    "masthead", "menu", "metadata", "modal", "more-stories", "more-from", "most-popular", "most-read", "mostread",
    "nav-",
    "navbar", "navigation", "newsletter", "next-article", "outbrain", "overlay", "pager", "pagination", "paywall",
    "popular", "popup", "post-meta", "postmeta", "print-only", "promo", "pubdate", "rating", "read-also", "read-next",
    "readmore", "read-more", "recirc", "recommend", "related", "reply", "screen-reader", "search", "share", "sharing",
    "sidebar", "signin", "signup", "sign-up", "sitemap", "skip-link", "slideshow", "social", "sponsor", "story-meta",
    "subscri", "taboola", "tag-list", "taglist", "tags", "teaser", "timestamp", "toolbar", "tooltip", "trending",
    "twitter-share", "visually-hidden", "whatsapp", "widget", "author-bio", "author-box", "authorbox", "about-author",
    "article-meta", "entry-meta", "article-info", "entry-footer", "article-footer", "image-credit", "photo-credit",
    "caption", "credit", "hidden-print", "noprint", "no-print", "contributor", "correction-note", "trc_",
    "jp-relatedposts",
  ]
  private static let articleWords: [String] = [
    "article-body", "articlebody", "article__body", "article-content", "article__content", "article-text",
    "articletext",
    "body-copy", "content-body", "entry-content", "entry_content", "main-content", "page-content", "post-body",
    "post-content", "post_content", "post-text", "postcontent", "rich-text", "richtext", "story-body", "story-content",
    "storybody", "story-text", "storytext", "story__body", "text-content", "single-content", "td-post-content",
    "article-copy", "news-text", "newstext", "blog-post", "blogpost", "artikeltext", "testo",
  ]

  /// Judges one element.
  static func of(_ node: Int, in tree: MarkupTree) -> ElementRole {
    switch tree.nodes[node].tag {
    case .nav, .aside, .footer, .form, .button, .menu, .dialog, .fieldset, .noscript, .template: return .apart
    case .html, .body, .main: return .neutral
    default: break
    }
    let names = (tree.attribute("class", of: node) ?? "") + " " + (tree.attribute("id", of: node) ?? "")
    if tree.attribute("itemprop", of: node)?.lowercased() == "articlebody" { return .article }
    if isHidden(node, in: tree) { return .apart }
    switch tree.attribute("role", of: node)?.lowercased() {
    case "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "menu", "form": return .apart
    default: break
    }
    guard names.utf8.count > 1 else { return .neutral }
    let lower = Array(names.utf8.map(\.lowercased))
    if ClassWords.article.occurs(in: lower) { return .article }
    if tree.nodes[node].tag == .article { return .neutral }
    return ClassWords.apart.occurs(in: lower) ? .apart : .neutral
  }

  /// Why an element is apart, for people.
  static func reason(for node: Int, in tree: MarkupTree) -> String {
    let names = ["class", "id"].compactMap { tree.attribute($0, of: node) }.joined(separator: " ")
    if isHidden(node, in: tree) { return "hidden" }
    if let role = tree.attribute("role", of: node)?.lowercased(), role.utf8.count <= 40, role != "main", !role.isEmpty {
      return "its role is '\(role)'"
    }
    let lower = Array(names.utf8.map(\.lowercased))
    if let word = ClassWords.apart.first(in: lower) {
      return "its class or id says '\(String(decoding: word, as: UTF8.self))'"
    }
    return "such elements hold no article"
  }

  private static func isHidden(_ node: Int, in tree: MarkupTree) -> Bool {
    if tree.attribute("hidden", of: node) != nil || tree.attribute("aria-hidden", of: node) == "true" { return true }
    guard let style = tree.attribute("style", of: node) else { return false }
    let compact = style.lowercased().filter { $0 != " " }
    return compact.contains("display:none") || compact.contains("visibility:hidden")
  }

  /// A set of words that are looked for at every place of a text at once.
  private struct ClassWords {
    static let apart = ClassWords(apartWords)
    static let article = ClassWords(articleWords)

    private let byFirst: [[[UInt8]]]

    init(_ words: [String]) {
      var table = [[[UInt8]]](repeating: [], count: 256)
      for word in words {
        let bytes = Array(word.utf8)
        table[Int(bytes[0])].append(bytes)
      }
      byFirst = table
    }

    func occurs(in text: [UInt8]) -> Bool { first(in: text) != nil }

    /// The first word that stands in a text.
    func first(in text: [UInt8]) -> [UInt8]? {
      for at in text.indices {
        for word in byFirst[Int(text[at])] where text.count - at >= word.count {
          if text[at..<(at + word.count)].elementsEqual(word) { return word }
        }
      }
      return nil
    }
  }
}
