import KoineText

/// A message or one part of it: its headers, and its body as it stands (RFC 2045).
struct MailPart {
  /// The most headers that are kept of one part, and the most bytes of one value.
  private static let mostHeaders = 500
  private static let longestValue = 1 << 16

  private var headers: [(name: String, value: [UInt8])] = []
  let body: ArraySlice<UInt8>

  /// Reads headers up to the first empty line; the rest is the body.
  init(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let end = bytes[at...].firstIndex(of: 10) ?? bytes.endIndex
      let next = min(end + 1, bytes.endIndex)
      let line = bytes[at..<end].last == 13 ? bytes[at..<(end - 1)] : bytes[at..<end]
      if line.isEmpty {
        at = next
        break
      }
      if let first = line.first, first == 0x20 || first == 9 {
        if !headers.isEmpty, headers[headers.count - 1].value.count < Self.longestValue {
          headers[headers.count - 1].value.append(0x20)
          headers[headers.count - 1].value.append(contentsOf: PlainText.trimmed(line))
        }
      } else if let name = Self.name(line) {
        if headers.count < Self.mostHeaders {
          headers.append(
            (name.lowercased(), Array(PlainText.trimmed(line[(line.startIndex + name.utf8.count + 1)...])))
          )
        }
      } else {
        // A line that is no header ends them: the empty line is missing.
        break
      }
      at = next
    }
    body = bytes[at...]
  }

  /// The name of the header that a line begins with.
  static func name(_ line: ArraySlice<UInt8>) -> String? {
    guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
    let name = line[line.startIndex..<colon]
    guard name.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) else {
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// The first header of that name, in lower case, with encoded words decoded.
  subscript(name: String) -> String? { written(name).map { PlainText.line(HeaderValue.words($0)) } }

  /// The first header of that name as it stands, in whatever encoding it is.
  func written(_ name: String) -> String? {
    guard let header = headers.first(where: { $0.name == name }), !header.value.isEmpty else { return nil }
    return TextDecoder().decode(Array(header.value.prefix(Self.longestValue))).string
  }

  /// The media type; plain text where nothing is said.
  var type: MediaType? { MediaType(written("content-type") ?? "text/plain; charset=us-ascii") }

  /// Whether the sender calls the part an attachment.
  var isAttachment: Bool { written("content-disposition").map { $0.lowercased().hasPrefix("attachment") } ?? false }

  /// The name of the file that the part was.
  var fileName: String? {
    let disposition = written("content-disposition").flatMap { MediaType($0) }
    return disposition.flatMap { HeaderValue.parameter("filename", of: $0) }
      ?? type.flatMap { HeaderValue.parameter("name", of: $0) }
  }

  /// The bytes of the body without the encoding for transfer.
  var content: [UInt8] {
    switch written("content-transfer-encoding")?.lowercased() {
    case "base64": Base64.lenient(body)
    case "quoted-printable": QuotedPrintable.decoded(body)
    default: Array(body)
    }
  }

  /// The text of the body in its character set.
  var text: String {
    let bytes = content
    let charset = type?["charset"].map { $0.lowercased() == "us-ascii" ? "utf-8" : $0 }
    return TextDecoder().decode(bytes, declared: charset).string
  }

  // MARK: parts

  /// The parts between the lines with the boundary, and whether the last of these lines is there.
  func parts(boundary: String, limit: Int) -> (parts: [ArraySlice<UInt8>], isClosed: Bool) {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var at = body.startIndex
    while at < body.endIndex {
      let end = body[at...].firstIndex(of: 10) ?? body.endIndex
      let line = body[at..<end]
      if line.starts(with: mark) {
        let rest = PlainText.trimmed(line.dropFirst(mark.count))
        let isLast = rest.elementsEqual("--".utf8)
        if rest.isEmpty || isLast {
          if let start { parts.append(Self.withoutLastLineEnd(body[start..<max(start, at)])) }
          if isLast || parts.count >= limit { return (parts, true) }
          start = min(end + 1, body.endIndex)
        }
      }
      at = end + 1
    }
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return (parts, false)
  }

  /// The line end before a boundary belongs to the boundary.
  private static func withoutLastLineEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.last == 10 else { return bytes }
    let cut = bytes.dropLast()
    return cut.last == 13 ? cut.dropLast() : cut
  }
}

/// The encoding for transfer that leaves most letters as they are (RFC 2045, section 6.7).
enum QuotedPrintable {
  /// The bytes that were encoded; what is no valid escape stays.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var at = text.startIndex
    while at < text.endIndex {
      guard text[at] == UInt8(ascii: "=") else {
        out.append(text[at])
        at += 1
        continue
      }
      if at + 2 < text.endIndex, let high = text[at + 1].hexDigit, let low = text[at + 2].hexDigit {
        out.append(UInt8(high << 4 | low))
        at += 3
        continue
      }
      // A sign at the end of a line joins it to the next; blanks may have been added behind it.
      var end = at + 1
      while end < text.endIndex, text[end] == 0x20 || text[end] == 9 || text[end] == 13 { end += 1 }
      if end == text.endIndex || text[end] == 10 {
        at = min(end + 1, text.endIndex)
      } else {
        out.append(text[at])
        at += 1
      }
    }
    return out
  }
}
