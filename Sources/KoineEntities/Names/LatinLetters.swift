/// Latin letters with marks, brought to ASCII in lower case.
struct LatinLetters: Sendable {
  /// One or two ASCII letters, the first in the low byte.
  struct Letters: Sendable {
    fileprivate let packed: UInt16

    var first: UInt8 { UInt8(truncatingIfNeeded: packed) }
    var second: UInt8? { packed > 0xFF ? UInt8(truncatingIfNeeded: packed >> 8) : nil }
  }

  private let ascii: [UInt16]

  /// Reads the table once; a full stop marks a code point that is no letter.
  init() {
    ascii = Self.table.utf8.split(separator: 0x20).map { letters in
      if letters.elementsEqual([0x2E]) { return 0 }
      return letters.reversed().reduce(0) { $0 << 8 | UInt16($1) }
    }
  }

  /// The ASCII letters of `scalar`, or `nil` if it is not a Latin letter with a mark.
  func letters(of scalar: Unicode.Scalar) -> [UInt8]? {
    letters(of: scalar.value).map { letters in [letters.first] + (letters.second.map { [$0] } ?? []) }
  }

  /// The ASCII letters of a code point, or `nil` if it is not a Latin letter with a mark.
  @inline(__always)
  func letters(of value: UInt32) -> Letters? {
    let index: Int
    switch value {
    case 0xC0..<0x250: index = Int(value) - 0xC0
    case 0x1E00..<0x1F00: index = Int(value) - 0x1E00 + 0x190
    default: return nil
    }
    guard index < ascii.count, ascii[index] != 0 else { return nil }
    return Letters(packed: ascii[index])
  }

  // U+00C0...U+024F, then U+1E00...U+1EFF.
  private static let table = """
    a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o o o \
    o . o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i \
    i i i i ij ij j j k k k l l l l l l l l l l n n n n n n . ng ng o o o o o o oe oe r r r r r r s s s s s s s s t \
    t t t t t u u u u u u u u u u u u w w y y y z z z z z z s . . . . . . . . . . . . . . . a . . f . . . . . . . . \
    . . . . . o o . . . . . . . . . . . . . u u . . . . . . . . . . . . . . . . . . . dz dz dz lj lj lj nj nj nj a a \
    i i o o u u u u u u u u u u . a a a a . . . . g g k k o o o o . . j dz dz dz g g . . n n a a . . . . a a a a e e \
    e e i i i i o o o o r r r r u u u u s s t t . . h h . . . . . . a a e e o o o o o o o o y y . . . . . . . . . . \
    . . . . . . . . . . . . . . . . . . a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h \
    h h h h h h i i i i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r \
    r r s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w x x x x y y z z z z z z \
    h t w y . s . . ss . a a a a a a a a a a a a a a a a a a a a a a a a e e e e e e e e e e e e e e e e i i i i o o \
    o o o o o o o o o o o o o o o o o o o o o o u u u u u u u u u u u u u u y y y y y y y y . . . . . .
    """
}
