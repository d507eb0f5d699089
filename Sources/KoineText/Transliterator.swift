import CICU
import Synchronization

/// Rewrites text from one script to another with one of ICU's transforms, such as `Any-Latin; Latin-ASCII`.
///
/// ICU runs these at about 3 MB/s: hand over only the spans that need it.
public final class Transliterator: Sendable {
  // ICU's transforms keep state while they run, so calls take turns.
  private let handle: Mutex<UInt>
  private let id: String

  /// Opens a transform by its ICU identifier.
  public init(_ id: String) throws(TextError) {
    var status: Int32 = 0
    let opened = unsafe cicu_trans_open(id, &status)
    guard let opened = unsafe opened else { throw .icu(code: status, call: "utrans_openU(\(id))") }
    handle = Mutex(UInt(bitPattern: opened))
    self.id = id
  }

  deinit {
    handle.withLock { unsafe cicu_trans_close(OpaquePointer(bitPattern: $0)) }
  }

  /// Returns `text` after the transform.
  public func transliterated(_ text: String) throws(TextError) -> String {
    if text.isEmpty { return text }
    let units = Array(text.utf16)
    var capacity = units.count * 4 + 64
    while true {
      var buffer = units + [UInt16](repeating: 0, count: capacity - units.count)
      let length = handle.withLock { address in
        unsafe buffer.withUnsafeMutableBufferPointer {
          unsafe cicu_trans_run(OpaquePointer(bitPattern: address), $0.baseAddress, Int32(units.count), Int32($0.count))
        }
      }
      if length >= 0, Int(length) <= capacity { return String(decoding: buffer[..<Int(length)], as: UTF16.self) }
      guard capacity < units.count * 64 + 4096 else { throw .icu(code: length, call: "utrans_transUChars(\(id))") }
      capacity *= 4
    }
  }
}
