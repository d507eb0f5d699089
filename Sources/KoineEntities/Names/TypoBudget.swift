/// How many letters two words may differ in and still be one word mistyped.
enum TypoBudget {
  /// The letters that may differ in a word of `count` letters.
  static func allowed(_ count: Int) -> Int { count < 5 ? 0 : count < 9 ? 1 : 2 }

  /// The edits (insertion, deletion, substitution, neighbours swapped) from `a` to `b`, or `nil` above `limit`.
  static func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, limit: Int) -> Int? {
    var a = a
    var b = b
    if abs(a.count - b.count) > limit { return nil }
    while let x = a.first, let y = b.first, x == y {
      a = a.dropFirst()
      b = b.dropFirst()
    }
    while let x = a.last, let y = b.last, x == y {
      a = a.dropLast()
      b = b.dropLast()
    }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) <= limit ? max(a.count, b.count) : nil }
    if a.count == 1, b.count == 1 { return limit >= 1 ? 1 : nil }
    if limit == 1 {
      guard a.count == 2, b.count == 2 else { return nil }
      return a.first == b.last && a.last == b.first ? 1 : nil
    }
    if a.count > 60 || b.count > 60 { return nil }
    return full(a, b, limit: limit)
  }

  private static func full(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, limit: Int) -> Int? {
    var before = InlineArray<64, UInt8>(repeating: 0)
    var last = InlineArray<64, UInt8>(repeating: 0)
    var row = InlineArray<64, UInt8>(repeating: 0)
    for j in 0...b.count { last[j] = UInt8(j) }
    for i in 1...a.count {
      row[0] = UInt8(i)
      var least = row[0]
      let x = a[a.startIndex + i - 1]
      for j in 1...b.count {
        let y = b[b.startIndex + j - 1]
        var value = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x == y ? 0 : 1))
        if i > 1, j > 1, x == b[b.startIndex + j - 2], y == a[a.startIndex + i - 2] {
          value = min(value, before[j - 2] + 1)
        }
        row[j] = value
        least = min(least, value)
      }
      if Int(least) > limit { return nil }
      before = last
      last = row
    }
    return Int(last[b.count]) <= limit ? Int(last[b.count]) : nil
  }
}
