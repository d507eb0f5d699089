/// Reads the numbers and codes at the start of a table, one after the other.
struct HeaderReader {
  /// The error for numbers that contradict each other.
  let damage: TextError

  private let bytes: [UInt8]
  private let start: Int
  private var at = 0

  /// Reads `bytes` from an offset on; `path` is named in errors.
  init(_ bytes: RawSpan, path: String, from start: Int = 0) {
    damage = .malformed(path: path, reason: "its size is not what its header says")
    self.start = start
    // A header of 128 languages is smaller than this.
    let count = min(bytes.byteCount - start, 8192)
    self.bytes = (0..<max(0, count)).map { unsafe bytes.unsafeLoad(fromByteOffset: start + $0, as: UInt8.self) }
  }

  /// The offset in the file of what is read next.
  var offset: Int { start + at }

  /// Reads four bytes, little endian.
  mutating func bits() throws(TextError) -> UInt32 {
    guard at + 4 <= bytes.count else { throw damage }
    defer { at += 4 }
    return (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << (8 * UInt32($1)) }
  }

  /// Reads a count or an offset.
  mutating func number() throws(TextError) -> Int { Int(try bits()) }

  /// Reads a language code of at most eight bytes.
  mutating func language() throws(TextError) -> Language {
    guard at + 8 <= bytes.count else { throw damage }
    defer { at += 8 }
    return Language(rawValue: String(decoding: bytes[at..<(at + 8)].filter { $0 != 0 }, as: UTF8.self))
  }
}
