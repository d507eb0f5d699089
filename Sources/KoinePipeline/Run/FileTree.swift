import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// The files under a folder, in the order of their paths.
public struct FileTree: Sendable {
  /// How deep folders may nest.
  static let deepest = 64

  /// The regular files as paths relative to the folder, sorted by their bytes; names that start with a point are left out.
  public let files: [String]
  /// Links, devices and folders that could not be read, as paths relative to the folder.
  public let skipped: [String]

  /// Lists what is under `folder`, apart from what is under `excluded`; symbolic links are not followed.
  ///
  /// - Throws: `Errno` if the folder itself cannot be read.
  public init(_ folder: String, except excluded: String? = nil) throws {
    var files: [String] = []
    var skipped: [String] = []
    try Self.list(folder, "", 0, excluded.flatMap(Self.identity), &files, &skipped)
    self.files = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.skipped = skipped.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The most bytes that are read of one file.
  static let largest = 1 << 29

  /// Returns the bytes of the file at `path`, which must not have become a symbolic link.
  ///
  /// - Throws: `Errno`.
  public static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = try FileDescriptor.open(
      FilePath(path),
      .readOnly,
      options: .init(rawValue: O_NOFOLLOW | O_NONBLOCK)
    )
    return try descriptor.closeAfter {
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
        if count == 0 { return bytes }
        bytes.append(contentsOf: chunk[..<count])
        if bytes.count > largest { throw Errno.fileTooLarge }
      }
    }
  }

  /// What makes a folder the same under every name.
  private struct Identity: Equatable {
    let device: UInt64
    let node: UInt64
  }

  private static func identity(_ path: String) -> Identity? {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else { return nil }
    return Identity(device: UInt64(info.st_dev), node: UInt64(info.st_ino))
  }

  private static func list(
    _ root: String,
    _ folder: String,
    _ depth: Int,
    _ excluded: Identity?,
    _ files: inout [String],
    _ skipped: inout [String]
  ) throws {
    let path = folder.isEmpty ? root : "\(root)/\(folder)"
    if let excluded, Self.identity(path) == excluded { return }
    guard let stream = unsafe opendir(path) else { throw Errno(rawValue: errno) }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let child = folder.isEmpty ? name : "\(folder)/\(name)"
      var info = stat()
      guard unsafe lstat("\(root)/\(child)", &info) == 0 else {
        skipped.append(child)
        continue
      }
      switch info.st_mode & S_IFMT {
      case S_IFREG: files.append(child)
      case S_IFDIR where depth < deepest:
        do { try list(root, child, depth + 1, excluded, &files, &skipped) } catch { skipped.append(child) }
      default: skipped.append(child)
      }
    }
  }
}
