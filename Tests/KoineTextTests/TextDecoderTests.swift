import KoineText
import TestTables
import Testing

@Suite struct TextDecoderTests {
  @Test("makes text of bytes and tells how", arguments: Table("text/decode.tsv").rows)
  func decodes(row: Table.Row) throws {
    let decoded = TextDecoder.decode(try bytes(row["bytes"]), declared: row["declared"])
    #expect(decoded.string == row["text"])
    #expect(decoded.encoding == row["encoding"])
    #expect(decoded.reason.rawValue == row["reason"])
    #expect(decoded.diagnostics.map(\.code) == row.list("diagnostics"))
  }

  @Test("tells where undecodable bytes stand")
  func offsets() throws {
    let utf8 = TextDecoder.decode(Array("città è ".utf8) + [0xE2, 0x82, 0x20, 0xFF], declared: "utf-8")
    #expect(utf8.string == "città è \u{FFFD} \u{FFFD}")
    #expect(utf8.diagnostics.compactMap(\.range) == [TextRange(10..<12), TextRange(13..<14)])
    let japanese = TextDecoder.decode([0x41, 0x82, 0xA0, 0x82], declared: "shift_jis")
    #expect(japanese.diagnostics.compactMap(\.range).first?.lower == 3)
  }

  @Test("counts what it no longer reports one by one")
  func manyErrors() throws {
    let bytes = [UInt8](repeating: 0xFF, count: 500) + Array("perché ".utf8)
    let decoded = TextDecoder.decode([0xEF, 0xBB, 0xBF] + bytes)
    #expect(decoded.string.unicodeScalars.count { $0 == "\u{FFFD}" } == 500)
    #expect(decoded.diagnostics.count == 21)
    #expect(decoded.diagnostics.last?.message.hasPrefix("480 more") == true)
  }

  @Test("knows the labels that browsers know")
  func labels() {
    for (label, encoding) in [
      ("UTF8", "utf-8"), ("us-ascii", "windows-1252"), ("l2", "iso-8859-2"), ("x-sjis", "shift_jis"),
      ("koi", "koi8-r"), ("mac", "macintosh"), ("tis-620", "windows-874"), ("cp866", "ibm866"),
      ("l3", "iso-8859-3"), ("l4", "iso-8859-4"), ("l6", "iso-8859-10"), ("iso885913", "iso-8859-13"),
      ("iso885914", "iso-8859-14"), ("l9", "iso-8859-15"), ("arabic", "iso-8859-6"), ("greek8", "iso-8859-7"),
      ("visual", "iso-8859-8"), ("cyrillic", "iso-8859-5"), ("windows-1255", "windows-1255"),
      ("cp1257", "windows-1257"),
      ("logical", "iso-8859-8-i"), ("x-mac-ukrainian", "x-mac-cyrillic"), ("koi8-ru", "koi8-u"), ("korean", "euc-kr"),
      ("windows-1258", "windows-1258"), ("big5-hkscs", "big5"), ("iso-2022-jp", "iso-2022-jp"),
    ] {
      let decoded = TextDecoder.decode([0x61], declared: label)
      #expect(decoded.encoding == encoding)
      #expect(decoded.string == "a")
      #expect(decoded.diagnostics.isEmpty)
    }
  }

  @Test("decodes any bytes under any label without losing any silently")
  func survives() {
    var generator = Numbers(state: 11)
    let labels: [String?] = [
      nil, "utf-8", "utf-16le", "utf-32be", "gb18030", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr",
      "windows-1258", "macintosh",
    ]
    for _ in 0..<40 {
      for label in labels {
        let bytes = (0..<Int(generator.next() % 200)).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 40) }
        let decoded = TextDecoder.decode(bytes, declared: label)
        for range in decoded.diagnostics.compactMap(\.range) { #expect(Int(range.upper) <= bytes.count) }
        if decoded.string.unicodeScalars.contains("\u{FFFD}") { #expect(!decoded.diagnostics.isEmpty) }
      }
    }
  }

  private func bytes(_ hex: String) throws -> [UInt8] {
    let digits = Array(hex)
    return try stride(from: 0, to: digits.count - 1, by: 2).map {
      try #require(UInt8(String(digits[$0...($0 + 1)]), radix: 16))
    }
  }
}
