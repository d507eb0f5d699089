/// Pages, feeds and lines made from the seed sentences, the same in every run.
struct MadeDocuments {
  private var numbers = Numbers(state: 2_025)
  private let languages = ["it", "en", "de", "fr", "es", "zh"]

  private mutating func pick<T>(_ list: [T]) -> T { list[Int(numbers.next() % UInt64(list.count))] }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(numbers.next() % UInt64(range.count))
  }

  private mutating func sentences(_ count: Int, _ language: String) -> String {
    let seeds = SeedSentences.sentences(language)
    return (0..<count).map { _ in pick(seeds) }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  // MARK: pages

  /// A page of a news site of 60 to 120 kB: head with styles, scripts and JSON-LD, navigation, article with advertising
  /// between its paragraphs, sidebar, comments, footer.
  mutating func page() -> [UInt8] {
    let language = pick(languages)
    let title = sentences(1, language)
    var html =
      "<!DOCTYPE html>\n<html lang=\"\(language)\">\n" + head(title, language) + "<body class=\"single post\">\n"
    html += "<a class=\"skip-link\" href=\"#main\">Skip</a><header class=\"site-header\"><div class=\"container\">"
    html += "<a href=\"/\" class=\"logo\"><img src=\"/logo.svg\" alt=\"\"></a></div></header>\n" + navigation(language)
    html +=
      "<div class=\"container\"><div class=\"row\"><main id=\"main\" class=\"col-8\">\n" + article(title, language)
    html +=
      comments(language) + "</main>\n" + sidebar(language) + "</div></div>\n" + footer(language) + "</body>\n</html>\n"
    return Array(html.utf8)
  }

  private mutating func head(_ title: String, _ language: String) -> String {
    let shown = Self.escaped(title)
    var head = "<head>\n<meta charset=\"utf-8\">\n<title>\(shown) | The Daily Ingot</title>\n"
    for (name, value) in [("og:title", shown), ("og:type", "article"), ("og:site_name", "The Daily Ingot")] {
      head += "<meta property=\"\(name)\" content=\"\(value)\">\n"
    }
    head += "<meta property=\"article:published_time\" content=\"2025-03-0\(number(1...9))T08:00:00+01:00\">\n"
    head += "<link rel=\"canonical\" href=\"https://ingot.example/\(number(1...99_999))\">\n"
    for index in 0..<12 { head += "<link rel=\"preload\" as=\"font\" href=\"/fonts/\(index).woff2\" crossorigin>\n" }
    head += "<style>\n"
    for index in 0..<160 {
      head +=
        ".block-\(index) > .item:nth-child(\(index)) { margin: 0 auto; padding: \(index)px; color: #\(index + 300) }\n"
    }
    head +=
      "</style>\n<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", "
    head += "\"headline\": \"\(title.replacing("\"", with: "'"))\", \"datePublished\": \"2025-03-03T08:00:00+01:00\", "
    head +=
      "\"author\": [{\"@type\": \"Person\", \"name\": \"Ann Other\"}], \"publisher\": {\"name\": \"The Daily Ingot\"}}</script>\n"
    for part in 0..<number(3...7) {
      head += "<script>\n(function (w, d) {\n"
      for index in 0..<70 {
        head +=
          "  w.queue\(part) = w.queue\(part) || []; if (w.state\(index) < \(index)) { d.write('<p>' + \(index) + '</p>') }\n"
      }
      head += "})(window, document)\n</script>\n"
    }
    return head + "</head>\n"
  }

  private mutating func navigation(_ language: String) -> String {
    var html = "<nav class=\"main-nav\" aria-label=\"main\"><ul class=\"menu\">\n"
    for group in 0..<8 {
      html +=
        "<li class=\"menu-item\"><a href=\"/section/\(group)\"><span>\(word(language))</span></a><ul class=\"sub-menu\">"
      for index in 0..<number(5...12) {
        html +=
          "<li><a class=\"link\" href=\"/section/\(group)/\(index)\">\(word(language)) \(word(language))</a></li>\n"
      }
      html += "</ul></li>\n"
    }
    return html + "</ul></nav>\n"
  }

  private mutating func word(_ language: String) -> String {
    let words = pick(SeedSentences.sentences(language)).split(separator: " ")
    return Self.escaped(String(pick(words).prefix(14)))
  }

  private mutating func article(_ title: String, _ language: String) -> String {
    var html = "<article class=\"post\" itemscope><h1 class=\"entry-title\">\(Self.escaped(title))</h1>\n"
    html +=
      "<div class=\"entry-meta\"><span class=\"byline\">Ann Other</span> <time datetime=\"2025-03-03T08:00\">3 March</time></div>\n"
    html += "<figure class=\"hero\"><img src=\"/hero.jpg\" srcset=\"/h1.jpg 1x, /h2.jpg 2x\" alt=\"\"><figcaption>"
    html += "\(Self.escaped(sentences(1, language)))</figcaption></figure>\n<div class=\"entry-content\">\n"
    for index in 0..<number(14...30) {
      if index % 6 == 5 { html += "<h2>\(Self.escaped(sentences(1, language)))</h2>\n" }
      let text = Self.escaped(sentences(number(2...5), language))
      html +=
        "<p>\(text) <a href=\"/tag/\(index)\" rel=\"tag\">\(word(language))</a>, <em>\(word(language))</em>.</p>\n"
      if index % 4 == 3 {
        html +=
          "<div class=\"ad-slot\" id=\"ad-\(index)\"><span class=\"label\">Advertisement</span><script>show(\(index))</script></div>\n"
      }
    }
    html += "</div><div class=\"share-buttons\">"
    for site in ["mail", "print", "copy", "post"] {
      html += "<button class=\"share\" data-to=\"\(site)\">\(site)</button>"
    }
    return html + "</div></article>\n"
  }

  private mutating func comments(_ language: String) -> String {
    var html = "<section id=\"comments\" class=\"comments\"><h3>Comments</h3><ol>\n"
    for index in 0..<number(10...40) {
      html +=
        "<li class=\"comment\" id=\"c\(index)\"><div class=\"comment-meta\"><b>reader\(index)</b> <time>\(index) h</time></div>"
      html += "<p>\(Self.escaped(sentences(number(1...3), language)))</p><a href=\"#c\(index)\">Reply</a></li>\n"
    }
    return html + "</ol></section>\n"
  }

  private mutating func sidebar(_ language: String) -> String {
    var html = "<aside class=\"sidebar col-4\"><h3>Most read</h3><ul class=\"most-read\">\n"
    for index in 0..<number(20...40) {
      html += "<li class=\"teaser\"><a href=\"/story/\(index)\"><img loading=\"lazy\" src=\"/t\(index).jpg\" alt=\"\">"
      html +=
        "<h4>\(Self.escaped(sentences(1, language)))</h4></a><p class=\"excerpt\">\(Self.escaped(sentences(1, language)))</p></li>\n"
    }
    return html + "</ul><form class=\"newsletter\"><input type=\"email\"><button>Subscribe</button></form></aside>\n"
  }

  private mutating func footer(_ language: String) -> String {
    var html = "<footer class=\"site-footer\"><div class=\"cols\">"
    for index in 0..<48 { html += "<a href=\"/about/\(index)\">\(word(language)) \(word(language))</a>\n" }
    return html
      + "</div><p>© The Daily Ingot. All rights reserved.</p></footer>\n<script src=\"/app.js\" defer></script>\n"
  }

  // MARK: feeds and lines

  /// An RSS feed of so many items and about so many bytes, with markup in CDATA and escaped in turn.
  mutating func feed(items: Int, bytes: Int) -> [UInt8] {
    var xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    xml +=
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:media=\"http://search.yahoo.com/mrss/\">\n<channel>"
    xml += "<title>The Daily Ingot</title><link>https://ingot.example/</link><language>it</language>\n"
    xml.reserveCapacity(bytes + bytes / 8)
    for index in 0..<items {
      let language = pick(languages)
      xml += "<item><title>\(Self.escaped(sentences(1, language)))</title><link>https://ingot.example/\(index)</link>"
      xml +=
        "<guid isPermaLink=\"false\">ingot-\(index)</guid><dc:creator>Ann Other</dc:creator><category>metals</category>"
      xml += "<pubDate>Mon, 03 Mar 2025 \(10 + index % 10):\(10 + index % 50):00 +0100</pubDate>\n<description>"
      xml +=
        "\(Self.escaped(sentences(1, language)))</description><media:content url=\"https://ingot.example/\(index).jpg\"/>\n"
      let wanted = (index + 1) * (bytes / items)
      var markup = ""
      repeat {
        markup += "<p>\(Self.escaped(sentences(3, language))) <a href=\"/tag/\(index)\">\(word(language))</a></p>\n"
      } while xml.utf8.count + markup.utf8.count + 80 < wanted
      let text = index % 2 == 0 ? "<![CDATA[\(markup)]]>" : Self.escaped(markup)
      xml += "<content:encoded>\(text)</content:encoded></item>\n"
    }
    return Array((xml + "</channel></rss>\n").utf8)
  }

  /// So many articles as JSON lines of a kilobyte.
  mutating func lines(_ count: Int) -> [UInt8] {
    var out: [UInt8] = []
    for index in 0..<count {
      let language = pick(languages)
      let text = Texts.quoted(sentences(6, language))
      let title = Texts.quoted(sentences(1, language))
      out +=
        "{\"id\":\"\(index)\",\"title\":\(title),\"url\":\"https://ingot.example/\(index)\",\"language\":\"\(language)\","
        .utf8
      out += "\"date_published\":\"2025-03-03T08:00:00Z\",\"tags\":[\"metals\"],\"content_text\":\(text)}\n".utf8
    }
    return out
  }
}

extension Texts {
  /// The text as a string of JSON.
  fileprivate static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}
