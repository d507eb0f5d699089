/// A digest in Markdown.
struct MarkdownDigest {
  let text: String

  init(_ digest: Digest) {
    var text = "# Digest\n\n\(digest.overview)\n"
    for day in digest.days {
      text += "\n## \(Digest.heading(day.date))\n"
      for entry in day.entries { text += Self.article(entry) }
    }
    if !digest.failures.isEmpty {
      text += "\n## Not done\n\n"
      for record in digest.failures {
        text += "- \(Self.escaped(record.id)): \(Self.escaped(record.koine.failure?.message ?? ""))\n"
      }
    }
    self.text = text
  }

  private static func article(_ entry: Digest.Entry) -> String {
    let record = entry.record
    let heading = escaped(record.heading)
    var text = "\n### \(record.link.map { "[\(heading)](<\(address($0))>)" } ?? heading)\n"
    if let summary = record.summary { text += "\n\(escaped(summary))\n" }
    let names = record.names(6)
    if !names.isEmpty { text += "\n**\(names.map(escaped).joined(separator: " · "))**\n" }
    if !record.provenance.isEmpty { text += "\n*\(escaped(record.provenance))*\n" }
    for (record, relation) in entry.relatives {
      let name = escaped(record.sourceName ?? record.heading)
      text += "\n- \(relation): \(record.link.map { "[\(name)](<\(address($0))>)" } ?? name)"
    }
    return entry.relatives.isEmpty ? text : text + "\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    return result
  }

  private static func address(_ url: String) -> String {
    let codes: [Unicode.Scalar: String] = ["<": "%3C", ">": "%3E", "\\": "%5C", " ": "%20"]
    return url.unicodeScalars.reduce(into: "") { result, scalar in
      if let code = codes[scalar] { result += code } else if scalar.value > 32 { result.unicodeScalars.append(scalar) }
    }
  }
}
