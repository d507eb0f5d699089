import KoineDocuments
import KoineText

/// Takes out lines that are no part of the article.
struct BoilerplateStage: Stage {
  typealias Options = NoOptions

  static let spec = StageSpec(
    "boilerplate",
    "Takes out the title repeated at the start of the text and the lines that sites put around articles, and lists them.",
    provides: .text,
    rewritesText: true
  )

  private let boilerplate: Boilerplate

  init(options: Options, resources: Resources) throws {
    boilerplate = try Boilerplate(store: resources.store)
  }

  func process(_ document: inout Document) {
    let title = document.title.isBlank ? nil : document.title.text
    var removals = boilerplate.removals(in: document.body.text, title: title, language: nil).map {
      (range: $0.range, reason: $0.reason, origin: $0.origin)
    }
    if removals.contains(where: { $0.reason == "title-repeated" }) { document.flags.insert(.titleRemoved) }
    if removals.contains(where: { $0.reason == "boilerplate:truncated" }) { document.flags.insert(.truncated) }
    let field = document.body
    for line in document.repeatedLines {
      guard let range = field.cleanRange(of: line.range), !removals.contains(where: { $0.range.overlaps(range) })
      else { continue }
      removals.append((range, line.reason, nil))
    }
    removals.sort { $0.range < $1.range }
    let ranges = Self.withLineEnds(removals.map(\.range), in: field.text)
    for index in removals.indices { removals[index].range = ranges[index] }
    // Frames that repeat stand behind the cut as often as links to the rest.
    if CutText.isCut(document.body.text, without: removals.map(\.range)) { document.flags.insert(.truncated) }
    if removals.isEmpty { return }
    document.remove(removals, from: .body, stage: Self.spec.name)
  }

  /// The lines with the white space after them; those at the end, also with what is before them.
  private static func withLineEnds(_ lines: [TextRange], in text: String) -> [TextRange] {
    let bytes = text.utf8Span.span
    func isSpace(_ index: Int) -> Bool { bytes[index] == 32 || (9...13).contains(bytes[index]) }
    var ranges: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      let end = index + 1 < lines.count ? Int(lines[index + 1].lower) : bytes.count
      var upper = Int(line.upper)
      while upper < end, isSpace(upper) { upper += 1 }
      ranges.append(Int(line.lower)..<upper)
    }
    guard var first = ranges.indices.last, ranges[first].upperBound == bytes.count else {
      return ranges.map(TextRange.init)
    }
    while first > 0, ranges[first - 1].upperBound == ranges[first].lowerBound { first -= 1 }
    var lower = ranges[first].lowerBound
    while lower > (first > 0 ? ranges[first - 1].upperBound : 0), isSpace(lower - 1) { lower -= 1 }
    ranges[first] = lower..<ranges[first].upperBound
    return ranges.map(TextRange.init)
  }
}

extension Document.RepeatedLine {
  /// Why the line is taken out; numbers from ten on are rounded down.
  fileprivate var reason: String { "repeated in \(articles < 10 ? "" : "at least ")\(articles) articles of the source" }
}
