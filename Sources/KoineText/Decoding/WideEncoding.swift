/// UTF-16 and UTF-32 without a byte order mark, known by where the zero bytes and control bytes stand.
enum WideEncoding {
  /// How many bytes are looked at.
  private static let reach = 4096

  /// Returns the encoding, or `nil` for everything else; `isUTF8` tells whether the bytes are valid UTF-8, too.
  static func encoding(of bytes: [UInt8], isUTF8: Bool) -> String? {
    let head = Array(bytes.prefix(reach))
    guard head.count >= 4 else { return nil }
    if bytes.count >= 8, bytes.count % 4 == 0 {
      if isUTF32(head, isLittle: true) { return "utf-32le" }
      if isUTF32(head, isLittle: false) { return "utf-32be" }
    }
    if !isUTF8, head.count >= 10, let side = sideOfKana(head) {
      let isLittle = side == 1
      if plausible(head, isLittle: isLittle) * 40 >= head.count * 19 { return isLittle ? "utf-16le" : "utf-16be" }
    }
    // Text has hardly any control bytes; the upper halves of most letters are some.
    let controls = head.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0C && $0 != 0x0D && $0 != 0x1B }
    guard controls * 40 >= head.count else { return nil }
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let half = head.count / 2
    if zeros[1] * 3 > half, zeros[0] * 20 < zeros[1] { return "utf-16le" }
    if zeros[0] * 3 > half, zeros[1] * 20 < zeros[0] { return "utf-16be" }
    let printable = head.count { $0 >= 0x20 && $0 < 0x7F }
    guard head.count >= 10, printable * 4 < head.count * 3 else { return nil }
    let little = plausible(head, isLittle: true)
    let big = plausible(head, isLittle: false)
    if little * 20 >= half * 19, little > big { return "utf-16le" }
    if big * 20 >= half * 19, big > little { return "utf-16be" }
    return nil
  }

  /// The side, even or odd, on which the upper half of kana stands again and again, and on the other it does not.
  private static func sideOfKana(_ head: [UInt8]) -> Int? {
    var counts = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0x30 { counts[index & 1] += 1 }
    let half = head.count / 2
    return [1, 0].first { counts[$0] * 3 > half && counts[1 - $0] * 10 < half }
  }

  private static func isUTF32(_ head: [UInt8], isLittle: Bool) -> Bool {
    for start in stride(from: 0, to: head.count - 3, by: 4) {
      let unit = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(head[start + (isLittle ? 3 - $1 : $1)]) }
      guard unit != 0, Unicode.Scalar(unit) != nil else { return false }
    }
    return true
  }

  /// How many units are what texts are made of.
  private static func plausible(_ head: [UInt8], isLittle: Bool) -> Int {
    stride(from: 0, to: head.count - 1, by: 2).count { start in
      let (low, high) = isLittle ? (head[start], head[start + 1]) : (head[start + 1], head[start])
      switch UInt16(high) << 8 | UInt16(low) {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x17F, 0x384...0x3CE, 0x401...0x45F, 0x490, 0x491: return true
      case 0x5D0...0x5EA, 0x60C, 0x61B, 0x61F, 0x621...0x64B, 0x66A...0x6D4, 0x901...0x965, 0xE01...0xE5B: return true
      case 0x1EA0...0x1EF9, 0x2010...0x2026, 0x20AC, 0x2116, 0x2122, 0x3000...0x3011, 0x3041...0x30FF: return true
      case 0x4E00...0x9FA5, 0xAC00...0xD7A3, 0xFF01...0xFF5E: return true
      default: return false
      }
    }
  }
}
