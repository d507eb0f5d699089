/// A single-byte encoding that UTF-8 is read in by mistake.
struct LegacyCharset: Sendable {
  /// What kinds of characters stand where UTF-8 has its lead bytes, which decides what is odd about them.
  enum Family: Sendable {
    /// Letters with accents.
    case latin
    /// Cyrillic letters.
    case cyrillic
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
    if family == .latin {
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

/// The characters of the bytes 0x80 to 0xFF; bytes without one read as the control character of the same number.
private enum UpperHalf {
  static let windows1252 = """
    €\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼\
    ½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
    """
  static let windows1251 = """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПР\
    СТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
    """
  static let macintosh = """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄\
    €‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """
  static let windows1250 = """
    €\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ\
    ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
    """
  static let iso8859x2 = """
    \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}\
    \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}\
    \u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôő\
    ö÷řůúűüýţ˙
    """
  static let ibm437 = """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """
  static let windows1257 = """
    €\u{81}‚\u{83}„…†‡\u{88}‰\u{8A}‹\u{8C}¨ˇ¸\u{90}‘’“”•–—\u{98}™\u{9A}›\u{9C}¯˛\u{9F}\u{A0}¡¢£¤¥¦§Ø\
    ©Ŗ«¬\u{AD}®Æ°±²³´µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙
    """
}
