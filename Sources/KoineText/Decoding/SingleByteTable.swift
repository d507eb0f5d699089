import CICU

/// What each byte of a single-byte encoding stands for.
///
/// The tables are ICU's, set right where the indexes of the WHATWG Encoding Standard have something else.
struct SingleByteTable: Sendable {
  /// The scalar of each byte; U+FFFD for bytes that have none.
  let scalars: [UInt16]

  /// Makes the table of an encoding by its WHATWG name, or returns `nil` when it has not one byte a character.
  init?(_ encoding: String) {
    if encoding == "x-user-defined" {
      scalars = (0..<256).map { $0 < 0x80 ? UInt16($0) : 0xF700 | UInt16($0) }
      return
    }
    guard Self.names.contains(encoding) else { return nil }
    var scalars: [UInt16]
    if encoding == "iso-8859-16" {
      scalars = (0..<0xA0).map { UInt16($0) } + Self.iso8859x16.utf16
    } else {
      let bytes = (0...255).map { UInt8($0) }
      guard let units = ICUConverter(encoding)?.units(of: bytes), units.count == 256 else { return nil }
      scalars = units
    }
    // ICU takes three control characters of DOS for one another.
    for byte in 0..<0x80 { scalars[byte] = UInt16(byte) }
    // ICU has private characters where there is nothing.
    for byte in 0x80..<0x100 where scalars[byte] >= 0xE000 && scalars[byte] < 0xF8FF { scalars[byte] = 0xFFFD }
    for (byte, scalar) in Self.corrections[encoding] ?? [] { scalars[byte] = scalar }
    self.scalars = scalars
  }

  /// Returns the text of `bytes`, and which of them stand for nothing.
  func decoded(_ bytes: ArraySlice<UInt8>) -> (text: String, errors: [Range<Int>]) {
    var errors: [Range<Int>] = []
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        output.append(byte)
        continue
      }
      let scalar = scalars[Int(byte)]
      if scalar == 0xFFFD { errors.append(index..<(index + 1)) }
      if scalar < 0x800 {
        output.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      } else {
        output.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
        output.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      }
      output.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
    return (String(decoding: output, as: UTF8.self), errors)
  }

  private static let corrections: [String: [(Int, UInt16)]] = [
    "koi8-u": [(0xAE, 0x45E), (0xBE, 0x40E)],
    "windows-1253": [(0xAA, 0xFFFD)],
    "windows-1255": [(0xCA, 0x5BA)],
  ]

  private static let iso8859x16 = """
    \u{A0}ĄąŁ€„Š§š©Ș«Ź\u{AD}źŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ
    """

  private static let names: Set<String> = [
    "ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8",
    "iso-8859-8-i", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u",
    "macintosh", "windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
    "windows-1255", "windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic",
  ]
}
