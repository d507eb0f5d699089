import KoineText
import TestTables
import Testing

/// The documentation's example, run, and the documentation held against the module.
@Suite struct ExampleTests {
  private let article = Block.file("Sources/KoineText/KoineText.docc/FromBytesToSentences.md")

  @Test("the example of the documentation does what it says")
  func runs() throws {
    let printed = try #require(article.block(after: "```\n"))
    let lines = try example()
    #expect(lines == printed.split(separator: "\n").map(String.init))
  }

  @Test("the documentation shows the code that runs here, letter for letter")
  func isTheSame() throws {
    let shown = try #require(article.block(after: "```swift\n"))
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
    let indented = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    #expect(Block.file("Tests/KoineTextTests/ExampleTests.swift").text.contains(indented))
    #expect(lines.count > 20)
  }

  @Test("the overview lists every public type")
  func isComplete() throws {
    let sources = Fixture.root() + "/Sources/KoineText"
    let pattern = "^public (final )?(struct|class|enum|protocol|actor) [A-Za-z0-9]+"
    let found = try output(of: "grep -rhoE '\(pattern)' --include='*.swift' '\(sources)'")
    let types = Set(found.split(separator: "\n").compactMap { $0.split(separator: " ").last.map(String.init) })
    let overview = Block.file("Sources/KoineText/KoineText.docc/KoineText.md").text
    #expect(types.count > 20)
    for type in types.sorted() { #expect(overview.contains("- ``\(type)``\n"), "\(type) is not among the topics") }
  }

  private func example() throws -> [String] {
    var lines: [String] = []
    let model = Fixture.lexicons() + "/languages/model.bin"
    let bytes = Array("L'utile Ã¨ salito, dice il dott. Rossi. Perche\u{301} compra 中国银行 &egrave; ignoto.".utf8)

    // Which encoding, and why; undecodable bytes would be in `diagnostics`.
    let decoded = TextDecoder().decode(bytes)
    lines.append("\(decoded.encoding): \(decoded.reason)")

    // Damage mended, in NFC. Undamaged text would come back as it was, byte for byte.
    let cleaned = Cleaner().cleaned(decoded.string)
    for change in cleaned.changes {
      lines.append("\(change.kind): \(decoded.string[change.range] ?? "") → \(change.replacement)")
    }

    // Which language, of all that the model knows.
    let guess = try LanguageIdentifier(path: model).identify(cleaned.text.string)
    lines.append("\(guess.language.rawValue)")

    // Sentences, each led back to what was read.
    let segmenter = Segmenter(unit: .sentence, language: guess.language)
    for range in segmenter.ranges(in: cleaned.text.string) {
      let source = cleaned.text.map.source(of: range)
      lines.append("\(cleaned.text.string[range] ?? "") ← \(source.lower)..<\(source.upper)")
    }

    // The same text in Latin letters only. Two maps in a row are one, and each word knows where it was.
    let latin = try Transliterator(.latin).rewritten(cleaned.text.string)
    let map = latin.map.following(cleaned.text.map)
    for range in Segmenter(unit: .word, language: guess.language).ranges(in: latin.string).suffix(5) {
      lines.append("\(latin.string[range] ?? "") ← \(decoded.string[map.source(of: range)] ?? "")")
    }
    return lines
  }
}

/// A file of the checkout that code is shown in.
private struct Block {
  let text: String

  static func file(_ name: String) -> Block { Block(text: Fixture.text("../../" + name)) }

  /// The text between the last `fence` and the end of the block.
  func block(after fence: String) -> String? {
    let parts = text.split(separator: "\n\n" + fence, omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last else { return nil }
    return last.split(separator: "```", omittingEmptySubsequences: false).first.map(String.init)
  }
}
