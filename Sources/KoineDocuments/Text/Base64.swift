/// Base64 as Atom 0.3 and mail carry it.
enum Base64 {
  /// The bytes, or `nil` where the text is something else.
  static func decoded(_ text: String) -> [UInt8]? { decoded(text.utf8, skipsStrangers: false) }

  /// The bytes of everything in the text that is Base64 (RFC 2045, section 6.8: other characters are ignored).
  static func lenient(_ text: ArraySlice<UInt8>) -> [UInt8] { decoded(text, skipsStrangers: true) ?? [] }

  private static func decoded(_ text: some Sequence<UInt8>, skipsStrangers: Bool) -> [UInt8]? {
    var out: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in text {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - 0x41)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - 0x61) + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte - 0x30) + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="): continue
      case _ where byte.isMarkupSpace || skipsStrangers: continue
      default: return nil
      }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return out
  }
}
