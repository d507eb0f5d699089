import CICU
import Synchronization

/// Break iterators of ICU for one unit and language, opened when needed and kept for the next text.
///
/// Opening one takes up to 200 microseconds, and one serves one thread at a time.
final class BreakIterators: Sendable {
  private let kind: cicu_brk_kind
  private let locale: String
  private let idle: Mutex<[UInt]>

  /// Prepares iterators of a language; ICU has rules for any.
  init(_ kind: cicu_brk_kind, locale: String) {
    self.kind = kind
    self.locale = locale
    idle = Mutex([])
  }

  deinit {
    idle.withLock { for address in $0 { unsafe cicu_brk_close(OpaquePointer(bitPattern: address)) } }
  }

  private static func open(_ kind: cicu_brk_kind, _ locale: String) -> UInt? {
    var status: Int32 = 0
    let opened = unsafe cicu_brk_open(kind, locale, &status)
    return unsafe opened.map { UInt(bitPattern: $0) }
  }

  /// Calls `body` with the end of each piece of `bytes` and ICU's status of it, in order.
  ///
  /// Nothing is copied: ICU reads the bytes where they are. Without memory for an iterator there are no pieces.
  func forEachBoundary(in bytes: Span<UInt8>, _ body: (_ offset: Int, _ status: Int32) -> Void) {
    guard let address = idle.withLock({ $0.popLast() }) ?? Self.open(kind, locale) else { return }
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // The iterator forgets the buffer when it is given the next, and looks at it only here.
      let iterator = unsafe OpaquePointer(bitPattern: address)
      guard unsafe cicu_brk_set8(iterator, buffer.baseAddress, Int64(buffer.count)) == 0 else { return }
      while true {
        let offset = unsafe cicu_brk_next(iterator)
        guard offset > 0 else { break }
        body(Int(offset), unsafe cicu_brk_rule_status(iterator))
      }
    }
    idle.withLock { $0.append(address) }
  }
}
