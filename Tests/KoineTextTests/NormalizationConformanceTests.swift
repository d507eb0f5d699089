import KoineText
import Testing

/// Unicode's own test of normalization, from Debian's `unicode-data`.
@Suite struct NormalizationConformanceTests {
  private static let path = "/usr/share/unicode/NormalizationTest.txt"

  @Test("agrees with every line of NormalizationTest.txt")
  func lines() throws {
    let file = try Self.read()
    let forms: [(Normalizer, compatible: Bool, expected: [Int])] = [
      // The column that columns 1-3 and, unless the form is of compatibility, 4-5 lead to.
      (Normalizer(form: .nfc), false, [1, 3]), (Normalizer(form: .nfd), false, [2, 4]),
      (Normalizer(form: .nfkc), true, [3, 3]), (Normalizer(form: .nfkd), true, [4, 4]),
    ]
    var listed = Set<UInt32>()
    var part = ""
    var count = 0
    for (number, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("@") { part = String(line.prefix(6)) }
      guard let first = line.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "@") else { continue }
      let columns = line.split(separator: ";", maxSplits: 5, omittingEmptySubsequences: false).prefix(5).map(Self.text)
      try #require(columns.count == 5, "line \(number + 1)")
      if part == "@Part1", let only = columns[0].unicodeScalars.first { listed.insert(only.value) }
      count += 1
      for (normalizer, _, expected) in forms {
        for (index, column) in columns.enumerated() {
          let wanted = columns[expected[index < 3 ? 0 : 1]]
          let result = try normalizer.normalized(column).string
          if !result.utf8.elementsEqual(wanted.utf8) {
            Issue.record("line \(number + 1), column \(index + 1) in \(normalizer.form)")
          }
        }
      }
    }
    #expect(count > 18_000)
    #expect(listed.count > 16_000)
    // "All code points not explicitly listed in Part 1 are unchanged in every form."
    var rest = String.UnicodeScalarView()
    for value in UInt32(0x20)...0x10FFFF where !listed.contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      rest.append(scalar)
      rest.append(" ")
    }
    let unlisted = String(rest)
    for (normalizer, _, _) in forms {
      #expect(normalizer.isNormalized(unlisted), "\(normalizer.form)")
      #expect(try normalizer.normalized(unlisted).map.isIdentity, "\(normalizer.form)")
    }
  }

  private static func text(_ field: Substring) -> String {
    var view = String.UnicodeScalarView()
    for code in field.split(separator: " ") {
      if let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  /// The file's text, which Debian's `unicode-data` packs with bzip2; without it the test fails.
  private static func read() throws -> String {
    try output(of: "bzip2 -dc \(path).bz2 2>/dev/null || cat \(path)")
  }
}
