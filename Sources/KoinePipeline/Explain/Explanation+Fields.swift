import KoineDocuments

extension Explanation {
  /// What gave each field when the input was read, and what else might have.
  var fields: [String] { ["fields:"] + FieldOrigin.Field.allCases.flatMap(lines) }

  /// What the page has beside the article.
  var leftOut: [String] {
    let blocks = document.trace?.leftOut ?? []
    if blocks.isEmpty { return [] }
    return ["left out of the page:"]
      + blocks.map { "  \($0.element) at line \($0.line), \($0.reason): \(short($0.words))" }
  }

  private func lines(_ field: FieldOrigin.Field) -> [String] {
    let origins = (document.trace?.origins ?? []).filter { $0.field == field }
    let winners = origins.filter { $0.refusal == nil }
    let name = field == .language ? "language stated" : field.rawValue
    var lines: [String] = []
    switch value(of: field) {
    case let value? where winners.isEmpty: lines.append("  \(name): \(value)\(fallback(field))")
    case let value?:
      for (index, winner) in winners.enumerated() {
        let same = value == short(winner.text) || winners.count > 1
        let shown = same ? "" : " \(short(winner.text))"
        let start =
          index == 0 ? "  \(name): \(winners.count > 1 ? short(winner.text) : value)" : "    and \(short(winner.text))"
        lines.append("\(start) from \(winner.place)\(shown)\(place(winner))")
      }
    case nil:
      lines.append("  \(name): none" + (origins.isEmpty ? "; nothing in the input gives one" : ""))
      // What could be read and is not in the record was taken for something else.
      lines += winners.map { "    not \($0.place) \(short($0.text))\(place($0)): it is the text of the record" }
    }
    for origin in origins {
      guard let refusal = origin.refusal else { continue }
      let text = origin.text.isEmpty ? "" : " \(short(origin.text))"
      lines.append("    not \(origin.place)\(text)\(place(origin)): \(refusal)")
    }
    return lines
  }

  private func place(_ origin: FieldOrigin) -> String { origin.line.map { " at line \($0)" } ?? "" }

  /// The field as it was read, for people; `nil` if there is none.
  private func value(of field: FieldOrigin.Field) -> String? {
    let metadata = document.metadata
    func quoted(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : short($0) } }
    return switch field {
    case .id: document.id
    case .url: metadata.url
    case .title: quoted(document.title.read)
    case .summary: quoted(document.lead.read)
    case .text: document.body.read.isEmpty ? nil : "\(document.body.read.unicodeScalars.count) characters"
    case .datePublished: metadata.datePublished
    case .dateModified: metadata.dateModified
    case .authors: quoted(metadata.authors.joined(separator: ", "))
    case .tags: quoted(metadata.tags.joined(separator: ", "))
    case .language: metadata.statedLanguage
    }
  }

  /// Where a field comes from that nothing in the item gives.
  private func fallback(_ field: FieldOrigin.Field) -> String {
    switch field {
    case .id where document.id == document.source.file: ", the name of the file"
    case .id:
      document.id == document.metadata.url ? ", the address" : ", the name of the file and the number of the item"
    case .language where document.trace?.origins.isEmpty == false: " from the feed"
    default: ""
    }
  }
}
