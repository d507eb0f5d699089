import KoineText
import Testing

/// Unicode's own test of word boundaries.
@Suite struct WordBreakConformanceTests {
  @Test("agrees with WordBreakTest.txt, but for the colon, which parts words in ICU")
  func lines() throws {
    let segmenter = Segmenter(unit: .word, language: .undetermined)
    let cases = try UnicodeData.breakCases("auxiliary/WordBreakTest.txt")
    #expect(cases.count > 1_800)
    var tailored = 0
    for row in cases {
      let boundaries = segmenter.boundaries(in: row.text)
      if boundaries == row.boundaries { continue }
      // Unicode has `a:a` as one word, as Swedish wants it; ICU (CLDR's root) has three pieces.
      let colon = try #require(row.text.utf8.firstIndex(of: UInt8(ascii: ":")), "line \(row.line)")
      let offset = row.text.utf8.distance(from: row.text.startIndex, to: colon)
      let added = boundaries.filter { !row.boundaries.contains($0) }
      #expect(row.boundaries.allSatisfy { boundaries.contains($0) }, "line \(row.line)")
      #expect(added.count == 2 && added[0] == offset, "line \(row.line)")
      tailored += 1
    }
    #expect(tailored == 15)
  }
}
