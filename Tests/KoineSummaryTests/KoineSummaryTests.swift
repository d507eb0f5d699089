import KoineSummary
import KoineText
import Testing

/// Sentences written for these tests, and their ranges when joined by spaces.
private func text(_ sentences: [String]) -> (String, [TextRange]) {
  var joined = ""
  var ranges: [TextRange] = []
  for sentence in sentences {
    if !joined.isEmpty { joined += " " }
    let start = joined.utf8.count
    joined += sentence
    ranges.append(TextRange(start..<joined.utf8.count))
  }
  return (joined, ranges)
}

@Suite struct SummarizerTests {
  private let article = [
    "Norda Steel will close its rolling mill in Trieste by the end of 2026, the company said on Monday.",
    "The weather was fine.",
    "The mill employs 240 people, and unions have asked the regional government for a meeting.",
    "He added that he was sorry.",
    "Norda Steel bought the rolling mill in 2011 and has since invested 80 million euros in it.",
    "Orders for rolled steel fell by a third last year, according to the company.",
  ]

  @Test("never exceeds the budget and never cuts a sentence", arguments: [0, 1, 5, 18, 19, 40, 60, 200])
  func keepsTheBudget(words: Int) {
    let (text, ranges) = text(article)
    let summary = Summarizer(words: words).summary(title: nil, text: text, language: .english, sentences: ranges)
    #expect(summary.text.split(separator: " ").count <= words)
    #expect(summary.sentences.allSatisfy { sentence in ranges.contains(sentence.range) })
    #expect(summary.text == summary.sentences.map { String(text[$0.range] ?? "") }.joined(separator: " "))
  }

  @Test("prefers the first sentence and leaves out those that say nothing")
  func choosesContent() {
    let (text, ranges) = text(article)
    let summary = Summarizer(words: 60).summary(title: nil, text: text, language: .english, sentences: ranges)
    #expect(summary.text.hasPrefix("Norda Steel will close its rolling mill"))
    #expect(!summary.text.contains("weather"))
    #expect(!summary.text.contains("sorry"))
  }

  @Test(
    "leaves out what is not a whole sentence",
    arguments: ["The plan covers three sites", "The plan covers three sites …", "The plan covers [...]", "Contacts:"]
  )
  func refusesFragments(fragment: String) {
    let (text, ranges) = text([fragment])
    let summary = Summarizer().summary(title: nil, text: text, language: .english, sentences: ranges)
    #expect(summary.text.isEmpty && summary.sentences.isEmpty)
  }

  @Test("does not repeat the title")
  func skipsTheTitle() {
    let (text, ranges) = text([
      "Norda Steel closes its mill.", "The company named falling orders as the reason for it.",
    ])
    let summary = Summarizer().summary(
      title: "Norda Steel closes its mill",
      text: text,
      language: .english,
      sentences: ranges
    )
    #expect(summary.text == "The company named falling orders as the reason for it.")
  }

  @Test("writes one line even where a sentence runs over two")
  func joinsLines() {
    let text = "Copper prices rose\nto a new high in London on Friday."
    let summary = Summarizer().summary(title: nil, text: text, language: .english, sentences: [text.textRange])
    #expect(summary.text == "Copper prices rose to a new high in London on Friday.")
  }
}
