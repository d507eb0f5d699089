/// A digest in Markdown.
struct MarkdownDigest: DigestForm {
  func opening(_ overview: String, _ choices: DigestChoices) -> String { "# Digest\n\n\(overview)\n" }

  func dayStart(_ heading: String) -> String { "\n## \(heading)\n" }

  var dayEnd: String { "" }

  func article(_ record: RecordView) -> String {
    let heading = Self.escaped(record.heading)
    var text = "\n### \(record.link.map { "[\(heading)](<\(Self.address($0))>)" } ?? heading)\n"
    if let summary = record.summary { text += "\n\(Self.escaped(summary))\n" }
    let names = record.names(6)
    if !names.isEmpty { text += "\n**\(names.map(Self.escaped).joined(separator: " · "))**\n" }
    if !record.provenance.isEmpty { text += "\n*\(Self.escaped(record.provenance))*\n" }
    return text
  }

  func relative(_ record: RecordView, _ relation: String) -> String {
    let name = Self.escaped(record.sourceName ?? record.heading)
    return "\n- \(relation): \(record.link.map { "[\(name)](<\(Self.address($0))>)" } ?? name)"
  }

  func articleEnd(hasRelatives: Bool) -> String { hasRelatives ? "\n" : "" }

  func choices(_ record: RecordView) -> String { "" }

  var failuresStart: String { "\n## Not done\n\n" }

  func failure(_ record: RecordView) -> String {
    "- \(Self.escaped(record.id)): \(Self.escaped(record.koine.failure?.message ?? ""))\n"
  }

  var failuresEnd: String { "" }

  var ending: String { "" }

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
