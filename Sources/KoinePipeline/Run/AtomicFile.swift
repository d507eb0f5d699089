import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// A file that appears whole or not at all: it is written beside its place and then takes it in one step.
package final class AtomicFile {
  private let descriptor: FileDescriptor
  private let target: String
  private let draft: String
  private var isOpen = true
  private var isFinished = false
  private var pending: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Starts to write what will stand at `path`; a symbolic link there is followed.
  package init(_ path: String) throws {
    var target = path
    if let real = unsafe realpath(path, nil) {
      target = unsafe String(cString: real)
      unsafe free(real)
    }
    self.target = target
    draft = "\(target).\(getpid()).part"
    descriptor = try FileDescriptor.open(
      FilePath(draft),
      .writeOnly,
      options: [.create, .truncate, .closeOnExec],
      permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite]
    )
  }

  deinit {
    if isOpen { try? descriptor.close() }
    if !isFinished { unsafe unlink(draft) }
  }

  /// Adds bytes.
  package func write(_ bytes: some Collection<UInt8>) throws {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.bufferSize { try flush() }
  }

  /// Hands over everything added so far.
  package func flush() throws {
    if pending.isEmpty { return }
    _ = try descriptor.writeAll(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// Hands over the rest and puts the file in its place, safe against a power cut.
  package func finish() throws {
    try flush()
    guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
    isOpen = false
    try descriptor.close()
    guard unsafe rename(draft, target) == 0 else { throw Errno(rawValue: errno) }
    isFinished = true
    try Self.keepFolder(of: target)
  }

  /// Puts down the folder's own entries, without which a power cut could bring the old file back.
  private static func keepFolder(of path: String) throws {
    let folder = FilePath(path).removingLastComponent()
    let descriptor = try FileDescriptor.open(folder.isEmpty ? "." : folder, .readOnly, options: .closeOnExec)
    // Some file systems do not know how to; the file itself is safe.
    _ = fsync(descriptor.rawValue)
    try descriptor.close()
  }

  /// Takes away what files that were being written when a process was killed have left in `folder`.
  package static func removeDrafts(in folder: String) {
    guard let directory = unsafe opendir(folder) else { return }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      let parts = name.split(separator: ".")
      if parts.count >= 3, parts.last == "part", parts.dropLast().last?.allSatisfy(\.isNumber) == true {
        names.append(name)
      }
    }
    for name in names { unsafe unlink("\(folder)/\(name)") }
  }
}
