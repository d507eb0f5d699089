/// What each character below U+2700 may be a sign of, for `TextScan`.
struct ScanTable: Sendable {
  /// The signs of one character.
  struct Entry: BitwiseCopyable {
    /// The legacy encodings, a bit each, in which it reads as the lead byte of a sequence of two.
    var shortLead: UInt16 = 0
    /// Those in which it reads as the lead byte of a longer sequence.
    var longLead: UInt16 = 0
    /// Those in which it reads as a trail byte.
    var trail: UInt16 = 0
    /// `isControl` and the like.
    var flags: UInt8 = 0
  }

  static let isControl: UInt8 = 1
  static let isInvisible: UInt8 = 2
  static let mayNeedNormalizing: UInt8 = 4
  /// The letter that is left of `à` when its second byte became a space.
  static let losesSpace: UInt8 = 8

  /// The first character that has no entry.
  static let limit = 0x2700

  /// The table.
  static let shared = ScanTable()

  /// The entries by scalar value.
  let entries: [Entry]

  private init() {
    var entries = [Entry](repeating: Entry(), count: Self.limit)
    for (index, charset) in LegacyCharset.all.enumerated() {
      let bit = UInt16(1) << UInt16(index)
      for (scalar, byte) in charset.repertoire where scalar < Self.limit {
        switch byte {
        case 0x80...0xBF: entries[Int(scalar)].trail |= bit
        // Mac Roman has quotes there, which stand before letters in all texts: `c’è`. What they lead is found beside others.
        case 0xD2...0xD5 where charset.family == .macintosh: break
        case 0xC2...0xDF: entries[Int(scalar)].shortLead |= bit
        case 0xE0...0xF4: entries[Int(scalar)].longLead |= bit
        default: break
        }
      }
    }
    for scalar in 0x80..<Self.limit { entries[scalar].flags = Self.flags(of: UInt32(scalar)) }
    self.entries = entries
  }

  /// Returns the signs of a character that has no entry.
  static func flags(of scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x80...0x9F: isControl
    case 0x61C: isInvisible
    case 0xC3: losesSpace
    case 0xAD: 0
    case 0..<0x300: 0
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: isInvisible
    case 0xE0000...0xE0FFF: isInvisible
    // What is always in NFC, whatever stands around it.
    case 0x388...0x3CE, 0x400...0x482, 0x48A...0x56F, 0x5D0...0x5EA, 0x621...0x64A, 0x1EA0...0x1EF9: 0
    case 0x2002...0x2125, 0x2190...0x2328, 0x232B...0x2ADB: 0
    case 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xE000...0xF8FF: 0
    case 0xFE00...0xFE0F, 0xFF00...0xFFFD, 0x1F000...0x1FAFF: 0
    default: mayNeedNormalizing
    }
  }
}
