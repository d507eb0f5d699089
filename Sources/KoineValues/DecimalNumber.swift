/// A number as people write it, kept exactly: digits and the place of the point.
struct DecimalNumber: Hashable, Sendable {
  /// Whole digits without separators or leading zeros; at least one.
  private(set) var whole: String
  /// Digits after the point, without trailing zeros that a scale brought in.
  private(set) var fraction: String

  /// Reads digits with group separators and one decimal separator, in the manner of a language.
  ///
  /// `1.234,5` in Italian and `1,234.5` in English are the same number; groups other than of three digits are refused.
  init?(_ text: Substring, decimal: Character, group: Character) {
    let parts = text.split(separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    let groups = first.split(separator: group, omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
    if groups.count > 1 {
      guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    fraction = parts.count > 1 ? String(parts[1]) : ""
    guard parts.count == 1 || !fraction.isEmpty, fraction.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    let digits = groups.joined().drop { $0 == "0" }
    whole = digits.isEmpty ? "0" : String(digits)
    guard whole.count + fraction.count <= 30 else { return nil }
  }

  /// The number times a power of ten.
  func scaled(byTens tens: Int) -> DecimalNumber {
    var copy = self
    for _ in 0..<tens {
      let next = copy.fraction.isEmpty ? "0" : String(copy.fraction.removeFirst())
      copy.whole = copy.whole == "0" ? next : copy.whole + next
    }
    return copy
  }

  /// The plain form with a point: `2500000`, `3.5`.
  var plain: String { fraction.isEmpty ? whole : "\(whole).\(fraction)" }

  /// The English form with commas from five digits on: `1250`, `12,500`, `3.5`.
  var english: String {
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, whole.count > 4, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return fraction.isEmpty ? grouped : "\(grouped).\(fraction)"
  }

  /// The number as an integer, if it is one that fits.
  var integer: Int? { fraction.isEmpty ? Int(whole) : nil }
}
