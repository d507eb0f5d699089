import KoineDocuments
import KoineSummary
import KoineText

/// Chooses the sentences that say what the document is about.
struct SummarizeStage: Stage {
  struct Options: Decodable, Sendable {
    var words: Int?
    var sentences: Int?
  }

  static let spec = StageSpec(
    "summarize",
    "Chooses whole English sentences that say what the text is about.",
    requires: .english,
    provides: .summary,
    options: [
      .init("words", .integer(5...1000), standard: "60", "The largest number of words."),
      .init("sentences", .integer(1...100), standard: "3", "The largest number of sentences."),
    ]
  )

  private let summarizer: Summarizer

  init(options: Options, resources: Resources) {
    summarizer = Summarizer(words: options.words ?? 60, sentences: options.sentences)
  }

  func process(_ document: inout Document) {
    guard let english = document.body.english else { return }
    let title = document.title.isBlank ? nil : document.title.shown
    let field = document.body
    // A stretch in a third language was left as it is and would not be read; a cut sentence says half of something.
    let isTruncated = document.flags.contains(.truncated)
    let sentences = english.sentences.filter { sentence in
      guard let source = english.alignment.source(of: sentence) else { return false }
      if isTruncated, CutText.isCutSentence(field.text[source] ?? "", isLast: sentence == english.sentences.last) {
        return false
      }
      return [.english, .italian, nil].contains(field.language(at: source))
    }
    let summary = summarizer.summary(title: title, text: english.text, language: .english, sentences: sentences)
    document.summary = summary
    if summary.text.isEmpty { document.flags.insert(.noSummary) }
  }
}
