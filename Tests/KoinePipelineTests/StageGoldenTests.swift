import Foundation
import KoineEntities
import KoineLexicon
import KoinePipeline
import KoineSummary
import KoineText
import KoineValues
import TestTables
import Testing

/// What the document looks like after each stage of the news pipeline, for one article of each kind.
@Suite struct StageGoldenTests {
  private static let articles = ["machine-english", "italian"]

  @Test("each stage of the news pipeline gives what it gave when a person last read it", arguments: articles)
  func givesGolden(article: String) async throws {
    let registry = StageRegistry.standard
    let news = try Definition(Fixture.bytes("../../Pipelines/news.yaml") ?? [], file: "news.yaml", registry: registry)
    let resources = Resources(
      store: LexiconStore(directory: Fixture.lexicons(), cache: NSTemporaryDirectory() + "koine")
    )
    let pipeline = try news.pipeline(resources)
    let bytes = try #require(Fixture.bytes("pipeline/articles/\(article).txt"))
    var document = try #require(InputReader().documents(bytes, name: "\(article).txt").first)
    for (index, stage) in pipeline.stages.enumerated() {
      document = try await pipeline.run(document, stage: index)
      #expect(document.validate() == [])
      let golden = "pipeline/stages/\(article).\(index + 1)-\(stage).txt"
      let text = Picture(document).text
      if Golden.isRecording { try Golden.write(Array(text.utf8), golden) }
      #expect(text == Fixture.text(golden), "after '\(stage)'")
    }
  }
}

/// A document as text that a person can read and compare.
private struct Picture {
  let text: String

  init(_ document: Document) {
    var lines = [
      "language: \(document.language?.rawValue ?? "-")",
      "flags: \(document.flags.sorted().map(\.rawValue).joined(separator: " "))",
      "unknown: \(document.translation?.unknown.joined(separator: " ") ?? "-")",
    ]
    for name in FieldName.allCases where !document[name].read.isEmpty {
      lines += ["", "== \(name.rawValue)"] + Self.lines(document[name])
    }
    if let summary = document.summary { lines += ["", "== chosen", summary.text] }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ field: Field) -> [String] {
    var lines = [field.text]
    lines += field.removals.map { "- removed: \($0.text) [\($0.reason)]" }
    lines += field.segments.map { "- \($0.language.rawValue): \(piece($0.range, field.text))" }
    lines += field.sentences.map { "- sentence: \(piece($0, field.text))" }
    lines += field.values.map { "- \($0.kind.rawValue): \(piece($0.range, field.text)) = \($0.value) \($0.unit ?? "")" }
    lines += field.mentions.map(name)
    guard let english = field.english else { return lines }
    lines += ["-- English", english.text]
    lines += english.sentences.map { "- sentence: \(piece($0, english.text))" }
    lines += english.values.map { "- \($0.kind.rawValue): \(piece($0.range, english.text))" }
    lines += english.mentions.map(name)
    return lines
  }

  private static func name(_ mention: Mention) -> String {
    "- \(mention.type.rawValue): \(mention.text) = \(mention.name) (\(mention.id ?? "-"))"
  }

  private static func piece(_ range: TextRange, _ text: String) -> String {
    guard let piece = text[range] else { return "?" }
    let line = piece.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
    return line.count <= 90 ? line : "\(line.prefix(60)) … \(line.suffix(25))"
  }
}
