import KoineLexicon
import KoineText
import TestTables
import Testing

@testable import KoineTranslation

@Suite("Rules")
struct RuleTests {
  /// An example of a rule.
  struct Example: Sendable, CustomTestStringConvertible {
    var rule: String
    var italian: String
    var english: String
    var testDescription: String { "\(rule): \(italian)" }
  }

  static let store = LexiconStore(
    directory: Fixture.lexicons(),
    cache: Fixture.root() + "/.build/koine-test-cache"
  )

  static let examples: [Example] = RuleBook.files.flatMap { file -> [Example] in
    guard let source = try? store.file(file), let rules = try? RuleBook.rules(in: source) else { return [] }
    return rules.flatMap { rule in
      rule.examples.map { Example(rule: rule.id, italian: $0.italian, english: $0.english) }
    }
  }

  @Test("every rule's examples come out as they are written", arguments: examples)
  func examplesHold(example: Example) {
    #expect(Shared.translator?.translation(of: example.italian).text == example.english)
  }

  @Test("there are examples")
  func thereAreExamples() { #expect(Self.examples.count >= 20) }

  @Test("a rule without an id is reported with its line")
  func oddRules() {
    let source = LexiconStore.SourceFile(
      name: "it-en/rules/odd.yaml",
      text: "- says: x\n- id: a\n  says: b\n  wrds: [c]\n"
    )
    #expect(throws: Diagnostics.self) { try RuleBook.rules(in: source) }
    do { _ = try RuleBook.rules(in: source) } catch {
      #expect(error.all.map { $0.location?.line } == [1, 4])
    }
  }
}

/// What the tests of this target share: opening the lexicons takes longer than a test.
enum Shared {
  static let translator = try? ItalianTranslator(store: RuleTests.store)
}
