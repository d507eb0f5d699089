import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// Golden files: what came out once and was read by a person.
///
/// With `KOINE_RECORD=1` in the environment the tests write them anew; read the difference before you commit it.
public enum Golden {
  /// Whether golden files are written rather than compared.
  public static var isRecording: Bool { unsafe getenv("KOINE_RECORD") != nil }

  /// Writes the golden file `name`, a path under `Tests/Fixtures`.
  public static func write(_ bytes: [UInt8], _ name: String, file: String = #filePath) throws {
    let path = FilePath(Fixture.path(name, file: file))
    unsafe mkdir(path.removingLastComponent().string, 0o755)
    let descriptor = try FileDescriptor.open(
      path,
      .writeOnly,
      options: [.create, .truncate],
      permissions: [.ownerReadWrite, .groupRead, .otherRead]
    )
    _ = try descriptor.closeAfter { try descriptor.writeAll(bytes) }
  }
}
