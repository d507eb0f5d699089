import KoineLexicon
import KoineText

/// Tells the language of the document and of its parts.
struct DetectStage: Stage {
  struct Options: Decodable, Sendable {
    var among: [String]?
  }

  static let spec = StageSpec(
    "detect",
    "Tells the language of the text and of stretches in other languages.",
    provides: .language,
    options: [.init("among", .words, standard: "every language known", "The languages that are expected.")]
  )

  private let identifier: LanguageIdentifier
  private let among: [Language]?

  init(options: Options, resources: Resources) throws {
    identifier = try LanguageIdentifier(path: "\(resources.store.directory)/\(LanguageModelFile.name)")
    among = options.among.map { $0.map { Language(tag: $0) } }
  }

  func process(_ document: inout Document) {
    let text = document.body.isBlank ? document.title.text : document.body.text
    let guess = identifier.identify(text, among: among)
    document.language = guess.language
    document.confidence = guess.confidence
    if guess.language == .undetermined, let stated = document.metadata.statedLanguage {
      document.language = Language(tag: stated)
      document.confidence = 0
      document.flags.insert(.languageStated)
    }
    for name in FieldName.allCases where !document[name].isBlank {
      document[name].segments = segments(of: document[name].text, name, document.language ?? .undetermined)
    }
  }

  /// A title or a lead is too short to be split, and goes with the text unless it speaks clearly.
  private func segments(of text: String, _ name: FieldName, _ main: Language) -> [LanguageSegment] {
    if name == .body { return segments(of: text, main) }
    let guess = identifier.identify(text, among: among)
    let isClear = guess.language != .undetermined && guess.confidence >= 0.8
    let language = isClear ? guess.language : main
    return [LanguageSegment(range: text.textRange, language: language, confidence: isClear ? guess.confidence : 0)]
  }

  /// Tells apart only languages that a whole paragraph is in, and those that can be put into English: names from elsewhere
  /// would otherwise pass for stretches in their language.
  private func segments(of text: String, _ main: Language) -> [LanguageSegment] {
    var languages: Set<Language> = [main, .english, .italian]
    for paragraph in text.split(separator: "\n") where paragraph.utf8.count >= Self.clearParagraph {
      let guess = identifier.identify(String(paragraph), among: among)
      if guess.confidence >= 0.9 { languages.insert(guess.language) }
    }
    languages.remove(.undetermined)
    let expected = languages.filter { among?.contains($0) ?? true }.sorted { $0.rawValue < $1.rawValue }
    guard !expected.isEmpty else { return [LanguageSegment(range: text.textRange, language: main, confidence: 0)] }
    return identifier.segments(text, among: expected).reduce(into: []) { segments, segment in
      var segment = segment
      if segment.language == .undetermined || segment.range.count < Self.shortest { segment.language = main }
      if let last = segments.last, last.language == segment.language {
        segments[segments.count - 1].range.upper = segment.range.upper
      } else {
        segments.append(segment)
      }
    }
  }

  /// A shorter paragraph may be in any language, in bytes.
  private static let clearParagraph = 80
  /// A shorter stretch is a name or a phrase and goes with the text around it, in bytes.
  private static let shortest = 25
}

/// Where the model of language identification lies under the lexicons.
public enum LanguageModelFile {
  /// The path under the lexicons.
  public static let name = "languages/model.bin"
}
