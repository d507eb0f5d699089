/// A single-byte encoding that UTF-8 is read in by mistake.
struct LegacyCharset: Sendable {
  /// What kinds of characters stand where UTF-8 has its lead bytes, which decides what is odd about them.
  enum Family: Sendable {
    /// Letters with accents.
    case latin
    /// Cyrillic letters.
    case cyrillic
    /// Greek letters.
    case greek
    /// Quotes, dashes and mathematics.
    case macintosh
    /// Lines that draw boxes.
    case dos
  }

  /// The WHATWG name.
  let name: String
  /// What its lead bytes look like.
  let family: Family
  private let bytes: [UInt32: UInt8]
  private let fillers: Set<UInt32>

  /// The encodings, most frequent mistake first.
  static let all = [
    LegacyCharset("windows-1252", .latin, UpperHalf.windows1252),
    LegacyCharset("windows-1251", .cyrillic, UpperHalf.windows1251),
    LegacyCharset("macintosh", .macintosh, UpperHalf.macintosh),
    LegacyCharset("windows-1250", .latin, UpperHalf.windows1250),
    LegacyCharset("iso-8859-2", .latin, UpperHalf.iso8859x2),
    LegacyCharset("windows-1257", .latin, UpperHalf.windows1257),
    LegacyCharset("ibm437", .dos, UpperHalf.ibm437),
    LegacyCharset("windows-1254", .latin, UpperHalf.windows1254),
    LegacyCharset("windows-1253", .greek, UpperHalf.windows1253),
    LegacyCharset("ibm850", .dos, UpperHalf.ibm850),
  ]

  private init(_ name: String, _ family: Family, _ upperHalf: String) {
    self.name = name
    self.family = family
    var bytes: [UInt32: UInt8] = [:]
    var fillers: Set<UInt32> = []
    for (index, scalar) in upperHalf.unicodeScalars.enumerated() where index < 128 {
      bytes[scalar.value] = UInt8(128 + index)
    }
    // Control characters stand for themselves where the place of their byte is taken: two mistakes often meet.
    if family == .latin || family == .greek {
      for control in UInt32(0x80)...0x9F where bytes[control] == nil {
        bytes[control] = UInt8(control)
        fillers.insert(control)
      }
    }
    self.fillers = fillers
    self.bytes = bytes
  }

  /// The byte, 0x80 or above, that reads as `scalar`; 0 when there is none.
  func byte(of scalar: UInt32) -> UInt8 { bytes[scalar] ?? 0 }

  /// Whether 0xA0 is a no-break space, which often becomes a space.
  var hasNoBreakSpace: Bool { bytes[0xA0] == 0xA0 }

  /// Whether a control character stands for a byte that has a character of its own.
  func isFiller(_ scalar: UInt32) -> Bool { fillers.contains(scalar) }

  /// Every character of the upper half.
  var repertoire: [(scalar: UInt32, byte: UInt8)] { bytes.map { ($0.key, $0.value) } }
}
