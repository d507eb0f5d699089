import Glibc
import KoineText
import Testing

/// Unicode's own files, from Debian's `unicode-data`.
enum UnicodeData {
  /// A line of a test of boundaries: `÷ 0061 × 0308 ÷	# …`.
  struct BreakCase {
    /// The line in the file.
    let line: Int
    /// The text.
    let text: String
    /// The UTF-8 offsets of the boundaries, the start and the end too.
    let boundaries: [Int]
  }

  /// Returns the lines of a file; a file that is missing fails the test.
  static func lines(_ name: String) throws -> [String] {
    let path = "/usr/share/unicode/" + name
    guard let file = unsafe fopen(path, "r") else {
      Issue.record("\(path) is missing: install Debian's unicode-data")
      throw TextError.unreadable(path: path, errno: errno)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    }
    unsafe fclose(file)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Returns the cases of a test of boundaries.
  static func breakCases(_ name: String) throws -> [BreakCase] {
    try lines(name).enumerated().compactMap { number, line in
      let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      guard !fields.isEmpty else { return nil }
      var text = String.UnicodeScalarView()
      var boundaries: [Int] = []
      var offset = 0
      for field in fields {
        if field == "÷" {
          boundaries.append(offset)
        } else if field != "×" {
          let value = try #require(UInt32(field, radix: 16).flatMap(Unicode.Scalar.init), "line \(number + 1)")
          text.append(value)
          offset += UTF8.width(value)
        }
      }
      return BreakCase(line: number + 1, text: String(text), boundaries: boundaries)
    }
  }
}
