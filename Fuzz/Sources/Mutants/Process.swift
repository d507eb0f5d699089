import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// What this process uses.
enum Process {
  /// The processor time used so far, in milliseconds.
  static var milliseconds: Int {
    var time = timespec()
    // SAFETY: the call fills the value that it is given.
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// How many files are open, or 0 where the system does not say.
  static var openFiles: Int {
    // SAFETY: the folder is open between the two calls, and entries are only counted.
    guard let folder = unsafe opendir("/proc/self/fd") else { return 0 }
    defer { unsafe closedir(folder) }
    var count = 0
    while let _ = unsafe readdir(folder) { count += 1 }
    return count
  }

  /// Forgets the most memory that was used so far.
  static func resetPeak() {
    guard let file = try? FileDescriptor.open(FilePath("/proc/self/clear_refs"), .writeOnly) else { return }
    _ = try? file.closeAfter { try file.writeAll("5".utf8) }
  }

  /// The most memory that was resident since the last reset, in bytes.
  static var peak: Int {
    guard let bytes = try? File.bytes("/proc/self/status") else { return 0 }
    for line in bytes.split(separator: 10) where line.starts(with: "VmHWM:".utf8) {
      let digits = line.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return (Int(String(decoding: digits, as: UTF8.self)) ?? 0) * 1024
    }
    return 0
  }
}

/// Whole files.
enum File {
  static func bytes(_ path: FilePath) throws -> [UInt8] {
    let file = try FileDescriptor.open(path, .readOnly)
    return try file.closeAfter {
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
        if count == 0 { return bytes }
        bytes.append(contentsOf: chunk[..<count])
      }
    }
  }

  static func write(_ bytes: [UInt8], _ path: FilePath) throws {
    let options: FileDescriptor.OpenOptions = [.create, .truncate]
    let file = try FileDescriptor.open(path, .writeOnly, options: options, permissions: .ownerReadWrite)
    _ = try file.closeAfter { try file.writeAll(bytes) }
  }
}
