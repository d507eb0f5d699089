import KoinePipeline
import KoineText
import SystemPackage

/// Whole files and standard input, read with a limit.
enum Input {
  /// The most bytes that are read of one input.
  static let largest = 1 << 29

  /// Why an input cannot be read.
  struct Unreadable: Error, CustomStringConvertible {
    let code: String
    let description: String
    /// Whether reading began and then failed, or the path could not be opened at all.
    var isBroken = false
  }

  /// Opens the file at `path`, or standard input for `-`, to be read in pieces and as often as is needed.
  static func file(_ path: String) throws(Unreadable) -> InputFile {
    let name = try named(path)
    do {
      return path == "-" ? try .standardInput() : try InputFile(path: path)
    } catch {
      throw Unreadable(code: "unreadable", description: "cannot open \(name): \(error)")
    }
  }

  /// The name for messages of what can be opened.
  private static func named(_ path: String) throws(Unreadable) -> String {
    let name = path == "-" ? "standard input" : "'\(path)'"
    if path != "-", FileKind(path) == .folder {
      throw Unreadable(
        code: "is-directory",
        description: "\(name) is a directory; 'koine batch' reads directories"
      )
    }
    return name
  }

  /// Returns the bytes of the file at `path`, or of standard input for `-`.
  static func bytes(_ path: String) throws(Unreadable) -> [UInt8] {
    let name = try named(path)
    let descriptor: FileDescriptor
    do {
      descriptor = path == "-" ? .standardInput : try FileDescriptor.open(FilePath(path), .readOnly)
    } catch {
      throw Unreadable(code: "unreadable", description: "cannot open \(name): \(error)")
    }
    defer { if path != "-" { try? descriptor.close() } }
    do {
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
        if count == 0 { return bytes }
        bytes.append(contentsOf: chunk[..<count])
        if bytes.count > largest {
          throw Unreadable(code: "too-large", description: "\(name) has more than \(largest) bytes")
        }
      }
    } catch let error as Unreadable {
      throw error
    } catch {
      throw Unreadable(code: "unreadable", description: "cannot read \(name): \(error)", isBroken: true)
    }
  }

  /// Returns the bytes, or ends the command.
  static func required(_ path: String) throws(CommandFailure) -> [UInt8] {
    do { return try bytes(path) } catch {
      throw CommandFailure(error.isBroken ? .inputOutput : .failed, error.description)
    }
  }
}
