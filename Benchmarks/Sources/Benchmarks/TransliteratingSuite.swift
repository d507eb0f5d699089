import KoineText
import RawICU

/// Text into ASCII with the way back, line by line, beside ICU's transform over every line.
enum TransliteratingSuite: Suite {
  static let name = "transliterate"

  static func benchmarks() -> [Benchmark] {
    let transform = RawTransform("Any-Latin; Latin-ASCII")
    let transliterator = Transliterator(.latinASCII)
    return ["en", "it", "ru", "el", "zh", "ko"].map { language in
      let lines = Texts.text(language, bytes: 60_000).split(separator: "\n").map(String.init)
      let bytes = lines.map { Array($0.utf8) }
      let amount = bytes.reduce(0) { $0 + $1.count }
      return Benchmark(
        "transliterate/\(language)",
        amount: amount,
        run: { for line in lines { keep(try? transliterator.rewritten(line)) } },
        peer: ("ICU Any-Latin; Latin-ASCII", { for line in bytes { keep(transform.run(line)) } })
      )
    }
  }
}

@safe private final class RawTransform {
  private let address: OpaquePointer?

  init(_ id: String) { unsafe address = raw_transform_open(id) }

  deinit { unsafe raw_transform_close(address) }

  func run(_ bytes: [UInt8]) -> Int64 { unsafe raw_transform_run(address, bytes, Int32(bytes.count)) }
}
