import KoineText
import SystemPackage

/// Files that the measurements need.
enum Resources {
  /// The root of the checkout.
  static var root: FilePath {
    var path = FilePath(#filePath)
    while let last = path.lastComponent, last.string != "Benchmarks" { path.removeLastComponent() }
    // Out of the sources, out of the package.
    while let last = path.lastComponent, last.string == "Benchmarks" || last.string == "Sources" {
      path.removeLastComponent()
    }
    return path
  }

  /// The language identifier with the model of the checkout.
  static func identifier() throws -> LanguageIdentifier {
    try LanguageIdentifier(path: root.appending("Lexicons/languages/model.bin").string)
  }

  /// A path in the build folder to write to.
  static func scratch(_ name: String) throws -> FilePath {
    root.appending("Benchmarks/.build").appending(name)
  }

  /// The memory that the process holds, in bytes, as Linux counts it.
  static func residentBytes() -> Int {
    guard let file = try? FileDescriptor.open(FilePath("/proc/self/statm"), .readOnly) else { return 0 }
    defer { try? file.close() }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = (try? unsafe bytes.withUnsafeMutableBytes { try unsafe file.read(into: $0) }) ?? 0
    let fields = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
  }
}
