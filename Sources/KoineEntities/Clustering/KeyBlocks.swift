/// Puts things that share a key side by side.
///
/// A key and the number of its thing share 64 bits; keys that fall together by chance only cost a comparison.
struct KeyBlocks {
  private var entries: [UInt64] = []
  private let numberBits: Int

  /// Prepares for things numbered from 0 to `count` - 1.
  init(count: Int) { numberBits = 64 - (max(1, count) as Int).leadingZeroBitCount }

  mutating func add(_ key: UInt64, _ number: Int) {
    // FNV's low bits are its best, so the key is mixed once more before its upper bits are kept.
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    entries.append((mixed >> UInt64(numberBits)) << UInt64(numberBits) | UInt64(number))
  }

  /// Calls `body` with the numbers of each block of two to `limit` things, and starts anew.
  mutating func drain(upTo limit: Int, _ body: (ArraySlice<Int32>) -> Void) {
    entries.sort()
    let mask: UInt64 = (1 << UInt64(numberBits)) - 1
    var block: [Int32] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      let key = entries[start] >> UInt64(numberBits)
      while end < entries.count, entries[end] >> UInt64(numberBits) == key { end += 1 }
      if end - start > 1, end - start <= 4 * limit {
        block.removeAll(keepingCapacity: true)
        for entry in entries[start..<end] {
          let number = Int32(truncatingIfNeeded: entry & mask)
          if block.last != number { block.append(number) }
        }
        if block.count > 1, block.count <= limit { body(block[...]) }
      }
      start = end
    }
    entries.removeAll(keepingCapacity: true)
  }
}
