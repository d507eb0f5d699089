import KoineText
import RawICU

/// Sentences and words with Koine's own rules, beside ICU's bare iteration.
enum SegmentingSuite: Suite {
  static let name = "segment"

  static func benchmarks() -> [Benchmark] {
    [(Segmenter.Unit.sentence, ["it", "en", "ru", "zh"]), (.word, ["it", "en", "ru", "zh"])].flatMap {
      unit,
      languages in
      languages.map { language in
        let text = Texts.text(language, bytes: 500_000)
        let bytes = Array(text.utf8)
        let segmenter = Segmenter(unit: unit, language: Language(rawValue: language))
        let iterator = RawBreaks(sentences: unit == .sentence, locale: language)
        return Benchmark(
          "segment/\(unit.rawValue)/\(language)",
          amount: bytes.count,
          run: { keep(segmenter.ranges(in: text)) },
          peer: ("ICU \(unit.rawValue) iteration", { keep(iterator.count(bytes)) })
        )
      }
    }
  }
}

@safe private final class RawBreaks {
  private let address: OpaquePointer?

  init(sentences: Bool, locale: String) { unsafe address = raw_breaks_open(sentences, locale) }

  deinit { unsafe raw_breaks_close(address) }

  func count(_ bytes: [UInt8]) -> Int32 { unsafe raw_breaks_count(address, bytes, Int64(bytes.count)) }
}
