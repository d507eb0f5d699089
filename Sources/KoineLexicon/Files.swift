import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// Returns the bytes of the file at `path`.
func readWhole(_ path: String) throws -> [UInt8] {
  let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
  return try descriptor.closeAfter {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

/// Makes the folder `path` and those above it that are missing.
func makeFolders(_ path: String) throws {
  var made = FilePath(path).root.map { FilePath(root: $0) } ?? FilePath()
  for component in FilePath(path).components {
    made.append(component)
    guard unsafe mkdir(made.string, 0o755) == 0 || errno == EEXIST else { throw Errno(rawValue: errno) }
  }
}

/// Puts the file `draft` in the place of `path` in one step.
func rename(_ draft: String, to path: String) throws {
  guard unsafe Glibc.rename(draft, path) == 0 else { throw Errno(rawValue: errno) }
}

/// Removes a file, if it is there.
func remove(_ path: String) { unsafe unlink(path) }

/// The number of this process, for names that no other process uses.
func processID() -> Int32 { getpid() }
