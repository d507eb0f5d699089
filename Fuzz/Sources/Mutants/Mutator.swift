/// Makes broken documents of whole ones, the same ones for the same seed.
struct Mutator {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  private static let tokens: [[UInt8]] =
    [
      "<", ">", "&", "\"", "]]>", "<!--", "<![CDATA[", "&#x", "&#1114112;", "\u{0}", "</p>", "<item>", "</item>", "{",
      "[", "\\u", "é", "\r\n\r\n", "--b1\r\n", "=?utf-8?Q?", "=?", ";;;;", "\"\"\"", "\t", "---\n", "\u{FEFF}",
      "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<!DOCTYPE a [", "xml:base=\"//\"", "\n\nFrom ",
    ].map { Array($0.utf8) }

  /// A number below `limit`.
  private mutating func number(_ limit: Int) -> Int { limit < 1 ? 0 : Int(random.next() % UInt64(limit)) }

  /// One of the samples, broken in some ways.
  mutating func mutant(of samples: [Sample]) -> Sample {
    let sample = samples[number(samples.count)]
    var bytes = sample.bytes
    for _ in 0..<(1 + number(8)) { change(&bytes, samples) }
    return Sample(name: sample.name, bytes: Array(bytes.prefix(4 << 20)))
  }

  private mutating func change(_ bytes: inout [UInt8], _ samples: [Sample]) {
    let place = number(bytes.count + 1)
    let length = number(min(2000, bytes.count - place) + 1)
    switch number(15) {
    case 0, 1: if place < bytes.count { bytes[place] ^= UInt8(1 << number(8)) }
    case 2: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: random.next()) }
    case 3: bytes.removeSubrange(place..<(place + length))
    case 4: bytes.removeSubrange(place...)
    case 5: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
    case 6, 7: bytes.insert(contentsOf: Self.tokens[number(Self.tokens.count)], at: place)
    case 8: bytes.insert(contentsOf: [UInt8](repeating: 0, count: 1 + number(64)), at: place)
    case 9: bytes.insert(contentsOf: (0..<(1 + number(16))).map { _ in UInt8(0x80 + number(0x80)) }, at: place)
    case 10: bytes = wide(bytes)
    case 11:
      let piece = ["<a>", "<div>", "[", "{\"a\":", "<b><i>", "(", "> ", "- ", "*", "[!["][number(10)]
      bytes.insert(contentsOf: String(repeating: piece, count: 1 << number(17)).utf8, at: place)
    case 12: bytes.insert(contentsOf: attributes(), at: place)
    case 13: bytes.insert(contentsOf: entities(), at: 0)
    default:
      let other = samples[number(samples.count)].bytes
      let start = number(other.count + 1)
      bytes.insert(contentsOf: other[start..<min(other.count, start + number(4000))], at: place)
    }
  }

  /// The bytes with a zero behind each, as in UTF-16, and now and then half a pair.
  private mutating func wide(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = number(2) == 0 ? [0xFF, 0xFE] : []
    for byte in bytes.prefix(1 << 19) { out += number(500) == 0 ? [byte, 0xD8] : [byte, 0] }
    if number(2) == 0 { out.append(0x41) }
    return out
  }

  private mutating func attributes() -> [UInt8] {
    let count = 1 << number(15)
    if number(2) == 0 { return Array("<item x=\"\(String(repeating: "y", count: count * 8))\">".utf8) }
    return Array("<item \((0..<count).map { "a\($0)='1'" }.joined(separator: " "))>".utf8)
  }

  private mutating func entities() -> [UInt8] {
    let levels = 2 + number(12)
    let steps = (1..<levels).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
    return Array(
      "<!DOCTYPE rss [<!ENTITY l0 \"lol\">\(steps)<!ENTITY f SYSTEM \"file:///etc/passwd\">]>&l\(levels - 1);&f;".utf8
    )
  }
}

/// A document by its name and its bytes.
struct Sample {
  var name: String
  var bytes: [UInt8]
}

/// A generator of numbers that is the same everywhere (Steele, Lea and Flood's SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
