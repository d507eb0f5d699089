public import KoineText

/// A compiled lexicon: keys, each with one or more rows of text columns, opened by mapping one file.
///
/// Layout, little endian: the magic `KLX1`; 32-bit counts of buckets, rows, columns, files and heap bytes; then
/// buckets of (hash: 64 bits, key offset, key length, first row, rows), rows of (file, line, then offset and length of each
/// column), files of (offset, length), and the heap of UTF-8 text. Buckets are found by open addressing.
public final class MappedTable: Sendable {
  static let magic: UInt32 = 0x3158_4C4B
  static let headerSize = 24
  static let bucketSize = 24

  private enum Storage: Sendable {
    case mapped(MappedFile)
    case memory([UInt8])
  }

  private let storage: Storage
  private let buckets: Int
  private let columns: Int
  private let rowsAt: Int
  private let filesAt: Int
  private let heapAt: Int
  /// How many rows there are.
  public let count: Int

  /// Opens a compiled file.
  public convenience init(path: String) throws(TextError) {
    try self.init(storage: .mapped(MappedFile(path: path)), path: path)
  }

  /// Opens compiled bytes held in memory, for systems where nothing can be written.
  public convenience init(bytes: [UInt8]) throws(TextError) {
    try self.init(storage: .memory(bytes), path: "(memory)")
  }

  private init(storage: Storage, path: String) throws(TextError) {
    self.storage = storage
    let numbers = Self.withBytes(storage) { bytes -> [Int]? in
      guard bytes.byteCount >= Self.headerSize, bytes.load32(at: 0) == Self.magic else { return nil }
      let numbers = (1..<6).map { Int(bytes.load32(at: $0 * 4)) }
      let size =
        Self.headerSize + numbers[0] * Self.bucketSize + numbers[1] * (8 + 8 * numbers[2]) + numbers[3] * 8 + numbers[4]
      guard numbers[0] > 0, numbers[0] & (numbers[0] - 1) == 0, size == bytes.byteCount else { return nil }
      return numbers
    }
    guard let numbers else { throw .malformed(path: path, reason: "not a compiled lexicon, or cut short") }
    buckets = numbers[0]
    count = numbers[1]
    columns = numbers[2]
    rowsAt = Self.headerSize + buckets * Self.bucketSize
    filesAt = rowsAt + count * (8 + 8 * columns)
    heapAt = filesAt + numbers[3] * 8
  }

  /// The rows of `key`; none if the key is unknown.
  public func rows(_ key: String) -> Rows { rows(key.utf8Span.span) }

  /// The rows of `key`; none if the key is unknown.
  public func rows(_ key: Span<UInt8>) -> Rows {
    guard let (first, count) = find(key) else { return Rows(table: self, range: 0..<0) }
    return Rows(table: self, range: first..<(first + count))
  }

  /// The rows of `key`, none if it is only the beginning of longer phrases; `nil` if it is unknown.
  public func known(_ key: Span<UInt8>) -> Rows? {
    find(key).map { Rows(table: self, range: $0.first..<($0.first + $0.count)) }
  }

  /// Whether `key` is known, be it only as the beginning of a longer phrase.
  public func contains(_ key: String) -> Bool { find(key.utf8Span.span) != nil }

  /// Calls `body` with every key and its rows; the same table gives the same order.
  public func forEachKey(_ body: (_ key: Span<UInt8>, _ rows: Rows) -> Void) {
    withBytes { bytes in
      for slot in 0..<buckets {
        let at = Self.headerSize + slot * Self.bucketSize
        if bytes.load64(at: at) == 0 { continue }
        let lower = heapAt + Int(bytes.load32(at: at + 8))
        let upper = lower + Int(bytes.load32(at: at + 12))
        guard lower <= upper, upper <= bytes.byteCount else { continue }
        let first = Int(bytes.load32(at: at + 16))
        let range = first..<(first + Int(bytes.load32(at: at + 20)))
        unsafe bytes.extracting(lower..<upper).withUnsafeBytes { key in
          body(unsafe Span(_unsafeBytes: key), Rows(table: self, range: range))
        }
      }
    }
  }

  /// One row by its number, as `Row.index` gives it.
  public func row(_ index: Int) -> Row {
    precondition(index >= 0 && index < count, "the table has no such row")
    return Row(table: self, index: index)
  }

  /// Every row, in the order of the sources.
  public var all: Rows { Rows(table: self, range: 0..<count) }

