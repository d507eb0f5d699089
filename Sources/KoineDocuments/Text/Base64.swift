/// Base64 as Atom 0.3 carries it.
enum Base64 {
  /// The bytes, or `nil` where the text is something else.
  static func decoded(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in text.utf8 {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - 0x41)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - 0x61) + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte - 0x30) + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="): continue
      case _ where byte.isMarkupSpace: continue
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
