import KoineEntities
import KoineText

/// Finds names of organizations, people, places, products and events.
struct EntitiesStage: Stage {
  typealias Options = NoOptions

  static let spec = StageSpec(
    "entities",
    "Finds names of organizations, people, places, products and events, and their canonical forms.",
    requires: [.language, .sentences],
    provides: .names
  )

  private let finder: EntityFinder

  init(options: Options, resources: Resources) throws {
    finder = try EntityFinder(store: resources.store, registries: resources.registries)
  }

  func process(_ document: inout Document) {
    for name in [FieldName.title, .body] where !document[name].isBlank {
      let field = document[name]
      let language = field.segments.first?.language ?? document.language ?? .undetermined
      document[name].mentions = finder.mentions(
        in: field.text,
        language: name == .body ? document.language ?? language : language,
        sentences: field.sentences
      )
    }
  }
}
