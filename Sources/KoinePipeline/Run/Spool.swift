import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// Bytes put aside until the end of a run: in memory as long as they are few, then in a file that no one else sees.
package final class Spool {
  private let limit: Int
  private var memory: [UInt8] = []
  private var file: FileDescriptor?
  /// How many bytes the file holds; `memory` goes on from there.
  private var written = 0
  private var ends: [Int] = []

  /// Keeps at most `limit` bytes in memory.
  package init(limit: Int = 1 << 22) { self.limit = limit }

  deinit { if let file { try? file.close() } }

  /// How many pieces there are.
  package var count: Int { ends.count }

  /// Puts a piece aside.
  package func append(_ bytes: some Collection<UInt8>) throws {
    memory.append(contentsOf: bytes)
    ends.append(written + memory.count)
    if memory.count > limit { try spill() }
  }

  /// Returns the piece at `index`.
  package func piece(_ index: Int) throws -> [UInt8] {
    let lower = index == 0 ? 0 : ends[index - 1]
    let upper = ends[index]
    if lower >= written { return Array(memory[(lower - written)..<(upper - written)]) }
    guard let file else { return [] }
    return try unsafe [UInt8](unsafeUninitializedCapacity: upper - lower) { buffer, count in
      // A piece never lies on both sides: the file ends where a piece ends.
      while count < upper - lower {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let read = unsafe try file.read(fromAbsoluteOffset: Int64(lower + count), into: rest)
        guard read > 0 else { throw Errno.ioError }
        count += read
      }
    }
  }

  private func spill() throws {
    let target = try file ?? Self.nameless()
    file = target
    _ = try target.writeAll(memory)
    written += memory.count
    memory.removeAll(keepingCapacity: true)
  }

  /// Opens a file that is gone when the process ends, however it ends.
  static func nameless() throws -> FileDescriptor {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/koine-XXXXXX".utf8CString)
    let descriptor = unsafe path.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return Int32(-1) }
      let descriptor = unsafe mkstemp(base)
      if descriptor >= 0 {
        unsafe unlink(base)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      }
      return descriptor
    }
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    return FileDescriptor(rawValue: descriptor)
  }
}
