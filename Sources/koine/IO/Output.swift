import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// Where results go: standard output, or a file that appears whole or not at all.
///
/// Every write is checked to the end, and what could not be written ends the command with exit code 74.
final class Output {
  private let descriptor: FileDescriptor
  private let name: String
  /// The file written until the end, and the one that it then replaces.
  private var draft: (path: String, target: String)?
  private var pending: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Opens `path`; `nil` and `-` are standard output.
  init(_ path: String?) throws(CommandFailure) {
    guard let path, path != "-" else {
      descriptor = .standardOutput
      name = "standard output"
      return
    }
    name = "'\(path)'"
    var target = path
    if let real = unsafe realpath(path, nil) {
      target = unsafe String(cString: real)
      unsafe free(real)
    }
    do {
      if FileKind(target) == .other {
        // A device or a pipe cannot be replaced; it is written to as it is.
        descriptor = try FileDescriptor.open(FilePath(target), .writeOnly)
        return
      }
      let draft = "\(target).\(getpid()).part"
      descriptor = try FileDescriptor.open(
        FilePath(draft),
        .writeOnly,
        options: [.create, .truncate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite]
      )
      self.draft = (draft, target)
    } catch {
      throw CommandFailure(.inputOutput, "cannot write \(name): \(error)")
    }
  }

  deinit { if let draft { unsafe unlink(draft.path) } }

  /// Adds bytes.
  func write(_ bytes: some Collection<UInt8>) throws(CommandFailure) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.bufferSize { try flush() }
  }

  /// Adds a line.
  func write(line: String) throws(CommandFailure) {
    pending.append(contentsOf: line.utf8)
    try write([10])
  }

  /// Hands over everything added so far.
  func flush() throws(CommandFailure) {
    if pending.isEmpty { return }
    do {
      _ = try descriptor.writeAll(pending)
      pending.removeAll(keepingCapacity: true)
    } catch {
      throw CommandFailure(.inputOutput, "cannot write \(name): \(error)")
    }
  }

  /// Hands over the rest; a file takes its place now.
  func finish() throws(CommandFailure) {
    try flush()
    do {
      guard let draft else {
        if descriptor != .standardOutput { try descriptor.close() }
        return
      }
      try descriptor.close()
      guard unsafe rename(draft.path, draft.target) == 0 else { throw Errno(rawValue: errno) }
      self.draft = nil
    } catch {
      throw CommandFailure(.inputOutput, "cannot write \(name): \(error)")
    }
  }
}
