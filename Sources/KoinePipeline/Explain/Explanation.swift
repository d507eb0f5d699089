import KoineEntities
import KoineLexicon
import KoineSummary
import KoineText
import KoineValues

/// Tells every step that made a record, back to lexicon lines and to characters of the source.
public struct Explanation: Sendable {
  let document: Document
  private let copies: [String]

  /// Explains a document that was traced on its way through a pipeline.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - copies: what is known of copies of it, a line each (see `ItemCopies`).
  public init(_ document: Document, copies: [String] = []) {
    self.document = document
    self.copies = copies
  }

  /// The whole story, one line a step.
  public var lines: [String] {
    var lines = heading
    // What could not be read has no fields to tell of.
    if document.failure?.stage != "read" { lines += fields + copies + leftOut }
    if let failure = document.failure {
      return lines + ["failed in \(failure.stage): \(failure.message) [\(failure.code)]"]
    }
    let confidence = (document.confidence * 1000).rounded() / 1000
    lines.append("language: \(document.language?.rawValue ?? "unknown") (\(confidence))")
    for segment in document.body.segments where segment.language != document.language {
      lines.append("  \(segment.language.rawValue) at \(place(of: segment.range, in: .body)): \(quote(segment.range))")
    }
    let flags = document.flags.sorted().map(\.rawValue)
    if !flags.isEmpty { lines.append("flags: \(flags.joined(separator: ", "))") }
    lines.append("steps: \(document.steps.joined(separator: ", "))")
    lines += (document.trace?.events ?? []).map(line)
    lines += names
    lines += values
    lines += summary
    lines += document.diagnostics.map { "\($0.severity.rawValue): \($0.message) [\($0.code)]" }
    return lines
  }

  private var heading: [String] {
    let source = document.source
    let name = source.file ?? "input"
    let place = source.place.map { ", bytes \($0.lowerBound)–\($0.upperBound)" } ?? ""
    return ["\(document.id)", "from \(name):\(source.line), item \(source.item)\(place)"]
  }

  private func line(_ event: Trace.Event) -> String {
    let offsets = ScalarOffsets(document[event.field].read)
    let range = offsets.scalars(event.range)
    let change = event.after.isEmpty ? short(event.before) : "\(short(event.before)) → \(short(event.after))"
    let origin = event.origin.map { " [\($0)]" } ?? ""
    let place = "\(event.field.rawValue) \(range.lowerBound)–\(range.upperBound)"
    return "  \(event.stage): \(event.action) at \(place): \(change)\(origin)"
  }

  private var names: [String] {
    let list = [FieldName.title, .body].flatMap { name in
      document[name].mentions.map { mention in
        let origin = mention.origin.map { " [\($0)]" } ?? ""
        let id = mention.id.map { " (\($0))" } ?? ""
        return "  \(mention.text) → \(mention.name)\(id), \(mention.type.rawValue), "
          + "at \(place(of: mention.range, in: name)): \(mention.why)\(origin)"
      }
    }
    return list.isEmpty ? [] : ["names:"] + list
  }

  private var values: [String] {
    let list = [FieldName.title, .body].flatMap { name in
      document[name].values.map { value in
        let text = document[name].text[value.range].map(String.init) ?? ""
        let unit = value.unit.map { " \($0)" } ?? ""
        return "  \(text) → \(value.value)\(unit), \(value.kind.rawValue), at \(place(of: value.range, in: name))"
      }
    }
    return list.isEmpty ? [] : ["values:"] + list
  }

  private var summary: [String] {
    guard let summary = document.summary, !summary.sentences.isEmpty, let english = document.body.english else {
      return []
    }
    return ["summary:"]
      + summary.sentences.map { sentence in
        let text = english.text[sentence.range].map(String.init) ?? ""
        return "  \((sentence.score * 1000).rounded() / 1000): \(text)"
      }
  }

  private func quote(_ range: TextRange) -> String { short(document.body.text[range].map(String.init) ?? "") }

