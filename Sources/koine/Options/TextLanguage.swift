import ArgumentParser
import KoinePipeline
import KoineText

/// The language of texts that do not name theirs.
struct TextLanguage: ParsableArguments {
  @Option(
    help: ArgumentHelp("The language of texts that do not name theirs; else it is identified.", valueName: "code")
  )
  var language: String?

  /// Returns what tells the language of a text: by the tag that came with it, by the option, or by its letters.
  func teller(_ global: GlobalOptions) throws -> @Sendable (_ text: String, _ tag: String?) -> Language {
    let identifier: LanguageIdentifier
    do {
      identifier = try LanguageIdentifier(path: "\(Installation.lexicons(global.lexicons))/\(LanguageModelFile.name)")
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(.usage, "\(error)")
    }
    let expected = language
    return { text, tag in
      (tag ?? expected).map { Language(tag: $0) } ?? identifier.identify(text, among: nil).language
    }
  }
}
