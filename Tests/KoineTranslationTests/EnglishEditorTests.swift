import KoineLexicon
import KoineText
import KoineTranslation
import TestTables
import Testing

private let store = LexiconStore(directory: Fixture.lexicons(), cache: nil)

/// The sentences of a text whose sentences all end in a full stop and a space or a line end.
private func sentences(_ text: String) -> [TextRange] {
  var ranges: [TextRange] = []
  var start = 0
  for part in text.split(separator: ". ", omittingEmptySubsequences: false) {
    let end = min(text.utf8.count, start + part.utf8.count + 1)
    ranges.append(TextRange(start..<end))
    start = end + 1
  }
  return ranges
}

/// Two marks of machine translation, so that conditional entries apply.
private let marks = "It is reported that it is open. Wu Min and his party came. "

@Suite struct EnglishEditorTests {
  @Test("every entry does to its example what its result says")
  func examples() throws {
    let editor = try EnglishEditor(store: store)
    let rows = try store.file("en/machine.tsv").rows(EnglishEditor.schema)
    #expect(rows.count > 60)
    for row in rows where !row[4].isEmpty {
      let text = marks + row[4]
      let edited = editor.edited(text, sentences: sentences(text), country: "Norway").text.string
      #expect(edited.hasSuffix(" " + row[5]), "\(row.origin)")
    }
  }

  @Test("leaves a text without marks of machine translation as it is")
  func needsMarks() throws {
    let text = "My country has leading enterprises. The mill is open. The mill."
    let edited = try EnglishEditor(store: store).edited(text, sentences: sentences(text), country: "Norway")
    #expect(edited.text.string == text && edited.text.map.isIdentity)
    #expect(!edited.isMachineMade)
  }

  @Test("names the country only when there is one, and not in a speaker's words")
  func namesTheCountry() throws {
    let editor = try EnglishEditor(store: store)
    let text = marks + "It is my country’s port. He said “I love my country and its ports”."
    let one = editor.edited(text, sentences: sentences(text), country: "Norway").text.string
    #expect(one.hasSuffix("It is Norway’s port. He said “I love my country and its ports”."))
    let none = editor.edited(text, sentences: sentences(text), country: nil).text.string
    #expect(none.contains("It is my country’s port."))
  }

  @Test("removes a fragment that repeats the sentence before it, and tells so")
  func removesFragments() throws {
    let text = marks + "They must solve the problem of supply. The problem. The plan is good."
    let edited = try EnglishEditor(store: store).edited(text, sentences: sentences(text), country: nil)
    #expect(edited.text.string.hasSuffix("They must solve the problem of supply. The plan is good."))
    #expect(edited.removals.map { text[$0.range].map(String.init) } == ["The problem."])
  }

  @Test("leads every word of the result back to the text it came from")
  func mapsBack() throws {
    let text = marks + "A stuck neck is my country’s worry. The end."
    let edited = try EnglishEditor(store: store).edited(text, sentences: sentences(text), country: "Norway")
    let result = edited.text.string
    let place = try #require(result.firstRange(of: "bottleneck"))
    let lower = result.utf8.distance(from: result.startIndex, to: place.lowerBound)
    let source = edited.text.map.source(of: TextRange(lower..<(lower + "bottleneck".utf8.count)))
    #expect(text[source] == "stuck neck")
    #expect(edited.edits.allSatisfy { $0.origin.file == "en/machine.tsv" })
  }
}
