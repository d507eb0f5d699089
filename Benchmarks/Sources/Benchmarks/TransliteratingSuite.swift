import KoineText
import RawICU

/// Text into ASCII with the way back, line by line, beside ICU's transform over every line.
enum TransliteratingSuite: Suite {
  static let name = "transliterate"

  static func benchmarks() -> [Benchmark] {
    let transform = RawTransform("Any-Latin; Latin-ASCII")
    let transliterator = Transliterator(.latinASCII)
    let texts = ["en", "it", "ru", "el", "zh", "ko"].map { ($0, Texts.text($0, bytes: 60_000)) }
    return (texts + [("words never seen", Self.words(40_000))]).map { language, text in
      let lines = text.split(separator: "\n").map(String.init)
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

  /// Cyrillic words that hardly come twice, more than are remembered.
  private static func words(_ count: Int) -> String {
    let letters = Array("абвгдезиклмнопрстуфхцчшэюя".unicodeScalars)
    var numbers = Numbers(state: 43)
    var view = String.UnicodeScalarView()
    for index in 1...count {
      for _ in 0..<(4 + numbers.next() % 6) { view.append(letters[Int(numbers.next() % UInt64(letters.count))]) }
      view.append(index % 40 == 0 ? "\n" : " ")
    }
    return String(view)
  }
}

@safe private final class RawTransform {
  private let address: OpaquePointer?

  init(_ id: String) { unsafe address = raw_transform_open(id) }

  deinit { unsafe raw_transform_close(address) }

  func run(_ bytes: [UInt8]) -> Int64 { unsafe raw_transform_run(address, bytes, Int32(bytes.count)) }
}
