import CICU

/// Makes text from bytes: chooses an encoding, tells why, and loses nothing silently.
///
/// A byte order mark decides; then the bytes themselves, where they are valid UTF-8 with letters beyond ASCII, since
/// labels of other encodings on such text are nearly always wrong; then the label that the caller gives, then the one
/// in the document; then statistics, with the known faults of ICU's detector set right. Labels are read as browsers do.
/// What cannot be decoded becomes U+FFFD and a diagnostic with its offset.
///
/// The type is not called `Decoder`, which would hide the standard library's.
public struct TextDecoder: Sendable {
  /// Diagnostics of undecodable bytes beyond this number are only counted.
  static let reportLimit = 20

  /// Makes a decoder.
  public init() {}

  /// Returns the text of `bytes`; see `decode(_:declared:)` of a decoder.
  public static func decode(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    TextDecoder().decode(bytes, declared: declared)
  }

  /// Returns the text of `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: the bytes, at most 500 MB; what is beyond is cut off with a diagnostic.
  ///   - declared: the label that came with them, such as the `charset` of an HTTP header.
  /// - Returns: the text, with the encoding that was chosen and why.
  public func decode(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    guard bytes.count <= Self.sizeLimit else {
      var text = decode(Array(bytes[..<Self.sizeLimit]), declared: declared)
      let rest = TextRange(Self.sizeLimit..<min(bytes.count, Int(UInt32.max)))
      text.diagnostics.append(
        Diagnostic(.error, "decode.too-large", "only the first \(Self.sizeLimit) bytes were read", in: rest)
      )
      return text
    }
    var notes: [Diagnostic] = []
    if let mark = byteOrderMark(bytes) {
      return decoded(bytes, from: mark.length, as: mark.encoding, .byteOrderMark, notes)
    }
    if let wide = zeroPattern(bytes) { return decoded(bytes, from: 0, as: wide, .zeroBytes, notes) }
    let check = UTF8Check(bytes.span, limit: 1000)
    let isUTF8 = check.errors.isEmpty
    for (label, reason) in [(declared, .label), (DeclaredEncoding.label(in: bytes), .declaration)]
      as [(String?, DecodedText.Reason)]
    {
      guard let label, !label.isEmpty else { continue }
      guard var encoding = EncodingLabels.encoding(label) else {
        notes.append(
          Diagnostic(
            .warning,
            "decode.unknown-label",
            "no encoding is called '\(label)'",
            hint: "see the WHATWG labels"
          )
        )
        continue
      }
      // A document whose declaration can be read byte by byte is not in UTF-16, whatever it says.
      if encoding.hasPrefix("utf-16") || encoding.hasPrefix("utf-32"), reason == .declaration { encoding = "utf-8" }
      if encoding != "utf-8", isUTF8, check.sequences > 0, !encoding.hasPrefix("utf-16") {
        notes.append(
          Diagnostic(.note, "decode.contradicted-label", "the text is called '\(label)', but it is UTF-8")
        )
        return decoded(bytes, from: 0, as: "utf-8", .validUTF8, notes)
      }
      if encoding == "utf-8", !isUTF8, check.sequences < check.errors.count {
        notes.append(Diagnostic(.warning, "decode.contradicted-label", "the text is called '\(label)', but it is not"))
        continue
      }
      return decoded(bytes, from: 0, as: encoding, reason, notes)
    }
    if isUTF8 || check.sequences > check.errors.count * 4 {
      return decoded(bytes, from: 0, as: "utf-8", .validUTF8, notes)
    }
    let guess = EncodingStatistics.encoding(of: bytes)
    return decoded(bytes, from: 0, as: guess ?? "windows-1252", guess == nil ? .fallback : .statistics, notes)
  }

  private static let sizeLimit = 500_000_000

  private func byteOrderMark(_ bytes: [UInt8]) -> (encoding: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("utf-32le", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("utf-32be", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
  }

  /// UTF-16 without a mark: nearly all of its zero bytes stand on one side, and there are many.
  private func zeroPattern(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    guard head.count >= 4, bytes.count % 2 == 0 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let half = head.count / 2
    if zeros[1] * 3 > half, zeros[0] * 20 < zeros[1] { return "utf-16le" }
    if zeros[0] * 3 > half, zeros[1] * 20 < zeros[0] { return "utf-16be" }
    return nil
  }

  private func decoded(
    _ bytes: [UInt8],
    from start: Int,
    as encoding: String,
    _ reason: DecodedText.Reason,
    _ notes: [Diagnostic]
  ) -> DecodedText {
    let result: (text: String, errors: [Range<Int>])
    if encoding == "utf-8" {
      let check = UTF8Check(bytes.span.extracting(start..<bytes.count))
      result = (
        String(decoding: bytes[start...], as: UTF8.self),
        check.errors.map { ($0.lowerBound + start)..<($0.upperBound + start) }
      )
    } else if let converted = converted(bytes, from: start, as: encoding) {
      result = converted
    } else {
      let note = Diagnostic(.warning, "decode.unsupported", "'\(encoding)' cannot be decoded here")
      return decoded(bytes, from: start, as: "windows-1252", .fallback, notes + [note])
    }
    return DecodedText(
      string: result.text,
      encoding: encoding,
      reason: reason,
      diagnostics: notes + diagnostics(result.errors, encoding, bytes)
    )
  }

  private func diagnostics(_ errors: [Range<Int>], _ encoding: String, _ bytes: [UInt8]) -> [Diagnostic] {
    var result = errors.prefix(Self.reportLimit).map { range in
      let hex = range.prefix(4).map { index in
        let digits = String(bytes[index], radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
      }
      return Diagnostic(
        .warning,
        "decode.undecodable",
        "the bytes \(hex.joined(separator: " ")) at offset \(range.lowerBound) are not \(encoding)",
        in: TextRange(range)
      )
    }
    if errors.count > Self.reportLimit {
      let message = "\(errors.count - Self.reportLimit) more stretches are not \(encoding)"
      result.append(Diagnostic(.warning, "decode.undecodable", message))
    }
    return result
  }

  private func converted(_ bytes: [UInt8], from start: Int, as encoding: String) -> (String, [Range<Int>])? {
    var status: Int32 = 0
    guard let converter = unsafe cicu_cnv_open(EncodingLabels.converter(of: encoding), &status) else { return nil }
    defer { unsafe cicu_cnv_close(converter) }
    let count = bytes.count - start
    let capacity = count * 2 + 16
    var offsets = [Int32](repeating: 0, count: capacity)
    var written: Int32 = -1
    let units = unsafe [UInt16](unsafeUninitializedCapacity: capacity) { buffer, initialized in
      written = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe offsets.withUnsafeMutableBufferPointer {
          unsafe cicu_cnv_decode(
            converter,
            input.baseAddress.map { unsafe $0 + start },
            Int32(count),
            buffer.baseAddress,
            $0.baseAddress,
            Int32(capacity)
          )
        }
      }
      initialized = max(0, Int(written))
    }
    guard written >= 0 else { return nil }
    var errors: [Range<Int>] = []
    for (index, unit) in units.enumerated() where unit == 0xFFFD {
      let lower = start + max(0, Int(offsets[index]))
      let upper = index + 1 < units.count ? start + Int(offsets[index + 1]) : bytes.count
      errors.append(lower..<max(lower + 1, min(upper, bytes.count)))
    }
    return (String(decoding: units, as: UTF16.self), errors)
  }
}
