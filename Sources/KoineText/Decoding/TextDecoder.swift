/// Makes text from bytes: chooses an encoding, tells why, and loses nothing silently.
///
/// What decides, in this order:
///
/// 1. a byte order mark;
/// 2. zero and control bytes in the places where UTF-16 and UTF-32 have them;
/// 3. the label that the caller gives, then that of the XML declaration or an HTML `meta` element, read as browsers do
///    (WHATWG Encoding Standard). A label that the bytes contradict is not believed: text that is valid UTF-8 with
///    letters beyond ASCII is UTF-8 whatever it is called, and text that is called UTF-8 must mostly be so;
/// 4. valid UTF-8;
/// 5. the likelihood of the letters in every encoding and language that was written in it.
///
/// Bytes that UTF-8 does not allow are read in three ways: the two halves of a surrogate pair (CESU-8) are one character;
/// single bytes between ASCII that suit their place are windows-1252, which is pasted into pages in UTF-8 every day; the
/// rest, and whatever cannot be decoded in any encoding, becomes U+FFFD. Each way has a diagnostic with the offset of the
/// first ``reportLimit`` places and the number of the others.
///
/// The type is not called `Decoder`, which would hide the standard library's.
public struct TextDecoder: Sendable {
  /// How many places of one kind are reported one by one; the others are counted.
  public static let reportLimit = 20

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
  ///   - declared: what came with them: a label such as `latin1`, or a whole `Content-Type` header.
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
    if let mark = byteOrderMark(bytes) {
      return DecodedBytes(bytes[mark.length...], as: mark.encoding).text(.byteOrderMark, notes: [])
    }
    let valid = String(validating: bytes, as: UTF8.self)
    let check = valid.map { UTF8Check(valid: $0) } ?? UTF8Check(bytes.span, limit: 1000)
    let label = declared.map(EncodingLabels.label(inHeader:))
    let isCalledWide = label.flatMap(EncodingLabels.encoding)?.hasPrefix("utf-16") ?? false
    if !isCalledWide, let wide = WideEncoding.encoding(of: bytes, isUTF8: check.errors.isEmpty) {
      return DecodedBytes(bytes[...], as: wide).text(.zeroBytes, notes: [])
    }
    var notes: [Diagnostic] = []
    let labels: [(String?, DecodedText.Reason)] = [
      (label, .label), (DeclaredEncoding.label(in: bytes), .declaration),
    ]
    for (label, reason) in labels {
      guard let label, !label.isEmpty else { continue }
      if let (encoding, reason) = believed(label, reason, check, &notes) {
        return DecodedBytes(bytes[...], as: encoding, valid: valid).text(reason, notes: notes)
      }
    }
    if check.sequences == 0, EscapeSequences.isJapanese(bytes) {
      return DecodedBytes(bytes[...], as: "iso-2022-jp").text(.escapeSequences, notes: notes)
    }
    if check.isMostlyUTF8 {
      return DecodedBytes(bytes[...], as: "utf-8", valid: valid).text(.validUTF8, notes: notes)
    }
    let guess = EncodingStatistics.encoding(of: bytes)
    let decoded = DecodedBytes(bytes[...], as: guess ?? "windows-1252")
    return decoded.text(guess == nil ? .fallback : .statistics, notes: notes)
  }

  private static let sizeLimit = 500_000_000

  /// Returns the encoding that a label makes the text be read in, or `nil` when it is unknown or not to be believed.
  private func believed(
    _ label: String,
    _ reason: DecodedText.Reason,
    _ check: UTF8Check,
    _ notes: inout [Diagnostic]
  ) -> (encoding: String, reason: DecodedText.Reason)? {
    guard var encoding = EncodingLabels.encoding(label) else {
      let message = "no encoding is called '\(label)'"
      notes.append(Diagnostic(.warning, "decode.unknown-label", message, hint: "see the WHATWG labels"))
      return nil
    }
    let isUTF8 = check.errors.isEmpty
    if reason == .declaration {
      // A document whose declaration can be read byte by byte is not in UTF-16, whatever it says.
      if encoding.hasPrefix("utf-16") || encoding.hasPrefix("utf-32") { encoding = "utf-8" }
      if encoding == "x-user-defined" { encoding = "windows-1252" }
    }
    if encoding != "utf-8", isUTF8, check.sequences > 0, !encoding.hasPrefix("utf-16") {
      let message = "the text is called '\(label)', but it is UTF-8"
      notes.append(Diagnostic(.note, "decode.contradicted-label", message))
      return ("utf-8", .validUTF8)
    }
    if encoding == "utf-8", !isUTF8, !check.mayBeUTF8 {
      notes.append(Diagnostic(.warning, "decode.contradicted-label", "the text is called '\(label)', but it is not"))
      return nil
    }
    return (encoding, reason)
  }

  private func byteOrderMark(_ bytes: [UInt8]) -> (encoding: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("utf-32le", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("utf-32be", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
  }
}

/// The escape sequences that switch between character sets in ISO-2022-JP.
enum EscapeSequences {
  /// Whether seven-bit text switches to Japanese characters.
  static func isJapanese(_ bytes: [UInt8]) -> Bool {
    var isFound = false
    guard bytes.prefix(1 << 16).contains(0x1B) else { return false }
    for (index, byte) in bytes.prefix(1 << 16).enumerated() {
      if byte >= 0x80 { return false }
      guard byte == 0x1B, index + 2 < bytes.count else { continue }
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x24, 0x40), (0x24, 0x42), (0x28, 0x49): isFound = true
      default: break
      }
    }
    return isFound
  }
}
