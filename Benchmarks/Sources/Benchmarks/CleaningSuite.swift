import KoineText
import RawICU

/// From bytes to clean text: decoded, searched for damage, in NFC; and the house form of typography.
enum CleaningSuite: Suite {
  static let name = "clean"

  static func benchmarks() -> [Benchmark] {
    let decoder = TextDecoder()
    let cleaner = Cleaner()
    let house = Cleaner(house: true)
    let texts = ["en", "it", "ru", "zh"].map { ($0, Texts.text($0, bytes: 1_000_000)) }
    return texts.map { language, text in
      let bytes = Array(text.utf8)
      return Benchmark("clean/\(language)", amount: bytes.count, bar: .figure(150)) {
        keep(cleaner.cleaned(decoder.decode(bytes).string))
      }
    }
      + texts.map { language, text in
        Benchmark("clean/house/\(language)", amount: text.utf8.count) { keep(house.cleaned(text)) }
      }
  }
}

/// From bytes to text, beside ICU's conversion when it is told the encoding.
enum DecodingSuite: Suite {
  static let name = "decode"

  static func benchmarks() -> [Benchmark] {
    let decoder = TextDecoder()
    let cases: [(String, String, [UInt8], String?)] = [
      ("utf-8 italian", "UTF-8", Array(Texts.text("it", bytes: 1_000_000).utf8), nil),
      ("utf-8 chinese", "UTF-8", Array(Texts.text("zh", bytes: 1_000_000).utf8), nil),
      ("windows-1252 told", "windows-1252", latin1(Texts.text("it", bytes: 1_000_000)), "windows-1252"),
      ("windows-1252 detected", "windows-1252", latin1(Texts.text("it", bytes: 100_000)), nil),
    ]
    return cases.map { name, encoding, bytes, declared in
      let output = Buffer(bytes.count * 3)
      return Benchmark(
        "decode/\(name)",
        amount: bytes.count,
        run: { keep(decoder.decode(bytes, declared: declared)) },
        peer: (
          "ICU ucnv_convert, told",
          { keep(unsafe raw_convert(encoding, bytes, Int32(bytes.count), output.start, Int32(output.count))) }
        )
      )
    }
  }

  private static func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "-") }
  }
}
