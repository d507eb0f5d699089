/// What a page's author says of an element by its tag, class, id and role.
enum ElementRole: UInt8, Sendable {
  case neutral
  /// Never part of an article: navigation, forms, advertising, sharing.
  case apart
  /// Named as what is apart, but as often as what is not: it is when it holds no sentences.
  case doubtful
  /// Marked as what holds the article.
  case article

  /// Whether the element may be no part of an article.
  var isApart: Bool { self == .apart || self == .doubtful }

  // Parts of class names; authors write them in English whatever the language of the page.
  private static let apartWords: [String] = [
    "advert", "ad-slot", "adslot", "ad-unit", "ad-container", "adsense", "ad_", "banner", "breadcrumb",
    "byline", "comment", "consent", "cookie", "copyright", "dateline", "disclaimer", "disqus", "dropdown",
    "embed-caption",
    "facebook", "flyout", "follow-us", "footer", "gdpr", "infobox", "instagram", "inline-related", "jump-link", "login",
    "masthead", "menu", "metadata", "more-stories", "more-from", "most-popular", "most-read", "mostread",
    "nav-",
    "navbar", "navigation", "newsletter", "next-article", "outbrain", "pager", "pagination",
    "popular", "popup", "post-meta", "postmeta", "print-only", "promo", "pubdate", "rating", "read-also", "read-next",
    "readmore", "read-more", "recirc", "recommend", "related", "reply", "screen-reader", "search", "share", "sharing",
    "sidebar", "signin", "signup", "sign-up", "sitemap", "skip-link", "social", "story-meta",
    "taboola", "tag-list", "taglist", "tags", "timestamp", "toolbar", "tooltip", "trending",
    "twitter-share", "visually-hidden", "whatsapp", "author-bio", "author-box", "authorbox", "about-author",
    "post-author", "author-info", "author-desc", "author-profile", "author-card",
    "article-meta", "entry-meta", "article-info", "entry-footer", "article-footer", "image-credit", "photo-credit",
    "caption", "credit", "hidden-print", "noprint", "no-print", "correction-note", "trc_",
    "jp-relatedposts", "mw-editsection", "headerlink", "toctitle", "table-of-contents", "inline-article", "skip-to",
    "contributor", "overlay", "slideshow", "bookmark", "modal",
  ]
  private static let doubtfulWords: [String] = [
    "paywall", "sponsor", "subscri", "teaser", "widget",
  ]
  private static let articleWords: [String] = [
    "article-body", "articlebody", "article__body", "article-content", "article__content", "article-text",
    "articletext",
    "body-copy", "content-body", "entry-content", "entry_content", "main-content", "page-content", "post-body",
    "post-content", "post_content", "post-text", "postcontent", "rich-text", "richtext", "story-body", "story-content",
    "storybody", "story-text", "storytext", "story__body", "text-content", "single-content", "td-post-content",
    "article-copy", "news-text", "newstext", "blog-post", "blogpost", "artikeltext", "testo",
  ]

  private static let apartNames = ClassWords(apartWords)
  private static let doubtfulNames = ClassWords(doubtfulWords)
  private static let articleNames = ClassWords(articleWords)

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
    if Self.articleNames.occurs(in: lower) { return .article }
    if tree.nodes[node].tag == .article { return .neutral }
    if Self.apartNames.occurs(in: lower) { return .apart }
    return Self.doubtfulNames.occurs(in: lower) ? .doubtful : .neutral
  }

  /// Why an element is apart, for people.
  static func reason(for node: Int, in tree: MarkupTree) -> String {
    let names = ["class", "id"].compactMap { tree.attribute($0, of: node) }.joined(separator: " ")
    if isHidden(node, in: tree) { return "hidden" }
    if let role = tree.attribute("role", of: node)?.lowercased(), role.utf8.count <= 40, role != "main", !role.isEmpty {
      return "its role is '\(role)'"
    }
    let lower = Array(names.utf8.map(\.lowercased))
    if let word = apartNames.first(in: lower) ?? doubtfulNames.first(in: lower) {
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
}
