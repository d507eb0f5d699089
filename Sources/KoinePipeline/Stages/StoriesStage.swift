import KoineDocuments
import KoineEntities
import KoineText
import KoineValues

/// Keeps what is needed to find copies of the document, and the same story in other languages, among all documents of a run.
struct StoriesStage: Stage {
  typealias Options = NoOptions

  static let spec = StageSpec(
    "stories",
    "Notes what tells a story from others; when the run ends, copies, excerpts and the same story in other languages are linked.",
    requires: .language,
    provides: .story
  )

  init(options: Options, resources: Resources) {}

  func process(_ document: inout Document) {
    document.storyFacts = StoryFacts(
      id: document.id,
      identifier: document.id == document.source.file ? nil : document.id,
      source: document.source.feedURL ?? document.source.name,
      address: document.metadata.url,
      language: document.language == .undetermined ? nil : document.language,
      published: document.metadata.datePublished,
      title: document.title.text,
      text: document.body.text,
      subjects: Self.subjects(of: document)
    )
  }

  /// Names by their canonical form, and values by theirs, which are the same in every language.
  private static func subjects(of document: Document) -> [StoryFacts.Subject] {
    [document.title, document.body].flatMap { field in
      field.mentions.map { mention in
        let isActor = [.organization, .person, .product].contains(mention.type)
        return StoryFacts.Subject(mention.id ?? mention.name, isActor: isActor)
      }
        + field.values.filter { [.money, .percent, .quantity, .date].contains($0.kind) }.map { value in
          StoryFacts.Subject("\(value.kind.rawValue) \(value.value) \(value.unit ?? "")", isActor: false)
        }
    }
  }
}
