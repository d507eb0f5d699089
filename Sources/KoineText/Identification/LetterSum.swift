/// A sum of rows of one table: how far each language is behind, and what the likeliest ones cost.
///
/// Rows are added sixteen languages a word: the low and the high halves of their bytes apart, so that sixteen rows fit
/// before the sums have to be carried over.
struct LetterSum: Sendable, BitwiseCopyable {
  /// What the likeliest language of each letter costs, in tenths of a nat.
  private(set) var cost: UInt32 = 0
  /// How many rows were added: letters and ends of words.
  private(set) var count = 0
  /// How many of them have not been carried over.
  private var pending = 0
  private var low: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var high: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  private static let halves: UInt64 = 0x0F0F_0F0F_0F0F_0F0F

  /// Adds a row of `table`; `behind` has room for the languages of all tables, 64 each, those of this one at `place`.
  @inline(__always)
  mutating func add(_ row: Int, of table: LetterTable, in file: RawSpan, to behind: inout [UInt32], at place: Int) {
    let start = table.rowStart &+ row &* table.rowBytes
    // Opening the model checked that 32 bytes can be read from the start of every row.
    let first = unsafe file.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
    low.0 &+= first & Self.halves
    high.0 &+= first >> 4 & Self.halves
    if table.rowBytes > 8 {
      let second = unsafe file.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ 8, as: UInt64.self)
      low.1 &+= second & Self.halves
      high.1 &+= second >> 4 & Self.halves
      let third = unsafe file.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ 16, as: UInt64.self)
      low.2 &+= third & Self.halves
      high.2 &+= third >> 4 & Self.halves
      let fourth = unsafe file.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ 24, as: UInt64.self)
      low.3 &+= fourth & Self.halves
      high.3 &+= fourth >> 4 & Self.halves
    }
    let last = unsafe file.unsafeLoad(fromUncheckedByteOffset: start &+ table.rowBytes &- 1, as: UInt8.self)
    cost &+= UInt32(last)
    count &+= 1
    pending &+= 1
    if pending == 16 { carry(to: &behind, at: place) }
  }

  /// Brings `behind` up to date.
  mutating func carry(to behind: inout [UInt32], at place: Int) {
    if pending == 0 { return }
    pending = 0
    var sums = behind.mutableSpan
    Self.carry(low.0, high.0, to: &sums, at: place)
    // Only rows of more than eight bytes have filled these.
    if low.1 | high.1 | low.2 | high.2 != 0 || low.3 | high.3 != 0 {
      Self.carry(low.1, high.1, to: &sums, at: place + 16)
      Self.carry(low.2, high.2, to: &sums, at: place + 32)
      Self.carry(low.3, high.3, to: &sums, at: place + 48)
    }
    low = (0, 0, 0, 0)
    high = (0, 0, 0, 0)
  }

  @inline(__always)
  private static func carry(_ low: UInt64, _ high: UInt64, to sums: inout MutableSpan<UInt32>, at start: Int) {
    for lane in 0..<8 {
      sums[start + 2 * lane] &+= UInt32(truncatingIfNeeded: low >> (8 * UInt64(lane)) & 0xFF)
      sums[start + 2 * lane + 1] &+= UInt32(truncatingIfNeeded: high >> (8 * UInt64(lane)) & 0xFF)
    }
  }
}