  private func find(_ key: Span<UInt8>) -> (first: Int, count: Int)? {
    withBytes { bytes in
      let hash = fnv(key)
      var slot = Int(truncatingIfNeeded: hash) & (buckets - 1)
      for _ in 0..<buckets {
        let at = Self.headerSize + slot * Self.bucketSize
        let stored = bytes.load64(at: at)
        if stored == 0 { return nil }
        if stored == hash,
          bytes.matches(key, at: heapAt + Int(bytes.load32(at: at + 8)), count: Int(bytes.load32(at: at + 12)))
        {
          return (Int(bytes.load32(at: at + 16)), Int(bytes.load32(at: at + 20)))
        }
        slot = (slot + 1) & (buckets - 1)
      }
      return nil
    }
  }

  fileprivate func field(row: Int, column: Int) -> String {
    withBytes { bytes in text(bytes, at: rowsAt + row * (8 + 8 * columns) + 8 + 8 * column) }
  }

  fileprivate func identity(row: Int, column: Int) -> UInt32 {
    withBytes { bytes in bytes.load32(at: rowsAt + row * (8 + 8 * columns) + 8 + 8 * column) }
  }

  fileprivate func file(row: Int) -> UInt32 {
    withBytes { bytes in bytes.load32(at: rowsAt + row * (8 + 8 * columns)) }
  }

  fileprivate func origin(row: Int) -> Origin {
    withBytes { bytes in
      let at = rowsAt + row * (8 + 8 * columns)
      return Origin(
        file: text(bytes, at: filesAt + 8 * Int(bytes.load32(at: at))),
        line: Int(bytes.load32(at: at + 4))
      )
    }
  }

  private func text(_ bytes: RawSpan, at place: Int) -> String {
    let lower = heapAt + Int(bytes.load32(at: place))
    let upper = lower + Int(bytes.load32(at: place + 4))
    guard lower < upper, upper <= bytes.byteCount else { return "" }
    return unsafe bytes.extracting(lower..<upper).withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }

  @inline(__always)
  private func withBytes<R>(_ body: (RawSpan) -> R) -> R { Self.withBytes(storage, body) }

  @inline(__always)
  private static func withBytes<R>(_ storage: Storage, _ body: (RawSpan) -> R) -> R {
    switch storage {
    case .mapped(let file): file.withBytes(body)
    case .memory(let bytes): body(unsafe bytes.span.bytes)
    }
  }
}

extension MappedTable {
  /// The rows of one key.
  public struct Rows: RandomAccessCollection, Sendable {
    fileprivate let table: MappedTable
    fileprivate let range: Range<Int>

    /// Zero.
    public var startIndex: Int { 0 }
    /// How many rows there are.
    public var endIndex: Int { range.count }

    /// One row.
    public subscript(position: Int) -> Row { Row(table: table, index: range.lowerBound + position) }
  }

  /// One row of a compiled lexicon.
  public struct Row: Sendable {
    fileprivate let table: MappedTable
    /// The number of the row in its table, stable for one compiled file.
    public let index: Int

    /// The text of a column.
    public subscript(column: Int) -> String { table.field(row: index, column: column) }

    /// A number that two fields of one table share if their texts are equal and not empty, and only then.
    public func identity(of column: Int) -> UInt32 { table.identity(row: index, column: column) }

    /// The number of the file that the row was compiled from, among those of its table.
    public var file: UInt32 { table.file(row: index) }

    /// The line that the row was compiled from.
    public var origin: Origin { table.origin(row: index) }
  }
}

extension RawSpan {
  // Callers have checked the table's size against its header, so these stay inside.
  @inline(__always) func load32(at offset: Int) -> UInt32 {
    unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
  }

  @inline(__always) func load64(at offset: Int) -> UInt64 {
    unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always) func matches(_ key: Span<UInt8>, at offset: Int, count: Int) -> Bool {
    guard key.count == count, offset + count <= byteCount else { return false }
    for i in 0..<count where unsafe unsafeLoad(fromByteOffset: offset + i, as: UInt8.self) != key[i] { return false }
    return true
  }
}

/// FNV-1a with a final mix; never 0, which marks an empty bucket.
@inline(__always) func fnv(_ key: Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for i in key.indices { hash = (hash ^ UInt64(key[i])) &* 0x100_0000_01b3 }
  hash ^= hash >> 29
  return hash == 0 ? 1 : hash
}
