import KoineText

/// An input as UTF-8 text, with what was decided about its encoding.
struct SourceText {
  let bytes: [UInt8]
  let encoding: String
  let diagnostics: [Diagnostic]

  /// Decodes an input by its mark, its declaration and its bytes.
  init(_ input: [UInt8]) {
    diagnostics = []
    if let wide = Self.wide(input) {
      bytes = wide.bytes
      encoding = wide.encoding
      return
    }
    let body = input.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(input.dropFirst(3)) : input
    let declared = DeclaredEncoding.name(in: body)?.lowercased() ?? "utf-8"
    if String(validating: body, as: UTF8.self) != nil || declared == "utf-8" || declared == "utf8" {
      bytes = Array(String(decoding: body, as: UTF8.self).utf8)
      encoding = "utf-8"
    } else {
      bytes = body.flatMap { byte -> [UInt8] in
        byte < 0x80 ? [byte] : Array(String(CharacterReference.numbered(UInt32(byte)) ?? "\u{FFFD}").utf8)
      }
      encoding = "windows-1252"
    }
  }

  private static func wide(_ input: [UInt8]) -> (bytes: [UInt8], encoding: String)? {
    guard input.count >= 2 else { return nil }
    let isBig = input[0] == 0xFE && input[1] == 0xFF || input[0] == 0 && input[1] == UInt8(ascii: "<")
    let isLittle = input[0] == 0xFF && input[1] == 0xFE || input[0] == UInt8(ascii: "<") && input[1] == 0
    guard isBig || isLittle else { return nil }
    var units: [UInt16] = []
    for index in stride(from: 0, to: input.count - 1, by: 2) {
      let (a, b) = (UInt16(input[index]), UInt16(input[index + 1]))
      units.append(isBig ? a << 8 | b : b << 8 | a)
    }
    if units.first == 0xFEFF { units.removeFirst() }
    return (Array(String(decoding: units, as: UTF16.self).utf8), isBig ? "utf-16be" : "utf-16le")
  }
}
