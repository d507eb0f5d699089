/// A set of languages by their numbers in a model.
struct LanguageSet: Hashable, Sendable, BitwiseCopyable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Every number.
  static let all = LanguageSet(low: .max, high: .max)
  /// No number.
  init() {}

  private init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  /// Adds a number below 128.
  mutating func insert(_ number: Int) {
    if number < 64 { low |= 1 << UInt64(number) } else { high |= 1 << UInt64(number & 63) }
  }

  /// Whether a number is in the set.
  @inline(__always)
  func contains(_ number: Int) -> Bool { ((number < 64 ? low : high) >> UInt64(number & 63)) & 1 == 1 }
}
