import CICU

/// Guesses an encoding from the frequencies of bytes.
///
/// ICU's detector does the counting; what it is known to get wrong is set right. It runs at 2 MB/s, so that it sees
/// only a part of a long text.
enum EncodingStatistics {
  /// Returns the encoding that the bytes, which are not UTF-8, are likeliest in, or `nil` when nothing speaks for one.
  static func encoding(of bytes: [UInt8]) -> String? {
    let sample = sample(of: bytes)
    var status: Int32 = 0
    guard let detector = unsafe cicu_csdet_open(&status) else { return nil }
    defer { unsafe cicu_csdet_close(detector) }
    var confidence: Int32 = 0
    let name = unsafe sample.withUnsafeBufferPointer { buffer -> String? in
      let name = unsafe cicu_csdet_run(detector, buffer.baseAddress, Int32(buffer.count), &confidence)
      return unsafe name.map { unsafe String(cString: $0) }
    }
    guard let name else { return nil }
    return corrected(name.lowercased(), confidence: Int(confidence), sample)
  }

  private static func corrected(_ name: String, confidence: Int, _ sample: [UInt8]) -> String? {
    let high = sample.count { $0 >= 0x80 }
    let isMultibyte = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"].contains(name)
    // A few letters with accents among ASCII make pairs too, but text in these encodings is mostly such pairs.
    if isMultibyte, confidence < 50 || high * 5 < sample.count { return nil }
    let hasC1 = sample.contains { (0x80...0x9F).contains($0) }
    switch name {
    case "iso-8859-1": return "windows-1252"
    case "iso-8859-9": return "windows-1254"
    case "iso-8859-2": return hasC1 ? "windows-1250" : name
    case "iso-8859-6": return hasC1 ? "windows-1256" : name
    case "iso-8859-7": return hasC1 ? "windows-1253" : name
    case "iso-8859-8", "iso-8859-8-i": return hasC1 ? "windows-1255" : name
    // The Ukrainian letters of KOI8-U stand where KOI8-R has box drawing, which no text mixes with letters.
    case "koi8-r":
      let ukrainian: Set<UInt8> = [0xA4, 0xA6, 0xA7, 0xAD, 0xB4, 0xB6, 0xB7, 0xBD]
      return sample.contains { ukrainian.contains($0) } ? "koi8-u" : name
    // What it takes for UTF-16, UTF-32 or EBCDIC without a mark is something else.
    case _ where name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name.hasPrefix("ibm42"): return nil
    default: return confidence < 10 ? nil : EncodingLabels.encoding(name)
    }
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
