/// UTF-8 with bytes in it that are not.
///
/// Three things are told apart: halves of surrogate pairs that were encoded one by one (CESU-8), which make one
/// character; single bytes of windows-1252, as programs paste them into pages in UTF-8; and what is lost or cut off.
struct DamagedUTF8 {
  /// What the bytes say; what is lost is U+FFFD.
  private(set) var text = ""
  /// What is lost, as the Unicode Standard cuts it (3.9, maximal subparts), half a surrogate pair as one.
  private(set) var errors: [Range<Int>] = []
  /// Bytes that were taken for windows-1252.
  private(set) var strays: [Range<Int>] = []
  /// Surrogate pairs that were encoded one by one.
  private(set) var surrogates: [Range<Int>] = []

  private let bytes: ArraySlice<UInt8>

  /// Reads `bytes`, which `found` says are ill-formed in these places.
  init(_ bytes: ArraySlice<UInt8>, errors found: [Range<Int>]) {
    self.bytes = bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + found.count * 2)
    var copied = bytes.startIndex
    var at = 0
    while at < found.count {
      var run = at + 1
      while run < found.count, found[run].lowerBound == found[run - 1].upperBound { run += 1 }
      output += bytes[copied..<found[at].lowerBound]
      read(found[at..<run], into: &output)
      copied = found[run - 1].upperBound
      at = run
    }
    output += bytes[copied...]
    text = String(decoding: output, as: UTF8.self)
  }

  /// Reads ill-formed stretches side by side.
  private mutating func read(_ run: ArraySlice<Range<Int>>, into output: inout [UInt8]) {
    if run.count <= 3, run.allSatisfy({ $0.count == 1 }), let first = run.first, let last = run.last {
      let characters = run.compactMap { stray(at: $0.lowerBound, in: first.lowerBound..<last.upperBound) }
      if characters.count == run.count {
        for character in characters { output.append(contentsOf: String(Character(character)).utf8) }
        strays += run
        return
      }
    }
    var index = run.first?.lowerBound ?? 0
    for range in run where range.lowerBound >= index {
      index = range.upperBound
      if let high = surrogate(at: range.lowerBound) {
        index = range.lowerBound + 3
        if (0xD800...0xDBFF).contains(high), let low = surrogate(at: index), low >= 0xDC00,
          let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        {
          index += 3
          output.append(contentsOf: String(Character(scalar)).utf8)
          surrogates.append(range.lowerBound..<index)
          continue
        }
      }
      output += [0xEF, 0xBF, 0xBD]
      errors.append(range.lowerBound..<index)
    }
  }

  /// The surrogate that three bytes encode.
  private func surrogate(at index: Int) -> UInt32? {
    guard index + 2 < bytes.endIndex, bytes[index] == 0xED, bytes[index + 1] & 0xE0 == 0xA0,
      bytes[index + 2] & 0xC0 == 0x80
    else { return nil }
    return 0xD000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
  }

  /// The character of windows-1252, when the place suits it; `run` are the stray bytes side by side.
  private func stray(at index: Int, in run: Range<Int>) -> Unicode.Scalar? {
    let before = run.lowerBound > bytes.startIndex ? bytes[run.lowerBound - 1] : 0x20
    let after = run.upperBound < bytes.endIndex ? bytes[run.upperBound] : 0x20
    guard before < 0x80, after < 0x80 else { return nil }
    let byte = bytes[index]
    let isAfterUpper = before &- 0x41 < 26
    let isAfterLower = before &- 0x61 < 26
    let isInside = (isAfterLower || isAfterUpper) && (after | 0x20) &- 0x61 < 26
    switch byte {
    case 0x80...0x9F: return Windows1252.scalar(of: UInt32(byte))
    // No letters; signs that nobody writes.
    case 0xA4, 0xA6, 0xA8, 0xAC, 0xAD, 0xAF, 0xB4, 0xB6, 0xB8, 0xB9, 0xD7, 0xF7, 0xFF: return nil
    case 0xA0...0xBF: break
    // The first bytes of most letters: what is left of one is likelier than `Â` or `Ã` outside a word in capitals.
    case 0xC2, 0xC3: if !isAfterUpper || after &- 0x61 < 26 { return nil }
    case 0xC0...0xDE: if isAfterLower { return nil }
    // The first bytes of quotes and emoji.
    case 0xE2, 0xEF, 0xF0, 0xFE: if !isInside { return nil }
    default: break
    }
    return Unicode.Scalar(UInt32(byte))
  }
}
