/// Character references such as `&eacute;`, `&#233;` and `&#xE9;`.
enum CharacterReference {
  /// The longest name that HTML knows.
  static let longestName = 31

  private struct Entry {
    var text: [UInt8]
    var isLegacy: Bool
  }

  private static let table: [String: Entry] = {
    var table: [String: Entry] = [:]
    table.reserveCapacity(2200)
    for part in HTMLEntityList.text.split(separator: " ") {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let isLegacy = part[..<equals].last == "!"
      let name = isLegacy ? part[..<equals].dropLast() : part[..<equals]
      let scalars = part[equals...].dropFirst().split(separator: "+").compactMap { code in
        UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      table[String(name)] = Entry(text: Array(String(text).utf8), isLegacy: isLegacy)
    }
    return table
  }()

  /// The text that the name stands for; without its semicolon only the names of old pages count.
  static func named(_ name: ArraySlice<UInt8>, endsInSemicolon: Bool) -> [UInt8]? {
    switch name.count {
    case 2 where name.elementsEqual([0x6C, 0x74]): return [0x3C]
    case 2 where name.elementsEqual([0x67, 0x74]): return [0x3E]
    case 3 where name.elementsEqual([0x61, 0x6D, 0x70]): return [0x26]
    case 0: return nil
    case (longestName + 1)...: return nil
    default: break
    }
    let key = String(decoding: name, as: UTF8.self)
    if key == "apos" { return [0x27] }
    guard let entry = table[key], endsInSemicolon || entry.isLegacy else { return nil }
    return entry.text
  }

  // What windows-1252 has at 0x80...0x9F, which pages refer to by those numbers.
  private static let windows1252: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// The character that a number stands for; `nil` for control characters, which no text may hold.
  static func numbered(_ code: UInt32) -> Unicode.Scalar? {
    if (0x80...0x9F).contains(code) { return Unicode.Scalar(windows1252[Int(code - 0x80)]) }
    if code < 0x20, code != 9, code != 10, code != 13 { return nil }
    if code & 0xFFFE == 0xFFFE { return nil }
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  /// One reference read.
  struct Reading {
    /// What it stands for; empty for a control character, `nil` when nobody knows the name.
    var text: [UInt8]?
    /// Where the text after it starts.
    var end: Int
  }

  /// Reads the reference whose `&` is at `start`; `nil` when that is only an ampersand.
  static func reading(_ bytes: [UInt8], at start: Int, before limit: Int) -> Reading? {
    var at = start + 1
    guard at < limit else { return nil }
    if bytes[at] == UInt8(ascii: "#") { return numeric(bytes, at: at + 1, before: limit) }
    while at < limit, bytes[at].isASCIIAlphanumeric, at - start <= longestName { at += 1 }
    let name = bytes[(start + 1)..<at]
    guard !name.isEmpty else { return nil }
    if at < limit, bytes[at] == UInt8(ascii: ";") {
      return Reading(text: named(name, endsInSemicolon: true), end: at + 1)
    }
    if at < limit, bytes[at] == UInt8(ascii: "=") { return nil }
    return named(name, endsInSemicolon: false).map { Reading(text: $0, end: at) }
  }

  private static func numeric(_ bytes: [UInt8], at start: Int, before limit: Int) -> Reading? {
    var at = start
    guard at < limit else { return nil }
    let isHex = bytes[at] | 0x20 == UInt8(ascii: "x")
    if isHex { at += 1 }
    var code: UInt32 = 0
    let first = at
    while at < limit, let digit = bytes[at].hexDigit, isHex || digit < 10 {
      code = min(code &* (isHex ? 16 : 10) &+ UInt32(digit), 0x11_0000)
      at += 1
    }
    guard at > first else { return nil }
    if at < limit, bytes[at] == UInt8(ascii: ";") { at += 1 }
    return Reading(text: numbered(code).map { Array(String($0).utf8) } ?? [], end: at)
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  /// Blank, tab, line feed, form feed or carriage return.
  var isMarkupSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 || self == 0x0C }

  var hexDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }

  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
