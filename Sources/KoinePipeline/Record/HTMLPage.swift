/// A digest as one page that needs nothing beside itself.
struct HTMLPage {
  let text: String

  init(_ digest: Digest) {
    var body = "<h1>Digest</h1>\n<p>\(Self.escaped(digest.overview))</p>\n"
    for day in digest.days {
      body += "<h2>\(Self.escaped(Digest.heading(day.date)))</h2>\n"
      for record in day.records { body += Self.article(record) }
    }
    if !digest.failures.isEmpty {
      body += "<h2>Not done</h2>\n<ul>\n"
      for record in digest.failures {
        let reason = Self.escaped(record.koine.failure?.message ?? "")
        body += "<li>\(Self.escaped(record.id)): \(reason)</li>\n"
      }
      body += "</ul>\n"
    }
    text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Digest</title>
      <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; }
      h2 { border-bottom: 1px solid #ccc; padding-bottom: .2rem; margin-top: 2.5rem; }
      h3 { margin-bottom: .2rem; }
      .names { font-weight: 600; color: #444; }
      .source { color: #666; font-size: .9rem; }
      @media (prefers-color-scheme: dark) {
        body { background: #1c1c1c; color: #e8e8e8; }
        a { color: #9cc7ff; }
        .names, .source { color: #b0b0b0; }
      }
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private static func article(_ record: RecordView) -> String {
    let heading = escaped(record.heading)
    let language = record.language.map { " lang=\"\(escaped($0))\"" } ?? ""
    var text = "<article\(language)>\n<h3>"
    text += record.link.map { "<a href=\"\(escaped($0))\" rel=\"noopener noreferrer\">\(heading)</a>" } ?? heading
    text += "</h3>\n"
    if let summary = record.summary { text += "<p>\(escaped(summary))</p>\n" }
    let names = record.names(6)
    if !names.isEmpty { text += "<p class=\"names\">\(escaped(names.joined(separator: " · ")))</p>\n" }
    if !record.provenance.isEmpty { text += "<p class=\"source\">\(escaped(record.provenance))</p>\n" }
    return text + "</article>\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
