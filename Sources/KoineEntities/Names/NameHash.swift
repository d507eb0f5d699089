/// FNV-1a over some bytes, with a final mix.
struct NameHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Adds a scalar in UTF-8.
  mutating func add(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? .init() { add(byte) }
  }

  @inline(__always)
  var finished: UInt64 { value ^ (value >> 31) }

  @inline(__always)
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = NameHash()
    for byte in bytes { hash.add(byte) }
    return hash.finished
  }

  @inline(__always)
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = NameHash()
    for index in bytes.indices { hash.add(bytes[index]) }
    return hash.finished
  }

  @inline(__always)
  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = NameHash()
    for index in range { hash.add(bytes[index]) }
    return hash.finished
  }

  /// Scrambles a hash, so that sums of hashes depend on each of them.
  @inline(__always)
  static func mixed(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }
}
