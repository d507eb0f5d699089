import KoineLexicon
import KoineText
import KoineTranslation
import Testing

@testable import KoinePipeline

@Suite struct AlignmentTests {
  private func range(_ lower: Int, _ upper: Int) -> TextRange { TextRange(lower..<upper) }

  @Test("leads from a rewritten text back and forth, letter by letter where it was copied")
  func followsRewrites() {
    var rewriter = TextRewriter("the stuck necks of supply")
    rewriter.replace(range(4, 15), with: "bottlenecks")
    rewriter.replace(range(18, 25), with: "")
    let text = rewriter.finish()
    let alignment = Alignment(
      text.map,
      length: text.string.utf8.count,
      origins: [range(4, 15): [Origin(file: "a", line: 1)]]
    )
    #expect(alignment.source(of: range(1, 3)) == range(1, 3))
    #expect(alignment.source(of: range(6, 8)) == range(4, 15))
    #expect(alignment.target(of: range(16, 18)) == range(16, 18))
    #expect(alignment.target(of: range(5, 6)) == range(4, 15))
    #expect(alignment.target(of: range(19, 24)) == nil)
    #expect(alignment.links(overlapping: range(4, 5)).first?.origins == [Origin(file: "a", line: 1)])
  }

  @Test("puts translated sentences, edits and copies together, each with its way back")
  func buildsEnglish() {
    let source = "Uno due.\n\nThree four. Cinque."
    var builder = EnglishBuilder(source)
    let one = Translation(
      text: "One two.",
      alignment: [
        .init(target: range(0, 3), source: range(0, 3), origins: []),
        .init(target: range(4, 7), source: range(4, 7), origins: []),
      ],
      unknown: []
    )
    builder.replace(range(0, 8), with: .translation(one))
    builder.replace(range(10, 15), with: .edit("3", []))
    builder.replace(
      range(22, 29),
      with: .translation(
        Translation(
          text: "Five.",
          alignment: [
            .init(target: range(0, 4), source: range(0, 6), origins: [])
          ],
          unknown: []
        )
      )
    )
    let english = builder.finish(sentences: [range(0, 8), range(10, 21), range(22, 29)])
    #expect(english.text == "One two.\n\n3 four. Five.")
    #expect(english.alignment.source(of: range(4, 7)) == range(4, 7))
    #expect(english.alignment.source(of: range(12, 16)) == range(16, 20))
    #expect(english.alignment.source(of: range(18, 20)) == range(22, 28))
    #expect(english.sentences.count == 3)
    #expect(english.sentences.allSatisfy { Int($0.upper) <= english.text.utf8.count })
  }

  @Test("random edits keep every copied letter where it leads", arguments: 0..<50)
  func survivesRandomEdits(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let letters = (0..<60).map { _ in "abcdefghij".utf8.map(\.self)[random(10)] }
    let source = String(decoding: letters, as: UTF8.self)
    var rewriter = TextRewriter(source)
    var at = 0
    while at < 55 {
      let lower = at + random(5)
      let upper = min(60, lower + random(4))
      guard lower <= upper, lower <= 60 else { break }
      rewriter.replace(range(lower, upper), with: String(repeating: "X", count: random(4)))
      at = upper + 1
    }
    let text = rewriter.finish()
    let alignment = Alignment(text.map, length: text.string.utf8.count)
    for (offset, byte) in text.string.utf8.enumerated() where byte != UInt8(ascii: "X") {
      let back = alignment.source(of: range(offset, offset + 1))
      #expect(back.map { letters[Int($0.lower)] } == byte, "seed \(seed)")
      #expect(back.flatMap(alignment.target) == range(offset, offset + 1), "seed \(seed)")
    }
  }
}
