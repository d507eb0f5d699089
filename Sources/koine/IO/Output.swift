import KoinePipeline
import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// Where results go: standard output, or a file that appears whole or not at all.
///
/// Every write is checked to the end, and what could not be written ends the command with exit code 74.
final class Output {
  private enum Place {
    case stream(FileDescriptor)
    case file(AtomicFile)
  }

  private let place: Place
  private let name: String
  private var pending: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Opens `path`; `nil` and `-` are standard output.
  init(_ path: String?) throws(CommandFailure) {
    guard let path, path != "-" else {
      place = .stream(.standardOutput)
      name = "standard output"
      return
    }
    name = "'\(path)'"
    do {
      // A device or a pipe cannot be replaced; it is written to as it is.
      let isStream = FileKind(path) == .other
      place =
        isStream
        ? .stream(try FileDescriptor.open(FilePath(path), .writeOnly)) : .file(try AtomicFile(path))
    } catch {
      throw CommandFailure(.inputOutput, "cannot write \(name): \(error)")
    }
  }

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
    try checked {
      switch place {
      case .stream(let descriptor): _ = try descriptor.writeAll(pending)
      case .file(let file): try file.write(pending)
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Hands over the rest; a file takes its place now.
  func finish() throws(CommandFailure) {
    try flush()
    if case .file(let file) = place { try checked { try file.finish() } }
  }

  private func checked(_ body: () throws -> Void) throws(CommandFailure) {
    do { try body() } catch { throw CommandFailure(.inputOutput, "cannot write \(name): \(error)") }
  }
}
