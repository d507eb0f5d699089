/// The elements that Koine treats in a way of their own.
enum MarkupTag: String, Sendable {
  case other = ""
  case a, abbr, address, article, aside, audio, b, base, blockquote, body, br, button, caption, center, cite, code, dd
  case del, details, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, h1, h2, h3, h4
  case h5, h6, head, header, hr, html, i, img, input, ins, label, legend, li, link, main, math, menu, meta, nav
  case noscript, ol, option, p, picture, pre, q, s, script, section, small, source, span, strong, sub, summary, sup
  case table, tbody, td, template, tfoot, th, thead, time, title, tr, u, ul, video

  /// Whether the element starts a block of its own, in a browser's view.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .div, .dl, .dt,
      .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .html, .li, .main,
      .menu, .nav, .ol, .option, .p, .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }

  /// Whether the element is a heading.
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Whether the element never has content.
  var isVoid: Bool {
    switch self {
    case .base, .br, .embed, .hr, .img, .input, .link, .meta, .source: true
    default: false
    }
  }
}

/// The namespaces in which feeds have their words.
enum MarkupSpace: UInt8, Sendable {
  case none, feed, atom, rdfCore, content, dc, dcterms, media, itunes, xhtml, xml, xlink, foreign
  case georss, gml, geo, slash, wfw, threads, podcast

  /// Recognizes a namespace by its URI, or by the prefix that stands for it where nothing is declared.
  init(_ name: String) {
    self =
      switch name {
      case "": .none
      case "http://www.w3.org/2005/Atom", "https://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "atom",
        "http://purl.org/pie/", "http://example.com/necho", "http://purl.org/net/rss1.1#":
        .atom
      case "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2",
        "http://blogs.law.harvard.edu/tech/rss", "http://backend.userland.com/rss", "http://purl.org/net/rss1.1",
        "http://channel.netscape.com/rdf/simple/0.9/", "http://my.netscape.com/publish/formats/rss-0.91.dtd",
        "http://backend.userland.com/RSS2", "http://www.rssboard.org/rss-specification", "rss":
        .feed
      case "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf": .rdfCore
      case "http://purl.org/rss/1.0/modules/content/", "content": .content
      case "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/", "dc": .dc
      case "http://purl.org/dc/terms/", "dcterms": .dcterms
      case "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss", "media": .media
      case "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://www.itunes.com/DTDs/PodCast-1.0.dtd", "itunes": .itunes
      case "http://www.w3.org/1999/xhtml", "xhtml": .xhtml
      case "http://www.w3.org/XML/1998/namespace", "xml": .xml
      case "http://www.w3.org/1999/xlink", "xlink": .xlink
      case "http://www.georss.org/georss", "georss": .georss
      case "http://www.opengis.net/gml", "gml": .gml
      case "http://www.w3.org/2003/01/geo/wgs84_pos#", "geo": .geo
      case "http://purl.org/rss/1.0/modules/slash/", "slash": .slash
      case "http://wellformedweb.org/CommentAPI/", "wfw": .wfw
      case "http://purl.org/syndication/thread/1.0", "thr": .threads
      case "https://podcastindex.org/namespace/1.0",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", "podcast":
        .podcast
      default: .foreign
      }
  }

  /// The usual prefix of a vocabulary that is kept beside the article.
  var extraPrefix: String? {
    switch self {
    case .georss: "georss"
    case .gml: "gml"
    case .geo: "geo"
    case .slash: "slash"
    case .wfw: "wfw"
    case .threads: "thr"
    case .podcast: "podcast"
    case .media: "media"
    case .itunes: "itunes"
    default: nil
    }
  }
}
