import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// Keeps a second run away from the same output folder; the system lets go when the process ends, however it ends.
struct FolderLock {
  private let descriptor: FileDescriptor

  /// Makes the folder if it is missing, and locks it.
  init(_ folder: String) throws {
    var path = FilePath(folder).root.map { FilePath(root: $0) } ?? FilePath()
    for component in FilePath(folder).components {
      path.append(component)
      guard unsafe mkdir(path.string, 0o755) == 0 || errno == EEXIST else { throw Errno(rawValue: errno) }
    }
    descriptor = try FileDescriptor.open(
      FilePath("\(folder)/.lock"),
      .readWrite,
      options: [.create, .closeOnExec],
      permissions: [.ownerReadWrite]
    )
    guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      try? descriptor.close()
      throw BatchError.outputInUse(path: folder)
    }
  }

  /// Locks a folder as it is; `nil` if no run has ever written to it.
  init?(existing folder: String) throws {
    guard let descriptor = try? FileDescriptor.open(FilePath("\(folder)/.lock"), .readOnly, options: .closeOnExec)
    else { return nil }
    self.descriptor = descriptor
    guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      try? descriptor.close()
      throw BatchError.outputInUse(path: folder)
    }
  }

  func release() { try? descriptor.close() }
}