  func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
    return line.count <= 120 ? "'\(line)'" : "'\(line.prefix(80)) … \(line.suffix(30))'"
  }

  /// A stretch of the clean text as characters of the field as it was read.
  func place(of range: TextRange, in name: FieldName) -> String {
    let field = document[name]
    let scalars = ScalarOffsets(field.read).scalars(field.readRange(of: range))
    return "\(name.rawValue) \(scalars.lowerBound)–\(scalars.upperBound)"
  }

  /// Where a word of the output comes from, one paragraph an occurrence; none if the word is not in the record.
  public func lines(word: String) -> [String] {
    [FieldName.title, .body].flatMap { name -> [String] in
      let field = document[name]
      let shown = field.shown
      let places = Self.occurrences(of: word, in: shown)
      if places.isEmpty {
        return Self.occurrences(of: word, in: field.text).flatMap { trace(source: $0, in: name) }
      }
      return places.flatMap { trace(target: $0, in: name) }
    }
  }

  private func trace(target: TextRange, in name: FieldName) -> [String] {
    let field = document[name]
    let shown = ScalarOffsets(field.shown).scalars(target)
    let member = name == .title ? "title" : "content_text"
    var lines = [
      "\(short(field.shown[target].map(String.init) ?? "")) at \(member) \(shown.lowerBound)–\(shown.upperBound)"
    ]
    guard let english = field.english else {
      return lines + source(of: target, in: name)
    }
    for link in english.alignment.links(overlapping: target) {
      if link.source.isEmpty {
        lines.append("  supplied by the grammar" + origins(link))
        continue
      }
      let range =
        link.isCopy ? english.alignment.source(of: target.clamped(to: link.target)) ?? link.source : link.source
      lines.append("  from \(short(field.text[range].map(String.init) ?? ""))" + origins(link))
      lines += source(of: range, in: name)
      lines += field.mentions.filter { $0.range.overlaps(range) }.map { mention in
        "  name \(mention.name), \(mention.type.rawValue): \(mention.why)" + (mention.origin.map { " [\($0)]" } ?? "")
      }
    }
    return lines
  }

  private func trace(source range: TextRange, in name: FieldName) -> [String] {
    let field = document[name]
    let word = short(field.text[range].map(String.init) ?? "")
    guard let english = field.english, let target = english.alignment.target(of: range) else {
      return ["\(word) of the source is not in the record"] + source(of: range, in: name)
    }
    return ["\(word) of the source became"] + trace(target: target, in: name)
  }

  /// The characters of the source behind a stretch of the clean text, and what changed them.
  private func source(of range: TextRange, in name: FieldName) -> [String] {
    let field = document[name]
    let read = field.readRange(of: range)
    let text = field.read[read].map(String.init) ?? ""
    let file = document.source.file ?? "input"
    var lines = [
      "  read as \(short(text)) at \(place(of: range, in: name)) of item \(document.source.item), \(file):\(document.source.line)"
    ]
    let events = document.trace?.events ?? []
    for event in events where event.field == name && event.range.overlaps(read) && event.action != "translated" {
      lines.append(line(event))
    }
    return lines
  }

  private func origins(_ link: Alignment.Link) -> String {
    link.origins.isEmpty ? "" : " [\(link.origins.map(\.description).joined(separator: ", "))]"
  }

  /// Where `word` stands as a whole word, in any case.
  private static func occurrences(of word: String, in text: String) -> [TextRange] {
    let wanted = word.lowercased()
    guard !wanted.isEmpty else { return [] }
    func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    var found: [TextRange] = []
    var start = text.startIndex
    while start < text.endIndex {
      let isBoundary = start == text.startIndex || !isWord(text[text.index(before: start)])
      if isBoundary, let end = text.index(start, offsetBy: word.count, limitedBy: text.endIndex),
        text[start..<end].lowercased() == wanted, end == text.endIndex || !isWord(text[end])
      {
        let lower = text.utf8.distance(from: text.startIndex, to: start)
        found.append(TextRange(lower..<(lower + text[start..<end].utf8.count)))
      }
      start = text.index(after: start)
    }
    return found
  }
}

extension TextRange {
  /// The part of the range that lies in `other`, which it shares a byte with.
  fileprivate func clamped(to other: TextRange) -> TextRange {
    TextRange(lower: max(lower, other.lower), upper: min(upper, other.upper))
  }
}
