import KoineText

/// The words of a text as numbers, for telling how much two texts have in common.
///
/// Letters count without case; every Han, kana or Thai character is a word, since those scripts put no blanks between words.
struct StoryText {
  /// One hash a word, in the order of the text.
  private(set) var words: [UInt64] = []
  /// The hashes of words that start with a digit, sorted, each once.
  private(set) var figures: [UInt32] = []
  /// The hashes of words that start with a capital inside a sentence, sorted, each once; in most languages they are names.
  private(set) var names: [UInt32] = []

  /// How many words make a shingle (Broder, On the resemblance and containment of documents, 1997).
  static let shingleSize = 3

  init(_ text: String) {
    var text = text
    words.reserveCapacity(text.utf8.count / 6)
    text.withUTF8 { bytes in
      var word = Word()
      var index = 0
      while index < bytes.count {
        let byte = unsafe bytes[index]
        if byte < 0x80 {
          index += 1
          let isCapital = (65...90).contains(byte)
          if isCapital || (97...122).contains(byte) || (48...57).contains(byte) {
            if !word.isOpen { word.open(isDigit: byte <= 57, isCapital: isCapital) }
            word.add(UInt64(isCapital ? byte | 0x20 : byte))
          } else {
            if word.isOpen { close(&word) }
            // Titles and quotations begin with a capital like sentences.
            switch byte {
            case 10, UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""),
              UInt8(ascii: "("):
              word.startsSentence = true
            default: break
            }
          }
          continue
        }
        let (scalar, width) = unsafe Self.scalar(at: index, in: bytes)
        index += width
        if Self.standsAlone(scalar) {
          if word.isOpen { close(&word) }
          word.add(UInt64(scalar.value))
          close(&word)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.isDiacritic
        {
          let isCapital = scalar.properties.isUppercase
          if !word.isOpen { word.open(isDigit: scalar.properties.numericType != nil, isCapital: isCapital) }
          if isCapital {
            for small in scalar.properties.lowercaseMapping.unicodeScalars { word.add(UInt64(small.value)) }
          } else {
            word.add(UInt64(scalar.value))
          }
        } else {
          if word.isOpen { close(&word) }
          if Self.opensSentence(scalar) { word.startsSentence = true }
        }
      }
      if word.isOpen { close(&word) }
    }
    figures = Self.sorted(figures)
    names = Self.sorted(names)
  }

  /// The word that is being read.
  private struct Word {
    var hash = StoryText.seed
    var isOpen = false
    var isFigure = false
    var isName = false
    var startsSentence = true

    mutating func open(isDigit: Bool, isCapital: Bool) {
      isOpen = true
      isFigure = isDigit
      isName = isCapital && !startsSentence
    }

    mutating func add(_ value: UInt64) { hash = (hash ^ value) &* StoryText.prime }
  }

  /// Quotation marks that open, and marks that end a sentence.
  private static func opensSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAB, 0xBF, 0xA1, 0x2018, 0x201C, 0x201E, 0x2026, 0x3002, 0x300C, 0xFF01, 0xFF1F: true
    default: false
    }
  }

  /// The hashes of all runs of three words in the order of the text; of fewer words, one of them all.
  private var runs: [UInt32] {
    if words.isEmpty { return [] }
    if words.count < Self.shingleSize { return [UInt32(truncatingIfNeeded: fingerprint)] }
    return (0...(words.count - Self.shingleSize)).map { index in
      UInt32(truncatingIfNeeded: Self.mixed(words[index..<index + Self.shingleSize].reduce(0, Self.joined)))
    }
  }

  /// The shingles, sorted, each once; and the spans that an excerpt shares with the text it was taken from.
  ///
  /// A span is a hash of two shingles that follow one another among those whose hash is a multiple of four (a quarter of them all), so
  /// it stands for a dozen words in a row, which two texts hardly share by chance.
  var sketch: (shingles: [UInt32], spans: [UInt32]) {
    let runs = runs
    let sampled = runs.filter { $0 % 4 == 0 }
    let spans = zip(sampled, sampled.dropFirst()).map { pair in
      UInt32(truncatingIfNeeded: Self.mixed(Self.joined(UInt64(pair.0), UInt64(pair.1))))
    }
    return (Self.sorted(runs), Self.sorted(spans))
  }

  private static func sorted(_ list: [UInt32]) -> [UInt32] {
    var list = list.sorted()
    var last: UInt32?
    list.removeAll { value in
      defer { last = value }
      return value == last
    }
    return list
  }

  /// One hash of all words in their order.
  var fingerprint: UInt64 { Self.mixed(words.reduce(0, Self.joined)) }

  // FNV-1a, then a finalizer that spreads its weak low bits.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private mutating func close(_ word: inout Word) {
    words.append(word.hash)
    if word.isFigure { figures.append(UInt32(truncatingIfNeeded: Self.mixed(word.hash))) }
    if word.isName { names.append(UInt32(truncatingIfNeeded: Self.mixed(word.hash))) }
    word = Word()
    word.startsSentence = false
  }

  private static func joined(_ a: UInt64, _ b: UInt64) -> UInt64 { mixed(a ^ b &* prime) &+ b }

  /// Spreads every bit over all bits (the finalizer of MurmurHash3, public domain).
  static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }

  /// The hash of a name or an address.
  static func hash(_ text: String) -> UInt64 {
    mixed(text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime })
  }

  private static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int) {
    // A Swift string is valid UTF-8, so the bytes that a lead byte announces are there.
    let lead = unsafe UInt32(bytes[index])
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var value = lead & (0x7F >> UInt32(width))
    for offset in 1..<width { value = unsafe value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0E7F, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
