/// How many letters two words may differ in and still be one word mistyped.
enum TypoBudget {
  /// The letters that may differ in a word of `count` letters.
  @inline(__always)
  static func allowed(_ count: Int) -> Int { count < 5 ? 0 : count < 9 ? 1 : 2 }

  /// The edits (insertion, deletion, substitution, neighbours swapped) from `a` to `b`, or `nil` above `limit`.
  static func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, limit: Int) -> Int? {
    Edits.count(a.span, b.span, atMost: limit)
  }
}
