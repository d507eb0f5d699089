import KoineText
import RawICU

/// NFC with the way back, beside `Normalizer2::normalizeUTF8` without one.
enum NormalizingSuite: Suite {
  static let name = "nfc"

  static func benchmarks() -> [Benchmark] {
    let latin = String(
      repeating: "Ångström, naïve façade: Škoda, Łódź, Ñandú, résumé, coöperate, Zoë Brontë. ",
      count: 13_000
    )
    let texts: [(String, String)] = [
      ("clean italian", Texts.text("it", bytes: 1_000_000)),
      ("clean chinese", Texts.text("zh", bytes: 1_000_000)),
      ("1 % decomposed italian", Texts.decomposed(Texts.text("it", bytes: 1_000_000), every: 100)),
      ("decomposed italian", Texts.decomposed(Texts.text("it", bytes: 1_000_000))),
      ("decomposed vietnamese", Texts.decomposed(Texts.text("vi", bytes: 1_000_000))),
      ("decomposed korean", Texts.decomposed(Texts.text("ko", bytes: 1_000_000))),
      ("latin with many marks", Texts.decomposed(latin)),
    ]
    let normalizer = Normalizer(form: .nfc)
    return texts.map { name, text in
      let bytes = Array(text.utf8)
      let output = Buffer(bytes.count * 2)
      return Benchmark(
        "nfc/\(name)",
        amount: bytes.count,
        bar: .shareOfPeer(0.7),
        run: { keep(try? normalizer.normalized(text)) },
        peer: (
          "ICU normalizeUTF8, no edits",
          { keep(unsafe raw_nfc(bytes, Int32(bytes.count), output.start, Int32(output.count))) }
        )
      )
    }
      + texts.prefix(2).map { name, text in
        let bytes = Array(text.utf8)
        return Benchmark(
          "nfc/check/\(name)",
          amount: bytes.count,
          run: { keep(normalizer.isNormalized(text)) },
          peer: ("ICU isNormalizedUTF8", { keep(unsafe raw_is_nfc(bytes, Int32(bytes.count))) })
        )
      }
  }
}

/// Memory that a peer writes to.
@safe final class Buffer {
  let start: UnsafeMutablePointer<UInt8>
  let count: Int

  init(_ count: Int) {
    self.count = count
    unsafe start = UnsafeMutablePointer.allocate(capacity: count)
    unsafe start.initialize(repeating: 0, count: count)
  }

  deinit { unsafe start.deallocate() }
}
