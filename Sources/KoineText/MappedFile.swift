import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// A file mapped read-only for as long as the value lives.
///
/// The file must not be truncated while it is mapped: replace it by renaming another over it.
public final class MappedFile: Sendable {
  /// The path that was mapped.
  public let path: String
  /// The size in bytes.
  public let count: Int
  // An address rather than a pointer, so that the class is Sendable: nobody writes through it.
  private let base: UInt

  /// Maps the file at `path`.
  public init(path: String) throws(TextError) {
    self.path = path
    do {
      let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
      defer { try? descriptor.close() }
      count = Int(try descriptor.seek(offset: 0, from: .end))
      guard count > 0 else {
        base = 0
        return
      }
      let pointer = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor.rawValue, 0)
      guard let pointer = unsafe pointer, unsafe pointer != MAP_FAILED else { throw Errno(rawValue: errno) }
      base = UInt(bitPattern: pointer)
    } catch {
      throw .unreadable(path: path, errno: (error as? Errno)?.rawValue ?? 0)
    }
  }

  deinit {
    if base != 0 { unsafe munmap(UnsafeMutableRawPointer(bitPattern: base), count) }
  }

  /// Calls `body` with the bytes of the file.
  @inline(__always)
  public func withBytes<R, E: Error>(_ body: (RawSpan) throws(E) -> R) throws(E) -> R {
    let buffer = unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: base), count: count)
    return try body(unsafe RawSpan(_unsafeBytes: buffer))
  }
}
