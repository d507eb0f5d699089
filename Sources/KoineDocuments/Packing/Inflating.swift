/// Unpacks gzip files that break off, to the last byte before the fault.
///
/// libarchive hands out blocks of 64 KB and drops the one that it could not fill, so of a small file that was cut nothing is left.
/// This is RFC 1951 and RFC 1952 in their plainest form, bit by bit: for what libarchive gave up, not for everyday files.
struct Inflating {
  /// The most bytes that are worth unpacking again for the sake of the last 64 KB.
  static let longestOutput = 1 << 22

  private let bytes: [UInt8]
  private let limit: Int
  private var at: Int
  private var bitBuffer: UInt32 = 0
  private var bitCount = 0
  private var out: [UInt8] = []

  /// Where a file cannot be unpacked further.
  private struct Fault: Error {}

  private init(_ bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
    at = 0
  }

  /// Returns what a gzip file holds as far as it goes, at most `limit` bytes.
  static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    var file = Inflating(bytes, limit: limit)
    do throws(Fault) {
      while file.at < bytes.count {
        try file.header()
        try file.blocks()
        // The check sum and the size are for files that are whole.
        file.at += 8
      }
    } catch {}
    return file.out
  }

  // MARK: bytes and bits

  private mutating func byte() throws(Fault) -> Int {
    guard at < bytes.count else { throw Fault() }
    at += 1
    return Int(bytes[at - 1])
  }

  private mutating func skip(_ count: Int) throws(Fault) {
    guard count <= bytes.count - at else { throw Fault() }
    at += count
  }

  /// The next bits, the first of them lowest; at most 16.
  private mutating func bits(_ count: Int) throws(Fault) -> Int {
    while bitCount < count {
      bitBuffer |= UInt32(truncatingIfNeeded: try byte()) << UInt32(bitCount)
      bitCount += 8
    }
    let value = bitBuffer & (1 << UInt32(count) - 1)
    bitBuffer >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func append(_ byte: UInt8) throws(Fault) {
    guard out.count < limit else { throw Fault() }
    out.append(byte)
  }

  // MARK: parts of a file

  /// Skips a member's header (RFC 1952, section 2.3).
  private mutating func header() throws(Fault) {
    guard bytes[at...].starts(with: [0x1F, 0x8B, 8]) else { throw Fault() }
    try skip(3)
    let flags = try byte()
    try skip(6)
    if flags & 4 != 0 {
      let (low, high) = (try byte(), try byte())
      try skip(low | high << 8)
    }
    for flag in [8, 16] where flags & flag != 0 { while try byte() != 0 {} }
    if flags & 2 != 0 { try skip(2) }
    (bitBuffer, bitCount) = (0, 0)
  }

  private mutating func blocks() throws(Fault) {
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try stored()
      case 1: try symbols(Code.fixedLengths, Code.fixedDistances)
      case 2:
        let (lengths, distances) = try codes()
        try symbols(lengths, distances)
      default: throw Fault()
      }
    }
    (bitBuffer, bitCount) = (0, 0)
  }

  private mutating func stored() throws(Fault) {
    (bitBuffer, bitCount) = (0, 0)
    let count = try byte() | byte() << 8
    guard try byte() | byte() << 8 == ~count & 0xFFFF else { throw Fault() }
    for _ in 0..<count { try append(UInt8(truncatingIfNeeded: try byte())) }
  }

  // MARK: codes

  /// A Huffman code by the lengths of its words (RFC 1951, section 3.2.2).
  private struct Code {
    /// How many words there are of each length.
    private(set) var counts = [Int](repeating: 0, count: 16)
    /// The symbols in the order of their words.
    private(set) var symbols: [Int] = []

    /// Makes a code; `nil` when there are more words than their lengths allow.
    init?(_ lengths: some Collection<Int>) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      var left = 1
      for length in 1..<16 {
        left = left * 2 - counts[length]
        if left < 0 { return nil }
      }
      symbols = lengths.enumerated().filter { $0.element > 0 }.sorted {
        ($0.element, $0.offset) < ($1.element, $1.offset)
      }
      .map(\.offset)
    }

    static let fixedLengths = Code(
      (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
    )
    static let fixedDistances = Code([Int](repeating: 5, count: 30))
  }

  private mutating func symbol(_ code: Code) throws(Fault) -> Int {
    var (word, first, index) = (0, 0, 0)
    for length in 1..<16 {
      word |= try bits(1)
      let count = code.counts[length]
      if word - first < count { return code.symbols[index + word - first] }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    throw Fault()
  }

  // The order in which the lengths of the code for lengths come (RFC 1951, section 3.2.7).
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func codes() throws(Fault) -> (Code?, Code?) {
    let (lengthCount, distanceCount, count) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
    var own = [Int](repeating: 0, count: 19)
    for place in Self.order.prefix(count) { own[place] = try bits(3) }
    guard lengthCount <= 286, distanceCount <= 30, let code = Code(own) else { throw Fault() }
    var lengths: [Int] = []
    while lengths.count < lengthCount + distanceCount {
      let symbol = try symbol(code)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw Fault() }
        lengths += [Int](repeating: last, count: try bits(2) + 3)
      case 17: lengths += [Int](repeating: 0, count: try bits(3) + 3)
      case 18: lengths += [Int](repeating: 0, count: try bits(7) + 11)
      default: lengths.append(symbol)
      }
    }
    guard lengths.count == lengthCount + distanceCount else { throw Fault() }
    return (Code(lengths[..<lengthCount]), Code(Array(lengths[lengthCount...])))
  }

  // MARK: text

  // The shortest length and distance of each symbol, and how many bits are added (RFC 1951, section 3.2.5).
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]

  private mutating func symbols(_ lengthCode: Code?, _ distanceCode: Code?) throws(Fault) {
    guard let lengthCode, let distanceCode else { throw Fault() }
    while true {
      let symbol = try symbol(lengthCode)
      if symbol == 256 { return }
      if symbol < 256 {
        try append(UInt8(truncatingIfNeeded: symbol))
        continue
      }
      guard symbol - 257 < Self.lengths.count else { throw Fault() }
      let length = Self.lengths[symbol - 257] + (try bits(Self.lengthBits[symbol - 257]))
      let distanceSymbol = try self.symbol(distanceCode)
      guard distanceSymbol < Self.distances.count else { throw Fault() }
      let distance = Self.distances[distanceSymbol] + (try bits(Self.distanceBits[distanceSymbol]))
      guard distance <= out.count else { throw Fault() }
      for _ in 0..<length { try append(out[out.count - distance]) }
    }
  }
}
