import KoineEntities
import KoineLexicon
import KoineText
import KoineTranslation

/// Puts the text into English: Italian is translated, English is set right, what cannot be translated is kept and flagged.
struct TranslateStage: Stage {
  struct Options: Decodable, Sendable {
    var domains: [String]?
  }

  static let spec = StageSpec(
    "translate",
    "Translates Italian into English, sets machine-made English right, and keeps and flags every other language.",
    requires: [.language, .sentences],
    provides: .english,
    options: [
      .init(
        "domains",
        .words,
        standard: ItalianTranslator.allDomains.joined(separator: ", "),
        "The lexicons of terms that win over general words."
      )
    ]
  )

  private let italian: ItalianTranslator
  private let editor: EnglishEditor

  init(options: Options, resources: Resources) throws {
    italian = try ItalianTranslator(
      store: resources.store,
      terms: resources.terms,
      domains: options.domains ?? ItalianTranslator.allDomains
    )
    editor = try EnglishEditor(store: resources.store)
  }

  func process(_ document: inout Document) {
    guard document.language == .italian || document.language == .english else {
      document.flags.insert(.untranslated)
      return
    }
    var words = 0
    var unknown: [String] = []
    for name in [FieldName.title, .body] where !document[name].isBlank {
      let field = document[name]
      var replacements = edits(&document, name)
      let sentences = field.sentences.filter { field.language(at: $0) == .italian }
      let texts = sentences.map { field.text[$0].map(String.init) ?? "" }
      let locks = SentenceLocks(field)
      let translations = texts.isEmpty ? [] : italian.translate(texts, locks: sentences.map(locks.inside))
      for (index, translation) in translations.enumerated() where index < sentences.count {
        replacements.append((sentences[index], .translation(translation)))
        words += Self.words(in: texts[index])
        unknown += translation.unknown.compactMap { texts[index][$0].map(String.init) }
        note(&document, name, sentences[index], texts[index], translation)
      }
      var builder = EnglishBuilder(field.text)
      for (range, replacement) in replacements.sorted(by: { $0.0 < $1.0 }) { builder.replace(range, with: replacement) }
      document[name].english = builder.finish(sentences: field.sentences)
    }
    guard words > 0 else { return }
    var seen: Set<String> = []
    document.translation = Document.TranslationNote(
      engine: italian.name,
      coverage: max(0, 1 - Double(unknown.count) / Double(words)),
      unknown: unknown.filter { seen.insert($0).inserted }
    )
    if !unknown.isEmpty { document.flags.insert(.unknownWords) }
  }

  /// What sets the English sentences of a field right.
  private func edits(_ document: inout Document, _ name: FieldName) -> [(TextRange, EnglishBuilder.Replacement)] {
    let field = document[name]
    let sentences = field.sentences.filter { field.language(at: $0) == .english }
    if sentences.isEmpty { return [] }
    let edited = editor.edited(field.text, sentences: sentences, country: AboutCountry(document).name)
    if edited.isMachineMade { document.flags.insert(.machineTranslated) }
    let stage = Self.spec.name
    for removal in edited.removals {
      document.list(removal.range, of: field, reason: removal.reason, origin: nil, from: name, stage: stage)
    }
    for edit in edited.edits {
      let before = field.text[edit.range].map(String.init) ?? ""
      document.note(
        stage,
        name,
        "replaced",
        at: field.readRange(of: edit.range),
        before: before,
        after: edit.english,
        origin: edit.origin.description
      )
    }
    return edited.text.map.edits.map { edit in
      let origins = edited.edits.filter { $0.range == edit.source }.map(\.origin)
      return (edit.source, .edit(edited.text.string[edit.target].map(String.init) ?? "", origins))
    }
  }

  private func note(
    _ document: inout Document,
    _ name: FieldName,
    _ sentence: TextRange,
    _ source: String,
    _ translation: Translation
  ) {
    let range = document[name].readRange(of: sentence)
    document.note(Self.spec.name, name, "translated", at: range, before: source, after: translation.text)
  }

  private static func words(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) }
  }
}
