/// How a file is packed, by its first bytes.
enum Packing: Sendable {
  case gzip, bzip2, xz, zstd, zip, tar

  /// The packing of a file; `nil` when the bytes are the document itself.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x1F, 0x8B, 0x08]) {
      self = .gzip
    } else if bytes.starts(with: "BZh".utf8), bytes.count > 9,
      bytes[4...].starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
    {
      self = .bzip2
    } else if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
      self = .xz
    } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstd
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if Self.isTar(bytes) {
      self = .tar
    } else {
      return nil
    }
  }

  /// The endings of packed files' names, in lower case.
  private static let endings: Set<Substring> = ["gz", "bz2", "xz", "zst"]

  /// The name without the endings of compression: `feed.xml` for `feed.xml.gz`.
  static func inner(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), endings.contains(name[dot...].dropFirst().lowercased()[...]) else {
      return name
    }
    return String(name[..<dot])
  }

  /// The last ending of a name in lower case, without those of compression.
  static func ending(of name: String) -> String {
    let file = inner(name).split(separator: "/").last ?? ""
    return file.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map { $0.lowercased() } ?? ""
  }

  /// A tar file's first header has its sum in octal digits at a fixed place; old ones have no other mark.
  private static func isTar(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 512, bytes[0] != 0 else { return false }
    var sum = 0
    for index in 0..<512 { sum += (148..<156).contains(index) ? 32 : Int(bytes[index]) }
    var stated = 0
    var digits = 0
    for byte in bytes[148..<156] {
      if (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) {
        stated = stated * 8 + Int(byte - UInt8(ascii: "0"))
        digits += 1
      } else if digits > 0 {
        break
      }
    }
    return digits >= 4 && stated == sum
  }
}
