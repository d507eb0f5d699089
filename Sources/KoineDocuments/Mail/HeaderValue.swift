import KoineText

/// The values of mail headers: parameters and encoded words (RFC 2045, 2047, 2231, 5322).
enum HeaderValue {
  /// The parts between semicolons that are not in quotation marks, trimmed.
  static func parts(_ value: String) -> [String] { split(value, at: UInt8(ascii: ";")) }

  /// The parts between separators that stand neither in quotation marks nor in angle brackets, trimmed.
  static func split(_ value: String, at separator: UInt8) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    var isQuoted = false
    var isEscaped = false
    for byte in value.utf8 {
      if byte == separator, !isQuoted {
        parts.append(PlainText.trimmed(String(decoding: part, as: UTF8.self)))
        part.removeAll(keepingCapacity: true)
        continue
      }
      if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      part.append(byte)
    }
    parts.append(PlainText.trimmed(String(decoding: part, as: UTF8.self)))
    return parts
  }

  /// A quoted string without its quotation marks and backslashes; anything else as it is.
  static func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    var out = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        out.append(character)
        isEscaped = false
      }
    }
    return out
  }

  /// A parameter that may be in pieces or in an encoding of its own: `filename*0*=utf-8''a%20b`.
  static func parameter(_ name: String, of type: MediaType) -> String? {
    if let plain = type[name] { return words(plain) }
    if let whole = type["\(name)*"] { return extended([(whole, true)]) }
    var pieces: [(String, Bool)] = []
    while pieces.count < 100 {
      if let piece = type["\(name)*\(pieces.count)"] {
        pieces.append((piece, false))
      } else if let piece = type["\(name)*\(pieces.count)*"] {
        pieces.append((piece, true))
      } else {
        break
      }
    }
    return pieces.isEmpty ? nil : extended(pieces)
  }

  private static func extended(_ pieces: [(text: String, isEncoded: Bool)]) -> String {
    var charset: String?
    var bytes: [UInt8] = []
    for (index, piece) in pieces.enumerated() {
      var text = piece.text[...]
      if index == 0, piece.isEncoded {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3 { (charset, text) = (String(parts[0]), parts[2]) }
      }
      bytes += piece.isEncoded ? unescaped(Array(text.utf8), mark: UInt8(ascii: "%")) : Array(text.utf8)
    }
    return TextDecoder().decode(bytes, declared: charset).string
  }

  // MARK: encoded words

  /// The text with `=?utf-8?Q?caff=C3=A8?=` and its kind decoded.
  static func words(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    let bytes = Array(text.utf8)
    var out = ""
    // Characters may be split between words, so that neighbours in one encoding are decoded together.
    var pending: (charset: String, bytes: [UInt8])?
    var plainStart = 0
    var at = 0
    func flush() {
      if let (charset, bytes) = pending { out += TextDecoder().decode(bytes, declared: charset).string }
      pending = nil
    }
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "=")) {
      guard let word = EncodedWord(bytes, at: start) else {
        at = start + 1
        continue
      }
      let between = bytes[plainStart..<start]
      if pending == nil || !between.allSatisfy(\.isMarkupSpace) {
        flush()
        out += String(decoding: between, as: UTF8.self)
      }
      if let charset = pending?.charset, charset.lowercased() == word.charset.lowercased() {
        pending?.bytes += word.bytes
      } else {
        flush()
        pending = (word.charset, word.bytes)
      }
      at = word.end
      plainStart = at
    }
    flush()
    return out + String(decoding: bytes[plainStart...], as: UTF8.self)
  }

  /// One encoded word.
  private struct EncodedWord {
    var charset: String
    var bytes: [UInt8]
    var end: Int

    init?(_ text: [UInt8], at start: Int) {
      let question = UInt8(ascii: "?")
      guard text[start...].starts(with: "=?".utf8) else { return nil }
      // The standard allows 75 bytes; senders that know no limit write a few hundred.
      let window = text[(start + 2)..<min(text.count, start + 2000)]
      guard let first = window.firstIndex(of: question), first - start < 80, first + 2 < window.endIndex,
        window[first + 2] == question
      else { return nil }
      var close = first + 3
      while close + 1 < window.endIndex, !(text[close] == question && text[close + 1] == UInt8(ascii: "=")) {
        close += 1
      }
      guard close + 1 < window.endIndex else { return nil }
      let label = String(decoding: text[(start + 2)..<first], as: UTF8.self)
      charset = String(label.prefix { $0 != "*" })
      let body = Array(text[(first + 3)..<close])
      switch text[first + 1] | 0x20 {
      case UInt8(ascii: "b"): bytes = Base64.lenient(body[...])
      case UInt8(ascii: "q"):
        bytes = HeaderValue.unescaped(body.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, mark: UInt8(ascii: "="))
      default: return nil
      }
      end = close + 2
    }
  }

  /// The bytes with a mark and two hexadecimal digits replaced by what they stand for.
  static func unescaped(_ text: [UInt8], mark: UInt8) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      if text[at] == mark, at + 2 < text.count, let high = text[at + 1].hexDigit, let low = text[at + 2].hexDigit {
        out.append(UInt8(high << 4 | low))
        at += 3
      } else {
        out.append(text[at])
        at += 1
      }
    }
    return out
  }
}
