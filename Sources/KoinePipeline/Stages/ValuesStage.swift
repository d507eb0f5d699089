import KoineText
import KoineValues

/// Finds dates, numbers and amounts.
struct ValuesStage: Stage {
  typealias Options = NoOptions

  static let spec = StageSpec(
    "values",
    "Finds dates, durations, numbers, percentages, amounts of money and quantities.",
    requires: [.language, .sentences],
    provides: .values
  )

  private let finders: [Language: ValueFinder]

  init(options: Options, resources: Resources) throws {
    var finders: [Language: ValueFinder] = [:]
    for language in [Language.italian, .english] {
      finders[language] = try ValueFinder(store: resources.store, language: language)
    }
    self.finders = finders
  }

  func process(_ document: inout Document) {
    for name in [FieldName.title, .body] {
      let field = document[name]
      document[name].values = field.sentences.flatMap { sentence in
        guard let finder = finders[field.language(at: sentence) ?? .undetermined],
          let text = field.text[sentence]
        else { return [Value]() }
        return finder.values(in: String(text)).map { value in
          var value = value
          value.range = value.range.shifted(by: Int(sentence.lower))
          return value
        }
      }
    }
  }
}
