import KoineDocuments
import KoineText

/// Takes out lines that are no part of the article.
struct BoilerplateStage: Stage {
  typealias Options = NoOptions

  static let spec = StageSpec(
    "boilerplate",
    "Takes out the title repeated at the start of the text and lines that sites put around articles, and lists them.",
    provides: .text,
    rewritesText: true
  )

  private let boilerplate: Boilerplate

  init(options: Options, resources: Resources) throws {
    boilerplate = try Boilerplate(store: resources.store)
  }

  func process(_ document: inout Document) {
    let title = document.title.isBlank ? nil : document.title.text
    let removals = boilerplate.removals(in: document.body.text, title: title, language: nil)
    if removals.isEmpty { return }
    if removals.contains(where: { $0.reason == "title-repeated" }) { document.flags.insert(.titleRemoved) }
    if removals.contains(where: { $0.reason == "boilerplate:truncated" }) { document.flags.insert(.truncated) }
    document.remove(removals.map { ($0.range, $0.reason, $0.origin) }, from: .body, stage: Self.spec.name)
  }
}
