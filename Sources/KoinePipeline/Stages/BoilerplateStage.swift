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
      guard let range = field.cleanRange(of: line.range),
        !removals.contains(where: { $0.range.overlaps(Self.withLineEnds(range, in: field.text)) })
      else {
        continue
      }
      removals.append(
        (Self.withLineEnds(range, in: field.text), line.reason, nil)
      )
    }
    removals.sort { $0.range < $1.range }
    // Frames that repeat stand behind the cut as often as links to the rest.
    if CutText.isCut(document.body.text, without: removals.map(\.range)) { document.flags.insert(.truncated) }
    if removals.isEmpty { return }
    document.remove(removals, from: .body, stage: Self.spec.name)
  }

  /// The line with the white space after it, or before it if it is the last.
  private static func withLineEnds(_ range: TextRange, in text: String) -> TextRange {
    let bytes = text.utf8Span.span
    func isSpace(_ index: Int) -> Bool { bytes[index] == 32 || (9...13).contains(bytes[index]) }
    var (lower, upper) = (Int(range.lower), Int(range.upper))
    while upper < bytes.count, isSpace(upper) { upper += 1 }
    if upper == bytes.count { while lower > 0, isSpace(lower - 1) { lower -= 1 } }
    return TextRange(lower..<upper)
  }
}

extension Document.RepeatedLine {
  /// Why the line is taken out; numbers from ten on are rounded down.
  fileprivate var reason: String { "repeated in \(articles < 10 ? "" : "at least ")\(articles) articles of the source" }
}
