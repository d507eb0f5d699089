import FoundationEssentials
import KoineText

/// A digest as one page that needs nothing beside itself: no server, no network, no other file.
///
/// Its articles can be narrowed down by words, name, language, source and day. Text of others stands in it as escaped text only, and
/// the page's own policy lets no script run but the one that was hashed into it.
struct HTMLPage: DigestForm {
  func opening(_ overview: String, _ choices: DigestChoices) -> String {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(Self.scriptHash)'; base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Digest</title>
      <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; }
      h2 { border-bottom: 1px solid #ccc; padding-bottom: .2rem; margin-top: 2.5rem; }
      h3 { margin-bottom: .2rem; }
      fieldset { border: 1px solid #ccc; display: flex; flex-wrap: wrap; gap: .5rem 1rem; font-size: .9rem; }
      label { display: flex; flex-direction: column; }
      .names { font-weight: 600; color: #444; }
      .source { color: #666; font-size: .9rem; }
      [hidden] { display: none; }
      @media (prefers-color-scheme: dark) {
        body { background: #1c1c1c; color: #e8e8e8; }
        a { color: #9cc7ff; }
        .names, .source { color: #b0b0b0; }
      }
      </style>
      </head>
      <body>
      <h1>Digest</h1>
      <p>\(Markup.escaped(overview))</p>
      \(Self.controls(choices))
      """
  }

  var ending: String { "<script>\(Self.script)</script>\n</body>\n</html>\n" }

  func dayStart(_ heading: String) -> String { "<section>\n<h2>\(Markup.escaped(heading))</h2>\n" }

  var dayEnd: String { "</section>\n" }

  var failuresStart: String { "<h2>Not done</h2>\n<ul>\n" }

  func failure(_ record: RecordView) -> String {
    "<li>\(Markup.escaped(record.id)): \(Markup.escaped(record.koine.failure?.message ?? ""))</li>\n"
  }

  var failuresEnd: String { "</ul>\n" }

  private static let mostChoices = 500

  private static func controls(_ choices: DigestChoices) -> String {
    func list(_ label: String, _ id: String, _ counts: [String: Int]) -> String {
      let ranked = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(mostChoices)
      let options = ranked.sorted { $0.key < $1.key }.map { value, count in
        "<option value=\"\(Markup.escaped(value))\">\(Markup.escaped(value)) (\(count))</option>"
      }
      return "<label>\(label)<select id=\"\(id)\"><option value=\"\">all</option>\(options.joined())</select></label>\n"
    }
    return "<fieldset id=\"filters\" hidden><legend>Show</legend>\n"
      + "<label>Words<input id=\"words\" type=\"search\"></label>\n"
      + list("Name", "name", choices.names)
      + list("Language", "language", choices.languages)
      + list("Source", "source", choices.sources)
      + "<label>From<input id=\"from\" type=\"date\"></label>\n<label>To<input id=\"to\" type=\"date\"></label>\n"
      + "<output id=\"count\"></output></fieldset>\n"
  }

  func choices(_ record: RecordView) -> String {
    DigestChoices.text(source: record.sourceName, language: Self.language(of: record), names: Self.names(of: record))
  }

  private static func names(of record: RecordView) -> [String] { record.names(50) }

  private static func language(of record: RecordView) -> String {
    LanguageNames.english(record.koine.original?.language ?? record.language ?? "und")
  }

  func article(_ record: RecordView) -> String {
    let heading = Markup.escaped(record.heading)
    let shown = record.language.map { " lang=\"\(Markup.escaped($0))\"" } ?? ""
    let facts: [(String, String)] = [
      ("names", Self.names(of: record).joined(separator: "\n")), ("language", Self.language(of: record)),
      ("source", record.sourceName ?? ""), ("day", record.day ?? ""),
    ]
    var text = "<article\(shown)"
    for (name, value) in facts { text += " data-\(name)=\"\(Markup.escaped(value))\"" }
    text += ">\n<h3>"
    text += Self.link(record, heading)
    text += "</h3>\n"
    if let summary = record.summary { text += "<p>\(Markup.escaped(summary))</p>\n" }
    let few = record.names(6)
    if !few.isEmpty { text += "<p class=\"names\">\(Markup.escaped(few.joined(separator: " · ")))</p>\n" }
    if !record.provenance.isEmpty { text += "<p class=\"source\">\(Markup.escaped(record.provenance))</p>\n" }
    return text
  }

  func relative(_ record: RecordView, _ relation: String) -> String {
    let name = Markup.escaped(record.sourceName ?? record.heading)
    return "<p class=\"source\">\(Markup.escaped(relation)) \(Self.link(record, name))</p>\n"
  }

  func articleEnd(hasRelatives: Bool) -> String { "</article>\n" }

  private static func link(_ record: RecordView, _ text: String) -> String {
    record.link.map { "<a href=\"\(Markup.escaped($0))\" rel=\"noopener noreferrer\">\(text)</a>" } ?? text
  }

  /// Hides the articles that do not fit what was chosen; without it the page shows everything.
  private static let script = """
    "use strict";
    const get = (id) => document.getElementById(id);
    const articles = [...document.querySelectorAll("article")].map((node) => ({
      ...node.dataset, node, text: node.textContent.toLowerCase(), names: node.dataset.names.split("\\n")
    }));
    const show = () => {
      const words = get("words").value.toLowerCase().split(/\\s+/).filter(Boolean);
      const [name, language, source, from, to] = ["name", "language", "source", "from", "to"].map((id) => get(id).value);
      let count = 0;
      for (const article of articles) {
        const fits = words.every((word) => article.text.includes(word)) && (!name || article.names.includes(name))
          && (!language || article.language === language) && (!source || article.source === source)
          && (!from || article.day >= from) && (!to || (article.day && article.day <= to));
        article.node.hidden = !fits;
        if (fits) count += 1;
      }
      for (const section of document.querySelectorAll("section"))
        section.hidden = !section.querySelector("article:not([hidden])");
      get("count").textContent = count + " of " + articles.length;
    };
    get("filters").addEventListener("input", show);
    get("filters").hidden = false;
    show();
    """

  private static let scriptHash = Data(bytes(ofHexadecimal: SHA256.hexadecimal(Array(script.utf8))))
    .base64EncodedString()

  private static func bytes(ofHexadecimal text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
