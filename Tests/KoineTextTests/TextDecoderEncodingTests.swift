import KoineText
import TestTables
import Testing

/// Sentences in every encoding that their language was written in, read back without being told which.
@Suite struct TextDecoderEncodingTests {
  private struct Sample {
    var encoding: String
    var text: String
    var bytes: [UInt8]
  }

  @Test("reads texts of any length in any encoding without a label", arguments: [(40, 97), (120, 98), (400, 100)])
  func reads(length: Int, percent: Int) throws {
    let samples = try samples(length)
    #expect(samples.count > 40)
    let wrong = samples.filter { TextDecoder.decode($0.bytes).string != $0.text }
    let names = wrong.map { "\($0.encoding): \($0.text)" }.joined(separator: "\n")
    #expect(wrong.count * 100 <= samples.count * (100 - percent), "\(wrong.count) of \(samples.count):\n\(names)")
  }

  @Test("takes no text in UTF-8 for anything else", arguments: Table("text/encodings.tsv").rows)
  func utf8(row: Table.Row) {
    for length in [1, 2, 3, 5, 8, 13, 21, 400] {
      let text = String(row["text"].prefix(length))
      let decoded = TextDecoder.decode(Array(text.utf8))
      #expect(decoded.string == text && decoded.encoding == "utf-8")
    }
  }

  /// Texts of about `length` bytes, begun at each sentence of a language in turn.
  private func samples(_ length: Int) throws -> [Sample] {
    var sentences: [(language: String, encodings: [String], texts: [String])] = []
    for row in Table("text/encodings.tsv").rows {
      if sentences.last?.language != row["language"] {
        sentences.append((row["language"], row.list("encodings"), []))
      }
      sentences[sentences.count - 1].texts.append(row["text"])
    }
    var bytes: [String: [Character: UInt8]] = [:]
    var samples: [Sample] = []
    for (language, encodings, texts) in sentences {
      let blank = ["ja", "th", "zh-Hans", "zh-Hant"].contains(language) ? "" : " "
      for start in texts.indices {
        let text = (texts[start...] + texts[..<start] + texts).joined(separator: blank)
        for encoding in encodings {
          let table = bytes[encoding] ?? inverse(of: encoding)
          bytes[encoding] = table
          let characters = text.unicodeScalars.map { Character($0) }.filter { table[$0] != nil }.prefix(length)
          let sample = Sample(encoding: encoding, text: String(characters), bytes: characters.compactMap { table[$0] })
          if sample.bytes.contains(where: { $0 >= 0x80 }) { samples.append(sample) }
        }
        for (encoding, isLittle) in [("utf-16le", true), ("utf-16be", false)] {
          let units = Array(String(text.prefix(length / 2)).utf16)
          let pairs = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
          let swapped = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
          let sample = String(decoding: units, as: UTF16.self)
          samples.append(Sample(encoding: encoding, text: sample, bytes: isLittle ? pairs : swapped))
        }
      }
    }
    return samples
  }

  /// The byte of each character of a single-byte encoding, found by decoding all of them.
  private func inverse(of encoding: String) -> [Character: UInt8] {
    var table: [Character: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      let text = TextDecoder.decode([byte], declared: encoding).string
      if text != "\u{FFFD}", let character = text.first, table[character] == nil { table[character] = byte }
    }
    return table
  }
}
