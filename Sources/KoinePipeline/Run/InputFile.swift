public import KoineDocuments
import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// A file, or what came through a pipe, that can be read as often as is needed; it must stay the same for as long.
///
/// Files are read in pieces and never mapped: one that shrinks must not end the process.
public final class InputFile: ByteSource {
  private enum Place {
    case path(String, Identity, followsLinks: Bool)
    case memory([UInt8])
    /// A file without a name, which is gone when the process ends.
    case spool(FileDescriptor)
  }

  private let place: Place
  /// How many bytes there are.
  public let count: Int

  /// Opens the file at `path`; what is no regular file, such as a pipe, is read now and kept.
  ///
  /// - Throws: `Errno`.
  public init(path: String, followsLinks: Bool = true) throws {
    let descriptor = try Self.open(path, followsLinks: followsLinks)
    let opened = try descriptor.closeAfter { () throws -> (Place, Int) in
      let (identity, isRegular) = try Identity.of(descriptor)
      if isRegular { return (.path(path, identity, followsLinks: followsLinks), identity.size) }
      return try Self.kept(descriptor)
    }
    (place, count) = opened
  }

  /// Reads standard input to its end and keeps it.
  ///
  /// - Throws: `Errno`.
  public static func standardInput() throws -> InputFile { try InputFile(kept: .standardInput) }

  private init(kept descriptor: FileDescriptor) throws { (place, count) = try Self.kept(descriptor) }

  deinit { if case .spool(let file) = place { try? file.close() } }

  /// Starts at the first byte.
  ///
  /// - Throws: `ReadError.changed` when the file is another one than it was, `ReadError.unreadable`.
  public func open() throws(ReadError) -> any ByteStream {
    switch place {
    case .memory(let bytes): return BytesSource(bytes).open()
    case .spool(let file): return SpoolStream(file)
    case .path(let path, let identity, let followsLinks):
      do {
        return try FileStream(try Self.open(path, followsLinks: followsLinks), identity)
      } catch let error as ReadError {
        throw error
      } catch {
        throw .unreadable("\(error)")
      }
    }
  }

  private static func open(_ path: String, followsLinks: Bool) throws -> FileDescriptor {
    // A pipe is waited for; only what is in a folder must not hold up the run.
    let options = followsLinks ? O_CLOEXEC : O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    return try FileDescriptor.open(FilePath(path), .readOnly, options: .init(rawValue: options))
  }

  /// How many bytes of what comes through a pipe are kept in memory.
  private static let mostInMemory = 1 << 23

  private static func kept(_ descriptor: FileDescriptor) throws -> (Place, Int) {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var spool: FileDescriptor?
    var count = 0
    do {
      while true {
        let read = try unsafe chunk.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
        bytes.append(contentsOf: chunk[..<read])
        count += read
        if read == 0, spool == nil { return (.memory(bytes), count) }
        if bytes.count > mostInMemory || read == 0 {
          let file = try spool ?? Spool.nameless()
          spool = file
          _ = try file.writeAll(bytes)
          bytes.removeAll(keepingCapacity: true)
          if read == 0 { return (.spool(file), count) }
        }
      }
    } catch {
      try? spool?.close()
      throw error
    }
  }
}

/// What shows that a file has become another one.
private struct Identity: Equatable {
  let device: UInt64
  let node: UInt64
  let size: Int
  let changed: [Int]

  /// - Throws: `Errno`.
  static func of(_ descriptor: FileDescriptor) throws -> (Identity, isRegular: Bool) {
    var info = stat()
    guard unsafe fstat(descriptor.rawValue, &info) == 0 else { throw Errno(rawValue: errno) }
    let identity = Identity(
      device: UInt64(info.st_dev),
      node: UInt64(info.st_ino),
      size: Int(info.st_size),
      changed: [info.st_mtim.tv_sec, info.st_mtim.tv_nsec, info.st_ctim.tv_sec, info.st_ctim.tv_nsec]
    )
    return (identity, info.st_mode & S_IFMT == S_IFREG)
  }
}

/// A file that is checked after every piece, so that pieces of two versions are never mixed.
private final class FileStream: ByteStream {
  private let descriptor: FileDescriptor
  private let identity: Identity

  init(_ descriptor: FileDescriptor, _ identity: Identity) throws {
    self.descriptor = descriptor
    self.identity = identity
    guard try Identity.of(descriptor).0 == identity else { throw ReadError.changed }
  }

  deinit { try? descriptor.close() }

  func read(_ count: Int) throws(ReadError) -> [UInt8] {
    do {
      let bytes = try unsafe descriptor.bytes(count) { try unsafe descriptor.read(into: $0) }
      guard try Identity.of(descriptor).0 == identity else { throw ReadError.changed }
      return bytes
    } catch let error as ReadError {
      throw error
    } catch {
      throw .unreadable("\(error)")
    }
  }
}

/// A file that only this process knows.
private final class SpoolStream: ByteStream {
  private let descriptor: FileDescriptor
  private var offset: Int64 = 0

  init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

  func read(_ count: Int) throws(ReadError) -> [UInt8] {
    do {
      let bytes = try unsafe descriptor.bytes(count) {
        try unsafe descriptor.read(fromAbsoluteOffset: offset, into: $0)
      }
      offset += Int64(bytes.count)
      return bytes
    } catch {
      throw .unreadable("\(error)")
    }
  }
}

extension FileDescriptor {
  /// The bytes that `read` puts into memory, at most `count`.
  fileprivate func bytes(_ count: Int, _ read: (UnsafeMutableRawBufferPointer) throws -> Int) throws -> [UInt8] {
    try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = try unsafe read(UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
