import CICU

/// Sorts names as readers of a language expect (Unicode Collation Algorithm, UTS #10).
public final class Collator: Sendable {
  // Compared through only, which ICU allows from several threads.
  private let address: UInt

  /// Opens the collation of `locale`; the empty string is the root collation.
  public init(locale: String = "") throws(TextError) {
    var status: Int32 = 0
    let opened = unsafe cicu_col_open(locale, 2, &status)
    guard let opened = unsafe opened else { throw .icu(code: status, call: "ucol_open(\(locale))") }
    address = UInt(bitPattern: opened)
  }

  deinit { unsafe cicu_col_close(OpaquePointer(bitPattern: address)) }

  /// Whether `a` sorts before `b`; names that collate as equal are ordered by their bytes.
  public func areInOrder(_ a: String, _ b: String) -> Bool {
    var (first, second) = (a, b)
    let order = first.withUTF8 { x in
      second.withUTF8 { y in
        unsafe cicu_col_cmp8(
          OpaquePointer(bitPattern: address),
          x.baseAddress,
          Int32(x.count),
          y.baseAddress,
          Int32(y.count)
        )
      }
    }
    if order != 0 { return order < 0 }
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
