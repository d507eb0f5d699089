import KoineText
import Testing

/// Unicode's own test of sentence boundaries.
@Suite struct SentenceBreakConformanceTests {
  @Test("agrees with every line of SentenceBreakTest.txt")
  func lines() throws {
    let segmenter = Segmenter(unit: .sentence, language: .undetermined)
    let cases = try UnicodeData.breakCases("auxiliary/SentenceBreakTest.txt")
    #expect(cases.count > 500)
    for row in cases {
      let boundaries = segmenter.boundaries(in: row.text)
      #expect(boundaries == row.boundaries, "line \(row.line)")
    }
  }
}
