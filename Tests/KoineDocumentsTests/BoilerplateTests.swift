import KoineDocuments
import KoineLexicon
import KoineText
import TestTables
import Testing

@Suite struct BoilerplateTests {
  private let store = LexiconStore(directory: Fixture.lexicons(), cache: nil)

  private func cleaned(_ body: String, title: String? = nil, language: Language? = "en") throws -> String {
    var bytes = Array(body.utf8)
    for removal in try Boilerplate(store: store).removals(in: body, title: title, language: language).reversed() {
      bytes.removeSubrange(removal.range.indices)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: DocumentLexicons.boilerplateFiles)
  func everyPatternMatchesItsTest(file: String) throws {
    #expect(try Boilerplate.failures(in: store.file(file)).isEmpty)
    let rows = try store.file(file).rows(DocumentLexicons.boilerplate)
    #expect(rows.count >= 15)
    let boilerplate = try Boilerplate(store: store)
    for row in rows {
      #expect(LinePattern(row[2]).matches(row[3]), "\(row.origin)")
      let removals = boilerplate.removals(
        in: "The mill started.\n\n\(row[3])",
        title: nil,
        language: Language(rawValue: row[0])
      )
      #expect(removals.count == 1, "\(row.origin)")
    }
  }

  @Test func removesTheFrameOfARepublishedArticle() throws {
    let body = """
      Two mills sign a supply agreement

      The two mills signed an agreement on Monday.

      They will share a rolling line.

      Link to this article:Two mills sign a supply agreement

      Reprint Statement: All articles on this site are original. Please name the source:Alloy Digest,thanks

      Bookmark the permalink.

      Comments are closed.
      """
    let expected = "The two mills signed an agreement on Monday.\n\nThey will share a rolling line."
    #expect(try cleaned(body, title: "Two Mills Sign a Supply Agreement!") == expected)
  }

  @Test func tellsTheLineOfTheLexiconBehindARemoval() throws {
    let removal = try #require(
      try Boilerplate(store: store).removals(in: "Testo.\n\nLeggi anche: Rame in calo", title: nil, language: "it")
        .first
    )
    #expect(removal.reason == "boilerplate:related")
    let origin = try #require(removal.origin)
    let line = try store.file(origin.file).text.split(separator: "\n")[origin.line - 1]
    #expect(line.contains("Leggi anche: *"))
  }

  @Test func keepsSentencesThatOnlyStartLikeAPattern() throws {
    let long = "Source: " + String(repeating: "the company said that the mill would run at full load, ", count: 8)
    for line in [
      "The article reflects the analysts' views", "Read more books, he said.", "Copyright law is under review in Rome.",
      "Comments are closed, said the court.", long,
    ] {
      #expect(try cleaned("The mill started.\n\n\(line)") == "The mill started.\n\n\(line)")
    }
  }

  @Test(arguments: Table("documents/kept-lines.tsv").rows)
  func keepsSentencesOfArticles(row: Table.Row) throws {
    let body = "\(row["line"])\n\nThe mill started."
    #expect(try cleaned(body, language: Language(rawValue: row["language"])) == body)
    #expect(try cleaned(body, language: nil) == body)
  }

  @Test func flagsACutOnlyWhereNoTextFollows() throws {
    let boilerplate = try Boilerplate(store: store)
    func reasons(_ body: String) -> [String] { boilerplate.removals(in: body, title: nil, language: nil).map(\.reason) }
    for line in [
      "Continua a leggere", "Weiterlesen »", "Lire la suite", "Leer más", "阅读全文", "続きを読む", "Читать далее",
      "Lees verder",
      "Continue reading →", "Continue lendo", "[...]", "[…]",
    ] {
      #expect(reasons("One sentence.\n\n\(line)") == ["boilerplate:truncated"], "\(line)")
    }
    #expect(reasons("One sentence.\n\nLire la suite\n\nAnother sentence.") == ["boilerplate:read-more"])
    #expect(reasons("One sentence.\n\nLire la suite\n\nPartager") == ["boilerplate:truncated", "boilerplate:share"])
  }

  @Test func leavesLinesOfOtherLanguagesAlone() throws {
    #expect(try cleaned("Ein Satz.\n\nCondividi", language: "de") == "Ein Satz.\n\nCondividi")
    #expect(try cleaned("Ein Satz.\n\nCondividi", language: nil) == "Ein Satz.")
  }

  @Test func removesLinesInTheMiddleWithoutGluingParagraphs() throws {
    #expect(try cleaned("One.\n\nRead more\n\nTwo.\n\nShare\n\nThree.") == "One.\n\nTwo.\n\nThree.")
    #expect(try cleaned("Read more\n\nShare") == "")
    #expect(try cleaned("") == "")
  }

  @Test func removesTheTitlesUnderRelatedArticles() throws {
    #expect(try cleaned("One.\n\nRelated articles\n\nCopper falls\nMill adds a line") == "One.")
    let sentence = "One.\n\nRelated articles\n\nCopper falls\n\nThe mill runs again."
    #expect(try cleaned(sentence) == "One.\n\nCopper falls\n\nThe mill runs again.")
  }

  @Test(arguments: ["[...]", "[…]", "…", "Continue reading →", "(...)"])
  func tellsThatATextIsCutOff(line: String) throws {
    let removals = try Boilerplate(store: store).removals(in: "A sentence.\n\n\(line)", title: nil, language: "en")
    #expect(removals.map(\.reason) == ["boilerplate:truncated"])
  }

  @Test func findsPatternsThatFailTheirTests() throws {
    let text = "language\tkind\tpattern\ttest\nen\tshare\t* *\tanything\nen\tshare\tShare\tShare it\n"
    let failures = try Boilerplate.failures(in: .init(name: "boilerplate/en.tsv", text: text))
    #expect(failures.map(\.code) == ["boilerplate.pattern-too-wide", "boilerplate.test-failed"])
    #expect(failures.map { $0.location?.line } == [2, 3])
  }

  @Test func keepsATitleThatReturnsFurtherDown() throws {
    let body = "A first sentence.\n\nThe title\n\nA second sentence."
    #expect(try cleaned(body, title: "The title") == body)
  }
}
