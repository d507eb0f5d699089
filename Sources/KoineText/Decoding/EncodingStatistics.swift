/// Guesses an encoding from the letters that bytes would be.
///
/// Every encoding is tried with every language that was written in it: the likelihood of the letters under a simple model
/// of their frequency (`LetterModel`, `CommonCharacters`), with what words in ASCII tell of the language, and what no text
/// has, such as a capital behind a small letter, letters of two scripts in one word, or a sign between two letters. On
/// short texts that is right more often than ICU's detector, which counts sequences of three bytes.
enum EncodingStatistics {
  /// Returns the encoding that the bytes, which are not UTF-8, are likeliest in, or `nil` when nothing speaks for one.
  static func encoding(of bytes: [UInt8]) -> String? {
    let sample = sample(of: bytes)
    guard sample.contains(where: { $0 >= 0x80 }) else { return nil }
    let words = ASCIIWords(sample)
    var best: (encoding: String, score: Double)?
    for candidate in SingleByteCandidate.all {
      let score = candidate.score(of: sample, words)
      if score > best?.score ?? -.infinity { best = (candidate.encoding, score) }
    }
    if mayBeMultibyte(sample) {
      for candidate in MultibyteCandidate.all {
        guard let score = candidate.score(of: sample) else { continue }
        if score > best?.score ?? -.infinity { best = (candidate.encoding, score) }
      }
    }
    return best?.encoding
  }

  /// Whether enough bytes beyond ASCII stand side by side.
  private static func mayBeMultibyte(_ sample: [UInt8]) -> Bool {
    var high = 0
    var alone = 0
    for (index, byte) in sample.enumerated() where byte >= 0x80 {
      high += 1
      let isAfter = index > 0 && sample[index - 1] >= 0x80
      let isBefore = index + 1 < sample.count && sample[index + 1] >= 0x80
      if !isAfter, !isBefore { alone += 1 }
    }
    return high >= 4 && alone * 2 < high
  }

  /// The stretches around bytes beyond ASCII, 16 kB at most.
  private static func sample(of bytes: [UInt8]) -> [UInt8] {
    let limit = 16_384
    if bytes.count <= limit { return bytes }
    var sample: [UInt8] = []
    var index = 0
    while index < bytes.count, sample.count < limit {
      guard let next = bytes[index...].firstIndex(where: { $0 >= 0x80 }) else { break }
      let end = min(bytes.count, next + 64)
      sample += bytes[max(index, next - 32)..<end]
      index = end
    }
    return sample
  }
}

/// The words in ASCII letters of a text, counted.
struct ASCIIWords {
  private var counts: [String: Int] = [:]

  /// Counts the words between blanks and signs.
  init(_ bytes: [UInt8]) {
    var word: [UInt8] = []
    var isBroken = false
    for byte in bytes + [0x20] {
      if (byte | 0x20) &- 0x61 < 26 {
        word.append(byte | 0x20)
      } else if byte >= 0x80 {
        isBroken = true
      } else {
        if !isBroken, !word.isEmpty, word.count < 12 { counts[String(decoding: word, as: UTF8.self), default: 0] += 1 }
        word.removeAll(keepingCapacity: true)
        isBroken = false
      }
    }
  }

  /// How often the words of a list occur.
  func count(of list: [String]) -> Int { list.reduce(0) { $0 + (counts[$1] ?? 0) } }
}
