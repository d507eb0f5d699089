import CICU
import Synchronization

/// One of ICU's transforms, opened as often as there are callers at one time.
///
/// Opening one takes milliseconds, and one serves one thread at a time: idle ones are kept for the next caller, and no
/// caller waits for another.
final class TransformPool: Sendable {
  /// The transform's name in ICU, such as `Any-Latin; Latin-ASCII`.
  let id: String
  private let idle: Mutex<[UInt]>

  /// Prepares a transform; ICU opens it when it is first needed.
  init(_ id: String) {
    self.id = id
    idle = Mutex([])
  }

  /// Opens the transform for the first caller, which shows whether ICU knows it.
  func open() throws(TextError) {
    let address = try Self.open(id)
    idle.withLock { $0.append(address) }
  }

  deinit {
    idle.withLock { for address in $0 { unsafe cicu_trans_close(OpaquePointer(bitPattern: address)) } }
  }

  private static func open(_ id: String) throws(TextError) -> UInt {
    var status: Int32 = 0
    let opened = unsafe cicu_trans_open(id, &status)
    guard let opened = unsafe opened else { throw .icu(code: status, call: "utrans_openU(\(id))") }
    return UInt(bitPattern: opened)
  }

  /// Returns `text` after the transform; ICU works in UTF-16, in place.
  func transformed(_ text: String) throws(TextError) -> String {
    let units = Array(text.utf16)
    if units.isEmpty { return "" }
    guard units.count <= Int(Int32.max) / 512 else { throw .tooLarge(bytes: text.utf8.count) }
    let address = if let known = idle.withLock({ $0.popLast() }) { known } else { try Self.open(id) }
    defer { idle.withLock { $0.append(address) } }
    var capacity = units.count * 4 + 64
    while true {
      var buffer = units
      buffer.append(contentsOf: repeatElement(0, count: capacity - units.count))
      let length = unsafe buffer.withUnsafeMutableBufferPointer {
        // The pool hands an address to one caller at a time, and keeps it open.
        unsafe cicu_trans_run(OpaquePointer(bitPattern: address), $0.baseAddress, Int32(units.count), Int32($0.count))
      }
      if length >= 0, Int(length) <= capacity { return String(decoding: buffer[..<Int(length)], as: UTF16.self) }
      guard capacity < units.count * 64 + 4096 else { throw .icu(code: length, call: "utrans_transUChars(\(id))") }
      capacity *= 4
    }
  }
}
