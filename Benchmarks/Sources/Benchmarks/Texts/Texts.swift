import RawICU

/// Texts made from the seed sentences, the same in every run.
enum Texts {
  /// The languages that there are sentences of.
  static var languages: [String] { SeedSentences.all.map(\.language) }

  /// Returns a text of about `bytes` bytes in paragraphs, as news sites have it.
  static func text(_ language: String, bytes: Int) -> String {
    let seeds = SeedSentences.sentences(language)
    let isSpaced = language != "zh" && language != "ja"
    var numbers = Numbers(state: 17)
    var text = ""
    var sentences = 0
    while text.utf8.count < bytes {
      text += seeds[Int(numbers.next() % UInt64(seeds.count))]
      sentences += 1
      text += sentences % 5 == 0 ? "\n\n" : isSpaced ? " " : ""
    }
    return text
  }

  /// Returns sentences of all languages in turn; each is the start of one seed and the end of another.
  static func sentences(_ count: Int) -> [String] {
    var numbers = Numbers(state: 23)
    return (0..<count).map { index in
      let seeds = SeedSentences.all[index % SeedSentences.all.count].sentences
      func half(_ isStart: Bool) -> Substring {
        let scalars = seeds[Int(numbers.next() % UInt64(seeds.count))].unicodeScalars
        let middle = scalars.index(scalars.startIndex, offsetBy: scalars.count / 2)
        return Substring(isStart ? scalars[..<middle] : scalars[middle...])
      }
      return String(half(true) + half(false))
    }
  }

  /// Returns a text with its letters taken apart: all that can be, or one in `every` characters.
  static func decomposed(_ text: String, every: Int = 1) -> String {
    if every == 1 { return nfd(text) }
    var view = String.UnicodeScalarView()
    var last = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let apart = index - last >= every ? Array(nfd(String(scalar)).unicodeScalars) : [scalar]
      if apart.count > 1 { last = index }
      view.append(contentsOf: apart)
    }
    return String(view)
  }

  private static func nfd(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
    let count = unsafe raw_nfd(bytes, Int32(bytes.count), &out, Int32(out.count))
    return String(decoding: out[..<Int(count)], as: UTF8.self)
  }
}

/// A small deterministic generator (SplitMix64).
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
