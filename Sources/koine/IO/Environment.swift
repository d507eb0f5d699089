import FoundationEssentials

#if canImport(Glibc)
import Glibc
#endif

/// What stands at a path, links followed.
enum FileKind {
  case nothing, file, folder, other

  init(_ path: String) {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else {
      self = .nothing
      return
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}

/// The paths and settings of the process.
enum Environment {
  /// A variable of the environment, if it is set and not empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The path of this program.
  static var program: String? {
    guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// How many processors this process may use.
  static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
