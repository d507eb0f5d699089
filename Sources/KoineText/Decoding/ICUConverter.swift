import CICU

/// A converter of ICU's from bytes to UTF-16, closed when it goes.
///
/// Safe because the handle never leaves it and is closed once.
@safe final class ICUConverter {
  private let handle: OpaquePointer
  /// Long input is converted in pieces of this many bytes, so that buffers stay small.
  private static let pieceSize = 1 << 20

  /// Opens the converter of an encoding by its WHATWG name.
  init?(_ encoding: String) {
    var status: Int32 = 0
    guard let handle = unsafe cicu_cnv_open(EncodingLabels.converter(of: encoding), &status) else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe cicu_cnv_close(handle) }

  /// Returns the UTF-16 units of a short input; what cannot be decoded is U+FFFD.
  func units(of bytes: [UInt8]) -> [UInt16]? { converted(bytes, isLast: true)?.units }

  /// Returns the text of `bytes`, with the stretches that cannot be decoded, which are U+FFFD each.
  func decoded(_ bytes: ArraySlice<UInt8>) -> (text: String, errors: [Range<Int>])? {
    var text = ""
    var errors: [Range<Int>] = []
    var start = bytes.startIndex
    // A character that is cut at the end of a piece comes out with the next one.
    var held: UInt16?
    repeat {
      let end = min(start + Self.pieceSize, bytes.endIndex)
      guard let (converted, offsets) = converted(Array(bytes[start..<end]), isLast: end == bytes.endIndex) else {
        return nil
      }
      for (index, unit) in converted.enumerated() where unit == 0xFFFD {
        let lower = start + Int(offsets[index])
        let upper = index + 1 < converted.count ? start + Int(offsets[index + 1]) : end
        let first = max(lower, bytes.startIndex)
        errors.append(first..<max(first + 1, min(upper, bytes.endIndex)))
      }
      var units = held.map { [$0] + converted } ?? converted
      held = nil
      if end < bytes.endIndex, let last = units.last, last & 0xFC00 == 0xD800 { held = units.removeLast() }
      text += String(decoding: units, as: UTF16.self)
      start = end
    } while start < bytes.endIndex
    return (text, errors)
  }

  private var isStarted = false

  private func converted(_ bytes: [UInt8], isLast: Bool) -> (units: [UInt16], offsets: [Int32])? {
    let capacity = bytes.count * 2 + 64
    var offsets = [Int32](repeating: 0, count: capacity)
    var written: Int32 = -1
    let handle = unsafe self.handle
    let isFirst = !isStarted
    isStarted = !isLast
    let units = unsafe [UInt16](unsafeUninitializedCapacity: capacity) { buffer, initialized in
      written = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe offsets.withUnsafeMutableBufferPointer {
          unsafe cicu_cnv_decode_piece(
            handle,
            input.baseAddress,
            Int32(input.count),
            buffer.baseAddress,
            $0.baseAddress,
            Int32(capacity),
            isFirst,
            isLast
          )
        }
      }
      initialized = max(0, Int(written))
    }
    return written < 0 ? nil : (units, offsets)
  }
}
