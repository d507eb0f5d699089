/// Bytes decoded in one encoding, with every place where that did not go smoothly.
struct DecodedBytes {
  private let string: String
  private var encoding: String
  private var isFallback = false
  private var errors: [Range<Int>] = []
  private var strays: [Range<Int>] = []
  private var surrogates: [Range<Int>] = []
  private let bytes: ArraySlice<UInt8>

  /// Decodes `bytes`, whose indices are offsets in the input, in an encoding by its WHATWG name; `valid` is what they are
  /// in UTF-8, if that has been found out.
  init(_ bytes: ArraySlice<UInt8>, as encoding: String, valid: String? = nil) {
    self.bytes = bytes
    self.encoding = encoding
    if encoding == "utf-8", let valid {
      string = valid
    } else if encoding == "utf-8" {
      let start = bytes.startIndex
      let found = UTF8Check(bytes.span).errors.map { ($0.lowerBound + start)..<($0.upperBound + start) }
      if found.isEmpty {
        string = String(decoding: bytes, as: UTF8.self)
        return
      }
      let read = DamagedUTF8(bytes, errors: found)
      (string, errors, strays, surrogates) = (read.text, read.errors, read.strays, read.surrogates)
    } else if encoding == "replacement" {
      // Nothing is decoded in the encodings of this name, which can hide markup in letters.
      string = bytes.isEmpty ? "" : "\u{FFFD}"
      if !bytes.isEmpty { errors = [bytes.indices] }
    } else if let table = SingleByteTable(encoding) {
      (string, errors) = table.decoded(bytes)
    } else if let decoded = ICUConverter(encoding)?.decoded(bytes) {
      (string, errors) = decoded
    } else {
      isFallback = true
      (string, errors) = SingleByteTable("windows-1252")?.decoded(bytes) ?? (String(decoding: bytes, as: UTF8.self), [])
    }
  }

  /// The text with its diagnostics.
  func text(_ reason: DecodedText.Reason, notes: [Diagnostic]) -> DecodedText {
    var diagnostics = notes
    if isFallback {
      diagnostics.append(Diagnostic(.warning, "decode.unsupported", "'\(encoding)' cannot be decoded here"))
    }
    diagnostics += report(errors, .warning, "decode.undecodable") { "\($0) not \(encoding)" }
    diagnostics += report(strays, .warning, "decode.stray-byte") { "\($0) not UTF-8 and read in windows-1252" }
    diagnostics += report(surrogates, .note, "decode.surrogates") { "\($0) a surrogate pair encoded half by half" }
    return DecodedText(
      string: string,
      encoding: isFallback ? "windows-1252" : encoding,
      reason: isFallback ? .fallback : reason,
      diagnostics: diagnostics
    )
  }

  /// One diagnostic for each of the first places, and one that counts the others.
  private func report(
    _ ranges: [Range<Int>],
    _ severity: Diagnostic.Severity,
    _ code: String,
    _ message: (String) -> String
  ) -> [Diagnostic] {
    var result = ranges.prefix(TextDecoder.reportLimit).map { range in
      let hex = range.prefix(4).map { index in
        let digits = String(bytes[index], radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
      }
      let more = range.count > 4 ? " …" : ""
      let subject = "the bytes \(hex.joined(separator: " "))\(more) at offset \(range.lowerBound) are"
      return Diagnostic(severity, code, message(subject), in: TextRange(range))
    }
    if ranges.count > TextDecoder.reportLimit {
      let rest = ranges.count - TextDecoder.reportLimit
      result.append(Diagnostic(severity, code, message("\(rest) more stretches are")))
    }
    return result
  }
}
