import KoineText

/// Finds where sentences start and end.
struct SegmentStage: Stage {
  typealias Options = NoOptions

  static let spec = StageSpec(
    "segment",
    "Finds where sentences start and end.",
    requires: .language,
    provides: .sentences
  )

  private let segmenters = Segmenters()

  init(options: Options, resources: Resources) {}

  func process(_ document: inout Document) {
    for name in FieldName.allCases where !document[name].isBlank {
      let field = document[name]
      let own = name == .body ? nil : field.segments.first?.language
      document[name].sentences = segmenters.sentences(field.text, own ?? document.language ?? .undetermined)
    }
  }
}
